"""Days that have a name ("Christmas Day 2021"), and birthdays that are counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.normalise import atoms_of
from workbench.resources import read_json

_DAYS = read_json("dictionary", "feasts.json")
FIXED: dict[str, list[int]] = _DAYS["fixed"]
_NAMES = sorted((*FIXED, *_DAYS["moving"]), key=len, reverse=True)
_ANY = "|".join(re.escape(name).replace("st\\ ", "st\\.? ") for name in _NAMES)
FEAST = re.compile(
    rf"\b(?P<feast>{_ANY})\b(?:,? (?:in |of )?(?P<year>(?:19|20)\d\d|'\d\d)\b)?", re.IGNORECASE
)
_FIRST = {atoms_of(name)[:2][-1] for name in _NAMES}  # the second word is the rarer one
_BIRTHDAY = re.compile(
    r"\b(?P<whose>their |a |the |any |every |our |'s |s' )?(?:own )?"
    r"(?P<it>(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)tieth|twenty[ -]first) birthday)\b(?! (?:party|card|"
    r"cake|present|parties|cards))",
    re.IGNORECASE,
)
_FEAST_CUE = cue(_FIRST)
_BEGINS = frozenset(atoms_of(name)[0] for name in _NAMES)
_BIRTHDAY_CUE = cue(("birthday",))
FEAST_CUES = _FEAST_CUE | _BIRTHDAY_CUE


def feasts(reading: Reading) -> Iterator[Found]:
    """Named days with their year, and birthdays that are counted: who knows the day of birth
    knows the day. A feast without its year says little: "By Christmas Eve he had gone"."""
    text = reading.text
    for match in _feasts(reading):
        if match["year"]:
            yield Found(*match.span(), Kind.DATE, rule="date")
    for match in _BIRTHDAY.finditer(text) if reading.calls & _BIRTHDAY_CUE else ():
        if (match["whose"] or "").strip().lower() in ("", "'s", "s'"):
            yield Found(*match.span("it"), Kind.DATE, certain=False, rule="perhaps")


def _feasts(reading: Reading) -> Iterator[re.Match[str]]:
    """Named days, looked for only where two words could begin one."""
    for place in reading.called(_FEAST_CUE):
        for first in (place - 1, place):
            if first >= 0 and reading.lows[first] in _BEGINS:
                match = FEAST.match(reading.text, reading.starts[first])
                if match:
                    yield match
                    break
