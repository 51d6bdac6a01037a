"""Numbers and places as people say and shorten them, known by the word beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import DIGITS, Reading
from workbench.disclosure.dictionary import word_list


def _cued(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_REFERENCES = word_list("spoken.references")  # before digits in groups, with spaces
# With the words of which one must be there, so that most texts are not looked through at all.
_BY_WORD: tuple[tuple[frozenset[str], re.Pattern[str], Kind, bool], ...] = (
    (
        word_list("spoken.nhs"),
        _cued(r"\bnhs\b\D{0,20}(?P<it>(?:\d[ -]?){9}\d)(?!\d)"),
        Kind.NHS,
        True,
    ),
    (
        word_list("spoken.extensions"),
        _cued(r"\b(?:ext|extn|extension)\b[ .:]{1,3}(?P<it>\d{3,5})\b"),
        Kind.PHONE,
        False,
    ),
    (
        word_list("spoken.logs"),
        _cued(
            r"\b(?:log|cad|incident|occurrence|job|storm)(?: number| no\.?| ref)?[ :#]{1,2}"
            r"(?P<it>\d{1,5})(?= (?:of|on|dated)\b)"
        ),
        Kind.NUMBER,
        True,
    ),
    (
        word_list("spoken.officers"),
        re.compile(r"\b(?:PC|WPC|DC|DS|PS|PCSO|SC)\s(?P<it>(?!(?:19|20)\d\d\b)\d{3,5})\b"),
        Kind.NUMBER,
        True,
    ),
    (
        _REFERENCES,
        _cued(
            r"\b(?:ref|reference|no|number|id)\b[ .:#]{1,3}"
            r"(?P<it>[A-Z]{0,3}\d{2,4}(?: \d{2,4}){1,4})(?![\w,]| \d)"
        ),
        Kind.NUMBER,
        True,
    ),
    (
        word_list("spoken.accounts"),
        re.compile(
            r"\b(?:[Uu]ser(?: ?name)?|[Ss]creen name|[Gg]amer ?tag|[Hh]andle|[Ss]nap(?:chat)?|"
            r"[Ii]nsta(?:gram)?|[Tt]ik ?[Tt]ok|[Dd]iscord|[Kk]ik)"
            r"(?: user| name| account| tag| id)?(?: is| was|:| as| called)* ['\"]?"
            r"(?P<it>(?=[\w.]*(?:[\d_]|[a-z][A-Z]))[A-Za-z][\w.]{2,40})"
        ),
        Kind.HANDLE,
        True,
    ),
    (
        word_list("spoken.districts"),
        re.compile(
            r"\b(?P<it>[A-Z]{1,2}\d{1,2}[A-Z]?)(?= (?:area|postcode|district)\b)|"
            r"\bpostcode(?: area| district)?(?: of| is|:)? (?P<it2>[A-Z]{1,2}\d{1,2}[A-Z]?)\b"
        ),
        Kind.POSTCODE,
        False,
    ),
    (
        word_list("spoken.buses"),
        _cued(
            r"\b(?P<it>\d{1,3}[a-z]? bus)(?: route| stop)?\b|"
            r"\bbus (?:route |number |no\.? )?(?P<it2>\d{1,3}[a-z]?)\b(?! (?:minutes|people|stops))"
        ),
        Kind.PLACE,
        False,
    ),
    (
        word_list("spoken.classes"),
        re.compile(r"\b(?P<it>(?:Class|Form|Tutor Group) \d{1,2}[A-Z]{1,3})\b"),
        Kind.PLACE,
        False,
    ),
    (
        word_list("spoken.wards"),
        re.compile(r"\b(?P<it>[Ww]ards? \d{1,2}[a-z])\b"),
        Kind.PLACE,
        False,
    ),
    (
        word_list("spoken.three_words"),
        _cued(r"\b(?:w3w|what3words)\b[ :/]{1,4}(?P<it>[a-z]+\.[a-z]+\.[a-z]+)"),
        Kind.COORDINATES,
        True,
    ),
    (
        frozenset(("dot",)),
        _cued(r"\b(?P<it>[\w-]+(?: dot [\w-]+){0,3} at [\w-]+(?: dot [\w-]+){1,4})\b"),
        Kind.EMAIL,
        True,
    ),
)
_WORDS = {
    word: [at for at, (words, *_) in enumerate(_BY_WORD) if word in words]
    for word in dict.fromkeys(one for words, *_ in _BY_WORD for one in words)
}
_WORD = cue(_WORDS)
SPOKEN_CUES = _WORD | DIGITS
_DEVICE = re.compile(
    r"\b(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2}\b|"
    r"\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\b|\b[0-9a-f]{2,4}(?::[0-9a-f]{1,4}){1,5}::[0-9a-f]{1,4}\b",
    re.IGNORECASE,
)


def spoken(reading: Reading) -> Iterator[Found]:
    """What a word beside it makes a number of one person's, a device's, or a small place."""
    yield from _by_word(reading)
    if reading.calls & DIGITS and reading.text.count(":") + reading.text.count("-") > 3:
        for match in _DEVICE.finditer(reading.text):
            yield Found(*match.span(), Kind.NUMBER, rule="device")


def _by_word(reading: Reading) -> Iterator[Found]:
    called = {at for place in reading.called(_WORD) for at in _WORDS[reading.lows[place]]}
    for at in sorted(called):
        words, pattern, kind, certain = _BY_WORD[at]
        if words is not _REFERENCES or reading.numerals.spaced:
            wordy = kind in (Kind.HANDLE, Kind.EMAIL, Kind.COORDINATES)
            found = pattern.finditer(reading.text) if wordy else reading.around_digits(pattern)
            for match in found:
                name = "it" if match["it"] else "it2"
                rule = "small place" if kind is Kind.PLACE else "cue"
                yield Found(*match.span(name), kind, certain=certain, rule=rule)
