"""How many questions a report of a hundred pages asks of its author, and how many its redraft."""

from __future__ import annotations

import pytest

from tests.workbench.disclosure import long_report
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import disclose
from workbench.disclosure.questions import Question, questions
from workbench.model.rulings import Ruling, Verdict

KNOWN = long_report.the_register()


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    """The report's first draft."""
    return long_report.texts()


def asked(paragraphs: list[str], rulings: list[Ruling]) -> tuple[Question, ...]:
    disclosed = disclose(long_report.document(paragraphs), KNOWN, audience("published"), rulings)
    return questions([disclosed])


def answered(some: tuple[Question, ...]) -> list[Ruling]:
    """Each question answered as an author would: here only where that is all that can be said."""
    return [
        Ruling(
            id=str(number),
            words=one.words,
            context=one.sentence if one.here_only else "",
            verdict=Verdict.KEEP if one.here_only else Verdict.GENERALISE,
            replacement="" if one.here_only else "a practitioner",
        )
        for number, one in enumerate(some)
    ]


def test_a_hundred_pages_ask_at_most_forty_questions(paragraphs: list[str]) -> None:
    assert sum(len(text.split()) for text in paragraphs) >= 50_000
    first = asked(paragraphs, [])
    words = [one.words for one in first]
    assert len(first) <= 40, words
    assert all(any(stranger in word for word in words) for stranger in long_report._STRANGERS), (
        words
    )
    assert asked(paragraphs, answered(first)) == ()


@pytest.mark.parametrize("seed", [5, 6, 7])
def test_a_redraft_asks_at_most_five_more(paragraphs: list[str], seed: int) -> None:
    rulings = answered(asked(paragraphs, []))
    again = asked(long_report.redrafted(paragraphs, seed=seed), rulings)
    assert len(again) <= 5, [(one.words, one.sentence) for one in again]
