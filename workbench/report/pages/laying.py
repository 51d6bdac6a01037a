"""A Word file as pages: laid out as far as they are asked for, and again cheaply after an edit.

Which typefaces a computer has decides how wide words are: the same file may have its pages end at
other words on another computer. ``exact`` says whether all that were asked for are here, or others
with letters of the same widths.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from workbench.report.pages.document import Papers, Parts, read_papers
from workbench.report.pages.filled import Filled, Place
from workbench.report.pages.filling import fill
from workbench.report.pages.letters import NONE, Slack
from workbench.report.pages.margins import Notes, Stack, stacked
from workbench.report.pages.measuring import Fonts
from workbench.report.pages.page import Page
from workbench.report.pages.sections import Section
from workbench.report.pages.sheets import Sheet, marks_of, painted
from workbench.report.pages.source import Measured
from workbench.report.parts.ooxml import Element, q
from workbench.report.writing.lists import printed

_LEAST_ROOM = 72.0
_NEAR = 3  # pages before and behind an edit that may begin where they began
_NOT_YET = "\u2026"


class Layout:
    """The pages of one file. One thread at a time."""

    def __init__(self, parts: Parts, main: str, fonts: Fonts, slack: Slack = NONE) -> None:
        """``main`` is the body's part; ``slack`` lays out as if every letter were so much larger
        than it is."""
        self._main = main
        self._fonts = fonts
        self._slack = slack
        self._told: dict[str, None] = {}
        self._sheets: list[Sheet] = []
        self._next: Place | None = None
        self._after: Place | None = None
        self._spare: list[Sheet] = []
        self._shift = self._same_from = self._counted_before = 0
        self._steady = False
        self.as_before: int | None = None  # from which page on all is as before the last edit
        self._read(parts)

    # What is asked of it

    def page(self, number: int) -> Page:
        """The page of this index, from 0; IndexError beyond the last. While the last page is not
        laid out, the number of pages in a header or footer is that of before."""
        self._reach(number + 1)
        if number < 0 or number >= len(self._sheets):
            raise IndexError(number)
        sheet = self._sheets[number]
        if sheet.page is None or (sheet.counts and sheet.of != self._of()):
            sheet.page = painted(self, sheet, self._of())
        return sheet.page

    @property
    def counted(self) -> int:
        """How many pages are laid out so far."""
        return len(self._sheets)

    @property
    def whole(self) -> bool:
        """Whether the last page is laid out."""
        return self._next is None

    @property
    def count(self) -> int:
        """How many pages there are."""
        self._reach(None)
        return len(self._sheets)

    def index_of(self, bookmark: str) -> int | None:
        """The page on which a bookmark stands, from 0."""
        for number, sheet in enumerate(self._sheets):
            if bookmark in marks_of(sheet, self.source.body.blocks):
                return number
        while not self.whole:
            self._reach(len(self._sheets) + 1)
            if bookmark in marks_of(self._sheets[-1], self.source.body.blocks):
                return len(self._sheets) - 1
        return None

    def index_of_element(self, element: Element) -> int | None:
        """The page on which a paragraph or table begins, or on which what holds it does; None
        where it is not laid out yet."""
        block = self.source.index_of(element)
        if block is None:
            return None
        row = self.source.row_of(block, element)
        for number, sheet in enumerate(self._sheets):
            for put in sheet.filled.puts:
                if put.block == block and (row is None or put.start <= row < put.end):
                    return number
        return None

    def page_of(self, bookmark: str) -> str | None:
        """The number printed on the page on which a bookmark stands."""
        found = self.index_of(bookmark)
        return None if found is None else self._sheets[found].label

    @property
    def exact(self) -> bool:
        """Whether every typeface is here, or one of equal widths."""
        return not self.missing

    @property
    def missing(self) -> tuple[str, ...]:
        """The typefaces that are not here, nor any of equal widths."""
        return self.papers.setting.looks.missing

    @property
    def unsure(self) -> tuple[str, ...]:
        """What may make Word end pages elsewhere, as far as it was met."""
        return tuple(self._told)

    @property
    def told(self) -> tuple[str, ...]:
        """What is not laid out as Word would do it, as far as it was met."""
        missing = (
            f"The typeface {name} is not on this computer, nor one of the same widths, so lines "
            "and pages may end elsewhere in Word."
            for name in self.missing
        )
        return (*missing, *self._told)

    # How it is brought up to date

    def changed(self, parts: Parts) -> None:
        """Take the same file after an edit: what did not change is not measured again, and pages
        before the edit, and those after it that begin at the same place, stay."""
        others = {name: part for name, part in parts.items() if name != self._main}
        if others != self._others:
            self._read(parts)
            return
        old = self.source.body.blocks
        self.source.take(parts)
        new = self.source.body.blocks
        least = min(len(old), len(new))
        same = 0
        while same < least and old[same].data == new[same].data:
            same += 1
        tail = 0
        while tail < least - same and old[-1 - tail].data == new[-1 - tail].data:
            tail += 1
        self._keep(same, len(new) - len(old), len(new) - tail, steady=False)

    def replaced(self, gone: Sequence[Element], came: Sequence[Element]) -> None:
        """Take an edit that was made in the body's tree: what stood there, one after the other,
        and what stands there now. It costs what changed, not the whole."""
        holder = came[0].getparent() if came else None
        first = self.source.index_of(gone[0])
        if first is None and holder is not None:  # within a table: that is measured anew
            table = self.source.index_of(holder)
            if table is not None:
                element = self.source.body.blocks[table].element
                steady = self.source.replace(table, 1, [element])
                self._keep(table, 0, table + 1, steady=steady)
            return
        if first is None or not came:
            raise ValueError("what went was no part of the body")
        steady = self.source.replace(first, len(gone), came)
        self._keep(first, len(came) - len(gone), first + len(came), steady=steady)

    def _keep(self, first: int, shift: int, same_from: int, *, steady: bool) -> None:
        """Keep the pages before block ``first``; those from ``same_from`` on may be used again.
        ``steady`` says that nothing else changed, not even a number."""
        if self.whole:
            self._counted_before = len(self._sheets)
        at = bisect_left(self._sheets, first, key=lambda sheet: sheet.looked)
        self._spare = self._sheets[at:]
        self._after = self._next
        self._sheets = self._sheets[:at]
        self._shift, self._same_from, self._steady = shift, same_from, steady
        self.as_before = None
        self._next = self._sheets[-1].filled.next if at else Place(0)

    # What its pages are painted from

    @property
    def page_notes(self) -> Notes:
        """The footnotes."""
        return self.papers.notes

    def section(self, index: int) -> Section:
        """The section of a block."""
        return self.source.section(index)

    def margin(self, part: str, width: float, label: str, of: int) -> Stack:
        """A header or footer, with these numbers in its fields."""
        root = self.papers.bodies.get(part)
        if root is None:
            return Stack((), 0.0)
        many = str(of) if of else _NOT_YET
        key = (part, width, label, many)
        found = self._margins.get(key)
        if found is None:
            values = {"PAGE": label, "NUMPAGES": many, "SECTIONPAGES": many}
            pictures = self.papers.pictures[part]
            found = stacked(root, width, self.papers.setting, pictures, values)
            self._margins[key] = found
        return found

    def asks_count(self, part: str) -> bool:
        """Whether a header or footer shows how many pages there are."""
        root = self.papers.bodies.get(part)
        codes = () if root is None else root.iter(q("instrText"), q("fldSimple"))
        return any("NUMPAGES" in (one.text or one.get(q("instr")) or "") for one in codes)

    def _of(self) -> int:
        return len(self._sheets) if self.whole else self._counted_before

    # How it is made

    def _read(self, parts: Parts) -> None:
        self._others = {name: part for name, part in parts.items() if name != self._main}
        self.papers: Papers = read_papers(parts, self._main, self._fonts, self._slack, self._tell)
        self._margins: dict[tuple[str, float, str, str], Stack] = {}
        self.source = Measured(self.papers, parts, self._main)
        self._sheets = []
        self._spare = []
        self.as_before = None
        self._next = Place(0) if self.source.many() else None

    def _tell(self, said: str) -> None:
        self._told[said] = None

    def _reach(self, many: int | None) -> None:
        """Lay out so many pages, or all."""
        while self._next is not None and (many is None or len(self._sheets) < many):
            self._add_sheet(self._next)
        if self._next is not None and self._steady and not self._shift and self._spared(self._next):
            self._add_sheet(self._next)  # the rest is as it was

    def _add_sheet(self, start: Place) -> None:
        section = self.section(start.block)
        before = self._sheets[-1] if self._sheets else None
        opens = start == Place(start.block) and self.source.opens(start.block)
        number = before.number + 1 if before else 1
        if opens and section.start is not None:
            number = section.start
        if opens and section.parity and before and number % 2 != (section.parity == "oddPage"):
            number += 1
        kind = self._kind(section, number, opens=opens)
        top, bottom = self._edges(section, kind)
        self.source.room = section.room
        old = self._spared(start)
        if old is None:
            room = max(section.height - top - bottom, _LEAST_ROOM)
            filled = fill(self.source, start, room)
        else:
            filled = old.filled.moved(self._shift)
        sheet = Sheet(filled, section, number, printed(number, section.style), kind, top, bottom)
        sheet.looked = max(filled.looked, before.looked if before else 0)
        sheet.before = next((one for one in self._spare[:_NEAR] if one.filled.start == start), None)
        if sheet.before is not None and sheet.stays(sheet.before):
            sheet.as_on(sheet.before)
        if old is not None and old.like(sheet):
            sheet.as_on(old)
            if self._steady and not self._shift:
                self.as_before = len(self._sheets)
                self._sheets += self._spare  # nothing after it differs
                self._next, self._spare = self._after, []
                return
        self._sheets.append(sheet)
        self._next = filled.next

    def _spared(self, start: Place) -> Sheet | None:
        """The page as it was before the edit, where it begins at the same place behind it."""
        if start.block < self._same_from or not self._spare:
            return None
        was = start._replace(block=start.block - self._shift)
        for place, sheet in enumerate(self._spare):
            if sheet.filled.start == was:
                self._spare = self._spare[place:]
                return sheet if self._steady or self._same(sheet.filled) else None
        return None

    def _same(self, filled: Filled) -> bool:
        """Whether the blocks are what they were: their numbers may have changed."""
        return all(self.source.get(put.block + self._shift) is put.what for put in filled.puts)

    def _kind(self, section: Section, number: int, *, opens: bool) -> str:
        if section.own_first and opens:
            return "first"
        return "even" if self.papers.even and number % 2 == 0 else "default"

    def _edges(self, section: Section, kind: str) -> tuple[float, float]:
        """Where the text begins below the page's top, and ends above its bottom."""
        top, bottom = section.top, section.bottom
        head = self.margin(section.headers.get(kind, ""), section.room, "0", 0).height
        foot = self.margin(section.footers.get(kind, ""), section.room, "0", 0).height
        if not section.fixed_top and head:
            top = max(top, section.header + head)
        if not section.fixed_bottom and foot:
            bottom = max(bottom, section.footer + foot)
        return top, bottom
