"""The disclosure log: what left the record, for whom, and what was done before it did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.model.facts import Topic
from workbench.model.ids import LoggedReleaseId


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of one sort."""

    what: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedRelease:
    """One document that left the record, or was refused: counts and kinds, and nobody's name.

    ``at`` is in UTC (ISO 8601 with seconds). ``output`` and ``audience`` are names of an output and
    of an audience. ``file_hash`` is the SHA-256 of the file as it left, so that a copy can be told
    from what was released; it is empty when nothing left. ``number`` is the journal transaction up
    to which the document speaks. ``replaced`` counts what the gate put something else for, by kind;
    ``let_stand`` what a ruling let pass; ``held_back`` what nobody had decided, by reason;
    ``leaks`` what the leak scan found in the finished file, by kind.
    """

    kind: ClassVar[str] = "logged_release"
    topic: ClassVar[Topic] = Topic.RELEASES

    id: LoggedReleaseId
    at: str
    output: str
    audience: str
    recipient: str = ""
    file_name: str = ""
    template: str = ""
    file_hash: str = ""
    version: str = ""
    number: int = 0
    released: bool = False
    protected: bool = False
    replaced: tuple[Tally, ...] = ()
    let_stand: int = 0
    held_back: tuple[Tally, ...] = ()
    leaks: tuple[Tally, ...] = ()
    parts_read: int = 0
    parts_unreadable: int = 0
    pictures_to_look_at: int = 0
