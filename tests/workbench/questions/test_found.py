"""What "Find anything" offers of a record."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.agencies import add_agency, add_contribution
from workbench.actions.chronology import add_entry
from workbench.actions.meetings import add_meeting, record_decision
from workbench.actions.opening import create_review
from workbench.actions.people import add_person
from workbench.questions.found import find_anything, piece_of
from workbench.store.keys import LEAST


def test_a_part_is_found_under_what_it_is_a_part_of_and_entries_crowd_nobody_out(
    tmp_path: Path,
) -> None:
    review = create_review(
        tmp_path / "a.review", PASSPHRASE, type="sar", title="Adult C", author="Ash", cost=LEAST
    )
    for number in range(30):
        add_entry(review, text=f"Lantern {number}.")
    person, _ = add_person(review, name="Rowan Lantern")
    agency, _ = add_agency(review, name="Harbour Trust")
    sent, _ = add_contribution(review, agency=agency.id, title="The lantern report")
    meeting, _ = add_meeting(review, title="First meeting")
    decision, _ = record_decision(review, meeting=meeting.id, text="Light a lantern.")

    found = find_anything(review, "lantern", entries=5)
    assert [piece.kind for piece in found] == [
        "person", "contribution", *["entry"] * 5, "decision",
    ]  # fmt: skip
    shown = {piece.id: piece.shown_with for piece in found if piece.kind != "entry"}
    assert shown == {person.id: person.id, sent.id: agency.id, decision.id: meeting.id}
    assert find_anything(review, "l") == []
    assert find_anything(review, '"') == []
    review.close()


@pytest.mark.parametrize(
    ("texts", "typed", "piece"),
    [
        (["3 May 2018", "Zoë was seen."], "zoe", "3 May 2018 · Zoë was seen."),
        (["Rowan Ashe", "Ro"], "ashe", "Rowan Ashe"),
        (["Rowan Ashe"], "elsewhere", "Rowan Ashe"),
        (["one " * 20 + "lantern"], "lan", "…" + "one " * 8 + "lantern"),
    ],
)
def test_the_piece_is_the_one_around_the_words(texts: list[str], typed: str, piece: str) -> None:
    assert piece_of(texts, typed) == piece
