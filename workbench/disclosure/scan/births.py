"""Days of birth, in whatever way they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")  # fmt: skip
_BY_NAME = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
_NAMED = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_GAP = r"[\s,./\u00a0-]{0,3}"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_GAP}(?:day\s+)?(?:of\s+)?{_NAMED}{_GAP}(?P<year>\d{{4}}|['’]?\d{{2}})(?!\d)",
        rf"(?<![a-z]){_NAMED}{_GAP}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_GAP}(?P<year>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<year>\d{{4}}){_GAP}{_NAMED}{_GAP}(?P<day>\d{{1,2}})(?!\d)",
    )
)
_DIGITS = re.compile(
    r"(?<![\d.])(?:(?P<a>\d{1,2})(?P<s>[./\- \u2010-\u2014\u00a0])\s?(?P<b>\d{1,2})(?P=s)\s?"
    r"(?P<c>\d{4}|\d{2})"
    r"|\d{4}(?P<t>[./\- \u2010-\u2014]?)\d{2}(?P=t)\d{2})(?!\d)"
)


def days_in(text: str) -> Iterator[tuple[date, int]]:
    """Every day that a text could mean, and where it is written: two digits mean two years."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            month = _BY_NAME[match["month"][:3].lower()]
            yield from _days(match["year"].strip("'’"), month, int(match["day"]), match.start())
    for match in _DIGITS.finditer(text):
        if match["a"]:
            first, second = int(match["a"]), int(match["b"])
            # Month first only where day first is no date: that is how it is read in Britain.
            read = list(_days(match["c"], second, first, match.start()))
            yield from read or _days(match["c"], first, second, match.start())
            continue
        digits = re.sub(r"\D", "", match[0])
        yield from _days(digits[:4], int(digits[4:6]), int(digits[6:]), match.start())
        yield from _days(digits[4:], int(digits[2:4]), int(digits[:2]), match.start())


def _days(year: str, month: int, day: int, at: int) -> Iterator[tuple[date, int]]:
    for full in (f"19{year}", f"20{year}") if len(year) == 2 else (year,):
        try:
            yield date(int(full), month, day), at
        except ValueError:
            continue  # no such day: it is not a date, or not read in this order
