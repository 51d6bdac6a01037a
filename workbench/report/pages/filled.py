"""What a page holds: parts of blocks at their heights; and what pages are filled from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from workbench.report.pages.breaking import Broken
from workbench.report.pages.grid import Grid


class Place(NamedTuple):
    """Where a page begins: a block, the line or row in it, and how far each cell has got."""

    block: int
    part: int = 0
    cells: tuple[int, ...] = ()


class Put(NamedTuple):
    """Part of a block on a page: lines or rows from ``start`` to ``end``, at a height. Cells of a
    torn row are shown from and to these strips; ``across`` is where its column begins."""

    y: float
    block: int
    what: Broken | Grid
    start: int
    end: int
    from_cells: tuple[int, ...] = ()
    to_cells: tuple[int, ...] = ()
    headed: bool = False
    edge: float = 0.0
    across: float = 0.0


class Source(Protocol):
    """What is filled in: the blocks, measured as they are asked for."""

    @property
    def adds(self) -> bool:
        """Whether room below and above paragraphs adds up."""

    def many(self) -> int:
        """How many blocks there are."""

    def get(self, index: int) -> Broken | Grid:
        """A block, measured."""

    def section_of(self, index: int) -> int:
        """The section of a block."""

    def begins_page(self, index: int) -> bool:
        """Whether a block begins a section that begins a page."""

    def columns(self, index: int) -> int:
        """In how many columns a block's section stands."""

    def end_of(self, index: int) -> int:
        """The first block after the section of a block."""

    def across(self, index: int, column: int) -> float:
        """Where a column of the block's section begins."""

    def notes_height(self, notes: Sequence[str]) -> float:
        """The height that these footnotes take, with the line above them."""


@dataclass(eq=False, slots=True)
class Filled:
    """What stands on one page, and where the next begins; None after the last. ``looked`` is the
    last block that had a say in it."""

    start: Place
    puts: list[Put] = field(default_factory=list)
    notes: tuple[str, ...] = ()
    next: Place | None = None
    looked: int = 0

    def moved(self, by: int) -> Filled:
        """The same page where so many blocks more stand before it."""
        if not by:
            return self
        puts = [put._replace(block=put.block + by) for put in self.puts]
        after = None if self.next is None else self.next._replace(block=self.next.block + by)
        start = self.start._replace(block=self.start.block + by)
        return Filled(start, puts, self.notes, after, self.looked + by)
