"""The blocks of a body measured as they are asked for, and brought up to date after an edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from workbench.report.pages.body import Block, Body, read_body
from workbench.report.pages.breaking import Broken
from workbench.report.pages.document import Papers, Parts
from workbench.report.pages.grid import Grid
from workbench.report.pages.labels import Counter
from workbench.report.pages.sections import Section
from workbench.report.parts.ooxml import Element, local, parse, q


class Measured:
    """What is filled into pages: the blocks of one body."""

    def __init__(self, papers: Papers, parts: Parts, main: str) -> None:
        self._papers = papers
        self._main = main
        self._values: dict[str, str] = {}
        pictures = papers.pictures[main]
        self._paragraphs, self._tables = papers.setting.measurers(pictures, self._values)
        self._known: list[Broken | Grid] = []
        self._where: dict[int, int] = {}
        self.room = 0.0
        self.body = Body()
        self.take(parts)

    def take(self, parts: Parts) -> None:
        """Read the body anew; what was measured is kept by what it says."""
        part = parts[self._main]
        root = parse(part) if isinstance(part, bytes) else part
        self._number_notes(root)
        body = root.find(q("body"))
        setting = self._papers.setting
        targets = self._papers.targets
        self.body = Body() if body is None else read_body(body, targets, setting.tell)
        self._begin_anew()

    def replace(self, first: int, gone: int, came: Sequence[Element]) -> bool:
        """Put elements in the place of so many blocks from ``first`` on. Whether nothing else
        changed by it: not if the numbers of later paragraphs did."""
        old = self.body.blocks[first : first + gone]
        section = old[0].section
        new = [Block(one, etree.tostring(one, with_tail=False), section) for one in came]
        new[0].marks = old[0].marks
        self.body.blocks[first : first + gone] = new
        more = len(new) - gone
        self._note_places(first, old, new)
        for number, begins in enumerate(self.body.begins):
            if begins > first:
                self.body.begins[number] = begins + more
        if len(self._known) < first + gone:
            self._begin_anew()
            return True
        measured = self._known[first : first + gone]
        labels = self._labels(measured, new)
        if labels is None:
            self._begin_anew()
            return False
        self._known[first : first + gone] = [
            self._measure(block, label) for block, label in zip(new, labels, strict=True)
        ]
        return True

    def _note_places(self, first: int, old: Sequence[Block], new: Sequence[Block]) -> None:
        """Keep where each element is, if no other than these came to another place."""
        if len(old) != len(new) or not self._where:
            self._where.clear()
            return
        for gone in old:
            del self._where[id(gone.element)]
        for at, came in enumerate(new, first):
            self._where[id(came.element)] = at

    def _labels(self, before: Sequence[Broken | Grid], blocks: Iterable[Block]) -> list[str] | None:
        """The numbers of these blocks, where they are those of the ones before; else None."""
        if any(isinstance(one, Grid) and one.numbered for one in before):
            return None
        were = [one for one in before if isinstance(one, Broken) and one.look.number is not None]
        shown = [one.label.text if one.label else "" for one in were]
        numbers = [one.look.number for one in were]
        labels: list[str] = []
        now: list[tuple[str, int] | None] = []
        for block in blocks:
            if block.is_table:
                return None
            number = self._paragraphs.spoken(block.element, data=block.data).look.number
            labels.append("" if number is None or len(now) >= len(shown) else shown[len(now)])
            now += [] if number is None else [number]
        return labels if now == numbers else None

    def index_of(self, element: Element) -> int | None:
        """The block that is this element, or that holds it."""
        if not self._where:
            self._where = {id(one.element): at for at, one in enumerate(self.body.blocks)}
        one: Element | None = element
        while one is not None:
            found = self._where.get(id(one))
            if found is not None:
                return found
            one = one.getparent()
        return None

    def row_of(self, index: int, element: Element) -> int | None:
        """The row of a table that holds the element."""
        block = self.body.blocks[index]
        if not block.is_table:
            return None
        around = {id(one) for one in (element, *element.iterancestors())}
        rows = [one for one in block.element.iter(q("tr")) if _table_of(one) is block.element]
        return next((at for at, row in enumerate(rows) if id(row) in around), None)

    # What filling asks

    @property
    def adds(self) -> bool:
        """Whether room below and above paragraphs adds up."""
        return self._papers.setting.adds

    def many(self) -> int:
        """How many blocks there are."""
        return len(self.body.blocks)

    def get(self, index: int) -> Broken | Grid:
        """A block, measured; those before it first, for numbers count on."""
        while len(self._known) <= index:
            self._known.append(self._measure(self.body.blocks[len(self._known)]))
        return self._known[index]

    def section(self, index: int) -> Section:
        """The section of a block."""
        return self.body.sections[self.body.blocks[index].section]

    def section_of(self, index: int) -> int:
        """The number of a block's section."""
        return self.body.blocks[index].section

    def opens(self, index: int) -> bool:
        """Whether a block is the first of its section."""
        return self.body.begins[self.body.blocks[index].section] == index

    def columns(self, index: int) -> int:
        """In how many columns a block’s section stands."""
        return self.body.sections[self.body.blocks[index].section].columns

    def end_of(self, index: int) -> int:
        """The first block after the section of a block."""
        number = self.body.blocks[index].section + 1
        return self.body.begins[number] if number < len(self.body.begins) else self.many()

    def across(self, index: int, column: int) -> float:
        """How far from the text’s left edge a column of the block’s section begins."""
        section = self.body.sections[self.body.blocks[index].section]
        return column * (section.column + section.gutter)

    def begins_page(self, index: int) -> bool:
        """Whether a block is the first of a section that begins on a new page."""
        number = self.body.blocks[index].section
        if not number or self.body.begins[number] != index:
            return False
        section, before = self.body.sections[number], self.body.sections[number - 1]
        return not section.continuous or not section.same_paper(before)

    def notes_height(self, notes: Sequence[str]) -> float:
        """The height of these footnotes with the line above them."""
        return self._papers.notes.height(notes, self.room) if notes else 0.0

    def _measure(self, block: Block, label: str | None = None) -> Broken | Grid:
        room = self.body.sections[block.section].column
        if block.is_table:
            return self._tables.table(block.element, room)
        made = self._paragraphs.paragraph(block.element, room, data=block.data, label=label)
        if made.look.framed:
            self._papers.setting.tell("A frame in the text is put in line with it.")
        return made

    def _begin_anew(self) -> None:
        self._known.clear()
        self._where.clear()
        self._paragraphs.turn(Counter(self._papers.setting.looks.numbering))

    def _number_notes(self, root: Element) -> None:
        numbers = self._papers.notes.numbers
        for number, note in enumerate(root.iter(q("footnoteReference")), 1):
            key = note.get(q("id"), "")
            numbers[key] = self._values[f"NOTE {key}"] = str(number)


def _table_of(row: Element) -> Element | None:
    for one in row.iterancestors():
        if local(one) == "tbl":
            return one
    return None
