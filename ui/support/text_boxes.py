"""The box in which one types: pasting there what was copied here, and no dragging words out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ui.support.clipboard import Clipboard

Box = QLineEdit | QPlainTextEdit | QTextEdit


class TextBoxes(QObject):
    """Watches the box that has the focus, and no other."""

    def __init__(self, app: QApplication, clipboard: Clipboard, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        app.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        for each in _watched(before):
            each.removeEventFilter(self)
        for each in _watched(now):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paste here what was written here; hold marked words in their box."""
        box = watched if isinstance(watched, Box) else watched.parent()
        if isinstance(box, Box):
            match event:
                case QKeyEvent() if event.type() == QEvent.Type.KeyPress:
                    return event.matches(QKeySequence.StandardKey.Paste) and self.paste(box)
                case QContextMenuEvent():
                    return self._offer_menu(box, event)
                case QMouseEvent() if event.type() == QEvent.Type.MouseButtonPress:
                    _unmark_what_would_be_dragged(box, event)
        return super().eventFilter(watched, event)

    def paste(self, box: Box) -> bool:
        """Paste the words as they were written, if they were copied here; False if not."""
        written = self._clipboard.written
        if written is None or box.isReadOnly():
            return False
        if isinstance(box, QLineEdit):
            box.insert(written)
        else:
            box.insertPlainText(written)
        return True

    def _offer_menu(self, box: Box, event: QContextMenuEvent) -> bool:
        menu = self.menu_of(box)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
        return True

    def menu_of(self, box: Box) -> QMenu:
        """The box's own menu, whose Paste does as the key does, and with Copy as written."""
        menu = box.createStandardContextMenu()
        if self._clipboard.written is not None:
            _take_over(menu, "edit-paste", partial(self.paste, box))
        marked = marked_words(box)
        if marked:
            menu.addAction("Copy as written").triggered.connect(
                lambda: self._clipboard.copy_as_written(marked)
            )
        return menu


def marked_words(widget: QWidget | None) -> str:
    """The words that are marked there, or of the item that is chosen there."""
    match widget:
        case QLineEdit() if widget.echoMode() != QLineEdit.EchoMode.Normal:
            return ""
        case QLineEdit() | QLabel():
            return widget.selectedText()
        case QPlainTextEdit() | QTextEdit():
            return widget.textCursor().selection().toPlainText()
        case QAbstractItemView():
            return str(widget.currentIndex().data() or "")
    return ""


def _watched(widget: QWidget | None) -> tuple[QWidget, ...]:
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return (widget, widget.viewport())
    return (widget,) if isinstance(widget, QLineEdit) else ()


def _take_over(menu: QMenu, name: str, act: Callable[[], object]) -> None:
    for action in menu.actions():
        if action.objectName() == name:
            action.triggered.disconnect()
            action.triggered.connect(lambda _=False: act())


def _unmark_what_would_be_dragged(box: Box, event: QMouseEvent) -> None:
    """Another program would be given marked words that are dragged to it as they are."""
    if isinstance(box, QLineEdit) or event.button() != Qt.MouseButton.LeftButton:
        return
    cursor = box.textCursor()
    pressed = box.cursorForPosition(event.position().toPoint()).position()
    if cursor.selectionStart() <= pressed <= cursor.selectionEnd() and cursor.hasSelection():
        cursor.clearSelection()
        box.setTextCursor(cursor)
