"""When: a time as an agency wrote it, kept beside what was understood of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

UNDATED_SORTS_LAST = "9999"


class Precision(StrEnum):
    """How narrowly a time is known."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    BETWEEN = "between"
    BEFORE = "before"
    AFTER = "after"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class When:
    """An understood time with its precision, and the words as written.

    ``start`` and ``end`` are the first and last possible day, both inclusive; ``before`` has no
    start and ``after`` no end. ``start_time`` and ``end_time`` are given only where the words gave
    a time. ``approximate`` is for "about", "early", "?": whatever the precision, it is a guess.
    """

    text: str = ""
    precision: Precision = Precision.UNDATED
    start: date | None = None
    end: date | None = None
    start_time: time | None = None
    end_time: time | None = None
    approximate: bool = False

    @property
    def dated(self) -> bool:
        """Whether any day at all was understood."""
        return self.start is not None or self.end is not None

    @property
    def sort_key(self) -> str:
        """Text that sorts as time passes; what is undated comes last."""
        day = self.start or self.end
        if day is None:
            return UNDATED_SORTS_LAST
        clock = self.start_time.isoformat("minutes") if self.start_time else ""
        return f"{day.isoformat()}T{clock}"


UNDATED = When()
