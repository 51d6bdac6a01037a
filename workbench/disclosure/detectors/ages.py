"""Ages, where an audience may read them only as bands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import word_sequence

_ONES = word_sequence("ages.ones")
_TENS = word_sequence("ages.tens")
_NUMBERS = (
    dict(zip(_ONES, range(1, 20), strict=True))
    | dict(zip(_TENS, range(20, 100, 10), strict=True))
    | {
        f"{tens}{mark}{one}": 10 * place + n
        for place, tens in enumerate(_TENS, 2)
        for n, one in enumerate(_ONES[:9], 1)
        for mark in ("-", " ")
    }
)
_NUMBER = r"(?P<n>\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")"
_UNIT = r"(?P<unit>years?|yrs?|months?|mths?|weeks?|wks?|days?)"
_OLD = re.compile(rf"\b{_NUMBER}[ -]{_UNIT}[ -](?:old|of age)\b", re.IGNORECASE)
_AGED = re.compile(
    rf"\bage[ds]?:? (?:about |around |just |only )?{_NUMBER}(?: {_UNIT})?\b(?! of\b)", re.IGNORECASE
)
_SHORT = re.compile(
    r"\b(?P<n>\d{1,2}) ?(?P<unit>yo|y/o|yrs?)\b(?! (?:ago|later|before|after|since|of|in))",
    re.IGNORECASE,
)
_BECAME = (
    r"(?:(?:'s| is| was| were| had just| has just)?"
    r"(?: turned| turning| only| just| now| nearly| almost| then)?)"
)
_ENDS = r"(?=\s*(?:$|[.,;:)!?]|when\b|and\b|at the time|that\b|in\b|on\b|by\b))"
_SAID = re.compile(
    rf"\b(?:he|she|they|who|child|boy|girl|son|daughter){_BECAME} (?P<it>{_NUMBER}){_ENDS}",
    re.IGNORECASE,
)
_KIN_AGED = re.compile(
    r"\b(?:mum|mother|dad|father|son|daughter|boy|girl|child|sister|brother|aunt|uncle|partner)"
    r"(?: \(|, )(?P<it>\d{1,2})(?=[,)])",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    rf" ?\((?:aged )?(?P<one>\d{{1,2}})(?=[),;])|, (?P<two>\d{{1,2}})(?=,)|"
    rf"{_BECAME} (?P<three>{_NUMBER}){_ENDS}",
    re.IGNORECASE,
)


def ages(reading: Reading, found: Sequence[Found]) -> Iterator[Found]:
    """Every age, but for those within what was found already."""
    text = reading.text
    taken = [(one.start, one.end) for one in found]
    spans = [match.span() for pattern in (_OLD, _AGED, _SHORT) for match in pattern.finditer(text)]
    for pattern in (_SAID, _KIN_AGED):
        spans += [match.span("it") for match in pattern.finditer(text)]
    for one in found:
        after = _AFTER_NAME.match(text, one.end) if one.kind is Kind.PERSON else None
        if after:
            spans.append(next(after.span(name) for name in ("one", "two", "three") if after[name]))
    done = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        free = all(end <= a or b <= start for a, b in taken)
        if free and start >= done and band_of(text[start:end]):
            done = end
            yield Found(start, end, Kind.AGE, rule="age")


def band_of(words: str) -> str:
    """The age in words with its band instead of it; nothing where there is no age to speak of."""
    match = _OLD.search(words) or _AGED.search(words) or _SHORT.search(words)
    number = match["n"] if match else words.strip()
    age = int(number) if number.isdigit() else _NUMBERS.get(number.lower(), -1)
    unit = ((match.groupdict().get("unit") if match else "") or "years").lower()
    if not 0 <= age <= 115:
        return ""
    months = unit[0] in "mwd"
    low, high = _band(0 if months else age)
    if match is None:
        return _worded(low, high, " to ")
    if match.re is _OLD:
        if "-" in match.group():
            return f"{_hyphened(low, high)}-year-old"
        return (
            f"{_worded(low, high, ' to ')} years old"
            if high and low
            else _worded(low, high, " to ")
        )
    lead = match.group()[: match.start("n") - match.start()]
    if match.re is _AGED:
        return lead + _worded(low, high, " to ")
    return f"aged {_worded(low, high, ' to ')}"


_BANDS = (0, 1, 5, 10, 13, 16, 20, 25, 35, 45, 55, 65)


def _band(age: int) -> tuple[int, int | None]:
    """The first and last age of the band; the last band has no last."""
    for low, following in pairwise(_BANDS):
        if age < following:
            return low, following - 1
    return _BANDS[-1], None


def _worded(low: int, high: int | None, between: str) -> str:
    if high is None:
        return f"{low} or over"
    return f"{low}{between}{high}" if low else "under one"


def _hyphened(low: int, high: int | None) -> str:
    if high is None:
        return f"over-{low - 1}"
    return f"{low}- to {high}" if low else "under-one"
