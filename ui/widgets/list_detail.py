"""ListDetail: the frame of every page that is a list on the left and one item on the right.

Where the window is narrow, or the text large, the two take turns: choosing an item shows it, and
"Back to the list" (Ctrl+Enter) returns.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui.support.theme import em, look
from ui.widgets.headings import PageTitle, Quiet
from ui.widgets.table import ListTable

SEARCH_AFTER = 120  # milliseconds after the last key
LIST_SHARE = 58  # per cent of the width, until the author moves the line between
LEAST = 16  # lines' heights: the least width at which either alone can be used
NARROW = 44  # lines' heights of width below which list and detail take turns


class ListDetail(QWidget):
    """Title, count, search, Add and Delete above the table; the detail beside it."""

    searched = Signal(str)
    narrowed = Signal(bool)  # whether list and detail take turns from now on

    def __init__(
        self,
        *,
        title: str,
        add_text: str,
        table: ListTable,
        detail: QWidget,
        list_share: int = LIST_SHARE,
    ) -> None:
        """``list_share`` is the list's part of the width in per cent."""
        super().__init__()
        self._list_share = list_share
        self.table, self.detail = table, detail
        self._narrow = False
        self.title = PageTitle(title)
        self.count = Quiet()
        self.count.setWordWrap(False)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find on this page (Ctrl+F)")
        self.search.setAccessibleName(f"Find in {title.lower()}")
        self.add_button = QPushButton(add_text)
        look(self.add_button, "main")
        self.delete_button = QPushButton("Delete")
        self.delete_button.setAccessibleName("Delete the chosen item")
        self.back_button = QPushButton("Back to the list")
        self.back_button.clicked.connect(self.show_list)
        self.filters = QHBoxLayout()
        self.empty = Quiet()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.empty.hide()
        self._lay_out()
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(SEARCH_AFTER)
        self._typed.timeout.connect(lambda: self.searched.emit(self.search.text().strip()))
        self.search.textEdited.connect(lambda _: self._typed.start())
        self.table.opened.connect(self.show_detail)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addSpacing(em(self, 0.4))
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.add_button)
        find = QHBoxLayout()
        find.addWidget(self.search, 1)
        find.addLayout(self.filters)
        find.addWidget(self.delete_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.5))
        column.addLayout(head)
        column.addLayout(find)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        self._left = left
        self.pane = pane_of(self.detail, self.back_button)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(em(self, 0.9))
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(0, self._list_share)
        self.splitter.setStretchFactor(1, 100 - self._list_share)
        self._parted_by_hand = False
        self.splitter.splitterMoved.connect(self._note_parting)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.splitter)
        self._turn()

    # What is seen

    @property
    def narrow(self) -> bool:
        """Whether list and detail take turns."""
        return self._narrow

    def minimumSizeHint(self) -> QSize:
        """One of the two at a time is always possible, so no more room is asked for than that."""
        return QSize(em(self, LEAST), em(self, LEAST // 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the author's text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Let list and detail stand side by side only where there is room for both."""
        narrow = self.width() < em(self, NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._turn()
            self.narrowed.emit(narrow)
        if not self._parted_by_hand:
            left = self.width() * self._list_share // 100
            self.splitter.setSizes([left, self.width() - left])

    def _note_parting(self) -> None:
        self._parted_by_hand = True

    def _turn(self, *, detail: bool = False) -> None:
        self._left.setVisible(not (self._narrow and detail))
        self.pane.setVisible(not self._narrow or detail)
        self.back_button.setVisible(self._narrow)
        self.count.setVisible(not self._narrow)

    def show_detail(self) -> None:
        """Go to the chosen item's fields."""
        if not self.detail.isEnabled():
            return
        self._turn(detail=True)
        self.detail.setFocus()
        first = self.detail.nextInFocusChain()
        if first is not None and self.detail.isAncestorOf(first):
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def show_list(self) -> None:
        """Go back to the list."""
        self._turn()
        self.table.setFocus()

    def find_here(self) -> None:
        """Put the cursor into the search box."""
        self._turn()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def say_empty(self, text: str) -> None:
        """Say why the list is empty, or with "" that it is not."""
        self.empty.setText(text)
        self.empty.setVisible(bool(text))
        self.delete_button.setEnabled(not text)


def pane_of(detail: QWidget, back: QPushButton) -> QWidget:
    """The detail in a frame that scrolls, below its way back to the list."""
    scroll = QScrollArea()
    scroll.setWidget(framed(detail))
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setMinimumWidth(em(scroll, 15))
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(scroll, 1)
    return pane


def framed(detail: QWidget) -> QFrame:
    """A widget on a card of its own."""
    card = QFrame()
    look(card, "card")
    inside = QVBoxLayout(card)
    room = em(card, 0.9)
    inside.setContentsMargins(room, room, room, room)
    inside.addWidget(detail)
    inside.addStretch(1)
    return card
