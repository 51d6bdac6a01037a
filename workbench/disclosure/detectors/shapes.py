"""Identifiers by their shape alone, and numbers of which only the end is told or that are said
in words: "A4421EV", "ending 388", "oh seven seven double oh"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import DIGITS, MIXED, Reading
from workbench.disclosure.dictionary import vocabulary

_FREE, _ENDS = r"(?<![\w£$€./-])", r"(?![\w%/-]|\.\d)"
# Each begins with a word of letters and digits; the last thing said is how that word looks where
# it is not all of it.
_MIXED: tuple[tuple[re.Pattern[str], Kind, bool, str], ...] = (
    (re.compile(rf"[A-Z]\d{{4}}[A-Z]{{2}}{_ENDS}"), Kind.NUMBER, True, ""),  # a prisoner's
    (re.compile(rf"\d{{2}}[A-Z]\d{{4}}[A-Z]{_ENDS}"), Kind.NUMBER, True, ""),  # a nurse's
    (re.compile(rf"\d{{2}}[A-Z]{{1,4}}\d{{5,10}}{_ENDS}"), Kind.NUMBER, True, ""),
    (re.compile(rf"[A-Z]{{1,4}}\d{{6,10}}[A-Z]{{1,2}}{_ENDS}"), Kind.NUMBER, True, ""),
    (re.compile(rf"\d{{5,14}}[A-Z]{{1,2}}{_ENDS}"), Kind.NUMBER, True, ""),
    (re.compile(rf"[xX]\d{{3,5}}{_ENDS}"), Kind.PHONE, True, ""),
    (re.compile(rf"[A-Z]{{2}}\d{{2}}(?: [A-Z0-9]{{4}}){{3,7}}(?: [A-Z0-9]{{1,3}})?{_ENDS}"),
     Kind.NUMBER, True, r"[A-Z]{2}\d{2}"),  # a bank account's, as banks abroad write it
    (re.compile(rf"[AC-FHKNPRTVWXY]\d[\dW] ?(?=\w*\d)(?=\w*[A-Z])[0-9AC-FHKNPRTVWXY]{{4}}{_ENDS}"),
     Kind.POSTCODE, False, r"[A-Z]\d[\dW]"),  # of Ireland
)  # fmt: skip
_PERHAPS_SHOWN = re.compile(r"[A-Z]{2}[/-]\d")
_ELEVEN = re.compile(r"(?<![\w£$€.,/-])0(?:[ .-]?\d){10}(?![\w-]| ?\d|[./]\d)")
_MINUTES = re.compile(r"\b[NS] ?\d{2}°? ?\d{1,2}\.\d+'?,? ?[EW] ?\d{1,3}°? ?\d{1,2}\.\d+'?(?!\w)")
_BARRED = re.compile(r"(?<!\w)\d{2} ?[|/] ?[A-Z0-9]{2} ?[|/] ?\d{3,6} ?[|/] ?\d{2}(?!\w)")
_EXHIBIT = re.compile(rf"{_FREE}[A-Z]{{2,5}}(?:/\d{{1,3}}[A-Z]?|[/-]\d{{3,4}}){_ENDS}")
_LICENCE = re.compile(
    rf"{_FREE}[A-Z]{{2,5}}9{{0,3}} \d{{6}} (?=\d*[A-Z])[A-Z0-9]{{4,5}}(?: \d{{2}})?{_ENDS}"
)
_VERY_LONG = re.compile(rf"{_FREE}\d{{17,24}}{_ENDS}|{_FREE}\d{{5,8}}(?: \d{{4,6}}){{1,4}}{_ENDS}")
_MASKED = re.compile(r"(?:\.\.\.?|\*{2,}|\b[xX]{3,}) ?\d{3,6}(?: \d{3,4})?(?![\w.])")
_STARRED = re.compile(r"(?<![\w*])\d{2}\*\d{4,8}(?![\w*])")
_PUPIL = re.compile(rf"{_FREE}[A-HJ-NP-RT-Z]\d{{4}} \d{{4}} \d{{3}}[\dA-Z]{_ENDS}")
_OF_DAY = re.compile(
    r"(?<![\w£.,/-])\d{2,6} (?:of|OF) \d{1,2}(?:([/.-])\d{1,2}\1\d{2,4}| ?"
    r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]{0,6} ?(?:20)?\d\d)(?!\w)"
)
_NUMBERED = re.compile(r"(?<![\w#&])#\d{3,8}(?!\w)")
_THREE_OF_FOUR = re.compile(
    r"(?<![\w£$€.,/-])(?<!\d )(?!(?:19|20)\d\d )\d{4} \d{4} \d{4}(?![\w.,/-]| ?\d)"
)
_PARCEL = re.compile(rf"{_FREE}[A-Z]{{2}} ?\d{{4}} ?\d{{4}} ?\d{{1,3}}[A-Z]{{2}}{_ENDS}")
_TWO_PHONES = re.compile(r"(?<![\w/])(?:0\d{9,10})(?:\s?/\s?0\d{9,10}){1,4}(?!\w)")
_TAGGED = re.compile(r"(?<!\w)@?[A-Za-z][\w.]{1,31}#\d{4}\b")
_UNDERSCORED = re.compile(
    r"(?<![\w@./\\-])(?=[\w.]{0,30}[A-Za-z0-9]_+[A-Za-z0-9])[A-Za-z_][\w.]{2,40}(?!\w)"
)
_DOTTED_NAME = re.compile(r"(?<![\w@./:-])[a-z]{2,20}(?:\.[a-z]{1,20}){1,3}\d{1,4}(?![\w./@])")
_ENDING = re.compile(
    r"\b(?:card|a/c|number|num|no|mobile|mob|phone|account|acc|plates?|reg|registration|handset|line|"
    r"sim|landline|tel|vrm|index)\.?,? (?:\w+ ){0,2}?(?:ending|ends|ended)(?: in| with)? "
    r"['\"]?(?:in )?(?P<it>\d{2,6}|[A-Z]{3})\b",
    re.IGNORECASE,
)  # fmt: skip
_LOCAL = re.compile(
    r"\b(?:ring|rang|call|called|phone|phoned|text|texted|contact|reach|got|number|tel)\b[^.;\n\d]{0,30}?"
    r"\b(?:on|is|was|number|no)\.? (?P<it>\d{3,5} ?\d{3,4})(?![\w/£%-]| ?\d)",
    re.IGNORECASE,
)
_DIGIT = (
    r"(?:(?:double|treble|triple) )?"
    r"(?:oh|o|zero|nought|nil|one|two|three|four|five|six|seven|eight|nine|hundred|thousand)"
)
_SAID = re.compile(rf"\b{_DIGIT}(?:[ ,-]{{1,2}}{_DIGIT}){{5,19}}\b", re.IGNORECASE)
_SAID_CUE = cue(("oh", "zero", "nought", "double", "treble", "triple"), seldom=True)
_ENDING_CUE = cue(("ending", "ends", "ended"))
_SHOWN = cue(("exhibit", "exhibits", "exhibited", "exh"), seldom=True)
_PHONING = cue(
    ("ring", "rang", "call", "called", "phone", "phoned", "text", "texted", "contact", "reach",
     "got", "number", "tel")
)  # fmt: skip


def _has_dotted(reading: Reading) -> bool:
    """Whether a word of letters and digits stands right after a dot."""
    return any(reading.gaps[place] == "." for place in reading.called(MIXED))


def shapes(reading: Reading) -> Iterator[Found]:
    """What is an identifier by how it looks, or is the end of one."""
    text = reading.text
    for match in _SAID.finditer(text) if reading.calls & _SAID_CUE else ():
        yield Found(*match.span(), Kind.PHONE, rule="said")
    for match in _ENDING.finditer(text) if reading.calls & _ENDING_CUE else ():
        if match["it"].isdigit() or match["it"].isupper():
            yield Found(*match.span("it"), Kind.NUMBER, rule="ending")
    for match in _DOTTED_NAME.finditer(text) if _has_dotted(reading) else ():
        yield Found(*match.span(), Kind.HANDLE, certain=False, rule="perhaps")
    if "_" in text:
        yield from _user_names(text)
    if reading.calls & DIGITS:
        yield from _mixed(reading) if reading.calls & MIXED else ()
        yield from _of_digits(reading)


def _user_names(text: str) -> Iterator[Found]:
    for match in _UNDERSCORED.finditer(text):
        sure = any(map(str.isdigit, match.group()))
        rule = "pattern" if sure else "perhaps"
        yield Found(*match.span(), Kind.HANDLE, certain=sure, rule=rule)


@lru_cache(maxsize=65536)
def begun_by(word: str) -> tuple[tuple[re.Pattern[str], Kind, bool], ...]:
    """What this word, thought about once, may be or begin."""
    some = [
        (pattern, kind, sure)
        for pattern, kind, sure, first in _MIXED
        if pattern.match(word) or (first and re.fullmatch(first, word))
    ]
    return tuple(some)


def _mixed(reading: Reading) -> Iterator[Found]:
    for place in reading.called(MIXED):
        some = begun_by(reading.atoms[place])
        if not some or reading.gap(place)[-1:] in ("/", "-", "£", ".", "_", "@"):
            continue
        for pattern, kind, sure in some:
            match = pattern.match(reading.text, reading.starts[place])
            if match:
                rule = "pattern" if sure else "perhaps"
                yield Found(*match.span(), kind, certain=sure, rule=rule)
                break
    for match in reading.around_digits(_LICENCE) if reading.numerals.in_row >= 6 else ():
        yield Found(*match.span(), Kind.NUMBER, rule="pattern")


def _shown(reading: Reading) -> Iterator[Found]:
    """ "GP/1": what was shown to a court, after its maker's initials."""
    acronyms = vocabulary().acronyms
    shown = bool(reading.calls & _SHOWN)
    for match in reading.around_digits(_EXHIBIT) if _PERHAPS_SHOWN.search(reading.text) else ():
        if shown or re.split("[/-]", match.group())[0] not in acronyms:
            rule = "cue" if shown else "perhaps"
            yield Found(*match.span(), Kind.NUMBER, certain=shown, rule=rule)


