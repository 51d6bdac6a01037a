"""An understood time in words, as British guidance on writing has it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from workbench.model.when import Precision, When


def day_in_words(day: date) -> str:
    """ "22 May 2016"."""
    return f"{day.day} {day:%B %Y}"


def month_in_words(day: date) -> str:
    """ "May 2016"."""
    return f"{day:%B %Y}"


def clock_in_words(when: When) -> str:
    """ "11:40", "14:00 to 15:30", or the words of a part of the day; empty without a time."""
    if when.start_time is None:
        return ""
    if when.end_time is None or when.end_time == when.start_time:
        return f"{when.start_time:%H:%M}"
    part = _PART_OF_DAY.get((when.start_time, when.end_time))
    return part or f"{when.start_time:%H:%M} to {when.end_time:%H:%M}"


def in_words(when: When) -> str:
    """The whole of it: "22 May 2016 at 11:40", "About 3 June 2019", "Before 2 June 2019"."""
    if not when.dated:
        clock = clock_in_words(when)
        return clock or "Undated"
    days, clock = _days(when), clock_in_words(when)
    if clock:
        days = f"{days}, {clock}" if clock.isalpha() else f"{days} at {clock}"
    if not when.approximate or days.startswith(("Early", "Mid", "Late", "On or")):
        return days
    if days.startswith(("Between", "Week", *_SEASONS.values())):
        days = days[0].lower() + days[1:]
    return f"About {days}"


def within_a_sentence(said: str) -> str:
    """What :func:`in_words` said, as it stands within a sentence: months keep their capital."""
    opening = ("About", "Between", "Early", "Late", "Mid", "On", "Undated", "Week")
    if said.startswith((*opening, *_SEASONS.values())):
        return said[0].lower() + said[1:]
    return said


_PART_OF_DAY = {
    (time(0), time(11, 59)): "morning",
    (time(6), time(11, 59)): "morning",
    (time(12), time(23, 59)): "afternoon or evening",
    (time(12), time(17, 59)): "afternoon",
    (time(17), time(23, 59)): "evening",
    (time(20), time(23, 59)): "night",
}


def _days(when: When) -> str:
    start, end = when.start, when.end
    if start is None:
        return f"On or before {day_in_words(end)}" if end else "Undated"
    if end is None:
        return f"On or after {day_in_words(start)}"
    say = _SAID.get(when.precision)
    return say(start, end) if say else day_in_words(start)


_SEASONS = {3: "Spring", 6: "Summer", 9: "Autumn", 12: "Winter"}


def _week(start: date, _end: date) -> str:
    return f"Week of {day_in_words(start)}"


def _season(start: date, _end: date) -> str:
    return f"{_SEASONS[start.month]} {start.year}"


def _month(start: date, end: date) -> str:
    parts = {(1, 10): "Early", (11, 20): "Mid"}
    if start.day == 1 and end.day > 27:
        return month_in_words(start)
    return f"{parts.get((start.day, end.day), 'Late')} {month_in_words(start)}"


def _year(start: date, end: date) -> str:
    part = {(1, 4): "Early ", (5, 8): "Mid ", (9, 12): "Late "}.get((start.month, end.month), "")
    return f"{part}{start.year}"


def _between(start: date, end: date) -> str:
    if start == end:
        return day_in_words(start)
    if start.day == 1 and (end.month, end.day) == (12, 31) and start.month == 1:
        return f"{start.year} to {end.year}"
    if start.year == end.year and start.month == end.month:
        return f"Between {start.day} and {day_in_words(end)}"
    if start.year == end.year:
        return f"Between {start.day} {start:%B} and {day_in_words(end)}"
    return f"Between {day_in_words(start)} and {day_in_words(end)}"


_SAID: dict[Precision, Callable[[date, date], str]] = {
    Precision.WEEK: _week,
    Precision.MONTH: _month,
    Precision.SEASON: _season,
    Precision.YEAR: _year,
    Precision.BETWEEN: _between,
}
