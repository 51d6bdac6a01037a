"""Boxes: what stands on a page, each with its height, and where it may be parted."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from ui.pages.report.paper.looks import CELL, DEEP, LINE, UNIT, Look, font_of
from workbench.model.blocks import Marked, Words


class Box(Protocol):
    """What a page holds. Its lines from ``first`` to before ``last`` can stand on a page apart."""

    before: float
    after: float
    keep: bool
    lines: int

    def height(self, first: int, last: int) -> float:
        """The height of these lines."""
        ...

    def draw(self, painter: QPainter, x: float, y: float, first: int, last: int) -> None:
        """Draw these lines, the first of them at ``y``."""
        ...


def set_text(
    text: str, look: Look, width: float, said: Words = ()
) -> tuple[QTextLayout, list[float]]:
    """A text in lines of this width, and how far down each of them ends, in points."""
    layout = QTextLayout(text, font_of(look))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.setFormats(_formats(said))
    layout.setCacheEnabled(True)
    heights = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 20) * UNIT)
        heights.append(line.height() * look.line / UNIT)
    layout.endLayout()
    return layout, list(accumulate(heights, initial=0.0))


def _formats(said: Words) -> list[QTextLayout.FormatRange]:
    found, at = [], 0
    for part in said:
        if isinstance(part, Marked) and (part.mark.bold or part.mark.italic):
            style = QTextCharFormat()
            if part.mark.bold:
                style.setFontWeight(QFont.Weight.Bold)
            if part.mark.italic:
                style.setFontItalic(True)
            stretch = QTextLayout.FormatRange()
            stretch.start, stretch.length, stretch.format = at, len(part), style
            found.append(stretch)
        at += len(str(part))
    return found


def plain(said: Words) -> str:
    """Words that have been through the gate, as text; no others are drawn."""
    if not all(isinstance(part, str) for part in said):
        raise TypeError("words that have not been through the gate")
    return "".join(map(str, said)).replace("\n", "\u2028")


@dataclass(slots=True)
class TextBox:
    """A paragraph, with what leads it."""

    look: Look
    layout: QTextLayout
    ends: list[float]
    lead: QTextLayout | None = None
    trail: QTextLayout | None = None  # at the right, such as a page's number
    across: float = 0.0
    before: float = field(init=False)
    after: float = field(init=False)
    keep: bool = field(init=False)
    lines: int = field(init=False)

    def __post_init__(self) -> None:
        self.before, self.after, self.keep = self.look.before, self.look.after, self.look.keep
        self.lines = len(self.ends) - 1

    def height(self, first: int, last: int) -> float:
        """The height of these lines."""
        return self.ends[last] - self.ends[first]

    def draw(self, painter: QPainter, x: float, y: float, first: int, last: int) -> None:
        """Draw these lines, and the lead beside the first line of all."""
        painter.setPen(QColor(self.look.colour))
        left = (x + self.look.left) * UNIT
        for number in range(first, last):
            # A line keeps the place it was set at, which is that of the first line.
            at = QPointF(left, (y + self.ends[number] - self.ends[first]) * UNIT)
            self.layout.lineAt(number).draw(painter, at)
        if first == 0 and self.lead is not None:
            self.lead.lineAt(0).draw(painter, QPointF(left - self.look.hang * UNIT, y * UNIT))
        if last == self.lines and self.trail is not None:
            end = self.trail.lineAt(0)
            down = y + self.ends[last - 1] - self.ends[first]
            right = (x + self.across) * UNIT - end.naturalTextWidth()
            end.draw(painter, QPointF(right, down * UNIT))


def text_box(said: Words, look: Look, room: float, lead: str = "") -> TextBox:
    """A paragraph of disclosed words."""
    layout, ends = set_text(plain(said), look, room - look.left - look.right, said)
    leading = set_text(lead, look, max(look.hang, 40))[0] if lead else None
    return TextBox(look, layout, ends, leading)


@dataclass(slots=True)
class Cell:
    """One cell of a row: where it begins, how wide it is, and its lines."""

    left: float
    width: float
    layout: QTextLayout
    ends: list[float]


@dataclass(slots=True)
class RowBox:
    """A row of a table; ``head`` is the row that is repeated at the top of a page."""

    cells: list[Cell]
    look: Look
    head: RowBox | None = None
    is_head: bool = False
    first_of_table: bool = False
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    lines: int = field(init=False)

    def __post_init__(self) -> None:
        self.lines = max(len(cell.ends) - 1 for cell in self.cells)
        self.keep = self.is_head

    def height(self, first: int, last: int) -> float:
        """The height of these lines of every cell, with the space above and below them."""
        tall = max(_end(cell, last) - _end(cell, first) for cell in self.cells)
        return tall + self.look.before + self.look.after + 2

    def draw(self, painter: QPainter, x: float, y: float, first: int, last: int) -> None:
        """Draw the row's ground, its lines and its words."""
        high = self.height(first, last)
        painter.setPen(QPen(QColor(LINE), 0.5 * UNIT))
        painter.setBrush(QColor(DEEP) if self.is_head else Qt.BrushStyle.NoBrush)
        for cell in self.cells:
            painter.drawRect(
                QRectF((x + cell.left) * UNIT, y * UNIT, cell.width * UNIT, high * UNIT)
            )
        painter.setPen(QColor(self.look.colour))
        for cell in self.cells:
            for number in range(first, min(last, len(cell.ends) - 1)):
                down = y + self.look.before + 1 + cell.ends[number] - _end(cell, first)
                place = QPointF((x + cell.left + 5.4) * UNIT, down * UNIT)
                cell.layout.lineAt(number).draw(painter, place)


def _end(cell: Cell, line: int) -> float:
    return cell.ends[min(line, len(cell.ends) - 1)]


def row_box(
    said: list[Words], shares: list[float], room: float, look: Look = CELL, *, head: bool = False
) -> RowBox:
    """A row of cells that share the room."""
    whole = sum(shares) or 1.0
    cells, left = [], 0.0
    for words, share in zip(said, shares, strict=True):
        width = room * share / whole
        layout, ends = set_text(plain(words), look, width - 10.8, words)
        cells.append(Cell(left, width, layout, ends))
        left += width
    return RowBox(cells, look, is_head=head)
