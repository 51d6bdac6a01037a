"""How rows stand on pages: what of them must stay together, and where a row may be torn."""

from __future__ import annotations

from workbench.report.pages.grid import Cell, Grid, Row


def fits_from(grid: Grid, index: int) -> float:
    """The least height that the rows from ``index`` need at the foot of a page."""
    rows = grid.rows
    need = 0.0
    while index + 1 < len(rows) and rows[index].keeps:
        need += rows[index].height
        index += 1
    if index >= len(rows):
        return need
    row = rows[index]
    if index < grid.heading:
        return need + row.height
    return need + (least(row) if row.splits else row.height)


def least(row: Row) -> float:
    """The least of a row that can stand at the foot of a page: a line of each cell."""
    tops = [
        cell.margins.top + cell.strips[0].gap + cell.strips[0].height + cell.margins.bottom
        for cell in row.cells
        if cell.strips
    ]
    return min(row.height, row.line + max(tops, default=0.0))


def cut(
    row: Row, cells: tuple[int, ...], room: float, *, kept: bool = False
) -> tuple[tuple[int, ...], float]:
    """How far each cell gets in this room, from where it had got to; and the height of that.
    ``kept`` keeps together what is to stay with what follows it."""
    start = cells or (0,) * len(row.cells)
    taken: list[int] = []
    highest = 0.0
    for cell, first in zip(row.cells, start, strict=True):
        many, height = _cut_cell(cell, first, room - row.line, kept=kept)
        if many == 0 and first < len(cell.strips):
            return start, 0.0  # a row is torn only where each cell shows something
        taken.append(first + many)
        highest = max(highest, height)
    return tuple(taken), row.line + highest


def _cut_cell(cell: Cell, first: int, room: float, *, kept: bool) -> tuple[int, float]:
    height = cell.margins.top + cell.margins.bottom
    many = 0
    free, free_height = 0, height
    for number, strip in enumerate(cell.strips[first:]):
        gap = strip.gap if number or not first else 0.0
        if height + gap + strip.height > room + 0.02:
            break
        height += gap + strip.height
        many += 1
        if not strip.keeps:
            free, free_height = many, height
    if kept and first + many < len(cell.strips):
        many, height = free, free_height
    if first + many == len(cell.strips):
        height += cell.below
    return many, height
