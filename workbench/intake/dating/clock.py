"""Times of day: minutes, hours, parts of the day, and stretches between two times."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time

from workbench.intake.dating.span import Unreadable
from workbench.model.when import Precision

_HALF = r"(?P<half>[ap]\.?\s?m\.?)"
_UNIT = r"(?P<unit>hrs?\.?|hours?|h)"
_MINUTES = re.compile(
    rf"(?P<h>\d{{1,2}})\s?[:.;]\s?(?P<m>\d{{2}})(?::\d{{2}}(?:\.\d+)?)?z?(?:\s?{_HALF}|\s?{_UNIT})?"
)
_HOURS = re.compile(rf"(?P<h>\d{{1,2}})\s?{_HALF}")
_FOUR = re.compile(rf"(?P<h>\d{{2}})(?P<m>\d{{2}})(?:\s?{_HALF}|\s?{_UNIT})?")
_H_MINUTES = re.compile(r"(?P<h>\d{1,2})h(?P<m>\d{2})")
_THREE = re.compile(rf"(?P<h>\d)(?P<m>\d{{2}})\s?(?:{_HALF}|{_UNIT})")
_OCLOCK = re.compile(rf"(?P<h>\d{{1,2}})\s?o'?clock(?:\s?{_HALF})?")
_STRETCH = re.compile(r"(?:between |from )?(.+?)\s*(?:-|\bto\b|\band\b|\btill?\b|\buntil\b)\s*(.+)")
_WORDS = {
    "noon": time(12), "midday": time(12), "12 noon": time(12), "12noon": time(12),
    "12 midday": time(12), "midnight": time(0), "12 midnight": time(0),
}  # fmt: skip
_PARTS = {
    "am": (time(0), time(11, 59)), "a.m.": (time(0), time(11, 59)),
    "a.m": (time(0), time(11, 59)), "pm": (time(12), time(23, 59)),
    "p.m.": (time(12), time(23, 59)), "p.m": (time(12), time(23, 59)),
    "morning": (time(6), time(11, 59)), "afternoon": (time(12), time(17, 59)),
    "evening": (time(17), time(23, 59)), "night": (time(20), time(23, 59)),
    "early hours": (time(0), time(5, 59)), "early morning": (time(5), time(8, 59)),
    "late evening": (time(21), time(23, 59)), "late night": (time(21), time(23, 59)),
    "lunchtime": (time(11, 30), time(14)), "early evening": (time(17), time(19, 59)),
    "late morning": (time(10), time(11, 59)), "early afternoon": (time(12), time(14, 59)),
    "late afternoon": (time(15), time(17, 59)), "late pm": (time(15), time(17, 59)),
    "early pm": (time(12), time(14, 59)), "late am": (time(10), time(11, 59)),
    "early am": (time(0), time(8, 59)), "mid morning": (time(9), time(11)),
    "mid-morning": (time(9), time(11)), "teatime": (time(16), time(18)),
    "tea time": (time(16), time(18)),
}  # fmt: skip
_ABOUT = re.compile(
    r"^(?:c\.|c(?=\d)|ca\.?|circa|approx\.?|approximately|about|around|roughly|~|\?)\s*"
)
_BOUNDED = re.compile(r"(before|by|until|after|from)\s+((?!.*\b(?:to|until|and)\b|.*-).+)$")
_AROUND = re.compile(r"\s*(?:\?|approx\.?|approximately|\(approx\.?\)|or thereabouts)$")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as understood. The precision is minute, hour, or day for a part of one."""

    start: time
    end: time
    precision: Precision
    approximate: bool = False


def read_clock(text: str) -> Clock | None:
    """The time that the whole of ``text`` (comparable form) means, or None when it is no time.

    Raises :class:`Unreadable` for what looks like a time and cannot be one.
    """
    bounded = _BOUNDED.match(text.strip())
    if bounded is not None:
        return _bounded(bounded[1], read_clock(bounded[2]))
    text = re.sub(r"^(?:at|@|from|time:?|in the|during the|the)\s+", "", text.strip())
    bare = _AROUND.sub("", _ABOUT.sub("", text))
    if bare != text:
        found = read_clock(bare)
        return None if found is None else replace(found, approximate=True)
    if text in _PARTS:
        start, end = _PARTS[text]
        return Clock(start, end, Precision.DAY, approximate=True)
    stretch = _stretch(text)
    if stretch is not None:
        return stretch
    return _moment(text)


def _bounded(word: str, limit: Clock | None) -> Clock | None:
    """Before or after a time: a stretch of the day, at whose other end nothing is known."""
    if limit is None:
        return None
    before = word in {"before", "by", "until"}
    start, end = (time(0), limit.start) if before else (limit.end, time(23, 59))
    return Clock(start, end, Precision.DAY, approximate=True)


def _moment(text: str) -> Clock | None:
    if text in _WORDS:
        return Clock(_WORDS[text], _WORDS[text], Precision.MINUTE)
    for pattern in (_MINUTES, _H_MINUTES, _FOUR, _THREE):
        if found := pattern.fullmatch(text):
            at = _clock_time(int(found["h"]), int(found["m"]), found.groupdict().get("half"))
            return Clock(at, at, Precision.MINUTE)
    for pattern in (_HOURS, _OCLOCK):
        if found := pattern.fullmatch(text):
            if pattern is _OCLOCK and not found["half"] and int(found["h"]) <= 12:
                raise Unreadable("Is that hour in the morning or in the afternoon?")
            at = _clock_time(int(found["h"]), 0, found["half"])
            return Clock(at, at, Precision.HOUR)
    return None


def _clock_time(hour: int, minute: int, half: str | None) -> time:
    if half:
        afternoon = half.startswith("p")
        if hour > 12 and afternoon and hour < 24:
            afternoon = False  # "14.30pm" is said, and means 14:30
        elif not 1 <= hour <= 12:
            raise Unreadable("This is not a time of day.")
        else:
            hour = hour % 12
        hour += 12 if afternoon else 0
    if hour == 24 and minute == 0:
        hour = 0
    if hour > 23 or minute > 59:
        raise Unreadable("This is not a time of day.")
    return time(hour, minute)


def _stretch(text: str) -> Clock | None:
    found = _STRETCH.fullmatch(text)
    if found is None:
        return None
    first, last = found[1], found[2]
    half = re.search(r"[ap]\.?\s?m\.?$", last)
    if half and re.fullmatch(r"\d{1,2}(?:[:.]\d{2})?", first):
        first += half[0]  # "2-3pm" is two o'clock to three o'clock
    if re.fullmatch(r"\d{4}", first) and re.fullmatch(r"\d{2}", last):
        return None  # "2015-16" is two years
    try:
        start, end = _moment(first), _moment(last)
    except Unreadable:
        return None
    if start is None or end is None:
        return None
    if end.start < start.start:
        raise Unreadable("The second time is before the first: say which day each belongs to.")
    return Clock(start.start, end.start, Precision.MINUTE)
