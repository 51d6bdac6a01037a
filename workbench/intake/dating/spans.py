"""Stretches: between two dates, before one, after one, the week of one; and "about"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from workbench.intake.dating.days import read_days
from workbench.intake.dating.span import Setting, Span, Unreadable, day_after, day_before
from workbench.intake.dating.words import month_number
from workbench.model.when import Precision

_ABOUT = re.compile(
    r"^(?:\?+|~|on or (?:around|about)|various dates in|c\.\s*|c(?=\d)|c (?=\S)|ca\.?\s|circa\.?"
    r"|approx\.?|approximately|about|around|roughly|estimated|est\.?|probably|possibly"
    r"|\(approx\.?\))\s*"
)
_AROUND = re.compile(
    r"\s*(?:\?+|\(\?\)|\(?approx\.?\)?|\(?approximately\)?|\(?circa\)?|\(?est\.?\)?"
    r"|\(?estimated\)?|or thereabouts|-ish|ish|tbc|\(tbc\)|\(date approx\.?\)"
    r"|\(?exact date unknown\)?)$"
)
_BEFORE = re.compile(r"^(?:before|prior to|pre|earlier than)[ -]+(.+)$")
_BY = re.compile(r"^(?:by|until|up to|up until|no later than|on or before)\s+(.+)$")
_AFTER = re.compile(r"^(?:after|following|post|later than)[ -]+(.+)$")
_SINCE = re.compile(r"^(?:since|from|on or after|not before|as of)\s+(.+?)(?:\s+onwards?)?$")
_ONWARDS = re.compile(
    r"^(.+?)\s+(?:onwards?|\+|and (?:after|ongoing)|ongoing|to date|to present|- present|-)$"
)
_WEEK = re.compile(
    r"^(?:w/?c|w\.c\.?|wk/?c|week commencing|week beginning|w/?b|week starting|wk commencing)"
    r"[:.]?\s*(.+)$"
)
_WEEK_ENDING = re.compile(r"^(?:w/?e|week ending|wk ending)[:.]?\s+(.+)$")
_WEEK_OF = re.compile(r"^(?:the )?week of (?:the )?(.+)$")
_WEEKEND = re.compile(r"^(?:over )?(?:the )?weekend (?:of )?(?:the )?(.+)$")
_CUT = re.compile(r"\s*(?:-|/|\bto\b|\band\b|&|\buntil\b|\btill\b|\bthrough\b)\s*")
_LED_IN = re.compile(
    r"^(?:on|in|of|during|throughout|over|overnight(?: of)?|(?:the )?night of"
    r"|daily|weekly|regularly|bank holiday"
    r"|dob:?|d\.o\.b\.?:?|date of birth:?|dated?:?|towards(?= the end)|the (?=\d))\s+(?=\S)"
)


def read_span(text: str, setting: Setting) -> Span:
    """The stretch of days that ``text`` (comparable form) means; see :func:`read_days`."""
    bare = _AROUND.sub("", _ABOUT.sub("", text)).strip()
    if bare != text and bare:
        return replace(read_span(bare, setting), approximate=True)
    for read in (_week, _bounded):
        span = read(text, setting)
        if span is not None:
            return span
    led_in = _LED_IN.sub("", text) if len(text) > 3 else text
    if led_in != text:
        return read_span(led_in, setting)
    try:
        return read_days(text, setting)
    except Unreadable as refusal:
        span = _between(text, setting)
        if span is None:
            raise refusal from None
        return span


def _one_stretch(text: str, setting: Setting) -> Span:
    """A date that is not itself a stretch between two, perhaps with "about" before it."""
    bare = _AROUND.sub("", _ABOUT.sub("", text)).strip()
    if bare != text and bare:
        return replace(_one_stretch(bare, setting), approximate=True)
    return read_days(_LED_IN.sub("", text) if len(text) > 3 else text, setting)


def _week(text: str, setting: Setting) -> Span | None:
    if found := _WEEKEND.match(text):
        return _weekend(found[1], setting)
    if found := _WEEK.match(text):
        day = _one_day(found[1], setting)
        return Span(day, day + timedelta(days=6), Precision.WEEK)
    if found := _WEEK_ENDING.match(text):
        day = _one_day(found[1], setting)
        return Span(day - timedelta(days=6), day, Precision.WEEK)
    if found := _WEEK_OF.match(text):
        day = _one_day(found[1], setting)
        monday = day - timedelta(days=day.weekday())
        return Span(monday, monday + timedelta(days=6), Precision.WEEK)
    return None


def _weekend(text: str, setting: Setting) -> Span:
    span = read_span(text, setting)
    if span.start is None or span.precision is not Precision.DAY:
        return span
    saturday = span.start - timedelta(days=max(span.start.weekday() - 5, 0))
    if saturday.weekday() != 5:
        raise Unreadable("That day is not of a weekend.")
    return Span(saturday, saturday + timedelta(days=1), Precision.BETWEEN)


def _one_day(text: str, setting: Setting) -> date:
    span = read_days(text, setting)
    if span.start is None or span.precision is not Precision.DAY or span.ambiguous:
        raise Unreadable("Which day is the week counted from?")
    return span.start


def _bounded(text: str, setting: Setting) -> Span | None:
    for pattern, precision, inclusive in (
        (_BEFORE, Precision.BEFORE, False),
        (_BY, Precision.BEFORE, True),
        (_AFTER, Precision.AFTER, False),
        (_SINCE, Precision.AFTER, True),
        (_ONWARDS, Precision.AFTER, True),
    ):
        found = pattern.match(text)
        if found is None or (precision is Precision.AFTER and _between_words(text)):
            continue
        inner = read_span(found[1], setting)
        if inner.start is None or inner.end is None:
            raise Unreadable("This could not be read as a date.")
        return _bound(inner, precision, inclusive=inclusive)
    return None


def _between_words(text: str) -> bool:
    return bool(re.match(r"^from .+ (?:to|until|till|-) .+", text)) and not text.endswith("to date")


def _bound(inner: Span, precision: Precision, *, inclusive: bool) -> Span:
    start, end = inner.start, inner.end
    if start is None or end is None:
        raise Unreadable("This could not be read as a date.")
    if precision is Precision.BEFORE:
        first: date | None = None
        last: date | None = end if inclusive else day_before(start)
    else:
        first, last = (start if inclusive else day_after(end)), None
    return replace(inner, start=first, end=last, precision=precision, alternatives=())


def _between(text: str, setting: Setting) -> Span | None:
    told: Unreadable | None = None
    for cut in _CUT.finditer(text):
        first = re.sub(r"^(?:between|from)\s+", "", text[: cut.start()]).strip()
        last = text[cut.end() :].strip()
        slash_within_one_date = cut[0].strip() == "/" and not (_whole(first) or names_month(last))
        if not first or not last or slash_within_one_date:
            continue
        try:
            return _stretch(first, last, setting, either=cut[0].strip() == "/")
        except _Reversed as fault:
            told = fault
        except Unreadable:
            continue
    if told is not None:
        raise told
    return None


def _whole(text: str) -> bool:
    return bool(re.search(r"\d{4}|[a-z]{3,}", text))


class _Reversed(Unreadable):
    pass


def _stretch(first: str, last: str, setting: Setting, *, either: bool) -> Span:
    listed = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?(?:\s*[,/]\s*\d{1,2}(?:st|nd|rd|th)?)+", first)
    if listed and re.match(r"\d{1,2}(?:st|nd|rd|th)?\s*(?:of )?[a-z]", last):
        first = listed[1]  # "10, 11 and 12 May": the first of the days that are listed
    elif "," in first and not names_month(first):
        raise Unreadable("This could not be read as a date.")
    end = _one_stretch(last, setting)
    if end.start is None or end.end is None or end.ambiguous:
        raise Unreadable("This could not be read as a date.")
    start, lent = _first(first, end, setting)
    if start.start is None or start.ambiguous:
        raise Unreadable("This could not be read as a date.")
    if either and start.precision is not end.precision:
        raise Unreadable("This could not be read as a date.")  # "22 Mar/Apr 2016"
    begins = start.start
    if begins > end.start and lent and start.precision is not Precision.YEAR:
        begins = begins.replace(year=begins.year - 1)  # "28 Dec to 3 Jan 2018" runs over New Year
    if begins > end.end or begins > end.start:
        raise _Reversed("The second date is before the first: one of them is wrong.")
    approximate = start.approximate or end.approximate
    return Span(begins, end.end, Precision.BETWEEN, approximate, message=end.message)


def _first(text: str, end: Span, setting: Setting) -> tuple[Span, bool]:
    """The first date of a stretch, which may lean on the second for its month and year; the flag
    says that its year was lent."""
    if end.start is None:
        raise Unreadable("This could not be read as a date.")
    named = _day_of_month(text, end.start)
    if named is not None:
        return named, False
    joint = " " if re.search(r"[a-z]{3}", text) else "/"
    lent = f"{text}{joint}{end.start.year}"
    for words, is_lent in ((text, False), (lent, True)):
        try:
            span = _one_stretch(words, replace(setting, previous=None))
        except Unreadable:
            continue
        if not (span.ambiguous and not is_lent):
            return span, is_lent
    raise Unreadable("This could not be read as a date.")


def _day_of_month(text: str, other: date) -> Span | None:
    found = re.fullmatch(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)?", text)
    if found is None or not 1 <= int(found[1]) <= 31:
        return None
    try:
        day = other.replace(day=int(found[1]))
    except ValueError:
        raise Unreadable("The first day is not in that month.") from None
    return Span(day, day, Precision.DAY)


def names_month(text: str) -> bool:
    """Whether any word of the text names a month."""
    return any(month_number(word) for word in re.findall(r"[a-z]+", text))
