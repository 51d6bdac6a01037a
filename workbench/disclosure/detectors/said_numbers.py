"""Numbers that are somebody's because of the word before them: "bleep 4471", "OUR REF LSL/C/0221".

The words stand in ``resources/dictionary/said-numbers.json``, by what their numbers look like.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import DIGITS, Reading
from workbench.disclosure.dictionary import vocabulary
from workbench.disclosure.normalise import atoms_of
from workbench.resources import read_json

_YEAR = re.compile(r"(?:19|20)\d\d(?:[/-](?:19|20)?\d\d)?")
# "GMC no. 7123456", "keysafe number is: 4432", "VRM part BV19", "PNC (ID) #".
_BETWEEN = re.compile(
    r"(?:,(?= [A-Z]{2,6}[/-]\d))?"  # "an exhibit, GP/1"
    r"(?:\.?[ \t]?\(?(?:nos?|num|numbers?|refs?|references?|ids?|codes?|pin|reg|registration|card|"
    r"account|certificate|cert|is|was|are|were|name|user|tag|called|part|partial|mark|ending|ends|"
    r"ended|beginning|begins|starting|starts|with|in|as|record|report|file|case|form)\b\)?){0,4}"
    r"(?:\.?[ \t]{0,2}[:=#|(-]{0,2}[ \t]{0,3}['\"]?)",
    re.IGNORECASE,
)
_OF_DAY = re.compile(
    r" (?:of|on|dated|@) (?:the )?\d{1,2}(?:(?:[/.-]\d{1,2}|[ /.-]?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})(?:[ /.-]?\d{2,4})?\b|"
    r"(?:st|nd|rd|th)\b(?: [A-Z][a-z]{2,8}\b)?)",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\b(?:ending|ends|ended|beginning|begins|starting|starts)\b", re.IGNORECASE)
_JOINED = r"[A-Za-z0-9]+(?:[./_-][A-Za-z0-9]+){0,8}"
_SPACED = r"\d{2,4}(?: \d{2,4}){1,4}(?! ?\d)"
_ABBREVIATED = 5  # letters: after a longer word a full stop ends the sentence
_STOPS = r"(?![\w%£]|[./,-]\d)"
_SHAPES = {
    "short": re.compile(rf"\d{{2,6}}{_STOPS}"),
    "code": re.compile(rf"(?=[A-Z]{{0,2}}\d)[A-Z]{{0,2}}\d{{3,8}}[A-Z#]{{0,2}}{_STOPS}"),
    "officer": re.compile(rf"[A-Z]{{0,2}}\d{{2,6}}[A-Z]?{_STOPS}"),
    "badge": re.compile(
        rf"(?=[A-Z0-9/-]*\d)(?:[A-Z0-9]{{2,12}}(?:[/-][A-Z0-9]{{1,10}}){{0,2}}){_STOPS}"
    ),
    "registered": re.compile(
        rf"(?=[A-Z0-9/-]*\d{{4}})[A-Z0-9]+(?:[/-][A-Z0-9]+){{0,2}}{_STOPS}|\d{{5}} \d{{5}}{_STOPS}"
    ),
    "reference": re.compile(
        rf"{_SPACED}{_STOPS}|[A-Z]{{1,4}} \d{{4,9}}{_STOPS}|"
        rf"{_JOINED}(?: ?[/-] ?[A-Z0-9]{{1,8}}){{0,4}}{_STOPS}"
    ),
    "file": re.compile(
        rf"(?:\d{{2}} [A-Z0-9]{{2}} \d{{4,6}} \d{{2}}|{_SPACED}|"
        rf"[A-Z]{{1,3}} \d{{3,9}}(?:[-/]\d{{1,6}})?|{_JOINED}){_STOPS}"
    ),
    "paper": re.compile(
        r"(?:[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?|"
        r"[A-Z]{1,5}9{0,4} \d{6} [A-Z0-9]{4,5}(?: \d{2})?|[A-Z0-9]{3} [A-Z0-9]{3} [A-Z0-9]{3}|"
        rf"[A-Z]{{1,4}} \d{{5,9}}|{_SPACED}|{_JOINED}){_STOPS}"
    ),
    "exhibit": re.compile(
        r"[A-Z]{2,6}[/-]?\d{1,4}[A-Z]?(?:(?:,? and |, ?| to |-)[A-Z]{2,6}[/-]?\d{1,4}[A-Z]?){0,9}"
        rf"{_STOPS}"
    ),
    "plate": re.compile(
        rf"[A-Z]{{1,3}} ?\d{{1,4}}(?: ?[A-Z]{{1,3}})?{_STOPS}|[A-Z]{{3}}(?![\w'])|"
        rf"\d{{2,4}} ?[A-Z]{{3}}{_STOPS}"
    ),
    "log": re.compile(  # "1147 OF 11 MAR"
        rf"\d{{1,6}}(?= (?:of|on|dated|@) (?:the )?\d)|\d{{3,6}}(?= \d{{1,2}}[/.-])|"
        rf"\d{{4,6}}{_STOPS}|\d{{3}}(?=[.,;:)\]\n]| \||$)",
        re.IGNORECASE,
    ),
    "lettered": re.compile(rf"[A-Z]{{1,4}}[ -]?\d{{3,9}}(?:[ /-]\d{{2,6}}){{0,2}}{_STOPS}"),
    "sorted": re.compile(rf"\d{{2}}[ -]\d{{2}}[ -]\d{{2}}{_STOPS}"),
    "cell": re.compile(rf"[A-Z]\d?[-/]\d{{1,3}}{_STOPS}"),
    "home": re.compile(
        rf"\d{{1,4}}[A-Za-z]?{_STOPS}(?! (?:people|children|others|of|per|miles)\b)"
    ),
    "district": re.compile(rf"[A-Z]{{1,2}}\d{{1,2}}[A-Z]?(?: \d)?{_STOPS}"),
    "degrees": re.compile(r"[-+]?\d{1,7}(?:\.\d{2,})? ?°? ?[NSEW]?(?!\w)"),
    "grid": re.compile(r"[A-Z]{1,2} ?\d{2,5} ?\d{2,5}(?!\w)|\d{3} ?\d{3}(?!\w)"),
    "handle": re.compile(r"(?:live:|u/)?@?[A-Za-z0-9](?:[\w-]|\.(?=[A-Za-z0-9_])){2,40}(?!\w)"),
}


_DATA = read_json("dictionary", "said-numbers.json")


@dataclass(frozen=True, slots=True)
class _Said:
    before: tuple[str, ...]  # the words of the cue before its last
    kind: Kind
    shape: str
    certain: bool


def _read() -> dict[str, list[_Said]]:
    """What each last word of a cue may lead to."""
    said: dict[str, list[_Said]] = {}
    for family in _DATA["families"]:
        for words in family["words"].split("; "):
            *before, last = atoms_of(words)
            one = _Said(tuple(before), Kind(family["kind"]), family["shape"], family["certain"])
            said.setdefault(last, []).append(one)
    return said


@cache
def _known() -> frozenset[str]:
    """Words of everyday that are written with a capital within: "TikTok", "WhatsApp"."""
    return vocabulary().professional | vocabulary().ordinary | frozenset(_DATA["makes"].split())


_SAID = _read()
_LOGGED = ("log", "file", "reference")  # numbers that begin anew each day
_NEAR = 12  # words between which the number may stand
_WITHOUT_DIGITS = ("handle", "plate", "reference")
SAID_CUES = cue(_SAID)


def said_numbers(reading: Reading) -> Iterator[Found]:
    """Numbers after the words that say whose, or what, they are."""
    digits = reading.called(DIGITS)
    for place in reading.called(SAID_CUES):
        after = bisect_right(digits, place)
        near = after < len(digits) and digits[after] - place <= _NEAR
        for said in _SAID[reading.lows[place]]:
            first = place - len(said.before)
            told = near or said.shape in _WITHOUT_DIGITS
            if told and first >= 0 and tuple(reading.lows[first:place]) == said.before:
                yield from _after(reading, place, said)


def _after(reading: Reading, place: int, said: _Said) -> Iterator[Found]:
    text, begin = reading.text, reading.ends[place]
    between = _BETWEEN.match(text, begin)
    start = between.end() if between else begin
    if start == begin or (text[begin] == "." and len(reading.atoms[place]) > _ABBREVIATED):
        return
    match = _SHAPES[said.shape].match(text, start)
    daily = match is not None and match.group().isdigit() and said.shape in _LOGGED
    day = _OF_DAY.match(text, match.end()) if match and daily else None
    if match and (day or _looks_so(said, match.group(), text[begin:start])):
        rule = "cue" if said.certain else "perhaps"
        end = day.end() if day else match.end()
        yield Found(match.start(), end, said.kind, certain=said.certain, rule=rule)


def _looks_so(said: _Said, words: str, between: str) -> bool:
    """Whether it is more than a year, a count or a word."""
    shape = said.shape
    digits = sum(map(str.isdigit, words))
    letters = sum(map(str.isalpha, words))
    year = bool(_YEAR.fullmatch(words))
    if shape in ("file", "paper", "reference"):
        return not year and _identifies(shape, words, digits, letters, between)
    if shape == "plate":
        return (digits >= 1 and letters >= 1) or (digits == 0 and bool(_ENDING.search(between)))
    if shape == "handle":
        return _is_handle(words)
    if shape in ("exhibit", "home", "cell", "district"):
        return not year
    told = said.certain and shape != "registered" and " in " not in between
    return digits >= (2 if said.certain else 3) and (told or not year)


def _identifies(shape: str, words: str, digits: int, letters: int, between: str) -> bool:
    marks = len(re.findall(r"[./_-]", words))
    if shape == "reference":
        named = digits >= 2 and (letters > 0 or digits >= 4)
        return named or (marks > 0 and words.isupper() and ":" in between) or digits >= 3
    if letters == 0:
        return digits >= (5 if marks else 4)
    mixed = letters <= 8 or marks > 0
    return (digits >= 3 and mixed) or (digits >= 2 and marks > 0 and words.isupper())


def _is_handle(words: str) -> bool:
    """A user name has a digit, an underscore, a dot or a capital within; other words have not."""
    if len(words) < 4 or not words.lstrip("@_")[:1].isalpha() or words.lower() in _known():
        return False
    return bool(re.search(r"\d|_|[a-z]\.?[A-Z]|[a-z]\.[a-z]", words))
