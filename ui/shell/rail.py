"""The rail: the pages in working order, with how many things each holds.

A page is a class ``(session, commands)`` of QWidget with ``topics: frozenset[Topic]`` and
``refresh()``. It may have ``new_item``, ``delete_item``, ``edit_main``, ``back_to_list`` and
``find_here``, which the keys of the window then reach.
"""

from __future__ import annotations

from typing import ClassVar, Protocol

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.shell.page_entries import PAGES
from ui.support.theme import em, look, tones
from ui.widgets.rows import Index
from workbench.model.facts import Topic

COUNT_ROLE = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()


class Page(Protocol):
    """What the window asks of a page."""

    topics: ClassVar[frozenset[Topic]]

    def refresh(self) -> None:
        """Ask again for what the page shows."""
        ...


class Rail(QListWidget):
    """The list of pages."""

    went = Signal(str)  # the name of a page

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Pages")
        look(self, "rail")
        self.setItemDelegate(RailDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        for page in PAGES:
            item = QListWidgetItem(page.name)
            item.setToolTip(f"{page.name} ({page.keys})")
            self.addItem(item)
        self.currentRowChanged.connect(lambda row: self.went.emit(PAGES[row].name))

    def go_to(self, name: str) -> None:
        """Choose the page of this name."""
        row = next(at for at, page in enumerate(PAGES) if page.name == name)
        self.setCurrentRow(row)

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show how many of each kind there are."""
        for row, page in enumerate(PAGES):
            if page.counts:
                held = counts.get(page.counts, 0)
                item = self.item(row)
                item.setData(COUNT_ROLE, f"{held:,}" if held else "")
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{page.name}, {held:,}")

    def sizeHint(self) -> QSize:
        """As wide as the longest name may be when it breaks once."""
        return QSize(em(self, 10.5), em(self, 20))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on into the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class RailDelegate(QStyledItemDelegate):
    """A page's name, its count at the right, and a bar beside the page that is shown."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Tall enough for the name at the rail's width."""
        width = self._view.width()
        words = option.fontMetrics.boundingRect(
            QRect(0, 0, self._room(width, index), 1000), _WRAP, index.data()
        )
        return QSize(width, words.height() + em(self._view, 0.95))

    def _room(self, width: int, index: Index) -> int:
        return width - em(self._view, 1.6) - self._count_width(index)

    def _count_width(self, index: Index) -> int:
        count = index.data(COUNT_ROLE)
        return (
            self._view.fontMetrics().horizontalAdvance(count) + em(self._view, 0.4) if count else 0
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the page's line."""
        tone, box = tones(), option.rect
        shown = bool(option.state & QStyle.StateFlag.State_Selected)
        pad = em(self._view, 0.8)
        painter.save()
        if shown:
            painter.fillRect(box, tone.selected)
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), tone.accent)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(tone.accent)
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        font = option.font
        font.setBold(shown)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        inner = box.adjusted(pad, 0, -pad, 0)
        name = QRect(inner)
        name.setWidth(self._room(box.width(), index))
        painter.drawText(name, _WRAP | int(Qt.AlignmentFlag.AlignVCenter), index.data())
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(tone.muted)
        end = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(inner, end, index.data(COUNT_ROLE) or "")
        painter.restore()


_WRAP = int(Qt.TextFlag.TextWordWrap)
