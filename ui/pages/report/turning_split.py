"""The report and what is beside it: below it where there is no room beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


class TurningSplit(QSplitter):
    """Side by side while both have their width, else one above the other."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of both."""
        needs = super().minimumSizeHint()
        return QSize(max(map(_least, self._parts()), default=0), needs.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn with the width."""
        self._turn()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Turn also where the text size, and so what both need, has changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        needed = sum(map(_least, self._parts())) + self.handleWidth()
        beside = self.width() >= needed
        self.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)

    def _parts(self) -> list[QWidget]:
        parts = (self.widget(number) for number in range(self.count()))
        return [part for part in parts if part is not None]


def _least(part: QWidget) -> int:
    return part.minimumSizeHint().width()
