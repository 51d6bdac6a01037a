"""What needs doing, as the record itself shows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.agencies import add_agency, add_contribution
from workbench.actions.chronology import add_entry
from workbench.actions.findings import add_finding, link_evidence
from workbench.actions.meetings import add_meeting
from workbench.actions.opening import create_review
from workbench.actions.people import add_person
from workbench.actions.recommendations import add_recommendation
from workbench.questions.overview import next_meeting, to_do
from workbench.review import Review
from workbench.store.keys import LEAST

TODAY = date(2026, 3, 10)


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    review = create_review(
        tmp_path / "a.review", PASSPHRASE, type="sar", title="Adult C", author="Ash", cost=LEAST
    )
    yield review
    review.close()


BEGINNING = ["Nobody is recorded yet", "No agency is recorded yet", "No entry is recorded yet"]


def said(review: Review) -> list[str]:
    """The sentences, but for those about what has not been begun."""
    return [thing.text for thing in to_do(review, TODAY) if thing.text not in BEGINNING]


def test_a_new_review_says_where_to_begin(review: Review) -> None:
    assert [thing.text for thing in to_do(review, TODAY)] == BEGINNING
    assert next_meeting(review, TODAY) is None


def test_late_contributions_come_first_the_latest_first(review: Review) -> None:
    add_person(review, name="Rowan Ashe")
    trust, _ = add_agency(review, name="Harbour Trust")
    police, _ = add_agency(review, name="Wrenshire Police")
    add_contribution(review, agency=trust.id, due="2026-03-08")
    add_contribution(review, agency=police.id, due="2026-03-01", type="imr", status="chased")
    add_contribution(review, agency=trust.id, due="2026-03-01", status="received")
    assert said(review) == [
        "Wrenshire Police: Individual management review late by 9 days",
        "Harbour Trust: Chronology late by 2 days",
        "1 person without a pseudonym",
    ]
    late = next(thing for thing in to_do(review, TODAY) if "Police" in thing.text)
    assert late.ids == (police.id,)


def test_entries_without_an_agency_or_a_source(review: Review) -> None:
    agency, _ = add_agency(review, name="Harbour Trust")
    add_entry(review, text="A visit.", agency=agency.id, source="p 3")
    add_entry(review, text="A call.", agency=agency.id)
    add_entry(review, text="A letter.")
    assert said(review) == ["1 entry without an agency", "2 entries without a source"]


def test_findings_without_evidence_or_why(review: Review) -> None:
    agency, _ = add_agency(review, name="Harbour Trust")
    entry, _ = add_entry(review, text="A visit.", agency=agency.id, source="p 3")
    first, _ = add_finding(review, title="One", why="Nobody held the whole")
    add_finding(review, title="Two", why="  ")
    link_evidence(review, finding=first.id, entry=entry.id)
    assert said(review) == ["1 finding without evidence", "1 finding that does not say why"]


def test_recommendations_without_an_owner_or_a_date(review: Review) -> None:
    agency, _ = add_agency(review, name="Harbour Trust")
    add_recommendation(review, text="One", owner=agency.id, due="2026-09-01")
    add_recommendation(review, text="Two", owner_name="The board")
    add_recommendation(review, text="Three")
    assert said(review) == [
        "1 recommendation without an owner",
        "2 recommendations without a date",
    ]


def test_people_whom_the_report_names_on_purpose_need_no_pseudonym(review: Review) -> None:
    add_person(review, name="Miriam Oakes", keep_name=True)
    add_person(review, name="Rowan Ashe", pseudonym="Adult C")
    assert said(review) == []


def test_the_next_meeting_is_the_soonest_that_is_not_past(review: Review) -> None:
    for title, day in (("Past", "2026-03-09"), ("Later", "2026-05-01"), ("Next", "2026-03-10")):
        add_meeting(review, title=title, date=day)
    add_meeting(review, title="No day yet")
    meeting = next_meeting(review, TODAY)
    assert meeting is not None
    assert meeting.title == "Next"
