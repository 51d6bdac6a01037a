"""Several of several: names to tick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.support.theme import em
from ui.widgets.visit import Visit

ID = Qt.ItemDataRole.UserRole + 1


class TickList(QListWidget):
    """A list whose value is the ids of what is ticked, in the list's order. Space ticks."""

    edited = Signal()

    def __init__(self, *, lines: int = 4) -> None:
        super().__init__()
        self._lines = lines
        self._showing = False
        self.visit = Visit(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemChanged.connect(self._ticked)

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these ids by these names, keeping what is ticked."""
        offered = list(choices)
        known = [(item.data(ID), item.text()) for item in self._items()]
        if offered == known:
            return
        kept, self._showing = self.value(), True
        self.clear()
        for id_, name in offered:
            item = QListWidgetItem(name)
            item.setData(ID, id_)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.addItem(item)
        self._showing = False
        self.show_value(kept)
        self.updateGeometry()

    def value(self) -> tuple[str, ...]:
        """The ids of what is ticked."""
        return tuple(
            item.data(ID) for item in self._items() if item.checkState() is Qt.CheckState.Checked
        )

    def show_value(self, value: Sequence[str]) -> None:
        """Tick these and no others."""
        self._showing = True
        for item in self._items():
            state = Qt.CheckState.Checked if item.data(ID) in value else Qt.CheckState.Unchecked
            item.setCheckState(state)
        self._showing = False

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _ticked(self) -> None:
        if not self._showing:
            self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys move within the list; Return is left to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As many lines as asked for, fewer where there are fewer names."""
        lines = min(max(self.count(), 1), self._lines)
        return QSize(em(self, 10), em(self, 1.25 * lines + 0.6))

    def minimumSizeHint(self) -> QSize:
        """Never squeezed below the lines asked for."""
        return self.sizeHint()
