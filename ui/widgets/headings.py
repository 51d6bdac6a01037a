"""Words on the screen in their sizes, which follow the author's text size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from ui.support.theme import look

_FONT_EVENTS = (
    QEvent.Type.ApplicationFontChange,
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
)


class SizedLabel(QLabel):
    """A label whose text is a multiple of the usual size."""

    def __init__(self, text: str, times: float, *, bold: bool = False) -> None:
        super().__init__(text)
        self._times, self._bold = times, bold
        self._size()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text size."""
        super().changeEvent(event)
        if event.type() in _FONT_EVENTS and self.font().pointSizeF() != self._wanted:
            self._size()

    @property
    def _wanted(self) -> float:
        return QApplication.font().pointSizeF() * self._times

    def _size(self) -> None:
        font = QFont(QApplication.font())
        font.setPointSizeF(self._wanted)
        font.setBold(self._bold)
        self.setFont(font)


class PageTitle(SizedLabel):
    """The name of a page, or of the screen."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, 1.75, bold=True)


class SectionTitle(SizedLabel):
    """The name of a part of a page."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, 1.25, bold=True)


class Quiet(QLabel):
    """A sentence said quietly, wrapped where it must be."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        look(self, "muted")


class OneLine(QLabel):
    """A sentence on one line. Where there is too little room it ends in dots, and is told whole
    when it is pointed at."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""
        self.say(text)

    def say(self, text: str) -> None:
        """Show this sentence."""
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's text size."""
        super().changeEvent(event)
        if event.type() in _FONT_EVENTS:
            self._cut()

    def _cut(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
