"""Entries of the chronology."""

from __future__ import annotations

from typing import Any

from workbench.model.changes import Change
from workbench.model.chronology import Entry
from workbench.model.ids import EntryId, new_id
from workbench.model.when import UNDATED, When
from workbench.review import Review


def add_entry(
    review: Review, *, text: str, when: When = UNDATED, **fields: Any
) -> tuple[Entry, Change]:
    """Add one entry; ``fields`` are any other fields of :class:`Entry`."""
    entry = Entry(id=EntryId(new_id()), text=text, when=when, **fields)
    return entry, review.change("add entry", put=[entry])
