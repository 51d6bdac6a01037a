"""One date: a day, a month, a part of a month, a season, a quarter, a year, a decade."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from workbench.intake.dating.calendar_names import named
from workbench.intake.dating.leaning import leaning
from workbench.intake.dating.numbers import (
    compact,
    day_unknown,
    iso,
    not_ahead,
    numeric,
    numeric_month,
)
from workbench.intake.dating.span import (
    Setting,
    Span,
    Unreadable,
    day_span,
    full_year,
    month_span,
    real_day,
    year_span,
)
from workbench.intake.dating.words import month_number, weekday_number
from workbench.model.when import Precision

_ORDINAL = r"(?:\s?(?:st|nd|rd|th|sr|ND))?"
_YEAR = r"'?(\d{4}|\d{2})"
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_PARTS = {
    "early": 0, "early in": 0, "beg": 0, "beg.": 0, "early part of": 0,
    "beginning": 0, "start": 0, "beginning of": 0, "start of": 0,
    "the beginning of": 0, "the start of": 0,
    "mid": 1, "middle of": 1, "the middle of": 1,
    "late": 2, "late in": 2, "end": 2, "end of": 2, "the end of": 2, "latter part of": 2,
}  # fmt: skip
_MONTH_PARTS = ((1, 10), (11, 20), (21, 31))
_YEAR_PARTS = ((1, 4), (5, 8), (9, 12))
_COUNTED = {
    "first": 0,
    "1st": 0,
    "second": 1,
    "2nd": 1,
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
}


def read_days(text: str, setting: Setting) -> Span:
    """The stretch of days that ``text`` (in its comparable form) means.

    Raises :class:`Unreadable` with a sentence when it is not one that can be relied on.
    """
    text, weekday = _without_weekday(text)
    for read in _READERS:
        span = read(text, setting)
        if span is not None:
            return _checked(span, weekday, setting)
    raise Unreadable("This could not be read as a date.")


def _without_weekday(text: str) -> tuple[str, int | None]:
    found = re.match(r"^([a-z]+)[.,]?\s+(?:the\s+)?(?=\d|[a-z])(.*)$", text)
    if found and (day := weekday_number(found[1])) is not None:
        return found[2], day
    found = re.match(r"^(.*\S)\s+\(?([a-z]+)\.?\)?$", text)
    if found and (day := weekday_number(found[2])) is not None:
        return found[1], day
    return text, None


def _checked(span: Span, weekday: int | None, setting: Setting) -> Span:
    if span.start is not None and span.start > setting.today:
        raise Unreadable("This date is in the future.")
    if weekday is None or span.precision is not Precision.DAY or span.start is None:
        return span
    if span.start.weekday() != weekday:
        was = calendar.day_name[span.start.weekday()]
        said = calendar.day_name[weekday]
        told = f"That day was a {was}, not a {said}: the day or the date is wrong."
        return replace(span, ambiguous=True, message=told)
    return span


def _day_month(text: str, setting: Setting) -> Span | None:
    found = re.fullmatch(
        rf"(?:the )?(\d{{1,2}}){_ORDINAL}[\s./,-]*(?:day )?(?:of )?([a-z]{{3,}})\.?"
        rf"(?:[\s./,-]*(?:of )?'?(\d{{2,6}}))?",
        text,
    )
    if found is None or (month := month_number(found[2])) is None:
        return None
    return _named(int(found[1]), month, found[3], setting)


def _month_day(text: str, setting: Setting) -> Span | None:
    found = re.fullmatch(
        rf"([a-z]{{3,}})\.?\s*(?:the )?(\d{{1,2}}){_ORDINAL}"
        r"(?:\s*,?\s+'?(\d{4}|\d{2})|\s*,\s*(\d{4}))?",
        text,
    )
    if found is None or (month := month_number(found[1])) is None:
        return None
    year = found[3] or found[4]
    if year is None and not re.search(r"(st|nd|rd|th)$", text):
        return None  # "May 16" may be a month of 2016
    return _named(int(found[2]), month, year, setting)


def _named(day: int, month: int, digits: str | None, setting: Setting) -> Span:
    if digits is not None:
        made = real_day(full_year(digits, setting.today), month, day)
        return day_span(not_ahead(made, digits, setting))
    if setting.previous is None:
        raise Unreadable("Which year? The date gives none.")
    return _after_above(real_day(setting.previous.year, month, day), setting.previous)


def _after_above(made: date, above: date) -> Span:
    """A day whose year was taken from above. Where that goes back by half a year, as from December
    to January, the year may have turned, and it is asked."""
    if (above - made).days < 180:
        return replace(day_span(made), message="The year was taken from what stands above.")
    turned = real_day(made.year + 1, made.month, min(made.day, 28) if made.month == 2 else made.day)
    told = "Which year? The row above is later in the year than this."
    return replace(day_span(turned), ambiguous=True, alternatives=(made,), message=told)


def _month_year(text: str, setting: Setting) -> Span | None:
    found = re.fullmatch(rf"([a-z]{{3,}})\.?[\s./,-]*(?:of )?{_YEAR}", text)
    if found is None or (month := month_number(found[1])) is None:
        return None
    year = full_year(found[2], setting.today)
    span = month_span(year, month)
    if len(found[2]) == 4 or "'" in text:
        return span
    if span.start is not None and span.start > setting.today:
        span = month_span(year - 100, month)
    if int(found[2]) <= 31:
        told = f"This may mean {calendar.month_name[month]} {year}, or day {int(found[2])} of it."
        return replace(span, ambiguous=True, message=told)
    return span


def _month_alone(text: str, setting: Setting) -> Span | None:
    month = month_number(text) if re.fullmatch(r"[a-z]{3,}\.?", text) else None
    if month is None:
        return None
    if setting.previous is None:
        raise Unreadable("Which year? The date gives none.")
    span = month_span(setting.previous.year, month)
    return replace(span, message="The year was taken from what stands above.")


def _year(text: str, _setting: Setting) -> Span | None:
    if found := re.fullmatch(r"(?:(?:in|during|the year) )?(\d{4})", text):
        if not 1850 <= int(found[1]) <= 2200:
            return None
        return year_span(int(found[1]))
    if found := re.fullmatch(r"(?:the )?(\d{3})0'?s", text):
        first = int(found[1]) * 10
        return Span(date(first, 1, 1), date(first + 9, 12, 31), Precision.BETWEEN, True)
    if re.fullmatch(r"\d{5,}", text):
        raise Unreadable(f"{text} is not a year that can be meant.")
    return None


def _two_years(text: str, setting: Setting) -> Span | None:
    found = re.fullmatch(r"(\d{4})\s*[/-]\s*(\d{2})", text)
    if found is None or (int(found[1]) + 1) % 100 != int(found[2]):
        return None
    year = full_year(found[1], setting.today)
    return Span(date(year, 1, 1), date(year + 1, 12, 31), Precision.BETWEEN, True)


def _season(text: str, setting: Setting) -> Span | None:
    names = "|".join(_SEASONS)
    found = re.fullmatch(rf"(?:the )?({names}),? (?:of )?{_YEAR}(?:\s?[/-]\s?(\d{{2}}))?", text)
    if found is None or (found[3] and found[1] != "winter"):
        return None
    year, month = full_year(found[2], setting.today), _SEASONS[found[1]]
    start = date(year, month, 1)
    last = date(year + 1, 2, 28) if month == 12 else date(year, month + 2, 1)
    end = last.replace(day=calendar.monthrange(last.year, last.month)[1])
    if found[1] == "winter" and found[3] is None:
        told = "A winter belongs to two years: say which months are meant."
        other = (date(year, 1, 1),)
        return Span(start, end, Precision.SEASON, True, True, other, told)
    return Span(start, end, Precision.SEASON, True)


def _quarter(text: str, setting: Setting) -> Span | None:
    found = re.fullmatch(r"(?:q|quarter )(?P<q>[1-4])[ ,/-]*(?:of )?(?P<y>\d{4})", text) or (
        re.fullmatch(r"(?P<y>\d{4})[ ,/-]*q(?P<q>[1-4])", text)
    )
    if found is None:
        return None
    first = (int(found["q"]) - 1) * 3 + 1
    year = full_year(found["y"], setting.today)
    end = month_span(year, first + 2).end
    return Span(date(year, first, 1), end, Precision.BETWEEN)


def _half(text: str, setting: Setting) -> Span | None:
    found = re.fullmatch(r"(?:the )?(first|1st|second|2nd|latter) half of (.+)", text)
    if found is None:
        return None
    whole, first = read_days(found[2], setting), found[1] in {"first", "1st"}
    if whole.start is None or whole.end is None:
        return None
    if whole.precision is Precision.YEAR:
        end, start = date(whole.start.year, 6, 30), date(whole.start.year, 7, 1)
    elif whole.precision is Precision.MONTH:
        end, start = whole.start.replace(day=15), whole.start.replace(day=16)
    else:
        return None
    half = (whole.start, end) if first else (start, whole.end)
    return Span(*half, Precision.BETWEEN, whole.approximate)


def _part(text: str, setting: Setting) -> Span | None:
    found = re.fullmatch(
        rf"({'|'.join(sorted(_PARTS, key=len, reverse=True))})[ -]+(?:of )?(.+)", text
    )
    if found is None:
        return None
    whole = read_days(found[2], setting)
    part = _PARTS[found[1]]
    if whole.start is None:
        return None
    if whole.precision is Precision.MONTH:
        first, last = _MONTH_PARTS[part]
        last = min(last, calendar.monthrange(whole.start.year, whole.start.month)[1])
        return replace(
            whole,
            start=whole.start.replace(day=first),
            end=whole.start.replace(day=last),
            approximate=True,
        )
    if whole.precision is Precision.YEAR:
        first, last = _YEAR_PARTS[part]
        end = month_span(whole.start.year, last).end
        return replace(whole, start=whole.start.replace(month=first), end=end, approximate=True)
    if whole.precision is Precision.SEASON:
        return replace(whole, approximate=True)
    raise Unreadable("This could not be read as a date.")


def _week_of_month(text: str, setting: Setting) -> Span | None:
    names = "|".join([*_COUNTED, "last"])
    found = re.fullmatch(rf"(?:the )?({names}) week (?:of|in) (.+)", text)
    if found is None:
        return None
    month = read_days(found[2], setting)
    if month.precision is not Precision.MONTH or month.start is None or month.end is None:
        return None
    if found[1] == "last":
        return Span(month.end - timedelta(days=6), month.end, Precision.WEEK, True)
    start = month.start + timedelta(days=7 * _COUNTED[found[1]])
    return Span(start, start + timedelta(days=6), Precision.WEEK, True)


_READERS: tuple[Callable[[str, Setting], Span | None], ...] = (
    iso,
    numeric,
    compact,
    day_unknown,
    _day_month,
    _month_day,
    numeric_month,
    _two_years,
    _year,
    _month_year,
    _month_alone,
    _season,
    _quarter,
    _half,
    named,
    _week_of_month,
    _part,
    leaning,
)
