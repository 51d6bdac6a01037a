"""Dates written in numbers alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from workbench.intake.dating.span import (
    Setting,
    Span,
    Unreadable,
    day_span,
    full_year,
    month_span,
    real_day,
)
from workbench.model.when import Precision

_SEPARATOR = r"\s*[./\\,_ -]\s*[./\\,_ -]?\s*"


def numeric(text: str, setting: Setting) -> Span | None:
    """ "22/05/16", "22.05/16", "22/5 /16"."""
    found = re.fullmatch(rf"(\d{{1,2}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}'?(\d{{2,6}})", text)
    if found is None:
        return None
    first, second = int(found[1]), int(found[2])
    return _either_order(first, second, found[3], setting)


def _either_order(first: int, second: int, digits: str, setting: Setting) -> Span:
    year = full_year(digits, setting.today)
    month_first = setting.month_first is True
    day, month = (second, first) if month_first else (first, second)
    if setting.month_first is None and month > 12 >= day:
        # Only American order makes sense of it: a slip or a foreign export, so it is asked.
        made = not_ahead(real_day(year, day, month), digits, setting)
        told = "This makes sense only with the month first."
        return Span(made, made, Precision.DAY, ambiguous=True, message=told)
    made = not_ahead(real_day(year, month, day), digits, setting)
    span = day_span(made)
    if setting.month_first is None and first <= 12 and second <= 12 and first != second:
        told = "Other dates of this column have the month first." if setting.mixed else ""
        other = (real_day(made.year, day, month),)
        return replace(span, alternatives=other, ambiguous=setting.mixed, message=told)
    return span


def not_ahead(day: date, digits: str, setting: Setting) -> date:
    """A year of two digits is never in the future: it is of the century before, and where that
    is not likely either, it is asked."""
    if len(digits) == 2 and day > setting.today:
        if not setting.birth and (day - setting.today).days < 3660:
            raise Unreadable("This date is in the future, or a hundred years ago.")
        return real_day(day.year - 100, day.month, day.day)
    return day


def day_unknown(text: str, setting: Setting) -> Span | None:
    """ "xx/04/2016", "??/04/16": the month alone is known."""
    found = re.fullmatch(
        r"(?:x{1,2}|\?{1,2}|-{2}|_{1,2}|nk)[./ -](\d{1,2})[./ -](\d{4}|\d{2})", text
    )
    if found is None:
        return None
    month = int(found[1])
    if not 1 <= month <= 12:
        raise Unreadable(f"There is no month {month}.")
    span = month_span(full_year(found[2], setting.today), month)
    return replace(span, approximate=True, message="The day is not given.")


def iso(text: str, _setting: Setting) -> Span | None:
    """ "2016-05-22"."""
    found = re.fullmatch(r"(\d{4})\s*[-./ ]\s*(\d{1,2})\s*[-./ ]\s*(\d{1,2})", text)
    if found is None:
        return None
    return day_span(real_day(_plausible(found[1]), int(found[2]), int(found[3])))


def _plausible(digits: str) -> int:
    year = int(digits)
    if not 1850 <= year <= 2200:
        raise Unreadable(f"{digits} is not a year that can be meant.")
    return year


def compact(text: str, setting: Setting) -> Span | None:
    """ "220516", "20160522", "22052016"."""
    if re.fullmatch(r"\d{8}", text):
        if 1900 <= int(text[:4]) <= setting.today.year and int(text[4:6]) <= 12:
            return day_span(real_day(int(text[:4]), int(text[4:6]), int(text[6:])))
        return _either_order(int(text[:2]), int(text[2:4]), text[4:], setting)
    if re.fullmatch(r"\d{6}", text):
        if text[:2] in {"19", "20"} and int(text[2:4]) > 12:
            raise Unreadable("This could not be read as a date.")
        return _either_order(int(text[:2]), int(text[2:4]), text[4:], setting)
    return None


def numeric_month(text: str, _setting: Setting) -> Span | None:
    """ "05/2016", "2016/05"."""
    found = re.fullmatch(r"(\d{1,2})\s*[/.-]\s*(\d{4})", text) or re.fullmatch(
        r"(?P<y>\d{4})\s*[/.-]\s*(?P<m>\d{2})", text
    )
    if found is None:
        return None
    groups = found.groupdict()
    month, year = (groups["m"], groups["y"]) if groups else (found[1], found[2])
    if groups and int(month) > 12:
        return None  # 2015-16 is two years
    if not 1 <= int(month) <= 12:
        raise Unreadable(f"There is no month {month}.")
    if groups and int(year[2:]) + 1 == int(month):
        told = "This may be a month of the year, or a year that runs into the next."
        return replace(month_span(_plausible(year), int(month)), ambiguous=True, message=told)
    return month_span(_plausible(year), int(month))
