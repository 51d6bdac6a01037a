"""What a change says of itself, and how the journal tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

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
