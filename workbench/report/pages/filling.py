"""Filling pages: how much of which block stands on a page, by Word's rules for what stays
together. A page depends on where it begins and on the blocks that it looks at, and on nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.report.pages.bands import columns
from workbench.report.pages.breaking import Broken
from workbench.report.pages.filled import Filled, Place, Put, Source
from workbench.report.pages.grid import Grid
from workbench.report.pages.letters import ParagraphLook
from workbench.report.pages.measured import edges, room_between
from workbench.report.pages.rows import fits_from
from workbench.report.pages.taking import take_rows

HAIR = 0.02  # what rounding may add to a page that is full
_PAIR = 2


def fill(source: Source, start: Place, room: float) -> Filled:
    """The page that begins at ``start`` and is ``room`` high."""
    return _Filling(source, start, room, source.many()).run()


class _Filling:
    def __init__(
        self, source: Source, start: Place, room: float, end: int, *, column: bool = False
    ) -> None:
        self.source = source
        self.room = room
        self.end = end
        self.column = column
        self.page = Filled(start, looked=start.block)
        self.y = 0.0
        self.before: ParagraphLook | None = None
        self.notes: tuple[str, ...] = ()
        self.kept_to = start.block - 1
        self.placed = False

    def run(self) -> Filled:
        """Fill it."""
        at: Place | None = self.page.start
        while at is not None and at.block < self.end:
            if self.placed and self._begins_page(at):
                break
            if self.source.columns(at.block) > 1 and not self.column:
                at, ended = self._band(at)
                if ended:
                    break
                continue
            what = self.source.get(at.block)
            self.page.looked = max(self.page.looked, at.block)
            done = self._grid(at, what) if isinstance(what, Grid) else self._paragraph(at, what)
            if done is not None:
                at = done
                break
            at = Place(at.block + 1)
        self.page.notes = self.notes
        self.page.next = at if at is not None and at.block < self.end else None
        return self.page

    def _band(self, at: Place) -> tuple[Place, bool]:
        """Put what stands in columns: all of equal height, or as much as fits. Where it goes on,
        and whether that is the next page."""
        source = self.source
        what = source.get(at.block)
        look = what.look if isinstance(what, Broken) else None
        if self.placed:
            self.y += room_between(self.before, look, adds=source.adds)
        end = source.end_of(at.block)
        filled, high = columns(at, end, source.columns(at.block), self.free(()), self._column)
        for number, column in enumerate(filled):
            across = source.across(at.block, number)
            for put in column.puts:
                self.page.puts.append(put._replace(y=put.y + self.y, across=across))
            self.page.looked = max(self.page.looked, column.looked)
            self.notes += column.notes
        self.y += high
        self.placed, self.before = True, None
        after = filled[-1].next
        return (Place(end), False) if after is None else (after, True)

    def _column(self, start: Place, room: float, end: int) -> Filled:
        return _Filling(self.source, start, room, end, column=True).run()

    def _begins_page(self, at: Place) -> bool:
        if at.part or at.cells:
            return False
        if self.source.begins_page(at.block):
            return True
        what = self.source.get(at.block)
        return isinstance(what, Broken) and what.look.page_before

    def fits(self, height: float, notes: Sequence[str] = ()) -> bool:
        """Whether so much more fits, with these footnotes more."""
        return height <= self.free(notes) + HAIR

    def free(self, notes: Sequence[str]) -> float:
        """The height that is left beside these footnotes more."""
        reserve = 0.0
        if notes or self.notes:
            reserve = self.source.notes_height((*self.notes, *notes))
        return self.room - self.y - reserve

    def _gap(self, what: Broken | Grid, index: int) -> float:
        """The room above a block: at a page's top only where the page begins for its sake."""
        look = what.look if isinstance(what, Broken) else None
        if self.placed:
            return room_between(self.before, look, adds=self.source.adds)
        if look is None or not self._asked_for(index, look):
            return 0.0
        return look.before

    def _asked_for(self, index: int, look: ParagraphLook) -> bool:
        if index == 0 or look.page_before or self.source.begins_page(index):
            return True
        above = self.source.get(index - 1)
        return isinstance(above, Broken) and above.lines[-1].after == "page"

    def _paragraph(self, at: Place, what: Broken) -> Place | None:
        """Put as many of its lines as may stand here; where the next page begins, if it does."""
        lines, look = what.lines, what.look
        fresh = at.part == 0
        gap = self._gap(what, at.block) if fresh else 0.0
        above, below = edges(look, self.before if self.placed else None)
        if fresh and self.placed and self._all_fits(what, gap + above):
            self._put_all(at, what, (gap, above, below))
            return None
        if fresh and self.placed and at.block > self.kept_to and not self._stays(at.block):
            return at
        self.y += gap
        edge = above if fresh else 0.0
        self.y += edge
        many = self._lines_that_fit(what, at.part)
        if at.part + many < len(lines) and not lines[at.part + many - 1 if many else 0].after:
            many = self._fair(what, at.part, many)
        if many == 0 and self.placed:
            return at
        many = max(many, 1)
        end = at.part + many
        self.page.puts.append(Put(self.y, at.block, what, at.part, end, edge=edge))
        for line in lines[at.part : end]:
            self.y += line.height
            self.notes += line.notes
        self.placed = True
        self.before = look
        if end < len(lines):
            return Place(at.block, end)
        self.y += below
        return Place(at.block + 1) if lines[-1].after == "page" else None

    def _all_fits(self, what: Broken, room: float) -> bool:
        """Whether all of a paragraph fits that is kept with nothing: nearly every one."""
        if what.look.keep_next or self.notes:
            return False
        for line in what.lines:
            if line.after or line.notes:
                return False
            room += line.height
        return self.fits(room - what.lines[-1].loose)

    def _put_all(self, at: Place, what: Broken, around: tuple[float, float, float]) -> None:
        gap, above, below = around
        self.y += gap
        self.y += above
        self.page.puts.append(Put(self.y, at.block, what, 0, len(what.lines), edge=above))
        for line in what.lines:
            self.y += line.height
        self.before = what.look
        self.y += below

    def _lines_that_fit(self, what: Broken, part: int) -> int:
        y, many = self.y, 0
        notes: tuple[str, ...] = ()
        for line in what.lines[part:]:
            notes += line.notes
            if not self.fits(y - self.y + line.height - line.loose, notes):
                break
            y += line.height
            many += 1
            if line.after == "page":
                break
        return many

    def _fair(self, what: Broken, part: int, many: int) -> int:
        """No line of a paragraph alone at the foot of a page, none alone at the top of the next."""
        look, rest = what.look, len(what.lines) - part
        if look.keep_lines and part == 0 and self.placed:
            return 0
        if not look.widow:
            return many
        if rest - many == 1:
            many -= 1
        if many == 1 and part == 0:
            return 0
        return many

    def _stays(self, index: int) -> bool:
        """Whether the block fits here with all that it is to be kept with."""
        source = self.source
        need, before, notes = 0.0, self.before, tuple[str, ...]()
        at = index
        while at < self.end and source.section_of(at) == source.section_of(index):
            what = source.get(at)
            self.page.looked = max(self.page.looked, at)
            look = what.look if isinstance(what, Broken) else None
            if at > index and look is not None and look.page_before:
                break
            need += room_between(before, look, adds=source.adds)
            if isinstance(what, Grid):
                need += fits_from(what, 0)
                break
            above, below = edges(what.look, before)
            need += above
            keeps = what.look.keep_next and at + 1 < source.many()
            many = len(what.lines) if keeps else _head(what)
            need += sum([line.height for line in what.lines[:many]])
            notes += tuple(note for line in what.lines[:many] for note in line.notes)
            if not keeps:
                need -= what.lines[many - 1].loose
                break
            need += below
            before = look
            at += 1
        if need > self.room:
            return True  # more than a page holds cannot be kept together
        self.kept_to = at - 1 if at > index else index - 1
        return self.fits(need, notes)

    def _grid(self, at: Place, grid: Grid) -> Place | None:
        """Put as many of its rows as may stand here."""
        fresh = at.part == 0 and not at.cells
        if fresh and self.placed and at.block > self.kept_to and not self._stays(at.block):
            return at
        if self.placed:
            self.y += room_between(self.before, None, adds=self.source.adds)
        taken = take_rows(grid, (at.part, at.cells), self, alone=not self.placed)
        if taken.end == at.part:
            return at
        headed = bool(grid.heading) and at.part >= grid.heading
        self.page.puts.append(
            Put(self.y, at.block, grid, at.part, taken.end, at.cells, taken.to_cells, headed)
        )
        self.y += taken.height
        self.notes += taken.notes
        self.placed = True
        self.before = None
        return None if taken.next is None else Place(at.block, *taken.next)


def _head(what: Broken) -> int:
    """How many lines a paragraph must have at the foot of a page."""
    many = len(what.lines)
    if what.look.keep_lines:
        return many
    if not what.look.widow:
        return 1
    return many if many <= _PAIR + 1 else _PAIR
