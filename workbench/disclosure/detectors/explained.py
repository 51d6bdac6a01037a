"""What explains a number, or a code of letters and digits, as ordinary: a count, a dose, a time of
day, a year, a role. The explanations stand in ``resources/dictionary/ordinary-numbers.json``."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from workbench.disclosure.dictionary import vocabulary, word_list
from workbench.resources import read_json

_DATA = read_json("dictionary", "ordinary-numbers.json")
BEFORE = frozenset(_DATA["before"].split())
AFTER = frozenset(_DATA["after"].split())
CALLING = frozenset(_DATA["calling"].split())
HOUSE = frozenset(_DATA["house"].split())
HOUSE_AFTER = frozenset(_DATA["house_after"].split())
BESIDE = frozenset(_DATA["beside"].split())
CREW = re.compile(r"[A-Z]{2}\d{2}")
_CODES = frozenset(_DATA["codes"].split())
_SLIPS = str.maketrans("0135", "oles")  # as a scanner reads letters: "S0cial", "ca11"
_PARTS = re.compile(r"[/&+,]|-(?=\D)|(?<=\D)-")
_LETTERS_AND_FIGURES = re.compile(r"([A-Za-z]{2,})\d{1,3}")


@cache
def _patterns() -> re.Pattern[str]:
    """All that explains a number by itself, as one pattern."""
    units = "|".join(sorted(set(_DATA["units"].split()), key=len, reverse=True))
    parts = {
        "{unit}": f"(?:(?i:{units}))",
        "{n}": r"(?:\d{1,3}(?:,\d{3})+|\d{1,4})(?:\.\d{1,3})?",
        "{c}": r"\d{1,3}(?:,\d{3})*(?:\.\d{1,3})?",
    }
    made = []
    for pattern in _DATA["alone"].values():
        for name, meaning in parts.items():
            pattern = pattern.replace(name, meaning)
        made.append(pattern)
    return re.compile(f"(?:{'|'.join(made)})")


@cache
def _published() -> re.Pattern[str]:
    """Guidelines, standards and forms, which everybody has: "NG136", "DS1500", "HMRC/R40"."""
    guides = {*_DATA["guides"].split(), *(word.upper() for word in word_list("shapes.guides"))}
    return re.compile(f"(?:{'|'.join(sorted(guides, key=len, reverse=True))})[-/]?\\d{{1,5}}[a-z]?")


@lru_cache(maxsize=65536)
def explained(piece: str) -> bool:
    """Whether this piece of text, with a digit in it, is ordinary as it stands."""
    return _alone(piece) or _of_parts(piece)


def _alone(piece: str) -> bool:
    if _patterns().fullmatch(piece) or piece in _CODES or piece in word_list("shapes.forms"):
        return True
    return bool(_published().fullmatch(piece)) or _word_with_figures(piece)


def _word_with_figures(piece: str) -> bool:
    """ "Academy21", "any1", and words in which a scanner took a letter for a figure."""
    known = vocabulary()
    match = _LETTERS_AND_FIGURES.fullmatch(piece)
    if match and (_known(match[1].lower()) or match[1].upper() in known.acronyms):
        return True
    word = piece.lower().translate(_SLIPS)
    return len(word) > 2 and word.isalpha() and _known(word)


def _known(low: str) -> bool:
    """Whether a word is of the language or of the trade."""
    return vocabulary().is_ordinary(low) or low in vocabulary().professional


def _of_parts(piece: str) -> bool:
    """ "SW1/GP2", "mid-2019": several parts, each ordinary and at least one of them no number."""
    parts = [part for part in _PARTS.split(piece) if part]
    if len(parts) < 2 or all(part.isdecimal() for part in parts):
        return False
    return all(_part(part) for part in parts)


def _part(part: str) -> bool:
    if any(map(str.isdigit, part)):
        return _alone(part)
    return (part.islower() and _known(part)) or len(part) == 1


def a_year(piece: str) -> bool:
    """Whether four figures are mostly a year."""
    return len(piece) == 4 and "1900" <= piece <= "2049"


def an_hour(piece: str) -> bool:
    """Whether four figures may be a time of day."""
    return len(piece) == 4 and piece[:2] < "25" and piece[2:] < "60"
