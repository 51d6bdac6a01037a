"""Times in words, as narrowly as an audience may read them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, time

from workbench.disclosure.audiences import Audience
from workbench.model.when import Precision, When

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SEASONS = {12: "winter", 3: "spring", 6: "summer", 9: "autumn"}
UNDATED = "undated"
UNTIMED = "time not known"


def day_in_words(day: date, coarse: str) -> str:
    """A day as "22 May 2016", "May 2016" or "2016"."""
    if coarse == "year":
        return str(day.year)
    month = f"{MONTHS[day.month - 1]} {day.year}"
    return month if coarse == "month" else f"{day.day} {month}"


def single_day(when: When) -> date | None:
    """The day of a time that is known to the day."""
    precise = when.precision in (Precision.DAY, Precision.HOUR, Precision.MINUTE)
    known = precise and not when.approximate and when.start is not None
    return when.start if known and when.start == when.end else None


def moment_in_words(
    when: When, audience: Audience, *, clock: bool, births: Collection[date] = ()
) -> str:
    """A time as this audience may read it; ``clock`` asks for the time of day alone. One of
    ``births``, the days on which somebody registered was born, is read as a date of birth is."""
    if clock:
        if when.start_time is None or audience.clock != "keep":
            return UNTIMED
        return _clock(when.start_time, when.end_time)
    if _gives_away(when, births):
        audience = replace(audience, date=max(audience.date, audience.birth_date, key=_COARSER))
    if not when.dated or audience.date == "remove":
        return UNDATED
    coarse = "month" if audience.date == "relative" else audience.date
    said = _dated(when, coarse)
    return f"about {said}" if when.approximate and not _sure_enough(when) else said


_COARSER = ("exact", "relative", "month", "year", "remove").index


def _gives_away(when: When, births: Collection[date]) -> bool:
    """Whether an exact day of birth would be read: "June 2019" is no day, though it has a first."""
    whole = (Precision.MONTH, Precision.YEAR, Precision.SEASON, Precision.WEEK)
    return when.precision not in whole and (when.start in births or when.end in births)


def _sure_enough(when: When) -> bool:
    """Whether what is said holds although the time is a guess: "late May" is in May for certain."""
    part_of_month = (
        when.precision is Precision.MONTH
        and when.start is not None
        and when.end is not None
        and (when.start.day > 1 or when.end.day < 28)
    )
    one_sided = (Precision.BEFORE, Precision.AFTER, Precision.SEASON)
    return part_of_month or when.precision in one_sided


def _on_or_in(coarse: str) -> str:
    return "on" if coarse == "exact" else "in"


def _clock(start: time, end: time | None) -> str:
    first = start.isoformat("minutes")
    if end is None or end == start:
        return first
    return f"{first} to {end.isoformat('minutes')}"


def _dated(when: When, coarse: str) -> str:
    start, end = when.start, when.end
    # The last or first possible day is itself possible, so its month is not yet "before" it.
    if when.precision is Precision.BEFORE and end is not None:
        return f"{_on_or_in(coarse)} or before {day_in_words(end, coarse)}"
    if when.precision is Precision.AFTER and start is not None:
        return f"{_on_or_in(coarse)} or after {day_in_words(start, coarse)}"
    first, last = start or end, end or start
    if first is None or last is None:
        return UNDATED
    if coarse != "year" and when.precision is Precision.SEASON and first.month in _SEASONS:
        return f"{_SEASONS[first.month]} {first.year}"
    narrow = _narrowest(when.precision, coarse)
    one, other = day_in_words(first, narrow), day_in_words(last, narrow)
    if one != other:
        return (
            f"week of {one}" if when.precision is Precision.WEEK else f"between {one} and {other}"
        )
    timed = narrow == "exact" and when.precision in (Precision.MINUTE, Precision.HOUR)
    return (
        f"{one} at {_clock(when.start_time, when.end_time)}" if timed and when.start_time else one
    )


def _narrowest(precision: Precision, coarse: str) -> str:
    """No narrower than the audience may read, and no narrower than is known."""
    if precision is Precision.YEAR:
        return "year"
    if precision is Precision.MONTH and coarse == "exact":
        return "month"
    return coarse
