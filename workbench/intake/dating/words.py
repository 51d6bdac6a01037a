"""The words of dates: months in English and Welsh, weekdays, seasons; and text made comparable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORT = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
)  # fmt: skip
_OTHER = {"sept": 9, "febr": 2, "mch": 3, "juin": 6}
_WELSH = (
    "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin",
    "gorffennaf", "awst", "medi", "hydref", "tachwedd", "rhagfyr",
)  # fmt: skip
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SHORT_DAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3,
    "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’ʼ´`"), "'")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"), None)


def comparable(text: str) -> str:
    """The text in one form: lower case, plain dashes and quotes, single spaces."""
    folded = unicodedata.normalize("NFKC", text.translate(_DASHES).translate(_INVISIBLE))
    return re.sub(r"\s+", " ", folded.translate(_QUOTES)).strip().casefold()


@lru_cache(maxsize=256)
def month_number(word: str) -> int | None:
    """The month that the word names, with a light misspelling forgiven; None when it names none."""
    word = word.rstrip(".")
    for names in (MONTHS, _SHORT, _WELSH):
        if word in names:
            return names.index(word) + 1
    if word in _OTHER:
        return _OTHER[word]
    if len(word) < 5:
        return None
    near = [
        number
        for number, name in enumerate(MONTHS, 1)
        if len(name) > 4 and name[0] == word[0] and OSA.distance(word, name) <= 2
    ]
    return near[0] if len(near) == 1 else None


def weekday_number(word: str) -> int | None:
    """The weekday that the word names, Monday being 0."""
    word = word.rstrip(".,")
    if word in WEEKDAYS:
        return WEEKDAYS.index(word)
    return _SHORT_DAYS.get(word)
