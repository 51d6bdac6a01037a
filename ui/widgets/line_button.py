"""A line that leads somewhere: what, and below it quietly why; both break where they must."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.support.theme import em, tones

_WRAP = int(Qt.TextFlag.TextWordWrap)
_TALL = 10_000


class LineButton(QAbstractButton):
    """A button as wide as its column, in two voices."""

    def __init__(self, text: str, detail: str, *, name: str) -> None:
        super().__init__()
        self._detail = detail
        self.setText(text)
        self.setAccessibleName(name)
        self.setAccessibleDescription(detail)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _loud(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        """Where the words and the reason stand at this width."""
        pad = em(self, 0.45)
        room = max(width - 2 * pad - em(self, 1.2), em(self, 4))
        bounds = QRect(0, 0, room, _TALL)
        words = QFontMetrics(self._loud()).boundingRect(bounds, _WRAP, self.text())
        why = self.fontMetrics().boundingRect(bounds, _WRAP, self._detail)
        top = QRect(pad, pad, room, words.height())
        below = QRect(pad, top.bottom() + 1 + em(self, 0.1), room, why.height())
        return top, below

    def heightForWidth(self, width: int) -> int:
        """As tall as the words need."""
        return self._boxes(width)[1].bottom() + em(self, 0.45)

    def sizeHint(self) -> QSize:
        """Wide enough to read."""
        width = max(self.width(), em(self, 12))
        return QSize(em(self, 16), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never wider than a narrow window."""
        return QSize(em(self, 8), self.heightForWidth(max(self.width(), em(self, 8))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the words, the reason, and an arrow."""
        del event
        painter, tone = QPainter(self), tones()
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), tone.selected)
        painter.setPen(tone.line)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        if self.hasFocus():
            painter.setPen(tone.accent)
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        words, why = self._boxes(self.width())
        painter.setFont(self._loud())
        painter.setPen(tone.accent)
        painter.drawText(words, _WRAP, self.text())
        end = QRect(self.width() - em(self, 1.3), 0, em(self, 1), self.height())
        painter.drawText(end, int(Qt.AlignmentFlag.AlignCenter), "›")
        painter.setFont(self.font())
        painter.setPen(tone.muted)
        painter.drawText(why, _WRAP, self._detail)
        painter.end()
