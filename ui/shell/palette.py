"""Ctrl+K: type a few letters of anything that the workbench can do, and press Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
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

from ui.support.commands import Command, Commands
from ui.support.theme import em, look, tones
from ui.widgets.rows import Index

_ID = Qt.ItemDataRole.UserRole
_KEYS = Qt.ItemDataRole.UserRole + 1
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QFrame):
    """A box over the top of the window. Escape, or a click elsewhere, takes it away."""

    closed = Signal()

    def __init__(self, window: QWidget, commands: Commands) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        look(self, "card")
        self.setAutoFillBackground(True)
        self.line = QLineEdit()
        self.line.setPlaceholderText("What do you want to do?")
        self.line.setAccessibleName("Find a command")
        self.list = QListWidget()
        self.list.setAccessibleName("Commands")
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
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
        """Take the box away."""
        if self.isVisible():
            self.hide()
            if self._before is not None:
                self._before.setFocus()
        self._before = None

    def _offer(self, typed: str) -> None:
        self.list.clear()
        for command in matching(self._commands.usable(), typed):
            text = self._commands.action(command.id).text().replace("&", "")
            item = QListWidgetItem(text)
            item.setData(_ID, command.id)
            item.setData(_KEYS, shown_keys(command))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {shown_keys(command)}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _run(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            chosen = item.data(_ID)
            self.leave()
            self._commands.action(chosen).trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while one types; Escape leaves; so does losing the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._before = None
            self.leave()
        return super().eventFilter(watched, event)


class LineDelegate(QStyledItemDelegate):
    """A command's words on the left, its keys quietly on the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room to aim at with a finger."""
        del index
        return QSize(100, round(option.fontMetrics.height() * 1.7))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one command."""
        tone = tones()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, tone.selected)
        pad = option.fontMetrics.height() // 2
        inner = option.rect.adjusted(pad, 0, -pad, 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(tone.text)
        painter.drawText(inner, middle | int(Qt.AlignmentFlag.AlignLeft), index.data())
        painter.setPen(tone.muted)
        painter.drawText(inner, middle | int(Qt.AlignmentFlag.AlignRight), index.data(_KEYS) or "")
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
