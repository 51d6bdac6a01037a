"""The pages of a document: cover, contents, and its sections one after the other.

Pages are laid out as far as they are asked for. After a change everything before the section that
changed stays as it is, and what follows is laid out again when it is looked at or nothing waits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from ui.pages.report.paper.boxes import Box, TextBox, set_text, text_box
from ui.pages.report.paper.flow import Flow, Placed, flow
from ui.pages.report.paper.looks import (
    CONTENTS,
    CONTENTS_HEAD,
    COVER_BOARD,
    COVER_DETAIL,
    COVER_LINE,
    COVER_TITLE,
    LANDSCAPE,
    LINE,
    PORTRAIT,
    QUIET,
    UNIT,
    Look,
    Sheet,
)
from ui.pages.report.paper.setting import BoxSetter, Headed
from workbench.model.blocks import Document, Section, Words
from workbench.report.numbering import Numbered

_DETAILS = ("reference", "author", "date", "version", "status")


@dataclass(slots=True)
class Page:
    """One page: its sheet, and what stands on it."""

    sheet: Sheet
    placed: list[list[Placed]] = field(default_factory=list)
    cover: bool = False


@dataclass(slots=True)
class _Kept:
    """A section as it was laid out last, and from where on."""

    headed: Headed
    sheet: Sheet
    start: float
    flow: Flow


class Pages:
    """The pages of one document, laid out as they are asked for."""

    def __init__(self) -> None:
        self._setter = BoxSetter()
        self._kept: list[_Kept] = []
        self._headed: tuple[Headed, ...] = ()
        self._document = Document(())
        self._cover: list[Placed] = []
        self._titles: tuple[tuple[str, Words], ...] = ()
        self._contents: list[list[Placed]] = []
        self._begins: dict[int, int] = {}  # section → page
        self.pages: list[Page] = []
        self._marks: list[tuple[int, int, float]] = []  # the pages before each section
        self._next = 0
        self._y = 0.0

    @property
    def whole(self) -> bool:
        """Whether every page is laid out."""
        return self._next >= len(self._headed)

    def show(self, document: Document, numbers: tuple[Numbered, ...]) -> None:
        """Lay this document out, with what is numbered in each of its sections."""
        headed = zip(document.sections, numbers, strict=True)
        filled = [Headed(one, number) for one, number in headed if _says_anything(one)]
        self._setter.turn()
        if (document.title, document.values) != (self._document.title, self._document.values):
            self._cover = _cover(document)
            self._headed = ()
        titles = tuple((one.numbered.number, one.section.title) for one in filled)
        if titles != self._titles:
            self._titles, self._contents = titles, self._listed(titles)
            self._headed = ()
        same = _same(self._headed[: self._next], filled)
        self._document, self._headed = document, tuple(filled)
        self._go_back(same)

    def _go_back(self, section: int) -> None:
        """Keep the pages as they are up to this section, and forget the rest."""
        if section == 0:
            self.pages = [Page(PORTRAIT, [self._cover], cover=True)]
            self.pages += [Page(PORTRAIT, [one]) for one in self._contents]
            self._y, self._next, self._marks = 0.0, 0, []
        elif section < self._next:
            pages, groups, self._y = self._marks[section]
            del self.pages[pages:]
            del self.pages[-1].placed[groups:]
            self._next = section
            del self._marks[section:]
        for later in [one for one in self._begins if one >= section]:
            del self._begins[later]

    def lay_out(self, number: int) -> None:
        """Lay pages out until this one is there, counted from 0, and the one after it begun."""
        while len(self.pages) <= number + 1 and not self.whole:
            self._section()

    def lay_out_more(self) -> None:
        """Lay out one section more."""
        if not self.whole:
            self._section()

    def _section(self) -> None:
        headed = self._headed[self._next]
        self._marks.append((len(self.pages), len(self.pages[-1].placed), self._y))
        sheet = LANDSCAPE if headed.section.landscape else PORTRAIT
        fresh = self._next == 0 or sheet is not self.pages[-1].sheet or _is_appendix(headed)
        start = 0.0 if fresh else self._y
        made = self._flow(headed, sheet, start)
        first, *rest = made.pages
        if not fresh and not first:  # nothing of it fits on the page that is begun
            fresh, (first, *rest) = True, rest
        if fresh:
            self.pages.append(Page(sheet, [first]))
        else:
            self.pages[-1].placed.append(first)
        self._begins[self._next] = len(self.pages) - 1
        self.pages += [Page(sheet, [one]) for one in rest]
        self._y = made.end
        self._next += 1

    def _flow(self, headed: Headed, sheet: Sheet, start: float) -> Flow:
        """The section on its pages; as it was, where nothing about it changed."""
        kept = self._kept[self._next] if self._next < len(self._kept) else None
        same = kept is not None and kept.sheet is sheet and kept.start == start
        if kept is not None and same and kept.headed == headed:
            kept.headed = headed  # the same objects are compared at once the next time
            return kept.flow
        made = flow(self._setter.section(headed, sheet.room), sheet.depth, start)
        one = _Kept(headed, sheet, start, made)
        if kept is None:
            self._kept.append(one)
        else:
            self._kept[self._next] = one
        return made

    def _listed(self, titles: tuple[tuple[str, Words], ...]) -> list[list[Placed]]:
        boxes: list[Box] = [text_box(("Contents",), CONTENTS_HEAD, PORTRAIT.room)]
        for at, (number, title) in enumerate(titles):
            boxes.append(_Entry(self, at, number, title))
        return flow(boxes, PORTRAIT.depth).pages

    def page_of(self, section: int) -> int | None:
        """The number of the page on which a section begins, as far as it is laid out."""
        page = self._begins.get(section)
        return None if page is None else page + 1

    # Painting

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page. One point is ``UNIT`` of the painter's units."""
        page = self.pages[number]
        sheet = page.sheet
        area = QRectF(0, 0, sheet.width * UNIT, sheet.height * UNIT)
        painter.fillRect(area, QColor("white"))
        painter.setClipRect(area)
        for placed in page.placed:
            for one in placed:
                one.box.draw(painter, sheet.side, sheet.top + one.y, one.first, one.last)
        self._edges(painter, page, number)

    def _edges(self, painter: QPainter, page: Page, number: int) -> None:
        values = {name: "".join(map(str, said)) for name, said in self._document.values}
        sheet = page.sheet
        marking = values.get("marking", "")
        quiet = Look(9, colour=QUIET)
        right = sheet.width - sheet.side
        _line(painter, marking, Look(9, bold=True), right, sheet.header, from_right=True)
        if page.cover:
            return
        title = "".join(map(str, self._document.title))
        _line(painter, title, quiet, sheet.side, sheet.header)
        count = f"{len(self.pages)}" if self.whole else "…"
        down = sheet.height - sheet.footer - 11
        painter.fillRect(
            QRectF(sheet.side * UNIT, (down - 5) * UNIT, sheet.room * UNIT, 0.5 * UNIT),
            QColor(LINE),
        )
        _line(painter, values.get("board", ""), quiet, sheet.side, down)
        _line(painter, f"Page {number + 1} of {count}", quiet, right, down, from_right=True)

    def words_on(self, number: int) -> str:
        """What stands on a page, for a screen reader."""
        found = []
        for placed in self.pages[number].placed:
            for one in placed:
                layout = getattr(one.box, "layout", None)
                cells = getattr(one.box, "cells", ())
                found += [layout.text()] if layout is not None else []
                found += [cell.layout.text() for cell in cells]
        return " ".join(found)


