"""The words of which the names of places, firms and bodies are made."""

from __future__ import annotations

import re
from collections.abc import Callable

from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import trade_words, vocabulary, word_list
from workbench.disclosure.normalise import atoms_of
from workbench.resources import read_json

_DATA: dict[str, str] = read_json("dictionary", "kinds-of-places.json")


def _words(name: str) -> frozenset[str]:
    return frozenset(_DATA[name].split())


PICTURES, BRANDS, HEADS = _words("pictures"), _words("brands"), _words("heads")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_AS_OPENING = frozenset(
    ("All", "Our", "New", "Old", "Over", "Little", "Great", "Hospital", "Hotel")
)
_BETWEEN = frozenset(
    ("na", "nan", "nam", "an", "y", "yr", "ar", "ger", "uwch", "o", "le", "by", "upon")
)
# By which a place may be called for short.
SHORT_FOR = PICTURES - word_list("bodies.not_alone")
ENDS_PLACE = _words("ends_place")
BEFORE, TOLD = _words("before"), _words("told")


def own_word(low: str) -> bool:
    """Whether a word is one of the language and not of the trade, so that its capital tells."""
    known = vocabulary()
    listed = low in known.ordinary or low in known.rare or low in known.seldom
    return low in PICTURES or (listed and low not in trade_words())


def _by_first(rows: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for atoms in map(atoms_of, rows):
        found[atoms[0]] = (*found.get(atoms[0], ()), atoms)
    return found


SMALL_KINDS = _by_first(_DATA["small"].split("|"))


def small_kind(reading: Reading, place: int) -> int:
    """How many words from this place name the kind of what stands before them: "boating lake"."""
    kinds = SMALL_KINDS.get(reading.low(place))
    if kinds is None or reading.gap(place) != " " or reading.capital(place):
        return 0
    fits = [len(kind) for kind in kinds if tuple(reading.lows[place : place + len(kind)]) == kind]
    return max(fits, default=0)


def whole_place(
    reading: Reading, first: int, last: int, strange: Callable[[str], bool]
) -> tuple[int, int]:
    """A strange name with what belongs to it as a place: "Royal Marsham", "Tigh na Mara", "1st
    Fernley", "Albany boating lake"."""
    last = _in_capitals(reading, last)
    while reading.low(last + 1) in _BETWEEN and reading.gap(last + 1) in (" ", "-"):
        goes_on = reading.capital(last + 2) and reading.gap(last + 2) in (" ", "-")
        if not goes_on or not strange(reading.atom(last + 2)):
            break
        last += 2
    owned = int(reading.gap(last + 1) == "'" and reading.low(last + 1) == "s")
    kind = small_kind(reading, last + owned + 1)
    last += (owned + kind) if kind else 0
    while first and reading.gap(first) in (" ", "-") and _begins(reading, first - 1):
        first -= 1
    return first, last


def _in_capitals(reading: Reading, last: int) -> int:
    """ "VICTORIA PARK": what ends the name of a place, among capitals throughout."""
    after = last + 1
    headed = reading.gap(after) == " " and reading.low(after) in ENDS_PLACE
    return after if headed and reading.atom(after).isupper() else last


def _begins(reading: Reading, place: int) -> bool:
    atom = reading.atoms[place]
    if _ORDINAL.fullmatch(atom):
        return reading.capital(place + 1)
    return atom in BEFORE and (atom not in _AS_OPENING or not reading.starts_sentence(place))
