"""How a row of the chronology is painted: two lines of words, and the mark as shape and word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.pages.chronology.entries_model import COLUMNS, ENTRY_ROLE, MARK, WHAT, WHEN, EntriesModel
from ui.pages.chronology.marks import colour_of, draw_shape
from ui.support.theme import em, tones
from ui.widgets.rows import Index
from workbench.model.chronology import Entry

LINES = 2.0
MOST = 400  # characters that two lines could ever show: laying out a whole report is slow


class EntryDelegate(QStyledItemDelegate):
    """Paints cells of at most two lines."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        entry = index.data(ENTRY_ROLE)
        tone, box = tones(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, tone.selected)
        elif index.row() % 2:
            painter.fillRect(box, tone.stripe)
        painter.setPen(tone.line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._focus(painter, option, index)
        if isinstance(entry, Entry):
            inner = box.adjusted(em(self._view, 0.4), em(self._view, 0.3), -em(self._view, 0.4), 0)
            self._words(painter, entry, inner, index)
        painter.restore()

    def _focus(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A bar beside the row on which the keys act."""
        on = index.row() == self._view.currentIndex().row() and self._view.hasFocus()
        if on and index.column() == WHEN:
            box = option.rect
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), tones().accent)

    def _words(self, painter: QPainter, entry: Entry, box: QRect, index: Index) -> None:
        model, column = index.model(), index.column()
        if not isinstance(model, EntriesModel):
            return
        text = COLUMNS[column].text(entry, model.names)[:MOST]
        tone = tones()
        painter.setPen(tone.text if column in (WHEN, WHAT) else tone.muted)
        if column == MARK and entry.mark:
            painter.setPen(colour_of(entry.mark))
            box = self._shape(painter, entry.mark, box)
        if column == WHEN and not entry.when.dated:
            painter.setPen(tone.muted)
        draw_lines(painter, text, box)

    def _shape(self, painter: QPainter, mark: str, box: QRect) -> QRect:
        size = em(self._view, 0.5)
        top = box.top() + (em(self._view) - size) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_shape(painter, mark, QRectF(box.left(), top, size, size))
        return box.adjusted(round(size * 1.6), 0, 0, 0)


def draw_lines(painter: QPainter, text: str, box: QRect) -> None:
    """Draw as much of the text as two lines hold; what is left out is shown by an ellipsis."""
    metrics = painter.fontMetrics()
    for number, line in enumerate(broken(text, metrics, box.width())):
        at = QPointF(box.left(), box.top() + number * metrics.height() + metrics.ascent())
        painter.drawText(at, line)


def broken(text: str, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """The text in at most two lines of this width, the last with an ellipsis where it is cut."""
    flat = " ".join(text.split())
    if metrics.horizontalAdvance(flat) <= width:
        return (flat,)
    layout = QTextLayout(flat)
    layout.setTextOption(_BETWEEN_WORDS)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(width, 1))
    cut = line.textLength()
    layout.endLayout()
    lines = (flat[:cut].rstrip(), flat[cut:].lstrip())
    return tuple(metrics.elidedText(each, Qt.TextElideMode.ElideRight, width) for each in lines)


_BETWEEN_WORDS = QTextOption()
_BETWEEN_WORDS.setWrapMode(QTextOption.WrapMode.WordWrap)
