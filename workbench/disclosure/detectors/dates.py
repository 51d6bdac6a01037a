"""Exact days, however they are written, and dates of birth among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.feasts import FEAST, FIXED
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import DIGITS, Reading

_MONTHS = (
    "january jan ionawr faoilleach eanair",
    "february feb chwefror gearran feabhra",
    "march mar mawrth fawrth mart marta",
    "april apr ebrill giblean aibrean",
    "may mai fai ceitean bealtaine",
    "june jun mehefin fehefin ogmhios meitheamh",
    "july jul gorffennaf orffennaf iuchar iuil",
    "august aug awst lunastal lunasa",
    "september sept sep medi fedi sultain",
    "october oct hydref damhair",
    "november nov tachwedd dachwedd samhain",
    "december dec rhagfyr ragfyr dubhlachd nollaig",
)  # also as Welsh, Gaelic and Irish have them, where a sound may change after "o"
_MONTH_NUMBER = {word: n for n, words in enumerate(_MONTHS, 1) for word in words.split()}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")\b\.?"
_MONTHS_ALONE = r"(?:" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")\b"
_ONES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_ORDINALS = {word: n for n, word in enumerate(_ONES, 1)} | {
    f"{tens}{mark}{one}": base + n
    for tens, base, most in (("twenty", 20, 9), ("thirty", 30, 1))
    for n, one in enumerate(_ONES[:most], 1)
    for mark in ("-", " ")
} | {"thirtieth": 30}  # fmt: skip
_WORD_DAY = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_NTH = r"(?:st|nd|rd|th|af|fed|eg|ain|ydd|il|ail)"
_DAY = rf"(?P<day>(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:\s?{_NTH})?|{_WORD_DAY})"
# Two digits are no year where another day begins: "9 November, 23 November", "3 May 4th".
_YEAR = rf"(?P<year>(?:19|20)\d\d|'?\d\d(?![\d:.]\d|(?:st|nd|rd|th)|\s(?:of\s)?{_MONTHS_ALONE}))\b"
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|"
    r"(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\b\.?,?) (?:the )?"
)
_LEAD = rf"(?<![\w£$€./-])(?:{_WEEKDAY})?"
# "3rd/4th May", "1, 9 and 22 March": the first days of a span or a list go with the last.
_SPAN = r"(?:(?:\d{1,2}(?:st|nd|rd|th)?(?:,\s?|\s?(?:/|-|to|and|&|or)\s?)){1,6}(?:the\s)?)?"
_WORDED = re.compile(
    rf"{_LEAD}{_SPAN}{_DAY}"
    rf"(?:\s|-|/|\.\s?|\sday\sof\s|\s(?:of|o|an|am|de|den)\s){{1,2}}{_MONTH}"
    rf"(?:(?:[\s,'/-]{{1,2}}|(?<=\.)){_YEAR})?(?!\w)",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    _LEAD
    + _MONTH
    + r"[^\S\n](?:the\s)?"
    + _DAY
    + r"(?:\s?(?:-|to|and|&)\s?\d{1,2}(?:st|nd|rd|th)?\b(?![:.]\d))?(?:,?\s"
    + _YEAR
    + r"|(?![\w:.]*\d))(?!\w)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<![\w£$€./-])(?P<day>0?[1-9]|[12]\d|3[01])\s?(?P<mark>[./-])"
    r"\s?(?P<month>0?[1-9]|1[0-2])\s?(?P=mark)\s?"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)"
)
_NUMERIC_US = re.compile(
    r"(?<![\w£$€./-])(?P<month>0?[1-9]|1[0-2])(?P<mark>[/-])(?P<day>1[3-9]|2\d|3[01])(?P=mark)"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)")  # fmt: skip
_ISO = re.compile(
    r"(?<![\w£$€./-])(?P<year>(?:19|20)\d\d)(?P<mark>[./-])(?P<month>0[1-9]|1[0-2])(?P=mark)"
    r"(?P<day>0[1-9]|[12]\d|3[01])(?![\d/-])")  # fmt: skip
_RUN_TOGETHER = re.compile(
    r"(?<![\w£$€./-])(?P<day>0?[1-9]|[12]\d|3[01])(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?!\w)",
    re.IGNORECASE,
)
_SPACED = re.compile(
    r"(?<![\w£$€./-])(?<!\d )(?P<day>0[1-9]|[12]\d|3[01]) (?P<month>0[1-9]|1[0-2]) "
    r"(?P<year>(?:19|20)?\d\d)(?![\w/%-]|[.,:]\d| \d)"
)
SHORT_DAY = re.compile(
    r"(?<![\w£$€./-])(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0?[1-9]|1[0-2])(?![\w/-]|\.\d)"
)
_COMPACT = re.compile(
    r"\b(?:dob|d\.o\.b\.?|born|birth|birthday)\b[\s:]{0,3}(?:(?:on|is|was)\s)?"
    r"(?P<it>(?P<day>0[1-9]|[12]\d|3[01])\s?(?P<month>0[1-9]|1[0-2])"
    r"\s?(?P<year>(?:19|20)?\d\d))(?!\d)",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"(?:\bd\.?\s?o\.?\s?b\.?|\bborn\b|\bdate of birth\b|\bbirth ?date\b|"
    r"\bbirthday\b|\bbirth\b)[^.;,\n\d]{0,24}$|\bb\.\s?$",
    re.IGNORECASE,
)
_BIRTH_AFTER = re.compile(
    r"^\s?\(?(?:d\.?o\.?b\.?\b|date of birth|is (?:his|her|their) birthday|birthday)", re.IGNORECASE
)
_PATTERNS = (_NUMERIC, _ISO, _WORDED, _AMERICAN, _NUMERIC_US, _SPACED, SHORT_DAY)
_ITEM = re.compile(r"\d{1,2}\. [A-Z]")  # "9. May and June will see ..."
WEEKDAY_BEFORE = re.compile(rf"\b{_WEEKDAY}$", re.IGNORECASE)


_SPELLED = frozenset(word.split("-")[0].split()[0] for word in _ORDINALS)
# What may stand between a day and its month: "3 rd of May", "3rd day of May".
_BETWEEN = frozenset(("day", "of", "o", "st", "nd", "rd", "th", "af", "fed", "eg", "ain", "ydd",
                      "il", "ail", "an", "am", "de", "den"))  # fmt: skip
_SPELLED_CUE = cue(_SPELLED)
_BORN = cue(("dob", "born", "birth", "birthday", "d"))
_MONTH_CUE = cue(_MONTH_NUMBER)
DATE_CUES = DIGITS | _MONTH_CUE
_DATED = cue(shape=_RUN_TOGETHER.match)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as read from words. ``year`` is absent where the words give none."""

    day: int
    month: int
    year: int | None


