"""A chronology that is written as paragraphs: a date, and what happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from workbench.intake.dates import Context, understand
from workbench.intake.paper import Grid, Row
from workbench.model.when import Precision, When

HEADINGS = ("Date", "Event")
_FEWEST = 2
_BREAK = re.compile(r"\s+[-–—]+\s+|\s*[:\t]\s*|\s*[–—]\s*")
_LONGEST = 60
_A_MARK = re.compile(r"^(?:[•·▪*]|\(?\d{1,3}[.)]|[-–])\s+")


@dataclass(slots=True)
class _Open:
    """What was read so far, and the entry that the next line may go on with."""

    rows: list[Row] = field(default_factory=list)
    start: int = 0
    day: str = ""
    told: list[str] = field(default_factory=list)

    def close(self) -> None:
        """Write down the entry that is open."""
        if self.start:
            self.rows.append(Row(self.start, (self.day, "\n".join(self.told))))
        self.start, self.day, self.told = 0, "", []


def grid_of(lines: Sequence[str], number: int) -> Grid | None:
    """The paragraphs as a table of dates and events, or None when too few begin with a date.

    A line that begins with a date opens an entry, and the lines below it go on with it; a month or
    a year alone is a heading. What stands before the first date is left out, and says so.
    """
    found = _Open()
    above: date | None = None
    for place, line in enumerate(lines, 1):
        if not line.strip():
            continue
        day, told, when = _parted(line, above)
        if when is not None and not told and when.precision in (Precision.MONTH, Precision.YEAR):
            found.close()
            found.rows.append(Row(place, (day, "")))
            above = when.start
        elif when is not None:
            found.close()
            found.start, found.day = place, day
            found.told = [told] if told else []
            above = when.start or above
        elif found.start:
            found.told.append(line.strip())
        else:
            found.rows.append(Row(place, (line.strip(),), "the line stands before the first date"))
    found.close()
    entries = sum(len(row.cells) == 2 and bool(row.cells[1]) for row in found.rows)
    return Grid(number, (Row(0, HEADINGS), *found.rows)) if entries >= _FEWEST else None


def _parted(line: str, above: date | None) -> tuple[str, str, When | None]:
    """The date with which the line begins, and the rest; no date where there is none."""
    plain = _A_MARK.sub("", line.strip())
    whole = _dated(plain, above)
    if whole is not None:
        return plain, "", whole
    best: tuple[str, str, When | None] = ("", "", None)
    for cut in _BREAK.finditer(plain[: _LONGEST + 4]):
        day, told = plain[: cut.start()], plain[cut.end() :]
        when = _dated(day, above)
        if when is not None and told:
            best = (day, told, when)
    return best


def _dated(words: str, above: date | None) -> When | None:
    if len(words) > _LONGEST or not any(letter.isdigit() for letter in words):
        return None
    found = understand(words, context=Context(previous_date=above))
    return found.when if found.valid and found.when.dated and found.when.start else None
