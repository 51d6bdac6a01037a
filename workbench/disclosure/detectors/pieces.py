"""What of a text is written together as one number, and what may belong to it beside it."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.disclosure.detectors.explained import AFTER, a_year
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import vocabulary

_BREAK = re.compile(r"[\s|;()\[\]{}\"<>=~?!,]|\.\.|^'")
_MASKED = re.compile(r"[xX]{2,}\d*")  # "4659 42xx xxxx 1163"


def piece_at(reading: Reading, place: int) -> tuple[int, int]:
    """The first and last word of what is written together with this word."""
    first = last = place
    while first > 0 and _together(
        reading.gaps[first], reading.atoms[first - 1], reading.atoms[first]
    ):
        first -= 1
    end = len(reading.atoms) - 1
    while last < end and _together(
        reading.gaps[last + 1], reading.atoms[last], reading.atoms[last + 1]
    ):
        last += 1
    return first, last


def _together(gap: str, before: str, after: str) -> bool:
    if gap == " ":
        return False
    if gap == ",":
        return before.isdecimal() and len(after) == 3 and after.isdecimal()
    if _breaks(gap):
        return False
    if gap == ":":
        return before[-1].isdigit() and after[:1].isdigit()
    return not (gap[0] in ".:'" and before.isalpha() and len(before) > 1)


@lru_cache(maxsize=4096)
def _breaks(gap: str) -> bool:
    return _BREAK.search(gap) is not None


def goes_before(reading: Reading, first: int, last: int) -> bool:
    """Whether a piece may be the part before of a number: figures, or letters that are no word."""
    atom = reading.atoms[last]
    if atom.isdecimal():
        return first == last and len(atom) > 1 and not a_year(atom)
    return _letters(reading, first, last)


def goes_on(reading: Reading, first: int, last: int) -> bool:
    """Whether a piece may be the part after: as before, but nothing that is counted."""
    if _MASKED.fullmatch(reading.atoms[first]):
        return True
    if not any(map(str.isdigit, reading.atoms[first])):
        return _letters(reading, first, last)
    atom = reading.atoms[first]
    if first != last or reading.text[reading.ends[last] : reading.ends[last] + 1] in (
        "%",
        ":",
        "/",
    ):
        return False
    return not a_year(atom) and reading.low(last + 1) not in AFTER


def _letters(reading: Reading, first: int, last: int) -> bool:
    atom = reading.atoms[first]
    if first != last or len(atom) > 5 or not atom.isupper() or reading.shouted(first):
        return False
    known = vocabulary()
    plate = len(atom) == 3  # "RIG 7720"
    return atom not in known.acronyms and (plate or not known.is_ordinary(atom.lower()))
