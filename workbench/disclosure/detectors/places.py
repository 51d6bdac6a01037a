"""Addresses, and small places by their kind: schools, wards, surgeries, care homes, streets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import DIGITS, Reading
from workbench.disclosure.dictionary import vocabulary, word_list
from workbench.disclosure.normalise import ATOM, atoms_of
from workbench.resources import read_json

_WORDS: dict[str, list[str]] = read_json("dictionary", "places.json")


def _any(name: str) -> str:
    """A pattern for any of the words of one list, the longest first."""
    words = sorted(_WORDS[name], key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(word) for word in words)})"


_WORD = r"(?:St\.? |[A-Z][a-z]*'?[A-Z]?[a-z'-]+)"
_NOT_AFTER = r"(?<![\w£.,/-])"
_STREETS, _LOOSE = _any("streets"), _any("loose")
_NUMBERED = re.compile(
    rf"(?:\b{_any('dwellings')}\.? ?\d{{0,4}}[A-Za-z]?[,]? (?:at |of )?)?"
    rf"{_NOT_AFTER}\d{{1,4}}(?: ?[A-Za-z])?(?:[-/]\d{{1,4}}[A-Za-z]?)?,? "
    rf"(?:{_WORD}[ -]){{0,3}}{_WORD} (?:{_STREETS}|{_LOOSE})\b\.?"
)
_NUMBERED_LOWER = re.compile(
    rf"{_NOT_AFTER}\d{{1,4}}[a-z]?,? (?:[a-z']{{3,}}[ -]){{1,3}}{_STREETS.lower()}\b",
    re.IGNORECASE,
)
_FLAT = re.compile(
    rf"\b{_any('dwellings')} \d{{1,4}}[A-Za-z]?,? (?:{_WORD} ){{1,3}}(?:{_STREETS}|{_LOOSE})\b"
)
_BARE_STREET = re.compile(rf"(?:{_WORD}[ -]){{1,3}}{_STREETS}\b")
_BOX = re.compile(r"\b(?:PO|P\.O\.) Box \d{1,6}\b", re.IGNORECASE)
_NAMED_HOUSE = re.compile(
    rf"\b{_any('dwellings')} \d{{1,4}}[A-Za-z]?(?:, (?:The )?{_WORD}(?: {_WORD}){{0,2}}){{1,3}}"
)
_WELSH = re.compile(
    rf"\b(?:(?:{_any('dwellings')} \d{{1,4}}[A-Za-z]?,? )?\d{{1,4}}[A-Za-z]?,? )?"
    rf"{_any('welsh')}(?:[ -](?:[yY]r?|[A-Z][a-z'-]+)){{1,4}}"
)
_TOWN = r"[A-Z][a-z'-]+(?:[ -](?:[A-Z][a-z'-]+|on|upon|le|in|the|under)){0,4}"
_TAIL = re.compile(rf"(?:,? {_TOWN}){{0,3}},? [A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}}\b")
_HEADS = (
    rf"(?:{_any('school_kinds')} )*{_any('schools')}|{_any('centre_kinds')} Cent(?:re|er)|Centre|"
    rf"(?:{_any('hospital_kinds')} )*Hospital|{_any('heads')}"
)
_SMALL_PLACE = re.compile(
    rf"(?P<name>(?:(?:St\.?|Saint) )?{_WORD}"
    rf"(?:[ -](?:(?:and|&|of|the|le|upon|on) )?{_WORD}){{0,3}}) (?P<head>{_HEADS})\b"
)
_WARD = re.compile(
    r"\bWard (?P<it>\d{1,2}[A-Z]?|[A-Z]\d{1,2}|[A-Z])\b|"
    r"\b(?:HMP|HMYOI|YOI)(?:/YOI)? (?:[A-Z][a-z]+ ?){1,3}\b"
)
_OF = re.compile(rf"\b{_any('of')} of (?:St\.? |the )?{_WORD}(?: {_WORD}){{0,2}}")


_STREET_OR_LOOSE = cue((*_WORDS["streets"], *_WORDS["loose"]), as_written=True)
_DWELLINGS = cue(_WORDS["dwellings"], as_written=True)
_BOXES = cue(("box",))
_STREETS_LOWER = cue([word.lower() for word in _WORDS["streets"]])
_STREET_ATOMS = cue((*_WORDS["streets"], *_WORDS["welsh"]), as_written=True)
_NEEDED = ((_STREET_OR_LOOSE, _NUMBERED), (_DWELLINGS, _FLAT), (_DWELLINGS, _NAMED_HOUSE))
ADDRESS_CUES = _STREET_OR_LOOSE | _DWELLINGS | _BOXES | _STREETS_LOWER | _STREET_ATOMS


def addresses(reading: Reading) -> Iterator[Found]:
    """Streets with or without a house number, with what follows as far as the postcode."""
    if reading.calls & DIGITS:
        yield from _numbered(reading)
    if reading.calls & _STREET_ATOMS:
        yield from _streets(reading)


def _numbered(reading: Reading) -> Iterator[Found]:
    text = reading.text
    for word, pattern in _NEEDED:
        for match in reading.around_digits(pattern) if reading.calls & word else ():
            tail = _TAIL.match(text, match.end())
            end = tail.end() if tail else match.end()
            yield Found(match.start(), end, Kind.ADDRESS, rule="address")
    for match in reading.around_digits(_BOX) if reading.calls & _BOXES else ():
        yield Found(match.start(), match.end(), Kind.ADDRESS, rule="address")
    for match in reading.around_digits(_NUMBERED_LOWER) if reading.calls & _STREETS_LOWER else ():
        if not match.group().split()[1][0].isupper() and not _counted(match.group()):
            yield Found(match.start(), match.end(), Kind.ADDRESS, rule="address")


def _streets(reading: Reading) -> Iterator[Found]:
    for match in _BARE_STREET.finditer(reading.text):
        start = _without_lead(reading, match.start(), match.end())
        if start is not None:
            yield Found(start, match.end(), Kind.ADDRESS, certain=False, rule="street")
    for match in _WELSH.finditer(reading.text):
        numbered = any(map(str.isdigit, match.group()))
        yield Found(match.start(), match.end(), Kind.ADDRESS, certain=numbered, rule="street")


def _counted(words: str) -> bool:
    """ "2 of the road", "3 cars in the street": a count and no house number."""
    return bool(re.search(r"\b(?:of|the|in|on|a|an|from|at|and|with|to)\b", words.lower()))


def _without_lead(reading: Reading, start: int, end: int) -> int | None:
    """Where the name begins once ordinary words before it are left out; None if nothing is left."""
    first = bisect_left(reading.starts, start)
    last = bisect_left(reading.starts, end)
    places = list(range(first, min(last, first + 16)))
    while len(places) > 1:
        low = reading.lows[places[0]]
        if low in _LEADS:
            places.pop(0)
        else:
            break
    if len(places) < 2 or all(reading.lows[place] in _DULL for place in places[:-1]):
        return None
    return reading.starts[places[0]]


_LEADS = word_list("places.leads")
_DULL = word_list("places.dull")


def _last_atoms(words: list[str]) -> list[str]:
    return [ATOM.findall(word)[-1] for word in words]


_HEADS_ALONE = ["Centre", "Center", "Hospital"]
_HEAD_ATOMS = cue(
    _last_atoms([*_WORDS["schools"], *_WORDS["heads"], *_HEADS_ALONE]), as_written=True
)
_WARD_ATOMS = cue(("Ward", "HMP", "HMYOI", "YOI"), as_written=True)
_OF_ATOMS = cue(_last_atoms(_WORDS["of"]), as_written=True)
SMALL_PLACE_CUES = _HEAD_ATOMS | _WARD_ATOMS | _OF_ATOMS


def _named_before(reading: Reading, place: int) -> bool:
    """Whether the word before, as far as it is joined ("St Mary's", "Pre-school"), has a capital
    anywhere: without one it is the end of no place's name."""
    atoms, lows, before = reading.atoms, reading.lows, place - 1
    while before > 0 and atoms[before] == lows[before] and not reading.gaps[before].strip("'-"):
        before -= 1
    return before >= 0 and atoms[before] != lows[before]


