"""A paper as it was read: tables of cells with the row each stands in, before anything is
understood."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in its table, from 1, and its cells' text. ``dropped`` says why a row
    that the reader saw must not be used (hidden, or deleted with changes tracked)."""

    number: int
    cells: tuple[str, ...]
    dropped: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """One table; ``number`` counts the paper's tables from 1."""

    number: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """Every table of a paper, its paragraphs outside tables, and sentences on what the author
    should know of how it was read."""

    grids: tuple[Grid, ...]
    notes: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
