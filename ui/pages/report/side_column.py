"""A column beside the report that is scrolled by itself; the report keeps the window's height."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.support.theme import em


class SideColumn(QScrollArea):
    """Never narrower than what stands in it."""

    def __init__(self, column: QWidget) -> None:
        super().__init__()
        self.setWidget(column)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """As wide as the column needs, and a few lines high."""
        column = self.widget()
        needs = 0 if column is None else column.minimumSizeHint().width()
        return QSize(needs + self.verticalScrollBar().sizeHint().width(), em(self, 8))

    def sizeHint(self) -> QSize:
        """No higher: what is beside it says how high the page is."""
        return self.minimumSizeHint()
