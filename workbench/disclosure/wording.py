"""What stands instead of days, where an audience may not read them as they are."""

from __future__ import annotations

import re
from datetime import date

from workbench.disclosure.detectors.dates import Day, read_days
from workbench.disclosure.moments import MONTHS
from workbench.disclosure.normalise import passage_of

REMOVED = "[removed]"
_BARE_DAY = re.compile(
    r"^(?:(?:[a-z]+day|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)[ ,.]{1,2}(?:the\s)?)?"
    r"\d{1,2}(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_THAT = {"month": "that month", "relative": "that month", "year": "that year"}
_NAMES = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FAR = 60  # days after which the month is said again


def day_of_words(words: str) -> Day | None:
    """The day that the words say, as far as they say it."""
    read = next(iter(read_days(passage_of(words).text)), None)
    return read[2] if read else None


def coarser(words: str, coarse: str) -> str:
    """A written day with no more of it than the audience may read."""
    if coarse == "exact":
        return words
    day = day_of_words(words)
    if day is None:
        return _THAT.get(coarse, REMOVED) if _BARE_DAY.match(words) else REMOVED
    if coarse == "remove":
        return REMOVED
    if coarse == "year":
        return str(day.year) if day.year else REMOVED
    month = MONTHS[day.month - 1]
    return f"{month} {day.year}" if day.year else month


def exact(day: Day | None, before: date | None) -> date | None:
    """The day of the calendar; one without its year is in that of the day before it in the text."""
    if day is None:
        return None
    year = day.year or (before.year if before else 0)
    try:
        return date(year, day.month, day.day) if year else None
    except ValueError:
        return None


def since(before: date | None, day: date | None) -> str:
    """How long after another day this one is, in words; nothing where the month is better said."""
    if before is None or day is None:
        return ""
    days = (day - before).days
    if abs(days) >= _FAR:
        return ""
    if days == 0:
        return "the same day"
    if days in (1, -1):
        return "the next day" if days > 0 else "the day before"
    count, unit = (abs(days), "days") if abs(days) < 14 else (round(abs(days) / 7), "weeks")
    number = _NAMES[count] if count < len(_NAMES) else str(count)
    return f"{number} {unit} {'later' if days > 0 else 'earlier'}"
