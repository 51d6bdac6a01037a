"""What the detectors find in hundreds of passages, with a threshold for each kind."""

from __future__ import annotations

import itertools

import pytest

from tests.workbench.disclosure import passages_by_hand as by_hand
from tests.workbench.disclosure import passages_unseen as unseen
from tests.workbench.disclosure import passages_words as words
from tests.workbench.disclosure.marked import Score, score
from tests.workbench.disclosure.passages_made import cases
from workbench.disclosure.detectors.numbers import checks_out
from workbench.disclosure.finder import finder_of
from workbench.disclosure.register import Entity, EntityKind, Register


@pytest.fixture(scope="module")
def written() -> Score:
    """The score on the passages that people wrote."""
    total = Score()
    for passages, register in (
        (by_hand.CHILD_PASSAGES, by_hand.CHILD),
        (by_hand.ADULT_PASSAGES, by_hand.ADULT),
        (unseen.FIRST_PASSAGES, unseen.FIRST),
        (unseen.SECOND_PASSAGES, unseen.SECOND),
        (words.PASSAGES, words.WORDS),
    ):
        score(passages, register, total)
    return total


@pytest.fixture(scope="module")
def made() -> Score:
    """The score on passages put together from names of many origins."""
    total = Score()
    for seed in (20260112, 7):
        for register, passages in cases(seed):
            score(passages, register, total)
    return total


THRESHOLDS = [
    ("registered surfaced", "registered", 1.0, 0.999),
    ("patterned surfaced", "patterned", 1.0, 1.0),
    ("identity certain", "identity", 0.95, 0.97),
    ("certain right", "certain", 0.995, 0.998),
    ("unknown surfaced", "unknown", 0.97, 0.98),
    ("left alone", "ordinary", 0.975, 0.99),
]


@pytest.mark.parametrize(("part", "whole", "least", "_"), THRESHOLDS)
def test_written_passages_reach(
    written: Score, part: str, whole: str, least: float, _: float
) -> None:
    assert written.counts[whole] > 20
    assert written.share(part, whole) >= least, "\n".join(written.wrong)


@pytest.mark.parametrize(("part", "whole", "_", "least"), THRESHOLDS)
def test_made_passages_reach(made: Score, part: str, whole: str, _: float, least: float) -> None:
    assert made.counts[whole] > 300
    assert made.share(part, whole) >= least, "\n".join(made.wrong)


def test_no_registered_name_is_taken_for_somebody_else(written: Score, made: Score) -> None:
    assert written.counts["wrong entity"] == 0, "\n".join(written.wrong)
    assert made.counts["wrong entity"] <= made.counts["registered"] * 0.002, "\n".join(made.wrong)


def test_an_nhs_number_is_surfaced_whether_or_not_it_checks_out() -> None:
    finder = finder_of(Register())
    assert checks_out("9434765919")
    assert not checks_out("9434765918")
    for number in ("943 476 5919", "943 476 5918", "9434765919", "9434765918"):
        assert [one.kind for one in finder.find(f"It was {number} then.")], number


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n", "\u200b", "...", "A", "é" * 9, "مرحبا بالعالم", "Анна сказала", "李雷在家",
        "\u202eabc\u202c", "a" * 200_000, "A" * 50_000, "1" * 50_000, "@" * 5_000, "a@" * 5_000,
        "Mr " * 5_000, "(" * 5_000, "A. " * 3_000, "'" * 3_000, "\ud800", "0" + " 1" * 4_000,
    ],
    ids=lambda text: repr(text[:8]),
)  # fmt: skip
def test_any_text_gets_an_answer(text: str) -> None:
    finder = finder_of(by_hand.CHILD)
    for one in finder.find(text):
        assert 0 <= one.start < one.end


def test_a_text_in_another_script_is_put_to_the_author() -> None:
    found = finder_of(Register()).find("Signed: محمد and 李雷.")
    assert len(found) == 2
    assert not any(one.certain for one in found)


def test_the_same_text_always_gets_the_same_answer() -> None:
    finder = finder_of(by_hand.CHILD)
    text = "Mr Okafor and Will met Dr Adebayo. Rose rose."
    assert finder.find(text) == finder.find(text)


def test_findings_never_overlap_and_stand_in_order() -> None:
    finder = finder_of(by_hand.ADULT)
    for passage in by_hand.ADULT_PASSAGES:
        found = finder.find(passage)
        assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_a_register_of_one_letter_or_no_name_finds_nothing_and_breaks_nothing() -> None:
    odd = [
        Entity(id=str(n), kind=EntityKind.PERSON, name=name)
        for n, name in enumerate(["A", "?", "李", ""])
    ]
    assert finder_of(Register(tuple(odd))).find("A cat sat.") == []


def test_numbers_of_a_person_are_found_however_they_are_written() -> None:
    person = Entity(
        id="p",
        kind=EntityKind.PERSON,
        name="Ada Thistlewood",
        identifiers=("LAC/99/1", "Blue Door, 14 Ash Row"),
    )
    finder = finder_of(Register((person,)))
    for text in ("file LAC-99-1 refers", "lac 99 1", "at blue door 14 ash row."):
        assert any(one.entity == "p" for one in finder.find(text)), text
