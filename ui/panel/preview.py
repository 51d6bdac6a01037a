"""A small picture of a slide, on the author's own screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.panel.painting import paint_page
from ui.panel.show import Seen
from ui.panel.sizing import HEIGHT, Sheet


class Preview(QWidget):
    """Paints a slide exactly as the room's window does, smaller."""

    def __init__(self, name: str, sheet: Sheet) -> None:
        super().__init__()
        self._name = name
        self._sheet = sheet
        self._seen: Seen | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 112)

    def set_seen(self, seen: Seen | None, sheet: Sheet) -> None:
        """Show this slide, or nothing."""
        self._seen, self._sheet = seen, sheet
        page = seen.page if seen else None
        self.setAccessibleDescription(page.spoken if page else "Nothing")
        self.update()

    def sizeHint(self) -> QSize:
        """The room's shape."""
        return QSize(round(270 * self._sheet.width / HEIGHT), 270)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slide as large as fits, in the room's shape."""
        del event
        painter = QPainter(self)
        aspect = self._sheet.width / HEIGHT
        width = min(float(self.width()), self.height() * aspect)
        box = QRectF(0, 0, width, width / aspect)
        if self._seen is not None:
            paint_page(painter, self._seen.page, self._seen.footer, self._sheet, box)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.end()