class _Entry(TextBox):
    """A line of the contents; its page is known once that is laid out."""

    def __init__(self, pages: Pages, section: int, number: str, title: Words) -> None:
        appendix = number.startswith("Appendix")
        said = (f"{number} ", *title) if appendix else title
        plain = text_box(said, CONTENTS, PORTRAIT.room, "" if appendix else number)
        super().__init__(CONTENTS, plain.layout, plain.ends, plain.lead, None, PORTRAIT.room)
        self._pages, self._section = pages, section

    def draw(self, painter: QPainter, x: float, y: float, first: int, last: int) -> None:
        """Draw the line, with the number of its page at the right."""
        page = self._pages.page_of(self._section)
        self.trail = set_text("…" if page is None else str(page), CONTENTS, 60)[0]
        super().draw(painter, x, y, first, last)


def _same(one: Sequence[Headed], other: Sequence[Headed]) -> int:
    """How many sections agree from the beginning on."""
    number = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine.section is not theirs.section and mine != theirs:
            break
        if mine.numbered != theirs.numbered:
            break
        number += 1
    return number


def _is_appendix(headed: Headed) -> bool:
    return headed.numbered.number.startswith("Appendix")


def _says_anything(section: Section) -> bool:
    return bool(section.blocks)


def _cover(document: Document) -> list[Placed]:
    values = dict(document.values)
    room = PORTRAIT.room
    boxes: list[Box] = [
        text_box(values.get("board", ()), COVER_BOARD, room),
        text_box(document.title, COVER_TITLE, room),
        text_box(values.get("document", ()), COVER_LINE, room),
    ]
    for name in _DETAILS:
        if values.get(name):
            boxes.append(text_box(values[name], COVER_DETAIL, room, name.capitalize()))
    return flow(boxes, PORTRAIT.depth).pages[0]


def _line(
    painter: QPainter, text: str, look: Look, x: float, y: float, *, from_right: bool = False
) -> None:
    if not text:
        return
    layout, _ = set_text(text, look, 460)
    line = layout.lineAt(0)
    left = x * UNIT - (line.naturalTextWidth() if from_right else 0)
    painter.setPen(QColor(look.colour))
    line.draw(painter, QPointF(left, y * UNIT))
