"""Which column is which, judged by what stands in it, where its heading is not one we know."""

from __future__ import annotations

import re
from statistics import fmean

from workbench.intake.columns import Columns, known_roles
from workbench.intake.dates import understand
from workbench.intake.paper import Grid

_LOOKED_AT = 60  # rows
_FEWEST = 3
_MOSTLY = 0.6
_A_TELLING = 20  # characters, on average, of what happened
# Tables of people and of things to do have dates too, and are no chronologies.
_OTHER_DATES = re.compile(
    r"\b(?:birth|born|d\.?o\.?b|died|death|age|due|deadline|by when|target|completed?|review date|"
    r"timescale|expires?|start of (?:post|employment))\b"
)


def columns_by_content(grid: Grid) -> Columns | None:
    """The table's columns when one holds dates and another tells what happened, else None."""
    body = [row for row in grid.rows if any(row.cells) and not row.dropped]
    header = _header(grid)
    if header is not None:
        body = [row for row in body if row.number > header]
    headings = next((row.cells for row in grid.rows if row.number == header), ())
    if any(_OTHER_DATES.search(heading.casefold()) for heading in headings):
        return None
    roles = known_roles(headings)
    cells = [row.cells for row in body[:_LOOKED_AT]]
    if len(cells) < _FEWEST:
        return None
    width = max(map(len, cells))
    columns = [[row[at] for row in cells if at < len(row)] for at in range(width)]
    day = roles.get("date", _first_of_dates(columns))
    told = roles.get("event", _longest(columns, leaving_out={day, *roles.values()}))
    if day is None or told is None:
        return None
    kept = {role: at for role, at in roles.items() if at not in (day, told)}
    return Columns(header or 0, headings, {**kept, "date": day, "event": told}, judged=True)


def _header(grid: Grid) -> int | None:
    """The row of headings: the first with words in it, unless it has a date in it already."""
    for row in grid.rows:
        if sum(bool(cell) for cell in row.cells) > 1 and not row.dropped:
            return None if any(_is_date(cell) for cell in row.cells) else row.number
    return None


def _first_of_dates(columns: list[list[str]]) -> int | None:
    for at, cells in enumerate(columns):
        filled = [cell for cell in cells if cell]
        dated = sum(_is_date(cell) for cell in filled)
        if dated >= _FEWEST and dated >= _MOSTLY * len(filled):
            return at
    return None


def _is_date(cell: str) -> bool:
    if not cell or len(cell) > 60 or not any(letter.isdigit() for letter in cell):
        return False
    found = understand(cell)
    return found.valid and found.when.dated


def _longest(columns: list[list[str]], *, leaving_out: set[int | None]) -> int | None:
    lengths = {
        at: fmean(map(len, filled))
        for at, cells in enumerate(columns)
        if at not in leaving_out and (filled := [cell for cell in cells if cell])
    }
    best = max(lengths, key=lengths.__getitem__, default=None)
    return best if best is not None and lengths[best] >= _A_TELLING else None
