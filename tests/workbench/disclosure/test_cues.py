"""What is looked at before a pattern is looked for never hides what the pattern would find."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.disclosure.detectors import dates, numbers, vehicles
from workbench.disclosure.detectors.classes import Classes
from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.index import index_of
from workbench.disclosure.detectors.numerals import Numerals
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.slips import Slips
from workbench.disclosure.detectors.unknown import Unknown
from workbench.disclosure.finder import finder_of
from workbench.disclosure.register import Register

NOBODY = Register()
INDEX = index_of(NOBODY)
CLASSES = Classes(INDEX, Slips(INDEX), Unknown(INDEX))
PIECES = st.lists(
    st.sampled_from(
        (
            "1", "7", "12", "31", "03", "2019", "1987", "456", "5678", "943476", "07700", "900123",
            "+44", "(0)", "0044", " ", " ", ".", "-", "/", ", ", "\n", "(", ")", "AB", "QQ", "C",
            "TQ", "A1", "SW1A", "1AA", "ab", "case ", "no. ", "NHS ", "May", "st", "x", "_",
        )
    ),
    max_size=14,
)  # fmt: skip


def read(text: str) -> Reading:
    return CLASSES.mark(Reading(text))


def longest(pattern: re.Pattern[str], text: str, group: str | int = 0) -> int:
    """The most digits that a match of the pattern holds."""
    return max((sum(map(str.isdigit, found[group])) for found in pattern.finditer(text)), default=0)


@settings(max_examples=600, deadline=None)
@given(PIECES)
def test_digits_stand_together_wherever_a_pattern_of_digits_matches(pieces: list[str]) -> None:
    reading = read("".join(pieces))
    text, known = reading.text, reading.numerals
    for pattern, digits in ((numbers._NHS, 10), (numbers._NI, 6), (numbers._UPN, 11)):
        assert not pattern.search(text) or known.in_row >= digits
    assert longest(numbers._PHONE, text) < 9 or known.in_row >= 5
    assert longest(numbers._REFERENCE, text) < 5 or known.in_piece >= 5 or known.in_row >= 16
    for pattern in (dates._NUMERIC, dates._ISO, dates._NUMERIC_US):
        assert not pattern.search(text) or known.marks > 1
    for found in numbers._CUED_NUMBER.finditer(text):
        it = found["it"].rstrip(".-/")
        year = re.fullmatch(r"(?:19|20)\d\d", it)
        assert year or sum(map(str.isdigit, it)) < 4 or known.in_piece >= 4


@settings(max_examples=400, deadline=None)
@given(PIECES)
def test_postcodes_and_plates_begin_where_they_are_looked_for(pieces: list[str]) -> None:
    reading = read("".join(pieces))
    for pattern in (numbers._POSTCODE, vehicles._VEHICLE, numbers._UPN):
        everywhere = [found.span() for found in pattern.finditer(reading.text)]
        assert [found.span() for found in reading.beside_mixed(pattern)] == everywhere


def test_a_text_without_digits_has_no_numerals() -> None:
    assert read("Nobody came.").numerals == Numerals()


def test_a_word_has_the_bits_of_every_detector_that_waits_for_it() -> None:
    small, typed = cue(("zyx",)), cue(("Zyx",), as_written=True)
    shaped = cue(shape=re.compile("zy").match)
    waited_for = small | typed | shaped
    assert read("Then Zyx came.").calls & waited_for == waited_for
    assert read("Then zyxw came.").calls & waited_for == shaped


def test_a_cue_wakes_its_detector() -> None:
    texts = {
        "user zog99 wrote": "zog99", "NHS 943 476 5919": "943 476 5919", "on 3 May 2020": "3 May 2020",
        "May the third": "May the third", "Flat 4, 12 Hawthorn Road": "12 Hawthorn Road",
        "reg. no. AB12 CDE": "AB12 CDE", "log 4411 of 3 May": "4411", "///one.two.three": "///one.two.three",
    }  # fmt: skip
    for text, identifies in texts.items():
        found = finder_of(NOBODY).find(text)
        assert any(identifies in text[one.start : one.end] for one in found), text
