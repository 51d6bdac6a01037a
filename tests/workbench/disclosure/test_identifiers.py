"""Identifiers as many services write them, one line each in ``identifiers.txt``, and in
``ordinary_numbers.txt`` what is none: every marked one is surfaced whole, nothing ordinary is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.disclosure.marked import Score, score, unmarked
from workbench.disclosure.detectors.classes import Classes
from workbench.disclosure.detectors.found import Kind
from workbench.disclosure.detectors.index import index_of
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.slips import Slips
from workbench.disclosure.detectors.unknown import Unknown
from workbench.disclosure.finder import PATTERNS, finder_of
from workbench.disclosure.register import Register
from workbench.disclosure.wording import coarser

_HERE = Path(__file__).parent
FINDER = finder_of(Register())
INDEX = index_of(Register())
CLASSES = Classes(INDEX, Slips(INDEX), Unknown(INDEX))


def lines(name: str) -> list[str]:
    """The lines of one of the lists."""
    return _HERE.joinpath(name).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", lines("identifiers.txt"))
def test_every_identifier_of_a_line_is_surfaced_whole(line: str) -> None:
    total = score([line], Register(), Score())
    assert total.counts["patterned"] >= 1
    missed = [wrong for wrong in total.wrong if wrong.startswith(("MISSED", "REPLACED"))]
    assert missed == []


def test_most_identifiers_are_replaced_without_a_question() -> None:
    total = score(lines("identifiers.txt"), Register(), Score())
    assert total.share("identity certain", "identity") >= 0.85, total.wrong


@pytest.mark.parametrize("line", lines("ordinary_numbers.txt"))
def test_numbers_of_nobody_are_left_alone(line: str) -> None:
    found = [one for one in FINDER.find(line) if one.kind is not Kind.UNKNOWN]
    assert [line[one.start : one.end] for one in found] == []


@given(st.data())
def test_a_number_after_its_word_is_found_in_any_sentence(data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(["bleep", "Ext.", "collar no.", "keysafe", "NMC PIN", "GMC:"]))
    digits = data.draw(st.from_regex(r"[1-9][0-9]{3}", fullmatch=True))
    number = f"{digits}{digits}" if word[:3] in ("NMC", "GMC") else digits
    before = data.draw(st.sampled_from(["", "She rang on ", "It was late. ", "- ", "(see) "]))
    text = f"{before}{word} {number}, and went."
    start = text.index(number)
    spans = [(one.start, one.end) for one in FINDER.find(text)]
    assert any(a <= start and start + len(number) <= b for a, b in spans), text


def test_the_lists_hold_what_they_say() -> None:
    assert len(lines("identifiers.txt")) > 60
    assert all(unmarked(line).spans for line in lines("identifiers.txt"))
    assert not any(unmarked(line).spans for line in lines("ordinary_numbers.txt"))


@pytest.mark.parametrize(
    ("words", "month", "year"),
    [
        ("Fri 9th", "that month", "that year"),
        ("Weds 19/10/22", "October 2022", "2022"),
        ("5/11", "November", "[removed]"),
        ("22ain o Dachwedd 2019", "November 2019", "2019"),
        ("3 an Ceitean 2019", "May 2019", "2019"),
        ("l3/9/18", "[removed]", "[removed]"),
    ],
)
def test_a_shortened_day_is_said_no_narrower_than_may_be_read(
    words: str, month: str, year: str
) -> None:
    assert (coarser(words, "month"), coarser(words, "year")) == (month, year)


def test_days_at_the_beginnings_of_lines_are_no_paragraph_numbers() -> None:
    chart = "14.1 Attended.\n21.1 Did not.\n28.1 Attended.\n2.2 Seen at home, next appt (9.2)."
    found = [chart[one.start : one.end] for one in FINDER.find(chart)]
    assert found == ["14.1", "21.1", "28.1", "2.2", "9.2"]
    paragraphs = "2.1 Offence: none.\n2.6 Insight: some.\n3.1 Home: yes.\n12.1 Aim: all.\n13.1 End."
    assert FINDER.find(paragraphs) == []


def test_a_chart_of_days_is_one_and_a_score_is_none() -> None:
    chart = "8/12 Warfarin given\n9/12 Antibiotic given\n10/12 Rash seen"
    assert [one.certain for one in FINDER.find(chart)] == [True, True, True]
    assert FINDER.find("Pain 8/12 today. Power 4/5, then 3/7 course.") == []


@pytest.mark.parametrize("name", ["identifiers.txt", "ordinary_numbers.txt"])
def test_no_gate_keeps_an_identifier_from_its_pattern(name: str) -> None:
    for line in lines(name):
        text = unmarked(line).text
        for waits_for, detector in PATTERNS:
            reading, opened = CLASSES.mark(Reading(text)), CLASSES.mark(Reading(text))
            found = set(detector(reading)) if not waits_for or reading.calls & waits_for else set()
            opened.calls = -1  # every word that any pattern waits for
            # What a word elsewhere in the text makes certain is no matter of gates.
            more = {(one.start, one.end) for one in detector(opened) if one.rule != "cue"}
            assert more <= {(one.start, one.end) for one in found}, (detector, text)
