"""A stretch of days as it was understood, and what is said when words cannot be understood."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.model.when import Precision


class Unreadable(Exception):
    """These words are not a date that can be relied on; the text says why, for the author."""


@dataclass(frozen=True, slots=True)
class Span:
    """First and last possible day, both inclusive, and how sure that is."""

    start: date | None
    end: date | None
    precision: Precision
    approximate: bool = False
    ambiguous: bool = False
    alternatives: tuple[date, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a date: today, the date before it, and how its column is written."""

    today: date
    previous: date | None = None
    month_first: bool | None = None  # None: nothing proves either order
    mixed: bool = False  # the column proves both orders
    birth: bool = False


def day_span(day: date) -> Span:
    """One day."""
    return Span(day, day, Precision.DAY)


def month_span(year: int, month: int) -> Span:
    """One month."""
    last = calendar.monthrange(year, month)[1]
    return Span(date(year, month, 1), date(year, month, last), Precision.MONTH)


def year_span(year: int) -> Span:
    """One year."""
    return Span(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def real_day(year: int, month: int, day: int) -> date:
    """The day of these numbers; raises :class:`Unreadable` when the calendar has none."""
    if not 1 <= month <= 12:
        raise Unreadable(f"There is no month {month}.")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise Unreadable(f"{calendar.month_name[month]} {year} has no day {day}.")
    return date(year, month, day)


def full_year(digits: str, today: date) -> int:
    """The year that 2 or 4 digits mean: two digits are never in the future."""
    year = int(digits)
    if len(digits) == 2:
        year += 2000
        return year if year <= today.year + 10 else year - 100
    if len(digits) != 4 or not 1850 <= year <= today.year + 10:
        raise Unreadable(f"{digits} is not a year that can be meant.")
    return year


def day_before(day: date) -> date:
    """The day before."""
    return day - timedelta(days=1)


def day_after(day: date) -> date:
    """The day after."""
    return day + timedelta(days=1)
