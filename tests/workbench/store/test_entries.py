"""The chronology's questions give what reading every entry in Python would give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workbench.store.records import entry, make
from tests.workbench.store.worlds import WHENS
from workbench.model.agencies import Agency
from workbench.model.chronology import Entry, EntryOrder, EntryQuery
from workbench.model.ids import AgencyId, EntryId, PersonId, new_id
from workbench.model.people import Person
from workbench.model.when import Precision, When
from workbench.review import Review


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Review]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBENCH_DATA", str(tmp_path_factory.mktemp("entries-data")))
        review = make(tmp_path_factory.mktemp("entries") / "a.review")
        yield review
        review.abandon()


def day(text: str, clock: str = "") -> When:
    on = date.fromisoformat(text)
    at = time.fromisoformat(clock) if clock else None
    return When(text=text, precision=Precision.DAY, start=on, end=on, start_time=at, end_time=at)


def holding(review: Review, entries: list[Entry]) -> list[Entry]:
    """Make these the record's only entries."""
    review.change("clear", remove=review.all(Entry))
    review.change("fill", put=entries)
    return entries


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(whens=st.lists(WHENS, min_size=1, max_size=12))
def test_entries_are_sorted_as_their_times_sort(review: Review, whens: list[When]) -> None:
    made = holding(review, [entry(str(number), when=when) for number, when in enumerate(whens)])
    wanted = [each.id for each in sorted(made, key=lambda each: each.when.sort_key)]
    assert [each.id for each in review.entries()] == wanted
    upside_down = EntryQuery(descending=True)
    assert [each.id for each in review.entries(upside_down)] == wanted[::-1]
    for index, each in enumerate(wanted):
        assert review.place_of_entry(EntryQuery(), EntryId(each)) == index
        assert review.entries(offset=index, limit=1)[0].id == each


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    whens=st.lists(WHENS, min_size=1, max_size=12),
    first=st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    last=st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
)
def test_a_span_keeps_what_may_have_happened_within_it(
    review: Review, whens: list[When], first: date | None, last: date | None
) -> None:
    made = holding(review, [entry("x", when=when) for when in whens])
    query = EntryQuery(first=first, last=last)

    def may_be_within(when: When) -> bool:
        if first is None and last is None:
            return True
        early = last is None or when.start is None or when.start <= last
        late = first is None or when.end is None or when.end >= first
        return when.dated and early and late

    wanted = {each.id for each in made if may_be_within(each.when)}
    assert {each.id for each in review.entries(query)} == wanted
    assert review.count_entries(query) == len(wanted)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("home visit", ["Home visit by nurse."]),
        ("HOME", ["Home visit by nurse.", "At home; no visit."]),
        ("100%", ["Dose at 100% of plan."]),
        ("_", ["file_12"]),
        ("\\", ["a\\b"]),
        ("ÉMILE", ["Émile called."]),
        ("  nurse  ", ["Home visit by nurse."]),
        ("visit home", []),
        (
            "",
            [
                "Home visit by nurse.",
                "At home; no visit.",
                "Dose at 100% of plan.",
                "file_12",
                "a\\b",
                "Émile called.",
            ],
        ),
    ],
)
def test_text_is_searched_for_as_typed(review: Review, typed: str, found: list[str]) -> None:
    texts = [
        "Home visit by nurse.",
        "At home; no visit.",
        "Dose at 100% of plan.",
        "file_12",
        "a\\b",
        "Émile called.",
    ]
    holding(review, [entry(text) for text in texts])
    assert [each.text for each in review.entries(EntryQuery(text=typed))] == found
    assert review.count_entries(EntryQuery(text=typed)) == len(found)


def test_source_and_comment_are_searched_too(review: Review) -> None:
    made = holding(
        review, [entry("a", source="page 9"), entry("b", comment="See PAGE 9"), entry("c")]
    )
    assert list(review.entries(EntryQuery(text="page 9"))) == made[:2]


def test_filters_by_agency_person_mark_and_report(review: Review) -> None:
    agency, person = AgencyId(new_id()), PersonId(new_id())
    review.change("who", put=[Agency(id=agency, name="Police"), Person(id=person, name="Ann")])
    one = entry("one", agency=agency, mark="key", when=day("2020-01-02"))
    two = entry("two", people=(person,), in_report=False, when=day("2020-01-01"))
    holding(review, [one, two])
    for query, wanted in (
        (EntryQuery(agency=agency), [one]),
        (EntryQuery(person=person), [two]),
        (EntryQuery(mark="key"), [one]),
        (EntryQuery(in_report=False), [two]),
        (EntryQuery(agency=agency, person=person), []),
        (EntryQuery(), [two, one]),
    ):
        assert list(review.entries(query)) == wanted
        assert review.count_entries(query) == len(wanted)
    assert review.place_of_entry(EntryQuery(mark="key"), two.id) is None


def test_orders_fall_back_on_time_and_sequence(review: Review) -> None:
    same = day("2020-01-01")
    b, a = (
        entry("b", when=same, sequence="2", mark="x"),
        entry("a", when=same, sequence="1", mark="y"),
    )
    early = entry("c", when=day("2020-01-01", "09:50"), mark="x")
    holding(review, [b, a, early])
    assert [each.text for each in review.entries()] == ["a", "b", "c"]
    by_mark = EntryQuery(order=EntryOrder.MARK)
    assert [each.text for each in review.entries(by_mark)] == ["b", "c", "a"]
    by_text = EntryQuery(order=EntryOrder.TEXT, descending=True)
    assert [each.text for each in review.entries(by_text)] == ["c", "b", "a"]
    review.change("move", put=[replace(a, when=day("2021-01-01"))])
    assert [each.text for each in review.entries()] == ["b", "c", "a"]
