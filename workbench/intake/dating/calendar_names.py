"""Days and stretches that have a name: feasts, terms, holidays, years that begin elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from workbench.intake.dating.span import Setting, Span, Unreadable, day_span, full_year, real_day
from workbench.model.when import Precision

_YEAR = r"'?(\d{4}|\d{2})"
_FEASTS = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's day": (1, 1), "new years day": (1, 1), "new year's eve": (12, 31),
    "new years eve": (12, 31), "christmas": (12, 25), "xmas": (12, 25),
    "bonfire night": (11, 5), "halloween": (10, 31),
}  # fmt: skip
# Days counted from Easter Sunday.
_FROM_EASTER = {
    "good friday": -2, "easter sunday": 0, "easter day": 0, "easter monday": 1,
    "palm sunday": -7, "ash wednesday": -46, "shrove tuesday": -47, "whit sunday": 49,
}  # fmt: skip
# First and last month of a school's terms; where they end differs, so they are approximate.
_TERMS = {"autumn": (9, 12), "spring": (1, 4), "summer": (4, 7)}
_HOLIDAYS = {
    "summer": ((7, 20), (9, 6)), "easter": ((3, 22), (4, 25)), "christmas": ((12, 18), (1, 6))
}  # fmt: skip


def named(text: str, setting: Setting) -> Span | None:
    """The stretch that has this name, or None."""
    for read in (_feast, _of_easter, _term, _holidays, _other_year):
        span = read(text, setting)
        if span is not None:
            return span
    return None


def _feast(text: str, setting: Setting) -> Span | None:
    found = re.fullmatch(rf"({'|'.join(map(re.escape, _FEASTS))})(?: of)?(?:,? {_YEAR})?", text)
    if found is None:
        return None
    if found[2] is None:
        raise Unreadable("Which year? The date gives none.")
    month, day = _FEASTS[found[1]]
    made = day_span(real_day(full_year(found[2], setting.today), month, day))
    return replace(made, approximate=found[1] in {"christmas", "xmas"})


def _of_easter(text: str, setting: Setting) -> Span | None:
    found = re.fullmatch(rf"({'|'.join(_FROM_EASTER)}|easter(?: weekend)?)(?: of)?,? {_YEAR}", text)
    if found is None:
        return None
    sunday = _easter(full_year(found[2], setting.today))
    if found[1] in _FROM_EASTER:
        return day_span(sunday + timedelta(days=_FROM_EASTER[found[1]]))
    friday, monday = sunday - timedelta(days=2), sunday + timedelta(days=1)
    return Span(friday, monday, Precision.BETWEEN, approximate=True)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, skipped = century // 4, century % 4
    moved = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - moved + 15) % 30
    weekday = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _term(text: str, setting: Setting) -> Span | None:
    found = re.fullmatch(rf"(?:the )?({'|'.join(_TERMS)}) term,? (?:of )?{_YEAR}", text)
    if found is None:
        return None
    year, (first, last) = full_year(found[2], setting.today), _TERMS[found[1]]
    end = date(year, last + 1, 1) if last < 12 else date(year + 1, 1, 1)
    return Span(date(year, first, 1), end - timedelta(days=1), Precision.BETWEEN, approximate=True)


def _holidays(text: str, setting: Setting) -> Span | None:
    found = re.fullmatch(
        rf"(?:the )?(?:school )?({'|'.join(_HOLIDAYS)}) (?:school )?holidays?,? (?:of )?{_YEAR}",
        text,
    )
    if found is None:
        return None
    year, (first, last) = full_year(found[2], setting.today), _HOLIDAYS[found[1]]
    end = date(year + (last < first), *last)
    return Span(date(year, *first), end, Precision.BETWEEN, approximate=True)


def _other_year(text: str, setting: Setting) -> Span | None:
    """A school's or a budget's year: "academic year 2015/16", "FY 2015-16"."""
    found = re.fullmatch(
        r"(?:the )?(?P<sort>academic|school|financial|tax)(?: year)? "
        r"(?P<first>\d{4})\s?[/-]\s?(?P<last>\d{4}|\d{2})",
        text,
    ) or re.fullmatch(r"(?P<sort>f)/?y ?(?P<first>\d{4})\s?[/-]\s?(?P<last>\d{4}|\d{2})", text)
    if found is None:
        return None
    year = full_year(found["first"], setting.today)
    if (year + 1) % 100 != int(found["last"]) % 100:
        raise Unreadable("The second year must follow the first.")
    if found["sort"] in {"academic", "school"}:
        return Span(date(year, 9, 1), date(year + 1, 8, 31), Precision.BETWEEN, approximate=True)
    return Span(date(year, 4, 1), date(year + 1, 3, 31), Precision.BETWEEN)