def day_of(match: re.Match[str]) -> Day | None:
    """The day that a match says, or None where no calendar has it."""
    parts = match.groupdict()
    word = parts["day"].lower()
    day = _ORDINALS.get(word) or _ORDINALS.get(re.sub(r"\s+", " ", word))
    if day is None:
        digits = re.match(r"\d+", word)
        day = int(digits.group()) if digits else 0
    month = parts["month"].lower().rstrip(".")
    number = int(month) if month.isdigit() else _MONTH_NUMBER[month]
    text = (parts.get("year") or "").lstrip("'")
    year = None if not text else int(text) if len(text) == 4 else _century(int(text))
    try:
        date(year or 2000, number, day)
    except ValueError:
        return None
    return Day(day, number, year)


def _century(year: int) -> int:
    return 2000 + year if year <= 40 else 1900 + year


def dates(reading: Reading) -> Iterator[Found]:
    """Every exact day; one that is said to be a day of birth is so marked."""
    if reading.calls & DIGITS:
        yield from _born_compactly(reading)
        yield from _run_together(reading)
    text = reading.text
    for pattern, everywhere in _perhaps(reading):
        for match in pattern.finditer(text) if everywhere else reading.around_digits(pattern):
            read = day_of(match)
            if read is None or _no_date(match, text):
                continue
            birth = _BIRTH.search(text[max(0, match.start() - 48) : match.start()])
            birth = birth or _BIRTH_AFTER.match(text[match.end() : match.end() + 24])
            kind = Kind.BIRTH_DATE if birth else Kind.DATE
            start = with_weekday(text, match.start())
            yield Found(start, match.start() + len(match.group().rstrip(" .,")), kind, rule="date")


