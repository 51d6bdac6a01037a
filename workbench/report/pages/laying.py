"""A Word file as pages: laid out as far as they are asked for, and again cheaply after an edit.

Which typefaces a computer has decides how wide words are: the same file may have its pages end at
other words on another computer. ``exact`` says whether all that were asked for are here, or others
with letters of the same widths.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.report.pages.body import Block, Body, read_body
from workbench.report.pages.breaking import Broken
from workbench.report.pages.document import Papers, Parts, read_papers
from workbench.report.pages.filling import Filled, Place, fill
from workbench.report.pages.inline import Kind
from workbench.report.pages.labels import Counter
from workbench.report.pages.margins import Notes, Stack, stacked
from workbench.report.pages.measuring import Fonts
from workbench.report.pages.page import Page
from workbench.report.pages.sections import Section
from workbench.report.pages.sheets import Sheet, painted
from workbench.report.pages.tables import Grid
from workbench.report.parts.ooxml import Element, parse, q
from workbench.report.writing.lists import printed

_LEAST_ROOM = 72.0


class Layout:
    """The pages of one file. One thread at a time."""

    def __init__(self, parts: Parts, main: str, fonts: Fonts, slack: float = 0.0) -> None:
        """``main`` is the body's part; ``slack`` 0.005 lays out as if every letter and line were
        half a hundredth larger."""
        self._main = main
        self._fonts = fonts
        self._slack = slack
        self._told: dict[str, None] = {}
        self._measured: list[Broken | Grid] = []
        self._sheets: list[Sheet] = []
        self._spare: list[Sheet] = []
        self._next: Place | None = None
        self._read(parts)

    # What is asked of it

    def page(self, number: int) -> Page:
        """The page of this index, from 0; IndexError beyond the last."""
        self._reach(number + 1)
        if number < 0 or number >= len(self._sheets):
            raise IndexError(number)
        sheet = self._sheets[number]
        if sheet.page is None or (sheet.counts and sheet.of != self.count):
            sheet.page = painted(self, sheet)
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
            if bookmark in self._marks(sheet):
                return number
        while not self.whole:
            self._reach(len(self._sheets) + 1)
            if bookmark in self._marks(self._sheets[-1]):
                return len(self._sheets) - 1
        return None

    def page_of(self, bookmark: str) -> str | None:
        """The number printed on the page on which a bookmark stands."""
        found = self.index_of(bookmark)
        return None if found is None else self._sheets[found].label

    @property
    def exact(self) -> bool:
        """Whether every typeface is here, or one of equal widths."""
        return not self._fonts.missing

    @property
    def told(self) -> tuple[str, ...]:
        """What is not laid out as Word would do it, as far as it was met."""
        missing = (
            f"The typeface {name} is not on this computer, nor one of the same widths: pages are "
            "about right."
            for name in self._fonts.missing
        )
        return (*missing, *self._told)

    def changed(self, parts: Parts) -> None:
        """Take the same file after an edit: what did not change is not measured again, and pages
        before the edit, and those after it that begin at the same place, stay."""
        others = {name: part for name, part in parts.items() if name != self._main}
        if others != self._others:
            self._read(parts)
            return
        old = self._body.blocks
        self._take_body(parts)
        new = self._body.blocks
        same = 0
        while same < min(len(old), len(new)) and old[same].data == new[same].data:
            same += 1
        kept = [sheet for sheet in self._sheets if sheet.filled.looked < same]
        self._spare = self._sheets[len(kept) :]
        self._shift = len(new) - len(old)
        tail = 0
        least = min(len(old), len(new)) - same
        while tail < least and old[-1 - tail].data == new[-1 - tail].data:
            tail += 1
        self._same_from = len(new) - tail
        self._sheets = kept
        self._measurer.turn(Counter(self.papers.setting.looks.numbering))
        self._measured = []
        self._next = kept[-1].filled.next if kept else Place(0)

    # What its pages are painted from

    def section(self, index: int) -> Section:
        """The section of a block."""
        return self._body.sections[self._body.blocks[index].section]

    def margin(self, part: str, width: float, label: str, of: str) -> Stack:
        """A header or footer, with these numbers in its fields."""
        root = self.papers.bodies.get(part)
        if root is None:
            return Stack((), 0.0)
        key = (part, width, label, of)
        found = self._margins.get(key)
        if found is None:
            values = {"PAGE": label, "NUMPAGES": of, "SECTIONPAGES": of}
            pictures = self.papers.pictures[part]
            found = stacked(root, width, self.papers.setting, pictures, values)
            self._margins[key] = found
        return found

    @property
    def page_notes(self) -> Notes:
        """The footnotes."""
        return self.papers.notes

    def asks_count(self, part: str) -> bool:
        """Whether a header or footer shows how many pages there are."""
        root = self.papers.bodies.get(part)
        codes = () if root is None else root.iter(q("instrText"), q("fldSimple"))
        return any("NUMPAGES" in (one.text or one.get(q("instr")) or "") for one in codes)

    # The source of what is filled in

    @property
    def adds(self) -> bool:
        """Whether room below and above paragraphs adds up."""
        return self.papers.setting.adds

    def many(self) -> int:
        """How many blocks there are."""
        return len(self._body.blocks)

    def get(self, index: int) -> Broken | Grid:
        """A block, measured; those before it first, for numbers count on."""
        while len(self._measured) <= index:
            block = self._body.blocks[len(self._measured)]
            room = self._body.sections[block.section].room
            if block.is_table:
                self._measured.append(self._tables.table(block.element, room))
            else:
                self._measured.append(
                    self._measurer.paragraph(block.element, room, data=block.data)
                )
        return self._measured[index]

    def section_of(self, index: int) -> int:
        """The number of a block's section."""
        return self._body.blocks[index].section

    def begins_page(self, index: int) -> bool:
        """Whether a block is the first of a section that begins on a new page."""
        number = self._body.blocks[index].section
        if not number or self._body.begins[number] != index:
            return False
        section = self._body.sections[number]
        before = self._body.sections[number - 1]
        return not section.continuous or not section.same_paper(before)

    def notes_height(self, notes: Sequence[str]) -> float:
        """The height of these footnotes with the line above them."""
        return self.papers.notes.height(notes, self._room) if notes else 0.0

    # How it is made

    def _read(self, parts: Parts) -> None:
        self._others = {name: part for name, part in parts.items() if name != self._main}
        self._old: Sheet | None = None
        self.papers: Papers = read_papers(parts, self._main, self._fonts, self._slack, self._tell)
        self._margins: dict[tuple[str, float, str, str], Stack] = {}
        self._values: dict[str, str] = {}
        pictures = self.papers.pictures[self._main]
        self._measurer, self._tables = self.papers.setting.measurers(pictures, self._values)
        self._measured.clear()
        self._sheets.clear()
        self._spare = []
        self._shift = self._same_from = 0
        self._room = 0.0
        self._take_body(parts)
        self._next = Place(0) if self._body.blocks else None

    def _take_body(self, parts: Parts) -> None:
        part = parts[self._main]
        root = parse(part) if isinstance(part, bytes) else part
        body = root.find(q("body"))
        self._number_notes(root)
        self._body: Body = (
            Body() if body is None else read_body(body, self.papers.targets, self._tell)
        )

    def _number_notes(self, root: Element) -> None:
        numbers = self.papers.notes.numbers
        for number, note in enumerate(root.iter(q("footnoteReference")), 1):
            key = note.get(q("id"), "")
            numbers[key] = self._values[f"NOTE {key}"] = str(number)

    def _tell(self, said: str) -> None:
        self._told[said] = None

    def _reach(self, many: int | None) -> None:
        """Lay out so many pages, or all."""
        while self._next is not None and (many is None or len(self._sheets) < many):
            self._add_sheet(self._next)

    def _add_sheet(self, start: Place) -> None:
        section = self.section(start.block)
        before = self._sheets[-1] if self._sheets else None
        opens = start == Place(start.block) and self._opens(start.block)
        number = before.number + 1 if before else 1
        if opens and section.start is not None:
            number = section.start
        if opens and section.parity and before and number % 2 != (section.parity == "oddPage"):
            number += 1
        kind = self._kind(section, number, opens=opens)
        reused = self._reused(start)
        top, bottom = self._edges(section, kind)
        self._room = section.room
        filled = reused or fill(self, start, max(section.height - top - bottom, _LEAST_ROOM))
        sheet = Sheet(filled, section, number, printed(number, section.style), kind, top, bottom)
        if reused is not None and self._old is not None and self._old.like(sheet):
            sheet.page, sheet.counts, sheet.of = self._old.page, self._old.counts, self._old.of
        self._sheets.append(sheet)
        self._next = filled.next

    def _reused(self, start: Place) -> Filled | None:
        """The page as it was before the edit, where it begins at the same place behind it."""
        self._old = None
        if start.block < self._same_from or not self._spare:
            return None
        was = start._replace(block=start.block - self._shift)
        for place, sheet in enumerate(self._spare):
            if sheet.filled.start == was:
                self._old = sheet
                self._spare = self._spare[place:]
                return None if not self._same_measure(sheet) else sheet.filled.moved(self._shift)
        return None

    def _same_measure(self, sheet: Sheet) -> bool:
        """Whether the blocks are what they were: their numbers may have changed."""
        return all(self.get(put.block + self._shift) is put.what for put in sheet.filled.puts)

    def _opens(self, block: int) -> bool:
        return self._body.begins[self._body.blocks[block].section] == block

    def _kind(self, section: Section, number: int, *, opens: bool) -> str:
        if section.own_first and opens:
            return "first"
        return "even" if self.papers.even and number % 2 == 0 else "default"

    def _edges(self, section: Section, kind: str) -> tuple[float, float]:
        """Where the text begins below the page's top, and ends above its bottom."""
        top, bottom = section.top, section.bottom
        head = self.margin(section.headers.get(kind, ""), section.room, "0", "0").height
        foot = self.margin(section.footers.get(kind, ""), section.room, "0", "0").height
        if not section.fixed_top and head:
            top = max(top, section.header + head)
        if not section.fixed_bottom and foot:
            bottom = max(bottom, section.footer + foot)
        return top, bottom

    def _marks(self, sheet: Sheet) -> frozenset[str]:
        """The bookmarks that begin on a page."""
        if sheet.marks is None:
            found: set[str] = set()
            for put in sheet.filled.puts:
                block = self._body.blocks[put.block]
                if put.start == 0 and not put.from_cells:
                    found.update(block.marks)
                if isinstance(put.what, Broken):
                    found.update(_named(put.what, put.start, put.end))
                else:
                    found.update(_in_rows(block, put.start, put.end))
            sheet.marks = frozenset(found)
        return sheet.marks


def _named(what: Broken, start: int, end: int) -> list[str]:
    return [
        atom.text
        for line in what.lines[start:end]
        for atom in what.atoms[line.start : line.end]
        if atom.kind is Kind.BOOKMARK
    ]


def _in_rows(block: Block, start: int, end: int) -> list[str]:
    """The bookmarks in rows of a table; of a torn row, on the page where it begins."""
    if b"bookmarkStart" not in block.data:
        return []
    rows = [one for one in block.element.iter(q("tr")) if one.getparent() is block.element]
    found = []
    for row in rows[start:end]:
        found += [one.get(q("name"), "") for one in row.iter(q("bookmarkStart"))]
    return found
