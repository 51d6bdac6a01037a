"""What every fact shares, and how one fact refers to another.

A fact is a frozen dataclass with an ``id``. A field that holds another fact's id is declared with
:func:`reference`, so that the store can hold the two together and knows what to do with this fact
when the other is removed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, ClassVar, Protocol


class Topic(StrEnum):
    """What a change touched; a page asks its question again when one of its topics changed."""

    REVIEW = "review"
    PEOPLE = "people"
    AGENCIES = "agencies"
    CHRONOLOGY = "chronology"
    FACTORS = "factors"
    FINDINGS = "findings"
    RECOMMENDATIONS = "recommendations"
    MEETINGS = "meetings"
    RULINGS = "rulings"
    VERSIONS = "versions"
    RELEASES = "releases"


class Fact(Protocol):
    """One thing that the record holds."""

    __dataclass_fields__: ClassVar[dict[str, Any]]
    kind: ClassVar[str]
    topic: ClassVar[Topic]

    @property
    def id(self) -> str:
        """The fact's id, typed by its kind."""
        ...


class OnRemoval(StrEnum):
    """What becomes of a fact when the one that it refers to is removed."""

    CLEAR = "clear"  # the reference is emptied, the fact stays
    REMOVE = "remove"  # the fact goes too: it says nothing without the other
    REFUSE = "refuse"  # the other may not go while this fact stands


@dataclass(frozen=True, slots=True)
class Reference:
    """A field's note that it holds the id (or a tuple of ids) of a fact of this kind."""

    to: str
    on_removal: OnRemoval


def references_of(kind: type[Fact]) -> Iterator[tuple[str, Reference]]:
    """The fields of this kind that hold ids of other facts, each with its note."""
    for each in fields(kind):
        if "reference" in each.metadata:
            yield each.name, each.metadata["reference"]


def reference(to: str, on_removal: OnRemoval, *, required: bool = False, many: bool = False) -> Any:
    """A dataclass field that holds the id, or with ``many`` the ids, of a fact of kind ``to``."""
    note = {"reference": Reference(to, on_removal)}
    if many:
        return field(default=(), metadata=note)
    return field(metadata=note) if required else field(default=None, metadata=note)
