"""Names found with slips of the hand, and in another order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.store.records import make
from workbench.actions.agencies import add_agency
from workbench.actions.chronology import add_entry
from workbench.actions.people import add_person, add_place
from workbench.model.narrowing import Narrowing
from workbench.questions.found import find_anything
from workbench.questions.names_like import folded, names_like, slips
from workbench.review import Review


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Review]:
    review = make(tmp_path_factory.mktemp("names") / Path("a.review"))
    add_person(review, name="Siobhán Marchetti", aliases=("Shiv", "Mrs Marketti-Cole"))
    add_person(review, name="Ann Lee")
    add_person(review, name="Thaddeus Okonkwo")
    add_place(review, name="Willowbrook House")
    add_agency(review, name="Northmere Community Trust")
    add_entry(review, text="Siobhán was seen at Willowbrook.")
    yield review
    review.abandon()


def named(review: Review, typed: str) -> list[str]:
    found = names_like(review, typed)
    return [review.find_all([each])[each].name for each in found]  # type: ignore[attr-defined] # they are named


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Siobahn", "Siobhán Marchetti"),  # two letters turned round
        ("siobhan marchetty", "Siobhán Marchetti"),
        ("marchetti siobhan", "Siobhán Marchetti"),  # another order
        ("Marketi Cole", "Siobhán Marchetti"),  # another name, a letter left out
        ("okonkwo tadeus", "Thaddeus Okonkwo"),
        ("okonkow", "Thaddeus Okonkwo"),
        ("Okonq", "Thaddeus Okonkwo"),  # not finished
        ("wilowbrok", "Willowbrook House"),  # two letters left out
        ("comunity northmere", "Northmere Community Trust"),
    ],
)
def test_one_or_two_slips_and_another_order_are_forgiven(
    review: Review, typed: str, name: str
) -> None:
    assert named(review, typed) == [name]


@pytest.mark.parametrize("typed", ["Anm", "L", "Okonkwo Marchetti", "Thaddy Brown", "zzzzzzz", ""])
def test_short_words_and_other_names_are_not_taken_for_these(review: Review, typed: str) -> None:
    assert named(review, typed) == []


def test_find_anything_puts_the_name_that_was_meant_with_what_holds_the_words(
    review: Review,
) -> None:
    assert [(each.kind, each.text) for each in find_anything(review, "Willowbrok")] == [
        ("place", "Willowbrook House")
    ]
    assert [each.kind for each in find_anything(review, "siobhan")] == ["person", "entry"]
    narrowed = Narrowing(person=_one(review))
    assert [each.kind for each in find_anything(review, "Marchetty", narrowing=narrowed)] == []


def _one(review: Review) -> str:
    return names_like(review, "Siobahn")[0][1]


WORDS = st.text(st.sampled_from("abcdeé"), min_size=1, max_size=9)


@given(WORDS, st.integers(0, 8), st.sampled_from("xyz"))
def test_any_one_slip_in_a_long_word_is_forgiven(word: str, at: int, other: str) -> None:
    (plain,) = folded(word)
    if len(plain) < 5:
        return
    at %= len(plain) - 1
    for slipped in (
        plain[:at] + plain[at + 1 :],
        plain[:at] + other + plain[at:],
        plain[:at] + other + plain[at + 1 :],
        plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :],
    ):
        assert slips(slipped, [plain])[plain] <= 1
