"""Two parts side by side where there is room, and one above the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.support.theme import em
from ui.widgets.headings import PageTitle

NARROW = 40  # lines' heights of width below which one stands above the other


class Parting(QSplitter):
    """A list and what is said of the chosen one; ``share`` is the list's part in per cent."""

    def __init__(self, first: QWidget, second: QWidget, share: int) -> None:
        super().__init__(Qt.Orientation.Vertical)  # asks for the least until there is more
        self._share = share
        self.setChildrenCollapsible(False)
        self.setHandleWidth(em(self, 0.9))
        first.setMinimumWidth(em(self, 9))
        second.setMinimumWidth(em(self, 12))
        first.setMinimumHeight(em(self, 5))
        second.setMinimumHeight(em(self, 8))
        self.addWidget(first)
        self.addWidget(second)
        self.setStretchFactor(0, share)
        self.setStretchFactor(1, 100 - share)

    def _part(self) -> None:
        across = self.orientation() is Qt.Orientation.Horizontal
        whole = self.width() if across else self.height()
        self.setSizes([whole * self._share // 100, whole * (100 - self._share) // 100])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width asks for it."""
        super().resizeEvent(event)
        narrow = self.width() < em(self, NARROW)
        turned = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if turned is not self.orientation():
            self.setOrientation(turned)
            self._part()


def title(text: str) -> PageTitle:
    """The name of a part, which breaks where it must."""
    made = PageTitle(text)
    made.setWordWrap(True)
    return made
