"""How a cell of a list is painted: one line with room round it, and a bar beside the row in use."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.support.theme import em, tones
from ui.widgets.rows import Index


class CellDelegate(QStyledItemDelegate):
    """Paints the words of a cell in line with its column's heading."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        tone, box = tones(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, tone.selected)
        elif index.row() % 2:
            painter.fillRect(box, tone.stripe)
        in_use = index.row() == self._view.currentIndex().row() and self._view.hasFocus()
        if in_use and index.column() == 0:
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), tone.accent)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(colour if isinstance(colour, QColor) else tone.text)
        pad = em(self._view, 0.5)
        inner = box.adjusted(pad, 0, -pad // 2, 0)
        text = str(index.data() or "")
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(
            inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown
        )
        painter.restore()
