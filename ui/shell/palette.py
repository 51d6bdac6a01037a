"""Ctrl+K: type a few letters of anything that the workbench can do, or that the record holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.shell.page_entries import FOUND
from ui.support.commands import Command, Commands
from ui.support.session import Session
from ui.support.theme import em, look, tones
from ui.widgets.rows import Index
from workbench.questions.found import Piece, find_anything

_ID = Qt.ItemDataRole.UserRole
_QUIET = Qt.ItemDataRole.UserRole + 1  # a command's keys, or the word for a fact's kind
_FOUND = Qt.ItemDataRole.UserRole + 2
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
SEARCH_AFTER = 120  # milliseconds after the last key
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QFrame):
    """A box over the top of the window. Escape, or a click elsewhere, takes it away."""

    asked_for = Signal(str, str)  # a page, and the id of an item on it

    def __init__(self, window: QWidget, commands: Commands, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._commands = commands
        look(self, "card")
        self.setAutoFillBackground(True)
        self.line = QLineEdit()
        self.line.setPlaceholderText("What do you want to do, or to find?")
        self.line.setAccessibleName("Find a command, or words in the review")
        self.list = QListWidget()
        self.list.setAccessibleName("Commands, and what the review holds")
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(SEARCH_AFTER)
        self._typed.timeout.connect(self._search)
        self.line.textChanged.connect(self._offer)
        self.line.returnPressed.connect(self._run)
        self.list.itemClicked.connect(lambda _: self._run())
        self.line.installEventFilter(self)
        self._before: QWidget | None = None
        self.hide()

    def ask(self) -> None:
        """Show the box, empty."""
        window = self._window
        self._before = window.focusWidget()
        width = min(em(self, 30), window.width() - em(self, 2))
        height = min(em(self, 18), window.height() - em(self, 4))
        self.setGeometry((window.width() - width) // 2, em(self, 2.2), width, height)
        self.line.clear()
        self._offer("")
        self.show()
        self.raise_()
        self.line.setFocus()

    def leave(self) -> None:
        """Take the box away, with everything that was found."""
        self._typed.stop()
        if self.isVisible():
            self.hide()
            if self._before is not None:
                self._before.setFocus()
        self._before = None
        self.line.clear()
        self._typed.stop()
        self.list.clear()

    def _offer(self, typed: str) -> None:
        """Offer commands at once, and what the record holds when the typing has settled."""
        self.list.clear()
        for command in matching(self._commands.usable(), typed):
            text = self._commands.action(command.id).text().replace("&", "")
            self._add(text, shown_keys(command)).setData(_ID, command.id)
        self.list.setCurrentRow(0)
        self._typed.start()

    def _search(self) -> None:
        """Put what the record holds below the commands; what is chosen stays so."""
        review = self._session.review
        if review is None or not self.isVisible():
            return
        for piece in find_anything(review, self.line.text()):
            self._add(piece.text, FOUND[piece.kind].word).setData(_FOUND, piece)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _add(self, text: str, quiet: str) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setData(_QUIET, quiet)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {quiet}" if quiet else text)
        self.list.addItem(item)
        return item

    def _run(self) -> None:
        if self._typed.isActive():  # Enter does not wait for the search
            self._typed.stop()
            self._search()
        if self.list.currentRow() < 0:
            return
        item = self.list.currentItem()
        command, piece = item.data(_ID), item.data(_FOUND)
        self.leave()
        if isinstance(piece, Piece):
            self.asked_for.emit(FOUND[piece.kind].page, piece.shown_with)
        else:
            self._commands.action(command).trigger()

    def _say_chosen(self) -> None:
        """Tell a screen reader which line is chosen: the focus stays in the box."""
        item = self.list.currentItem()
        if item is not None:
            words = item.data(Qt.ItemDataRole.AccessibleTextRole)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while one types; Escape leaves; so does losing the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                self._say_chosen()
                return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and self._is_left(event):
            self._before = None
            self.leave()
        return super().eventFilter(watched, event)

    def _is_left(self, event: QFocusEvent) -> bool:
        """Whether the author went elsewhere in this window, not to another one or its own menu."""
        return self.isVisible() and event.reason() not in _STAYS


class LineDelegate(QStyledItemDelegate):
    """The words on the left; a command's keys, or the word for what it is, quietly on the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room to aim at with a finger."""
        del index
        return QSize(100, round(option.fontMetrics.height() * 1.7))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        tone = tones()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, tone.selected)
        pad = option.fontMetrics.height() // 2
        inner = option.rect.adjusted(pad, 0, -pad, 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        quiet = index.data(_QUIET) or ""
        painter.setPen(tone.muted)
        painter.drawText(inner, middle | int(Qt.AlignmentFlag.AlignRight), quiet)
        inner.setRight(inner.right() - option.fontMetrics.horizontalAdvance(quiet) - pad)
        text = option.fontMetrics.elidedText(
            index.data(), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.setPen(tone.text)
        painter.drawText(inner, middle | int(Qt.AlignmentFlag.AlignLeft), text)
        painter.restore()


def matching(commands: tuple[Command, ...], typed: str) -> list[Command]:
    """The commands whose words hold everything typed, those that begin with it first."""
    words = typed.lower().split()
    found = [each for each in commands if all(word in _words(each) for word in words)]
    return sorted(found, key=lambda each: not _words(each).startswith(typed.lower()))


def _words(command: Command) -> str:
    return f"{command.text} {command.tip}".replace("&", "").lower()


def shown_keys(command: Command) -> str:
    """A command's keys as the system writes them."""
    from_qt = [keys.toString(keys.SequenceFormat.NativeText) for keys in command.sequences]
    return ", ".join(from_qt)
