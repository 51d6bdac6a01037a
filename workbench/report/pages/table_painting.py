"""What is to be seen of a table's rows on a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.report.pages.grid import Cell, Grid, Inner, Row
from workbench.report.pages.page import Fill, Item
from workbench.report.pages.painting import paragraph_items, ruled


class _Shown(NamedTuple):
    """A row as it stands on a page: which of the table, how high, and from and to which strips."""

    row: Row
    place: int
    height: float
    start: tuple[int, ...] = ()
    end: tuple[int, ...] = ()


def grid_items(
    grid: Grid,
    rows: range,
    cells: tuple[tuple[int, ...], tuple[int, ...]],
    at: tuple[float, float],
    *,
    headed: bool,
) -> Iterator[Item]:
    """Rows of a table at this corner, below the rows that head each page where ``headed``.
    ``cells`` say from and to where the first and the last row show theirs."""
    x, y = at[0] + grid.x, at[1]
    shown = [_Shown(row, -1, row.height) for row in grid.rows[: grid.heading] if headed]
    for index in rows:
        row = grid.rows[index]
        start = cells[0] if index == rows.start else ()
        end = cells[1] if index == rows.stop - 1 else ()
        shown.append(_Shown(row, index, _height(row, start, end), start, end))
    for one in shown:
        yield from _row(grid, one, (x, y))
        y += one.height


def _height(row: Row, start: tuple[int, ...], end: tuple[int, ...]) -> float:
    if not start and not end:
        return row.height
    first = start or (0,) * len(row.cells)
    last = end or tuple(len(cell.strips) for cell in row.cells)
    return row.line + max(
        (_inside(cell, a, b) for cell, a, b in zip(row.cells, first, last, strict=True)),
        default=0.0,
    )


def _inside(cell: Cell, first: int, last: int) -> float:
    high = cell.margins.top + cell.margins.bottom
    for number in range(first, last):
        strip = cell.strips[number]
        high += strip.height + (strip.gap if number > first or not first else 0.0)
    return high + (cell.below if last == len(cell.strips) else 0.0)


def _row(grid: Grid, shown: _Shown, at: tuple[float, float]) -> Iterator[Item]:
    row, index, height, start, end = shown
    x, y = at
    first = start or (0,) * len(row.cells)
    last = end or tuple(len(cell.strips) for cell in row.cells)
    for cell in row.cells:
        if cell.look.shade:
            yield Fill(x + cell.x, y, cell.width, height, cell.look.shade)
    for cell, begin, stop in zip(row.cells, first, last, strict=True):
        tall = _tall(grid, cell, index, height) if cell.merged == "start" else height
        yield from _words(cell, (begin, stop), (x + cell.x, y + row.line), tall - row.line)
        sides = dict(cell.look.borders)
        if cell.merged == "on":
            sides["top"] = None
        if cell.merged and _goes_on(grid, cell, index):
            sides["bottom"] = None
        yield from ruled(sides, (x + cell.x, y, x + cell.x + cell.width, y + height))


def _goes_on(grid: Grid, cell: Cell, index: int) -> bool:
    if index < 0 or index + 1 >= len(grid.rows):
        return False
    below = grid.rows[index + 1].cells
    return any(one.merged == "on" and abs(one.x - cell.x) < 1 for one in below)


def _tall(grid: Grid, cell: Cell, index: int, height: float) -> float:
    """The height of a cell that goes on in the rows below."""
    while _goes_on(grid, cell, index):
        index += 1
        height += grid.rows[index].height
    return height


def _words(
    cell: Cell, part: tuple[int, int], at: tuple[float, float], height: float
) -> Iterator[Item]:
    (first, last), (x, y) = part, at
    if cell.upright in {"center", "bottom"}:
        spare = max(height - _inside(cell, first, last), 0.0)
        y += spare / 2 if cell.upright == "center" else spare
    y += cell.margins.top
    width = cell.width - cell.margins.left - cell.margins.right
    for number in range(first, last):
        strip = cell.strips[number]
        y += strip.gap if number > first or not first else 0.0
        left = x + cell.margins.left
        if isinstance(strip, Inner):
            row = range(strip.place, strip.place + 1)
            yield from grid_items(strip.grid, row, ((), ()), (left, y), headed=False)
        else:
            line = (strip.line, strip.line + 1)
            yield from paragraph_items(strip.paragraph, line, (left, y), width)
        y += strip.height