def _near_heads(reading: Reading) -> Iterator[re.Match[str]]:
    """Small places, looked for only where a word stands that can end the name of one."""
    done = 0
    for place in reading.called(_HEAD_ATOMS):
        if reading.ends[place] > done and _named_before(reading, place):
            start = max(done, reading.starts[max(0, place - 12)])
            for match in _SMALL_PLACE.finditer(reading.text, start, reading.ends[place]):
                done = match.end()
                yield match


def _of_trade(reading: Reading, start: int, end: int) -> bool:
    """Whether the words are a phrase that everybody knows: "Premier Inn"."""
    first, last = bisect_left(reading.starts, start), bisect_left(reading.starts, end)
    lows = tuple(reading.lows[first : last + 3])
    return vocabulary().starts_phrase(lows) >= last - first


def small_places(reading: Reading) -> Iterator[Found]:
    """Schools, wards, surgeries and the like that carry a name of their own."""
    for match in _near_heads(reading):
        head = match.start("head")
        start = _without_lead(reading, match.start(), head + 1)
        if start is not None and not _of_trade(reading, start, match.end()):
            yield Found(start, match.end(), Kind.PLACE, certain=False, rule="small place")
    for match in _WARD.finditer(reading.text) if reading.calls & _WARD_ATOMS else ():
        yield Found(match.start(), match.end(), Kind.PLACE, certain=False, rule="small place")
    if any(reading.low(place + 1) == "of" for place in reading.called(_OF_ATOMS)):
        yield from _of_somewhere(reading)


def _of_somewhere(reading: Reading) -> Iterator[Found]:
    """ "Church of St Oswin", but not "University of the Third Age"."""
    for match in _OF.finditer(reading.text):
        if not all(map(_dull, atoms_of(match.group())[2:])):
            yield Found(match.start(), match.end(), Kind.PLACE, certain=False, rule="small place")


def _dull(low: str) -> bool:
    return low in _DULL or low in _LEADS or low in vocabulary().professional
