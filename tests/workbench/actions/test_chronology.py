"""What is done to entries of the chronology."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbench.store.records import make
from workbench.actions.chronology import add_entry, move_within_its_time
from workbench.errors import Refused
from workbench.intake.dates import understand
from workbench.model.chronology import Entry
from workbench.review import Review


def texts(review: Review) -> list[str]:
    return [entry.text for entry in review.entries()]


def test_entries_of_one_time_are_put_in_order_and_never_leave_their_day(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    made: dict[str, Entry] = {}
    for text, day in (("a", "3"), ("b", "4"), ("c", "4"), ("d", "4"), ("e", "5")):
        made[text], _ = add_entry(review, text=text, when=understand(f"{day} May 2016").when)
    move_within_its_time(review, made["d"].id, -1)
    move_within_its_time(review, made["d"].id, -1)
    assert texts(review) == ["a", "d", "b", "c", "e"]
    with pytest.raises(Refused, match="no other entry of the same time"):
        move_within_its_time(review, made["d"].id, -1)
    with pytest.raises(Refused, match="change its date"):
        move_within_its_time(review, made["e"].id, 1)
    review.undo()
    assert texts(review) == ["a", "b", "d", "c", "e"]
    review.close()


def test_undated_entries_have_an_order_too(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    first, _ = add_entry(review, text="first")
    add_entry(review, text="second")
    move_within_its_time(review, first.id, 1)
    assert texts(review) == ["second", "first"]
    review.close()
