"""A measured table: its rows, their cells, and what stands in these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from workbench.report.pages.measured import Strip
from workbench.report.pages.table_styles import CellLook, Sides


@dataclass(frozen=True, eq=False, slots=True)
class Cell:
    """One cell: where it stands in its table, and what stands in it. ``merged`` is "start" for
    one that goes on in the next row, and "on" for where it does."""

    x: float
    width: float
    margins: Sides
    strips: Sequence[Strip | Inner]
    below: float
    look: CellLook
    merged: str
    upright: str

    @property
    def height(self) -> float:
        """The height that it needs."""
        inside = sum([strip.gap + strip.height for strip in self.strips])
        return self.margins.top + inside + self.below + self.margins.bottom


@dataclass(frozen=True, eq=False, slots=True)
class Row:
    """One row. ``keeps`` says that it stays with the next."""

    cells: tuple[Cell, ...]
    height: float
    line: float
    splits: bool
    heads: bool
    keeps: bool
    exact: bool


@dataclass(frozen=True, eq=False, slots=True)
class Grid:
    """A table: its rows, where it begins, and how many rows head each of its pages."""

    rows: tuple[Row, ...]
    x: float
    width: float
    heading: int
    numbered: bool

    @property
    def heading_height(self) -> float:
        """The height of the rows that head each page."""
        return sum(row.height for row in self.rows[: self.heading])


class Inner(NamedTuple):
    """A row of a table within a cell, with the room above it."""

    gap: float
    height: float
    grid: Grid
    place: int

    @property
    def notes(self) -> tuple[str, ...]:
        """The footnotes that it refers to."""
        cells = self.grid.rows[self.place].cells
        return tuple(note for cell in cells for strip in cell.strips for note in strip.notes)

    @property
    def keeps(self) -> bool:
        """Whether it stays with what follows."""
        return self.grid.rows[self.place].keeps

    @property
    def numbered(self) -> bool:
        """Whether it holds part of a list."""
        cells = self.grid.rows[self.place].cells
        return any(strip.numbered for cell in cells for strip in cell.strips)


def with_merged(rows: list[Row]) -> list[Row]:
    """The rows, each last row of a merged cell as high as that cell needs it."""
    for index, row in enumerate(rows):
        for cell in row.cells:
            if cell.merged != "start":
                continue
            last = index
            while last + 1 < len(rows) and any(
                one.merged == "on" and abs(one.x - cell.x) < 1 for one in rows[last + 1].cells
            ):
                last += 1
            have = sum(one.height for one in rows[index : last + 1])
            if cell.height + row.line > have and not rows[last].exact:
                more = rows[last].height + cell.height + row.line - have
                rows[last] = replace(rows[last], height=more)
    return rows
