"""The record's past in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.workbench.store.records import entry, make
from workbench.actions.agencies import add_agency, add_contribution
from workbench.actions.chronology import add_entry
from workbench.actions.editing import amend, remove
from workbench.actions.findings import add_finding
from workbench.actions.meetings import add_meeting
from workbench.actions.people import add_person
from workbench.actions.recommendations import add_recommendation, move_recommendation
from workbench.actions.versions import name_version
from workbench.errors import BadInput
from workbench.intake.dates import understand
from workbench.intake.wording import in_words
from workbench.model.ids import LoggedReleaseId, new_id
from workbench.model.kinds import KINDS
from workbench.model.people import Person
from workbench.model.releases import LoggedRelease
from workbench.model.rulings import Ruling, Verdict
from workbench.questions.history import Deed, Item, changed_items, field_diffs, lines
from workbench.questions.history_words import Words, kind_words
from workbench.questions.since import find_moment, moment_of_day, moments
from workbench.questions.word_diff import Sort
from workbench.resources import vocabulary
from workbench.review import Review


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    review = make(tmp_path / "a.review")
    yield review
    review.abandon()


@pytest.fixture
def words(review: Review) -> Words:
    return Words(review, in_words)


def since(review: Review, words: Words, number: int) -> tuple[Item, ...]:
    return changed_items(words, review.changes_between(number))


def told(words: Words, item: Item) -> dict[str, tuple[str, str]]:
    return {each.label: (each.before, each.after) for each in field_diffs(words, item.change)}


def test_codes_times_and_ids_are_told_in_words(review: Review, words: Words) -> None:
    agency, _ = add_agency(review, name="Harbour Trust")
    ann, _ = add_person(review, name="Ann Rowan")
    one, _ = add_entry(review, text="The nurse called.", when=understand("3 May 2018").when)
    start = review.number
    amend(
        review,
        one,
        mark="missed",
        agency=agency.id,
        people=(ann.id,),
        when=understand("?May 2018").when,
        in_report=False,
    )
    remove(review, [ann])
    (changed, gone) = sorted(since(review, words, start), key=lambda item: item.kind)
    assert (changed.group, changed.deed, gone.name) == ("Chronology", Deed.CHANGED, "Ann Rowan")
    assert changed.name == "About May 2018: The nurse called."
    said = told(words, changed)
    assert said["When"][1] == "About May 2018 (written “?May 2018”)"
    assert said["Mark"] == ("", "Missed opportunity")
    assert said["Agency whose record it is"] == ("", "Harbour Trust")
    assert said["When"][0] == "3 May 2018"
    assert said["Shown in the report"] == ("Yes", "No")
    assert told(words, gone)["Name"] == ("Ann Rowan", "")


def test_a_list_of_references_is_told_by_names_that_are_gone_too(
    review: Review, words: Words
) -> None:
    first, _ = add_finding(review, title="Nobody asked")
    second, _ = add_finding(review, title="Records were not shared")
    advice, _ = add_recommendation(review, text="Ask.", findings=(first.id,))
    start = review.number
    amend(review, advice, findings=(first.id, second.id))
    amend(review, advice, findings=(second.id,))
    remove(review, [first])
    items = {item.kind: item for item in since(review, words, start)}
    assert told(words, items["recommendation"])["It answers these findings"] == (
        "Nobody asked",
        "Records were not shared",
    )
    assert items["finding"].name == "Nobody asked"


def test_what_was_undone_is_no_difference(review: Review, words: Words) -> None:
    ann, _ = add_person(review, name="Ann Rowan")
    start = review.number
    amend(review, ann, name="Anne Rowan")
    review.undo()
    assert since(review, words, start) == ()


def test_naming_a_version_is_no_difference_and_a_move_is_said_to_be_one(
    review: Review, words: Words
) -> None:
    add_recommendation(review, text="Ask.")
    second, _ = add_recommendation(review, text="Tell.")
    start = review.number
    name_version(review, "Panel 1 draft")
    assert since(review, words, start) == ()
    move_recommendation(review, second.id, index=0)
    (item,) = since(review, words, start)
    assert told(words, item) == {"Place in the list": ("", "moved")}


def test_a_ruling_says_whom_it_means(review: Review, words: Words) -> None:
    ann, _ = add_person(review, name="Ann Rowan")
    start = review.number
    ruling = Ruling(id="r" * 32, words="AR", verdict=Verdict.REGISTERED, entity=ann.id)  # type: ignore[arg-type] # an id
    review.change("rule", put=[ruling])
    (item,) = since(review, words, start)
    assert told(words, item)["Who or what they mean"] == ("", "Ann Rowan")
    assert told(words, item)["Decision"] == ("", "They mean somebody registered")


def test_the_changed_words_of_a_field_are_marked(review: Review, words: Words) -> None:
    finding, _ = add_finding(review, title="Doors", statement="Nobody asked Ann about it.")
    start = review.number
    amend(review, finding, statement="Nobody asked Beth about it.")
    (item,) = since(review, words, start)
    (field,) = field_diffs(words, item.change)
    marked = [(run.sort, run.text.strip()) for run in field.runs]
    assert marked == [
        (Sort.SAME, "Nobody asked"),
        (Sort.REMOVED, "Ann"),
        (Sort.ADDED, "Beth"),
        (Sort.SAME, "about it."),
    ]


def test_steps_are_told_newest_first_with_what_they_were_done_to(
    review: Review, words: Words
) -> None:
    ann, _ = add_person(review, name="Ann Rowan")
    amend(review, ann, note="Ask her")
    review.undo()
    review.change("import", put=[*(entry(f"number {number}") for number in range(3))])
    told = [(line.what, line.to) for line in lines(words, review.steps())]
    assert told == [
        ("Import", "3 entries"),
        ("Took back: change private note of person", "Ann Rowan"),
        ("Change private note of person", "Ann Rowan"),
        ("Add person", "Ann Rowan"),
        ("Set up the review", "Adult C"),
    ]


def test_moments_are_versions_then_meetings_that_have_been(review: Review) -> None:
    version, _ = name_version(review, "Panel 2 draft")
    add_meeting(review, title="First panel", date="2026-01-05", time="10:00")
    add_meeting(review, title="Second panel", date="2026-02-05")
    add_meeting(review, title="To come", date="2026-12-05")
    add_meeting(review, title="Not dated")
    named = moments(review, date(2026, 3, 1))
    assert [moment.name.partition(" (")[0] for moment in named] == [
        "Panel 2 draft",
        "Second panel",
        "First panel",
    ]
    assert named[0].number == version.number == 1
    found = find_moment(review, "panel 2 DRAFT")
    assert found is not None
    assert found.number == 1
    assert find_moment(review, "nothing of the kind") is None


def test_a_day_is_its_beginning(review: Review) -> None:
    add_person(review, name="Ann Rowan")
    today = datetime.now(UTC).astimezone().date()
    assert moment_of_day(review, today).number == 0
    assert moment_of_day(review, today + timedelta(days=1)).number == 2


def test_two_versions_do_not_share_a_name(review: Review) -> None:
    name_version(review, "Panel 2 draft")
    with pytest.raises(BadInput, match="already"):
        name_version(review, " panel 2 DRAFT ")
    with pytest.raises(BadInput, match="needs a name"):
        name_version(review, " ")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_field_has_words_and_every_vocabulary_is_there(kind: type) -> None:
    told = kind_words(kind.kind)  # type: ignore[attr-defined] # every kind has one
    assert set(told.fields) == {each.name for each in fields(kind)} - {"id"}
    assert told.name
    for words in told.fields.values():
        assert not words.codes or vocabulary(words.codes)


def test_an_item_without_a_name_is_still_called_something(review: Review, words: Words) -> None:
    add_person(review, name="")
    (item,) = since(review, words, 1)
    assert item.name == "person without a name"
    assert review.all(Person)[0].id == item.id


def test_no_two_words_of_a_name_run_together(review: Review, words: Words) -> None:
    agency, _ = add_agency(review, name="Harbour Trust")
    start = review.number
    left = LoggedRelease(
        id=LoggedReleaseId(new_id()), at="2026-05-03T10:00:00+00:00", output="overview",
        audience="board", file_name="report.docx", released=True,
    )  # fmt: skip
    refused = replace(left, id=LoggedReleaseId(new_id()), file_name="", released=False)
    add_contribution(review, agency=agency.id, title="First version", paper="trust.xlsx")
    review.change("log releases", put=[left, refused], lasting=True)
    assert [item.name for item in since(review, words, start)] == [
        "Harbour Trust: First version trust.xlsx",
        "Overview: report.docx",
        "Overview",
    ]
