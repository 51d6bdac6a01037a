"""How many of a table's rows a page takes, and where it tears a row that it cannot take whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from workbench.report.pages.grid import Grid, Row
from workbench.report.pages.rows import cut, fits_from


class Room(Protocol):
    """What is left of a page."""

    room: float

    def fits(self, height: float, notes: Sequence[str] = ()) -> bool:
        """Whether so much more fits, with these footnotes more."""

    def free(self, notes: Sequence[str]) -> float:
        """The height that is left beside these footnotes more."""


class Taken(NamedTuple):
    """Rows that a page took: up to ``end``, the last of them up to these strips of its cells.
    ``next`` is the first row that it did not take whole; None when it took all."""

    end: int
    to_cells: tuple[int, ...]
    height: float
    notes: tuple[str, ...]
    next: tuple[int, tuple[int, ...]] | None


def take_rows(grid: Grid, begun: tuple[int, tuple[int, ...]], room: Room, *, alone: bool) -> Taken:
    """As many rows from ``begun`` as fit. ``alone`` says that nothing stands above them: then one
    is taken in any case."""
    return _Taking(grid, begun, room, alone=alone).run()


class _Taking:
    def __init__(
        self, grid: Grid, begun: tuple[int, tuple[int, ...]], room: Room, *, alone: bool
    ) -> None:
        self.grid = grid
        self.begun = begun
        self.room = room
        self.alone = alone
        self.notes: tuple[str, ...] = ()
        headed = bool(grid.heading) and begun[0] >= grid.heading
        self.height = grid.heading_height if headed else 0.0

    def run(self) -> Taken:
        """Take them, row by row."""
        index, cells = self.begun
        held = index - 1
        while index < len(self.grid.rows):
            first = index == self.begun[0] and self.alone
            if not cells and index > held and not first:
                held, stays = self._stays(index)
                if not stays:
                    return self._taken(index, (), (index, ()))
            row = self.grid.rows[index]
            height = row.height if not cells else cut(row, cells, self.room.room * 9)[1]
            notes = _notes(row, cells)
            if self.room.fits(self.height + height, (*self.notes, *notes)):
                self._add(height, notes)
                index, cells = index + 1, ()
                continue
            return self._last(index, cells, alone=first)
        return self._taken(index, (), None)

    def _last(self, index: int, cells: tuple[int, ...], *, alone: bool) -> Taken:
        """The row that does not fit: torn where it may be, else left for the next page."""
        row = self.grid.rows[index]
        start = cells or (0,) * len(row.cells)
        many = tuple(len(cell.strips) for cell in row.cells)
        free = self.room.free(self.notes) - self.height
        tries = [True, False] if alone else [True]
        for kept in tries if row.splits or alone else ():
            taken, height = cut(row, cells, free, kept=kept)
            if taken not in (start, many):
                self._add(height, ())
                return self._taken(index + 1, taken, (index, taken))
        if not alone:
            return self._taken(index, (), (index, cells))
        self._add(row.height, _notes(row, cells))  # no page is higher: it is cut off
        after = (index + 1, ()) if index + 1 < len(self.grid.rows) else None
        return self._taken(index + 1, (), after)

    def _add(self, height: float, notes: tuple[str, ...]) -> None:
        self.height += height
        self.notes += notes

    def _taken(
        self, end: int, to_cells: tuple[int, ...], after: tuple[int, tuple[int, ...]] | None
    ) -> Taken:
        return Taken(end, to_cells, self.height, self.notes, after)

    def _stays(self, index: int) -> tuple[int, bool]:
        """Up to which row the rows from ``index`` stay together, and whether they fit here."""
        rows = self.grid.rows
        last = index
        while last + 1 < len(rows) and rows[last].keeps:
            last += 1
        if last == index:
            return index, True
        need = fits_from(self.grid, index)
        if need > self.room.room - self.grid.heading_height:
            return last, True
        return last - 1, self.room.fits(self.height + need, self.notes)


def _notes(row: Row, cells: tuple[int, ...]) -> tuple[str, ...]:
    start = cells or (0,) * len(row.cells)
    return tuple(
        note
        for cell, first in zip(row.cells, start, strict=True)
        for strip in cell.strips[first:]
        for note in strip.notes
    )
