"""One page on its way to being painted: what stands in its text, its margins and at its foot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from workbench.report.pages.atoms import Kind
from workbench.report.pages.body import Block
from workbench.report.pages.breaking import Broken
from workbench.report.pages.drawings import Drawn
from workbench.report.pages.filled import Filled, Put
from workbench.report.pages.grid import Grid, Inner
from workbench.report.pages.margins import Notes, Stack
from workbench.report.pages.page import Item, Page, Rule
from workbench.report.pages.painting import lowered, moved, paragraph_items
from workbench.report.pages.sections import Section
from workbench.report.pages.table_painting import grid_items

_PARTS = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}
_NOTE_RULE = 144.0  # two inches, as Word draws it


class _Part(NamedTuple):
    """Lines of a paragraph, from a side: what they look like but for their height."""

    what: Broken
    start: int
    end: int
    edge: float
    left: float
    room: float


@dataclass(eq=False, slots=True)
class Sheet:
    """A filled page with its number, its section and the margins around its text. ``looked`` is
    the last block that had a say in it or in a page before it; ``shown`` is what is to be seen of
    each part of its text, were it at the page's top; ``before`` the page that began there before
    an edit, from which that is taken, and what is ``around`` the text: header and footer."""

    filled: Filled
    section: Section
    number: int
    label: str
    kind: str
    top: float
    bottom: float
    page: Page | None = None
    counts: bool = False
    of: int = 0
    marks: frozenset[str] | None = None
    looked: int = 0
    shown: dict[_Part, Sequence[Item]] = field(default_factory=dict)
    around: tuple[Item, ...] = ()
    before: Sheet | None = None

    def stays(self, other: Sheet) -> bool:
        """Whether all that is to be seen is the same, and known."""
        mine, theirs = self.filled, other.filled
        same = mine.puts == theirs.puts and mine.notes == theirs.notes
        return same and other.page is not None and self.like(other)

    def as_on(self, other: Sheet) -> None:
        """Take all that is to be seen from the other."""
        self.page, self.counts, self.of = other.page, other.counts, other.of
        self.shown, self.around = other.shown, other.around

    def like(self, other: Sheet) -> bool:
        """Whether what is painted around the text is the same."""
        mine = (self.label, self.kind, self.top, self.bottom, self.section.headers)
        return mine == (other.label, other.kind, other.top, other.bottom, other.section.headers)


class Whole(Protocol):
    """The layout that a page belongs to."""

    @property
    def page_notes(self) -> Notes:
        """The footnotes."""

    def section(self, index: int) -> Section:
        """The section of a block."""

    def margin(self, part: str, width: float, label: str, of: int) -> Stack:
        """A header or footer."""

    def asks_count(self, part: str) -> bool:
        """Whether it shows how many pages there are."""


def painted(whole: Whole, sheet: Sheet, of: int) -> Page:
    """The page with all that is to be seen on it; ``of`` is how many there are, as far as known."""
    section = sheet.section
    items: list[Item] = []
    named = (section.headers.get(sheet.kind, ""), section.footers.get(sheet.kind, ""))
    sheet.counts = any(whole.asks_count(part) for part in named)
    sheet.of = of if sheet.counts else 0
    before, sheet.before = sheet.before, None
    shown = sheet.shown if before is None else before.shown
    if before is not None and before.page and before.of == sheet.of and before.like(sheet):
        sheet.around = before.around
    else:
        head = whole.margin(named[0], section.room, sheet.label, sheet.of)
        foot = whole.margin(named[1], section.room, sheet.label, sheet.of)
        low = section.height - section.footer - foot.height
        sheet.around = (
            *_stack(head, section.left, section.header, section),
            *_stack(foot, section.left, low, section),
        )
    items += sheet.around
    for put in sheet.filled.puts:
        items += _seen(put, whole, sheet, shown)
    items += _notes(whole, sheet)
    return Page(section.width, section.height, sheet.label, tuple(items))


def _seen(
    put: Put, whole: Whole, sheet: Sheet, shown: Mapping[_Part, Sequence[Item]]
) -> Sequence[Item]:
    """A part of the text, as it was shown before where it can be."""
    own, y = whole.section(put.block), sheet.top + put.y
    left = own.left + put.across
    what = put.what
    if isinstance(what, Grid):
        rows = range(put.start, put.end)
        cells = (put.from_cells, put.to_cells)
        return list(grid_items(what, rows, cells, (left, y), headed=put.headed))
    part = _Part(what, put.start, put.end, put.edge, left, own.column)
    items = shown.get(part)
    if items is None:
        lines = (put.start, put.end)
        items = list(paragraph_items(what, lines, (left, 0.0), own.column, put.edge))
    sheet.shown[part] = items
    behind = [
        item
        for drawn in (what.spoken.behind if put.start == 0 else ())
        for item in moved(drawn, *_corner(drawn, sheet.section, left, y))
    ]
    return [*behind, *lowered(items, y)]


def _corner(drawn: Drawn, section: Section, x: float, y: float) -> tuple[float, float]:
    """Where a drawing stands that is put beside the text."""
    left, wide = (0.0, section.width) if drawn.across == "page" else (section.left, section.room)
    above = section.height - section.top - section.bottom
    top, high = (0.0, section.height) if drawn.down == "page" else (section.top, above)
    at_x = {"page": 0.0, "margin": section.left}.get(drawn.across, x) + drawn.x
    at_y = {"page": 0.0, "margin": section.top}.get(drawn.down, y) + drawn.y
    if drawn.aside in _PARTS:
        at_x = left + (wide - drawn.width) * _PARTS[drawn.aside]
    if drawn.upright in _PARTS:
        at_y = top + (high - drawn.height) * _PARTS[drawn.upright]
    return at_x, at_y


def _stack(stack: Stack, x: float, y: float, section: Section) -> Iterator[Item]:
    for down, what in stack.blocks:
        if isinstance(what, Broken):
            for drawn in what.spoken.behind:
                yield from moved(drawn, *_corner(drawn, section, x, y + down))
            edge = _edge(what)
            lines = len(what.lines)
            yield from paragraph_items(what, (0, lines), (x, y + down), section.room, edge)
        else:
            rows = range(len(what.rows))
            yield from grid_items(what, rows, ((), ()), (x, y + down), headed=False)


def _edge(what: Broken) -> float:
    above = what.look.borders.get("top")
    return 0.0 if above is None else above.width + above.space


def _notes(whole: Whole, sheet: Sheet) -> Iterator[Item]:
    notes = sheet.filled.notes
    if not notes:
        return
    section = sheet.section
    known = whole.page_notes
    y = section.height - sheet.bottom - known.height(notes, section.room)
    rule = known.rule_height(section.room)
    middle = y + rule / 2
    yield Rule(section.left, middle, section.left + _NOTE_RULE, middle)
    y += rule
    for note in notes:
        stack = known.stack(note, section.room)
        yield from _stack(stack, section.left, y, section)
        y += stack.height


def marks_of(sheet: Sheet, blocks: Sequence[Block]) -> frozenset[str]:
    """The bookmarks that begin on a page."""
    if sheet.marks is None:
        found: set[str] = set()
        for put in sheet.filled.puts:
            block = blocks[put.block]
            if put.start == 0 and not put.from_cells:
                found.update(block.marks)
            if isinstance(put.what, Broken):
                found.update(_named(put.what, put.start, put.end))
            elif b"bookmarkStart" in block.data:
                found.update(_in_rows(put.what, put))
        sheet.marks = frozenset(found)
    return sheet.marks


def _named(what: Broken, start: int, end: int) -> list[str]:
    return [
        atom.text
        for line in what.lines[start:end]
        for atom in what.atoms[line.start : line.end]
        if atom.kind is Kind.BOOKMARK
    ]


def _in_rows(grid: Grid, put: Put) -> Iterator[str]:
    """The bookmarks in the lines of a table that stand on a page."""
    for index in range(put.start, put.end):
        row = grid.rows[index]
        first = put.from_cells if index == put.start and put.from_cells else ()
        last = put.to_cells if index == put.end - 1 and put.to_cells else ()
        for number, cell in enumerate(row.cells):
            begin = first[number] if first else 0
            for strip in cell.strips[begin : last[number] if last else None]:
                if isinstance(strip, Inner):
                    inner = Put(0.0, 0, strip.grid, strip.place, strip.place + 1)
                    yield from _in_rows(strip.grid, inner)
                else:
                    yield from _named(strip.paragraph, strip.line, strip.line + 1)
