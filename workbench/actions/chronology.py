"""Entries of the chronology."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workbench.errors import Refused
from workbench.model.changes import Change
from workbench.model.chronology import Entry, EntryQuery
from workbench.model.ids import EntryId, new_id
from workbench.model.when import UNDATED, When
from workbench.review import Review


def add_entry(
    review: Review, *, text: str, when: When = UNDATED, **fields: Any
) -> tuple[Entry, Change]:
    """Add one entry; ``fields`` are any other fields of :class:`Entry`."""
    entry = Entry(id=EntryId(new_id()), text=text, when=when, **fields)
    return entry, review.change("add entry", put=[entry])


def move_within_its_time(review: Review, entry: EntryId, step: int) -> Change:
    """Put the entry ``step`` places later (or earlier) among those of the same day and time, whose
    order only the author can know. Raises :class:`Refused` when there is no such place."""
    moved = review.get(Entry, entry)
    day = moved.when.start or moved.when.end
    near = review.entries(EntryQuery(first=day, last=day))
    group = [each for each in near if each.when.sort_key == moved.when.sort_key]
    place = next(at for at, each in enumerate(group) if each.id == entry)
    if not 0 <= place + step < len(group):
        raise Refused(
            "There is no other entry of the same time on that side. To move it to another day or "
            "time, change its date."
        )
    group.insert(place + step, group.pop(place))
    ordered = [replace(each, sequence=f"{at:06}") for at, each in enumerate(group)]
    return review.change("move entry within its day", put=ordered)


def contradict(review: Review, one: EntryId, other: EntryId) -> Change:
    """Note on both entries that they say otherwise than each other."""
    return _at_odds(review, one, other, label="mark records that disagree", disagree=True)


def reconcile(review: Review, one: EntryId, other: EntryId) -> Change:
    """Take back on both entries that they say otherwise than each other."""
    return _at_odds(review, one, other, label="unmark records that disagree", disagree=False)


def _at_odds(review: Review, one: EntryId, other: EntryId, *, label: str, disagree: bool) -> Change:
    if one == other:
        raise Refused("An entry cannot disagree with itself. Choose the other record in the list.")
    changed = []
    for mine, theirs in ((one, other), (other, one)):
        entry = review.get(Entry, mine)
        rest = tuple(each for each in entry.conflicts_with if each != theirs)
        changed.append(replace(entry, conflicts_with=(*rest, theirs) if disagree else rest))
    return review.change(label, put=changed)
