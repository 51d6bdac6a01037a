"""Small phrases that every subject uses: days, counts, sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

MONTHS = (
    *("", "January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def day(iso: str) -> str:
    """ "2026-03-31" as "31 March 2026"; text that is no such day stands as it is."""
    found = _date(iso)
    return f"{found.day} {MONTHS[found.month]} {found.year}" if found else iso


def month(iso: str) -> str:
    """ "2026-03-31" as "March 2026"; text that is no such day stands as it is."""
    found = _date(iso)
    return f"{MONTHS[found.month]} {found.year}" if found else iso


def count(number: int, one: str, many: str = "") -> str:
    """ "one agency", "three agencies", "12 entries"."""
    said = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{said} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """ "once", "twice", "three times"."""
    return {1: "once", 2: "twice"}.get(number) or count(number, "time")


def sentence(text: str) -> str:
    """The text with a full stop, if it ends in no mark of its own."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…:;”\"'" else f"{text}."


def listed(words: Sequence[str]) -> str:
    """ "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _date(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