def _perhaps(reading: Reading) -> Iterator[tuple[re.Pattern[str], bool]]:
    """The patterns that may match, each with whether it has to be looked for beyond digits too."""
    digits = reading.calls & DIGITS
    if digits and reading.numerals.marks > 1:
        yield from ((_NUMERIC, False), (_ISO, False))
    months = reading.called(_MONTH_CUE)
    if any(_day_before(reading, place) for place in months):
        yield _WORDED, bool(reading.calls & _SPELLED_CUE) or not digits
    if any(_day_after(reading, place) for place in months):
        yield _AMERICAN, not digits
    if digits and reading.numerals.marks > 1:
        yield _NUMERIC_US, False
    if digits and reading.numerals.spaced and reading.numerals.in_row >= 6:
        yield _SPACED, False


def _day_before(reading: Reading, month: int) -> bool:
    """Whether a day may stand before the name of a month."""
    place = month - 1
    while place >= 0 and reading.lows[place] in _BETWEEN:
        place -= 1
    low = reading.lows[place] if place >= 0 else ""
    return low in _SPELLED or low[:1].isdigit()


def _day_after(reading: Reading, month: int) -> bool:
    """Whether a day may follow the name of a month: "May 3rd", "May the third"."""
    after = reading.low(month + 1)
    return after == "the" or after in _SPELLED or (after[:1].isdigit() and len(after) != 4)


def _run_together(reading: Reading) -> Iterator[Found]:
    """ "03JUL14", as police logs have it."""
    for match in reading.around_digits(_RUN_TOGETHER) if reading.calls & _DATED else ():
        if day_of(match):
            yield Found(*match.span(), Kind.DATE, rule="date")


def _born_compactly(reading: Reading) -> Iterator[Found]:
    """ "DOB 140576"."""
    if reading.calls & _BORN and reading.numerals.in_row >= 6:
        for match in reading.around_digits(_COMPACT):
            yield Found(*match.span("it"), Kind.BIRTH_DATE, rule="compact")


def with_weekday(text: str, start: int) -> int:
    """Where a day begins that begins here, with the day of the week that leads to it."""
    lead = WEEKDAY_BEFORE.search(text, max(0, start - 16), start)
    return lead.start() if lead else start


def _no_date(match: re.Match[str], text: str) -> bool:
    """Paragraph numbers, and "may" or "march" as a verb after a number."""
    parts = match.groupdict()
    if match.re in (_WORDED, _AMERICAN) and not parts.get("year"):
        month = parts["month"]
        if month.lower() in ("may", "march", "mar", "sat") and not month[0].isupper():
            return True
        if _ITEM.match(match.group()) and not text[: match.start()].rpartition("\n")[2].strip():
            return True
        if match.re is _WORDED and month.lower() == "may":
            after = re.match(r"\s(\w+)", text[match.end() : match.end() + 20])
            plain = parts["day"].isdigit()
            return bool(
                plain and after and after.group(1) in ("be", "have", "not", "need", "also", "well")
            )
    return False


def read_days(text: str) -> Iterator[tuple[int, int, Day]]:
    """The days within a plain text and where they stand."""
    for pattern in (_COMPACT, *_PATTERNS, _RUN_TOGETHER):
        for match in pattern.finditer(text):
            read = day_of(match)
            if read is not None:
                start, end = match.span("it") if pattern is _COMPACT else match.span()
                yield start, end, read
    for match in FEAST.finditer(text):
        day_and_month = FIXED.get(match["feast"].lower())
        if day_and_month:
            year = (match["year"] or "").lstrip("'")
            full = (int(year) if len(year) == 4 else _century(int(year))) if year else None
            yield *match.span(), Day(day_and_month[0], day_and_month[1], full)
