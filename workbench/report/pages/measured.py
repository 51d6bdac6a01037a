"""Paragraphs and tables measured for a width, and kept by what they say for the next time."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from workbench.report.pages.atoms import Spoken
from workbench.report.pages.breaking import Broken, Numbered, broken
from workbench.report.pages.inline import Reader
from workbench.report.pages.labels import Counter
from workbench.report.pages.letters import NOWHERE, Around, ParagraphLook
from workbench.report.pages.marks import Border
from workbench.report.parts.ooxml import Element, q, value


class Strip(NamedTuple):
    """The smallest thing that a page can take of a cell: a line, with the room above it."""

    gap: float
    height: float
    paragraph: Broken
    line: int

    @property
    def notes(self) -> tuple[str, ...]:
        """The footnotes that it refers to."""
        return self.paragraph.lines[self.line].notes

    @property
    def keeps(self) -> bool:
        """Whether it stays with what follows its row."""
        return self.paragraph.look.keep_next

    @property
    def numbered(self) -> bool:
        """Whether it belongs to a list."""
        return self.paragraph.look.number is not None


class Measurer:
    """Measures paragraphs of one part. What was measured is kept by its bytes, its width and its
    number; what was not asked for since the last turn but one is forgotten."""

    def __init__(self, reader: Reader, counter: Counter, tab_width: float, *, adds: bool) -> None:
        self.reader = reader
        self.counter = counter
        self.tab_width = tab_width
        self.adds = adds
        self._spoken: dict[tuple[bytes, int], Spoken] = {}
        self._spoken_before: dict[tuple[bytes, int], Spoken] = {}
        self._broken: dict[tuple[bytes, int, float, str], Broken] = {}
        self._before: dict[tuple[bytes, int, float, str], Broken] = {}

    def turn(self, counter: Counter) -> None:
        """Begin anew at the first paragraph."""
        self.counter = counter
        self._before, self._broken = self._broken, {}
        self._spoken_before, self._spoken = self._spoken, {}

    def spoken(
        self, element: Element, around: Around = NOWHERE, data: bytes | None = None
    ) -> Spoken:
        """What the paragraph says, read once."""
        if data is None:
            data = etree.tostring(element, with_tail=False)
        name = (data, id(around))
        found = self._spoken.get(name) or self._spoken_before.get(name)
        if found is None:
            found = self.reader.paragraph(element, around)
        self._spoken[name] = found
        return found

    def paragraph(
        self,
        element: Element,
        width: float,
        around: Around = NOWHERE,
        data: bytes | None = None,
        label: str | None = None,
    ) -> Broken:
        """The paragraph in lines. Its number counts as printed, unless ``label`` says it."""
        if data is None:
            data = etree.tostring(element, with_tail=False)
        spoken = self.spoken(element, around, data)
        number = spoken.look.number
        text = label or ""
        if label is None and number is not None:
            text = self.counter.label(number)
        key = (data, id(around), width, text)
        found = self._broken.get(key) or self._before.get(key)
        if found is None:
            numbered = None if number is None else self._numbered(element, spoken, text, around)
            found = broken(spoken, width, self.tab_width, numbered)
        self._broken[key] = found
        return found

    def in_cell(self, element: Element, width: float, around: Around) -> Broken:
        """A paragraph of a cell in lines: it is its row that is kept."""
        spoken = self.reader.paragraph(element, around)
        number = spoken.look.number
        numbered = None
        if number is not None:
            numbered = self._numbered(element, spoken, self.counter.label(number), around)
        return broken(spoken, width, self.tab_width, numbered)

    def _numbered(
        self, element: Element, spoken: Spoken, text: str, around: Around
    ) -> Numbered | None:
        number = spoken.look.number
        level = None if number is None else self.reader.looks.numbering.level(*number)
        if level is None:
            return None
        own = element.find(f"{q('pPr')}/{q('rPr')}")
        look = self.reader.looks.run(own, spoken.look.style, around, level.find(q("rPr")))
        suffix = value(level, "suff") or "tab"
        return Numbered(text, look, suffix, value(level, "lvlJc") or "left")

    def strips(self, what: Broken, before: ParagraphLook | None) -> list[Strip]:
        """A paragraph of a cell line by line, below one that looks like ``before``."""
        gap = room_between(before, what.look, adds=self.adds)
        above, below = edges(what.look, before)
        gap += above
        found: list[Strip] = []
        for number, line in enumerate(what.lines):
            found.append(Strip(gap, line.height, what, number))
            gap = 0.0
        if below:
            found[-1] = found[-1]._replace(height=found[-1].height + below)
        return found


def room_between(above: ParagraphLook | None, below: ParagraphLook | None, *, adds: bool) -> float:
    """The room between two paragraphs: the larger of what both ask for, and nothing of one that
    wants none beside its like."""
    alike = above is not None and below is not None and above.style == below.style
    after = 0.0 if above is None or (alike and above.contextual) else above.after
    before = 0.0 if below is None or (alike and below.contextual) else below.before
    return after + before if adds else max(after, before)


def edges(look: ParagraphLook, before: ParagraphLook | None) -> tuple[float, float]:
    """The height that the paragraph's borders take above and below its lines."""
    if not look.borders:
        return 0.0, 0.0
    sides = look.borders
    below = _edge(sides.get("bottom"))
    if before is not None and before.borders == sides:
        return _edge(sides.get("between")) - below, below  # one frame holds both
    return _edge(sides.get("top")), below


def _edge(border: Border | None) -> float:
    return 0.0 if border is None else border.width + border.space
