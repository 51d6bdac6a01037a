"""What goes with an address that was found: the flat before it, "(rear)" after it; the number of a
flat, a berth or a pitch by itself; and addresses abroad."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import DIGITS, Reading
from workbench.disclosure.dictionary import word_list

_DWELLINGS = word_list("address.dwellings")  # "flat", "berth", "pitch"
_PARTS = "|".join(sorted(word_list("address.parts"), key=len, reverse=True))  # "rear", "basement"
_NUMBER = r"(?:\d{1,4}[A-Za-z]?(?:[/-]\d{1,3}[A-Za-z]?)?|[A-Z]\d{0,3})"
_WITHIN = f"(?:{'|'.join(sorted(_DWELLINGS | word_list('address.rooms'), key=len, reverse=True))})"
_BEFORE = re.compile(
    rf"(?<![\w£])(?:{_WITHIN}\.? ?{_NUMBER}|\d[FGBT]\d|\d?(?:GF|BF|TF)\d?|"
    rf"(?:{_PARTS}) (?:floor(?: {_WITHIN})?|{_WITHIN})|"
    rf"(?:flat|bedsit|rooms?)(?: \w+)? (?:above|over|below|behind|under)(?: the)?|"
    rf"(?:no|number|house no|house number)\.?),? ?\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?: \((?:{_PARTS})(?: (?:floor|{_WITHIN}))?\)|,? {_WITHIN} {_NUMBER}\b| site\b)",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"{_NUMBER}(?![\w%£]|[.,/-]\d| per)", re.IGNORECASE)
# Streets as other languages have them: "Hauptstrasse 14", "ul. Lipowa 14/3", "14 rue de la Gare".
_ENDING = re.compile(r"[a-z]{3,}(?:strasse|straat|gasse|gatan|utca|platz|plein)")
_LEADING = word_list("address.abroad")
_NAMED = (
    rf"(?i:\b(?:{'|'.join(sorted(_LEADING, key=len, reverse=True))})\b)\.?"
    r"(?: (?:de|del|della|des|du|la|les|le|di|da|dos|do))*(?: [A-Z][a-z'-]+){1,3}"
)
_ABROAD = re.compile(
    rf"(?:{_NAMED}|\b[A-Z]{_ENDING.pattern}),? {_NUMBER}(?!\w)|"
    rf"(?<![\w.,/£-])\d{{1,4}}(?: ?(?:bis|ter))?,? {_NAMED}"
)
_MOST = 40  # characters of what stands before an address
_HOMES = cue(_DWELLINGS)
_FOREIGN = cue(_LEADING, shape=_ENDING.fullmatch)
DWELLING_CUES = _HOMES | _FOREIGN


def dwellings(reading: Reading) -> Iterator[Found]:
    """ "Flat 3", "berth 14": homes of which only the number is told; and streets abroad."""
    if not reading.calls & DIGITS:
        return
    for place in reading.called(_HOMES):
        if reading.gap(place + 1) not in (" ", ". ", " no. "):
            continue
        match = _ALONE.match(reading.text, reading.starts[place + 1])
        if match and any(map(str.isdigit, match.group())):
            start = reading.starts[place]
            yield Found(start, match.end(), Kind.ADDRESS, certain=False, rule="street")
    for found in reading.around_digits(_ABROAD) if reading.calls & _FOREIGN else ():
        yield Found(*found.span(), Kind.ADDRESS, certain=False, rule="street")


def lengthened(reading: Reading, found: list[Found]) -> list[Found]:
    """The findings, with all that belongs to an address in it."""
    return [_whole(reading.text, one) if one.kind is Kind.ADDRESS else one for one in found]


def _whole(text: str, one: Found) -> Found:
    before = _BEFORE.search(text, max(0, one.start - _MOST), one.start)
    after = _AFTER.match(text, one.end)
    if before is None and after is None:
        return one
    start = before.start() if before else one.start
    return one._replace(start=start, end=after.end() if after else one.end)
