"""A row whose items go on in the next line where the window is narrow or the text is large."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem, QSpacerItem, QWidget
from PySide6.QtWidgets import QSizePolicy as Policy


class WrappingRow(QLayout):
    """Like a row from left to right: what is left of a line goes to its stretches, or to those
    items that like to grow. No item is wider than the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def add_pair(self, label: QLabel, field: QWidget) -> None:
        """Add a label and its field, which stay together."""
        label.setSizePolicy(Policy.Policy.Maximum, Policy.Policy.Preferred)
        pair = QHBoxLayout()
        pair.addWidget(label)
        pair.addWidget(field, 1)
        self.addChildLayout(pair)
        self.addItem(pair)

    def add_stretch(self) -> None:
        """Push what follows to the right."""
        self.addItem(QSpacerItem(0, 0, Policy.Policy.Expanding, Policy.Policy.Minimum))

    # What Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:
        """Take one item more."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item of this number."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give this item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes what width there is, and no height."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high its lines are together."""
        lines = self._lines(width)
        return sum(map(_height, lines)) + self.spacing() * max(len(lines) - 1, 0)

    def minimumSize(self) -> QSize:
        """As narrow as its widest item."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def sizeHint(self) -> QSize:
        """All in one line."""
        return QSize(self._width(self._items), _height(self._items))

    def setGeometry(self, rect: QRect) -> None:
        """Put every item into its place."""
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            height = _height(line)
            self._set_line(line, QRect(rect.left(), top, rect.width(), height))
            top += height + self.spacing()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = [[]]
        for item in self._items:
            if item.isEmpty() and item.spacerItem() is None:
                continue  # it is hidden
            if lines[-1] and self._width([*lines[-1], item]) > width:
                lines.append([])
            lines[-1].append(item)
        return [line for line in lines if line]

    def _width(self, line: list[QLayoutItem]) -> int:
        """What a line needs; a stretch takes no room of its own."""
        shown = [each.sizeHint().width() for each in line if not each.isEmpty()]
        return sum(shown) + self.spacing() * max(len(shown) - 1, 0)

    def _set_line(self, line: list[QLayoutItem], rect: QRect) -> None:
        left, spare = rect.left(), max(rect.width() - self._width(line), 0)
        stretches = [each for each in line if each.spacerItem() is not None]
        growing = stretches or [
            each for each in line if each.expandingDirections() & Qt.Orientation.Horizontal
        ]
        for item in line:
            wanted = min(item.sizeHint().width(), rect.width())
            wanted += spare // len(growing) if item in growing else 0
            width = min(wanted, item.maximumSize().width())
            item.setGeometry(QRect(left, rect.top(), width, rect.height()))
            left += width + (0 if item.isEmpty() else self.spacing())


def _height(line: list[QLayoutItem]) -> int:
    return max((each.sizeHint().height() for each in line if not each.isEmpty()), default=0)
