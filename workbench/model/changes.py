"""What a change says of itself, and how the journal tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workbench.model.facts import Topic


@dataclass(frozen=True, slots=True)
class Change:
    """One change as the screens hear of it: its name, and the topics that it touched."""

    label: str
    topics: frozenset[Topic]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one fact, from what to what, as the JSON values that the journal keeps."""

    kind: str
    id: str
    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Transaction:
    """One journal transaction: who did what, when (UTC), and to which fields."""

    number: int
    label: str
    author: str
    at: datetime
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """How many facts of one kind a step touched; ``id`` says which when it was a single one."""

    kind: str
    count: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What the author did in one go: the journal's transactions from ``first`` to ``last``.

    ``at`` (UTC) is when it ended. ``intent`` is do, note, undo or redo; ``name`` is shared by what
    is undone together. ``taken_back`` says that it was undone, and not done again since.
    """

    first: int
    last: int
    label: str
    author: str
    at: datetime
    intent: str
    name: str
    taken_back: bool
    touched: tuple[Touched, ...]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What became of one fact between two moments, as the JSON values that the journal keeps.

    ``before`` is None for a fact that was added, ``after`` for one that was deleted; otherwise the
    two hold the fields that differ. ``number`` is the last transaction that touched it.
    """

    kind: str
    id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    number: int
