"""The window that the room sees: one slide, no tooltip, no notice, no dialog, ever."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QCloseEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ui.panel.painting import paint_page
from ui.panel.show import Show
from ui.panel.sizing import sheet_for

_Key = Qt.Key
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class PanelWindow(QWidget):
    """Draws what the show lets the room see. It is given a show, which holds disclosed documents
    only, and no record."""

    left = Signal()

    def __init__(self, show: Show) -> None:
        super().__init__(None)
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowTitle("Panel screen")
        self.setObjectName("panel-screen")
        self.setAccessibleName("Panel screen")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(480, 270)
        self.deck = show
        self.deck.changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        """Paint what is shown now, and say it to a screen reader."""
        seen = self.deck.room
        spoken = seen.page.spoken if seen.page else "The panel screen is blank."
        self.setAccessibleDescription(f"{spoken} {seen.footer}")
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slide over the whole window."""
        del event
        painter = QPainter(self)
        seen = self.deck.room
        paint_page(painter, seen.page, seen.footer, self.deck.sheet, QRectF(self.rect()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the slides out for the window's new shape."""
        super().resizeEvent(event)
        self.deck.fit(sheet_for(self.width(), self.height(), self.deck.sheet.seat))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a slide show, which are also what a clicker sends."""
        act = self._act_for(event)
        if act is None:
            super().keyPressEvent(event)
            return
        act()

    def _act_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, modifiers = event.key(), event.modifiers()
        if modifiers == _CTRL_SHIFT:
            both = {_Key.Key_B: self.deck.toggle_blank, _Key.Key_H: self.deck.toggle_hold}
            return both.get(_Key(key))
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return size_keys(self.deck).get(_Key(key))
        plain = modifiers & ~Qt.KeyboardModifier.KeypadModifier
        if plain == Qt.KeyboardModifier.ShiftModifier and key == _Key.Key_Space:
            return self.deck.back
        if plain != Qt.KeyboardModifier.NoModifier:
            return None
        return slide_keys(self.deck, self.close).get(_Key(key))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing behind: a closed window's slides are dropped."""
        self.deck.forget()
        super().closeEvent(event)
        self.left.emit()


def size_keys(show: Show) -> dict[Qt.Key, Callable[[], object]]:
    """With Ctrl: type for a last seat further back or nearer, by the keys that size all text."""
    return {
        _Key.Key_Plus: lambda: show.seat_back(1),
        _Key.Key_Equal: lambda: show.seat_back(1),
        _Key.Key_Minus: lambda: show.seat_back(-1),
    }


def slide_keys(show: Show, leave: Callable[[], object]) -> dict[Qt.Key, Callable[[], object]]:
    """What each key does while presenting, on the room's window and on the author's alike."""
    return {
        _Key.Key_PageDown: show.forward,
        _Key.Key_Right: show.forward,
        _Key.Key_Down: show.forward,
        _Key.Key_Space: show.forward,
        _Key.Key_Return: show.forward,
        _Key.Key_Enter: show.forward,
        _Key.Key_PageUp: show.back,
        _Key.Key_Left: show.back,
        _Key.Key_Up: show.back,
        _Key.Key_Backspace: show.back,
        _Key.Key_Home: show.first,
        _Key.Key_End: show.last,
        _Key.Key_B: show.toggle_blank,
        _Key.Key_Period: show.toggle_blank,
        _Key.Key_H: show.toggle_hold,
        _Key.Key_Escape: leave,
    }
