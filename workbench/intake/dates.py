"""Dates and times as agencies write them: never a confident mistake.

What is certain is understood; what could mean two things is marked ambiguous with the other
reading; what cannot be meant (31 February, a day in the future) is not valid and says why. The
words as written are always kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from workbench.intake.dating.clock import Clock, read_clock
from workbench.intake.dating.span import Setting, Span, Unreadable
from workbench.intake.dating.spans import read_span
from workbench.intake.dating.words import comparable
from workbench.model.when import Precision, When

_NO_DATE = {
    "", "-", "--", "?", "undated", "unknown", "not known", "n/k", "nk", "n/a", "na", "none", "nil",
    "no date", "not dated", "date not recorded", "date unknown", "unknown date", "not recorded",
    "date not known", "not stated", "not given", "tbc", "date tbc", "no date recorded",
    "n.d.", "nd", "not specified", "time unknown", "time not recorded", "no time recorded",
    "unspecified",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the words: the date in the row above, the column, the file.

    ``row_date`` is the row's date for a cell that holds a time alone. ``date_system`` is Excel's
    (1900 or 1904) for a cell that holds a number. ``role`` is "birth" for dates of birth.
    """

    previous_date: date | None = None
    column: str = "date"
    row_date: date | None = None
    date_system: int | None = None
    column_siblings: Sequence[str] = ()
    role: str = ""
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood. ``valid`` is false when nothing could be; ``message`` then says why."""

    when: When
    valid: bool = True
    ambiguous: bool = False
    alternatives: tuple[date, ...] = ()
    message: str = ""


NOTHING_ABOUT_IT = Context()


def understand(text: str, *, context: Context | None = None) -> Understood:
    """What the words mean, in the light of ``context``. Raises nothing, whatever the words."""
    about = context or NOTHING_ABOUT_IT
    plain = re.sub(r"(?<=\d)[.,;]+$", "", comparable(text))
    if plain in _NO_DATE:
        return Understood(When(text=text))
    if len(plain) > 120:
        return _not_understood(text, "This is too long for a date.")
    if re.fullmatch(r"\([^()]+\)", plain):
        plain = plain[1:-1].strip()
    orders = _orders(about)
    setting = Setting(
        today=about.today or date.today(),  # noqa: DTZ011 # the author's own day is meant
        previous=about.previous_date,
        month_first=next(iter(orders)) if len(orders) == 1 else None,
        mixed=len(orders) == 2,
        birth=about.role == "birth",
    )
    try:
        return _read(text, plain, setting, about)
    except Unreadable as refusal:
        return _not_understood(text, str(refusal))
    except (OverflowError, ValueError):
        return _not_understood(text, "This could not be read as a date.")


def _not_understood(text: str, message: str) -> Understood:
    return Understood(When(text=text), valid=False, message=message)


def _read(text: str, plain: str, setting: Setting, about: Context) -> Understood:
    if about.date_system is not None and re.fullmatch(r"\d{1,6}(?:\.\d+)?", plain):
        return _serial(text, float(plain), setting, about)
    if _MISREAD.fullmatch(plain) and re.search("[oil]", plain):
        return _misread(text, plain, setting, about)
    if about.column == "time":
        return _time_cell(text, plain, about)
    day_text, clock = _parted(plain, about)
    if day_text is None:
        if clock is None:
            raise Unreadable("This could not be read as a date.")
        return _time_alone(text, clock, about)
    return _joined(text, read_span(day_text, setting), clock, about, setting)


# A scanner takes 0 for O, and 1 for l or I.
_MISREAD = re.compile(r"[\doil]{1,2}[./-][\doil]{1,2}[./-][\doil]{2,4}")


def _misread(text: str, plain: str, setting: Setting, about: Context) -> Understood:
    figures = plain.translate(str.maketrans("oil", "011"))
    found = _joined(text, read_span(figures, setting), None, about, setting)
    return replace(found, ambiguous=True, message="A letter stands where a figure must: check it.")


def _time_cell(text: str, plain: str, about: Context) -> Understood:
    plain = re.sub(r"^(?:before|after|by)\s+", "~ ", plain)
    if re.fullmatch(r"\d{3}", plain):
        plain = f"0{plain}"
    if re.fullmatch(r"\d{1,2}", plain):
        raise Unreadable("This could be an hour or a day: write 9am or 09:00.")
    clock = read_clock(plain)
    if clock is None:
        raise Unreadable("This could not be read as a time.")
    return _time_alone(text, clock, about)


def _time_alone(text: str, clock: Clock, about: Context) -> Understood:
    day = about.row_date
    when = When(
        text=text,
        precision=clock.precision,
        start=day,
        end=day,
        start_time=clock.start,
        end_time=clock.end,
        approximate=clock.approximate,
    )
    if day is None:
        return Understood(when, message="This gives a time and no date.")
    return Understood(when)


_JOINTS = re.compile(r"\s*(?:,|;| / |\bat\b|@|\bon\b| - |\(|\)|\s|t(?=\d\d:)|(?<=\d)t(?=\d))\s*")


def _parted(plain: str, about: Context) -> tuple[str | None, Clock | None]:
    """The words parted into those of a day, and the time of day; either may be missing."""
    whole = _whole_clock(plain, about)
    if whole is not None:
        return None, whole
    for cut in _JOINTS.finditer(plain):
        for day, moment in (
            (plain[: cut.start()], plain[cut.end() :]),
            (plain[cut.end() :], plain[: cut.start()]),
        ):
            clock = _clock_beside(moment.strip(" ()-,;"), day.strip(" ()-,;"))
            if clock is not None:
                return day.strip(" ()-,;"), clock
    return plain, None


_A_WHOLE_DAY = re.compile(
    r"\d{1,2}\s*\W\s*\d{1,2}\s*\W\s*\d{2,4}$"
    r"|\d{1,2}(?:st|nd|rd|th)?\W*(?:of )?[a-z]{3,}\W*\d{2,4}$"
    r"|^\d{4}\W\d{1,2}\W\d{1,2}$|^\d{6}$|^\d{8}$"
)


def _clock_beside(moment: str, day: str) -> Clock | None:
    """The time in ``moment``, if it can only be a time beside the day in ``day``."""
    if not moment or not re.search(r"\d|day|date|above|ditto", day) or _no_part(moment, day):
        return None
    if re.match(r"\d{4}(?!\d|\s*h)", moment) and not _A_WHOLE_DAY.search(day):
        return None  # the four digits are a year
    if re.fullmatch(r"\d{1,2}[.]\d{2}", moment) and not re.search(r"\d{4}|\d\W\d{1,2}\W\d", day):
        return None
    half = re.search(r"\b[ap]\.\s?m\.$", moment)
    if (re.search(r"[./:-]$|^[./:-]", moment) and not half) or re.fullmatch(r"\d{4}-\d{2}", moment):
        return None
    try:
        return read_clock(moment)
    except Unreadable:
        if re.search(r"\d:\d|\d\s?[ap]\.?m|\dhrs?$", moment):
            raise
        return None


def _no_part(moment: str, day: str) -> bool:
    """Whether what is before "of" is no part of a day: "22nd of May", not "evening of 22 May"."""
    return day.startswith("of ") and bool(re.search(r"\d|night$", moment))


def _whole_clock(plain: str, about: Context) -> Clock | None:
    digits = re.sub(r"[a-z]+\.?|[()?~ ]", "", plain)
    if re.fullmatch(r"\d{4}(?:-\d{2,4})?", digits) and not re.search(r"\d\s?(?:h|am|pm)", plain):
        return None  # a year, or two
    if re.fullmatch(r"\d{1,2}\.\d{2}", plain):
        first, second = (int(part) for part in plain.split("."))
        if second <= 12 and first <= 31 and about.row_date is None:
            raise Unreadable("This could be a time, or a day without its year.")
    try:
        return read_clock(plain)
    except Unreadable:
        if re.fullmatch(r"\d{1,2}:\d{2}.*", plain):
            raise
        return None


def _joined(
    text: str, span: Span, clock: Clock | None, about: Context, setting: Setting
) -> Understood:
    if clock is not None and _only_a_stamp(text, clock, about):
        clock = None
    one_day = {Precision.DAY, Precision.AFTER, Precision.BEFORE}
    if clock is not None and span.precision not in one_day:
        raise Unreadable("This gives a time, and more than one day.")
    if setting.birth and span.start is not None and span.start > setting.today:
        raise Unreadable("This date is in the future.")
    when = When(text, span.precision, span.start, span.end, approximate=span.approximate)
    if clock is not None:
        precision = span.precision
        if precision is Precision.DAY:
            precision = clock.precision
        when = replace(
            when,
            precision=precision,
            start_time=clock.start,
            end_time=clock.end,
            approximate=span.approximate
            or (clock.approximate and clock.precision is not Precision.DAY),
        )
    return Understood(when, True, span.ambiguous, span.alternatives, span.message)


def _only_a_stamp(text: str, clock: Clock, about: Context) -> bool:
    """Midnight, where every stamp of the column is midnight, is how a program says "no time"."""
    if clock.start != time(0) or not re.search(r"00:00", text):
        return False
    stamps = [sibling for sibling in about.column_siblings if ":" in sibling]
    return all("00:00" in sibling for sibling in stamps)


def _serial(text: str, number: float, setting: Setting, about: Context) -> Understood:
    """A date that Excel keeps as a number of days; below 1 it is a time alone."""
    minutes = round((number % 1) * 24 * 60)
    clock = time(minutes // 60 % 24, minutes % 60)
    if number < 1:
        return _time_alone(text, Clock(clock, clock, Precision.MINUTE), about)
    if not 1000 <= number < 80000:
        raise Unreadable("This number is not a date of a spreadsheet.")
    base = date(1904, 1, 1) if about.date_system == 1904 else date(1899, 12, 30)
    day = base + timedelta(days=int(number) + minutes // (24 * 60))
    if day > setting.today:
        raise Unreadable("This date is in the future.")
    when = When(text, Precision.DAY, day, day)
    if number % 1 and minutes % (24 * 60):
        when = replace(when, precision=Precision.MINUTE, start_time=clock, end_time=clock)
    return Understood(when)


_ORDER = re.compile(r"^\D*(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*\d{2,4}")


def _orders(about: Context) -> set[bool]:
    """The orders that the column proves: False for the day first, True for the month first. A
    value over 12 in one place proves that it is the day's."""
    proved = set()
    for sibling in about.column_siblings:
        found = _ORDER.match(comparable(sibling))
        first, second = (int(found[1]), int(found[2])) if found else (0, 0)
        if min(first, second) > 12:
            continue  # no day in either order, so it proves none
        if first > 12:
            proved.add(False)
        if second > 12:
            proved.add(True)
    return proved


def decisive(cells: Sequence[str]) -> tuple[str, ...]:
    """The few cells of a column that decide how all of it is read, for ``column_siblings``."""
    first: dict[object, str] = {}
    for cell in cells:
        for proof in _orders(Context(column_siblings=(cell,))):
            first.setdefault(proof, cell)
        if ":" in cell:
            first.setdefault("midnight" if "00:00" in cell else "clock", cell)
    return tuple(dict.fromkeys(first.values()))