# With the fewest digits in a row with which each could match.
_ROWS = (
    (9, _VERY_LONG, Kind.NUMBER),
    (20, _TWO_PHONES, Kind.PHONE),
    (9, _PARCEL, Kind.NUMBER),
    (12, _THREE_OF_FOUR, Kind.NUMBER),
    (11, _PUPIL, Kind.UPN),
    (11, _ELEVEN, Kind.PHONE),
    (8, _MINUTES, Kind.COORDINATES),
)
_MARKED = (  # by what they need
    (" of ", _OF_DAY, Kind.NUMBER),
    (" OF ", _OF_DAY, Kind.NUMBER),
    ("|", _BARRED, Kind.NUMBER),
    ("#", _TAGGED, Kind.HANDLE),
    ("#", _NUMBERED, Kind.NUMBER),
    ("..", _MASKED, Kind.NUMBER),
    ("**", _MASKED, Kind.NUMBER),
    ("xxx", _MASKED, Kind.NUMBER),
    ("*", _STARRED, Kind.NUMBER),
)
_FIVE_AND_FIVE = 11  # characters of "12345 67890", a taxpayer's or two counts


def _of_digits(reading: Reading) -> Iterator[Found]:
    in_row = reading.numerals.in_row
    for least, pattern, kind in _ROWS:
        for match in reading.around_digits(pattern) if in_row >= least else ():
            sure = pattern is not _VERY_LONG or len(match.group()) > _FIVE_AND_FIVE
            rule = "pattern" if sure else "perhaps"
            yield Found(*match.span(), kind, certain=sure, rule=rule)
    yield from _shown(reading) if reading.numerals.parted else ()
    for mark, pattern, kind in _MARKED:
        for match in reading.around_digits(pattern) if mark in reading.text else ():
            yield Found(*match.span(), kind, rule="pattern")
    if reading.calls & _PHONING and in_row >= 6:
        for match in reading.around_digits(_LOCAL):
            yield Found(*match.span("it"), Kind.PHONE, rule="cue")
