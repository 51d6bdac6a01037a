"""Ctrl+K: type a few letters of anything that the workbench can do, or that the record holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.shell.elsewhere import elsewhere
from ui.shell.narrow_row import NarrowRow
from ui.shell.page_entries import FOUND
from ui.support.commands import Command, Commands
from ui.support.session import Saved, Session
from ui.support.theme import em, look, tones
from ui.widgets.headings import Quiet
from ui.widgets.rows import Index
from workbench.questions.found import Piece, find_anything

_ID = Qt.ItemDataRole.UserRole
_QUIET = Qt.ItemDataRole.UserRole + 1  # a command's keys, or the word for a fact's kind
_FOUND = Qt.ItemDataRole.UserRole + 2
_PAGE = Qt.ItemDataRole.UserRole + 3  # the page to which a command first goes
SEARCH_AFTER = 120  # milliseconds after the last key
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QFrame):
    """A box over the top of the window. Escape, or a click elsewhere, takes it away. What the
    record holds is asked for on the worker, so that typing is never held up."""

    asked_for = Signal(str, str)  # a page, and the id of an item on it

    def __init__(self, window: QWidget, commands: Commands, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._commands = commands
        self._asked = self._shown = 0
        self._go_when_found = False
        look(self, "card")
        self.setAutoFillBackground(True)
        self.line = QLineEdit()
        self.line.setPlaceholderText("What do you want to do, or to find?")
        self.line.setAccessibleName("Find a command, or words in the review")
        self.narrow_button = QPushButton("&Narrow")
        self.narrow_button.setCheckable(True)
        self.narrow_button.setAccessibleName("Narrow the search")
        self.narrow = NarrowRow()
        self.list = QListWidget()
        self.list.setAccessibleName("Commands, and what the review holds")
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = Quiet("Nothing has these words.")
        self._lay_out()
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(SEARCH_AFTER)
        self._typed.timeout.connect(self._search)
        self.line.textChanged.connect(self._offer)
        self.line.returnPressed.connect(self._run)
        self.narrow_button.toggled.connect(self._show_narrow)
        self.narrow.changed.connect(lambda: self._offer(self.line.text()))
        self.list.itemClicked.connect(lambda _: self._run())
        self.line.installEventFilter(self)
        self._before: QWidget | None = None
        self.hide()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.line, 1)
        top.addWidget(self.narrow_button)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.narrow)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list)
        self.narrow.hide()
        self.nothing.hide()

    def ask(self) -> None:
        """Show the box, empty."""
        window = self._window
        self._before = window.focusWidget()
        self._fit()
        self.line.clear()
        self.narrow_button.setVisible(self._session.review is not None)
        self._offer("")
        self.show()
        self.raise_()
        self.line.setFocus()
        _application().focusChanged.connect(self._focus_went)

    def _fit(self) -> None:
        window, narrowed = self._window, self.narrow_button.isChecked()
        width = min(em(self, 42 if narrowed else 30), window.width() - em(self, 2))
        height = min(em(self, 22 if narrowed else 18), window.height() - em(self, 4))
        self.setGeometry((window.width() - width) // 2, em(self, 2.2), width, height)

    def leave(self) -> None:
        """Take the box away, with everything that was found."""
        before, self._before = self._before, None
        if self.isVisible():
            _application().focusChanged.disconnect(self._focus_went)
            self.hide()
            if before is not None:
                before.setFocus()
        self._asked += 1  # what is still being asked for is not wanted any more
        self._shown = self._asked
        self._go_when_found = False
        self.narrow_button.setChecked(False)
        self.narrow.clear()
        self.line.clear()
        self._typed.stop()
        self.list.clear()
        self.nothing.hide()

    @property
    def settled(self) -> bool:
        """Whether what was typed has been looked for."""
        return not self._typed.isActive() and self._shown == self._asked

    def _show_narrow(self, shown: bool) -> None:
        if shown and self._session.review is not None:
            self.narrow.offer(self._session.review)
        elif not shown:
            self.narrow.clear()
        self.narrow.setVisible(shown)
        self._fit()
        self._offer(self.line.text())
        (self.narrow.kind if shown else self.line).setFocus()

    def _offer(self, typed: str) -> None:
        """Offer commands at once, and what the record holds when the typing has settled."""
        self.list.clear()
        self.nothing.hide()
        self._go_when_found = False
        if not self.narrow_button.isChecked():
            for command in matching(self._commands.usable(), typed):
                text = self._commands.action(command.id).text().replace("&", "")
                self._add(text, shown_keys(command)).setData(_ID, command.id)
            for command in matching(elsewhere(self._commands), typed) if typed.strip() else ():
                item = self._add(command.text, command.page)
                item.setData(_ID, command.id)
                item.setData(_PAGE, command.page)
            self.list.setCurrentRow(0)
        self._typed.start()

    def _search(self) -> None:
        """Ask the record for what was typed."""
        review = self._session.review
        if review is None or not self.isVisible():
            return
        self._asked += 1
        number, typed, narrowing = self._asked, self.line.text(), self.narrow.narrowing
        if self._session.state is Saved.WAITING:  # the worker is busy with the file
            self._show_found(number, find_anything(review, typed, narrowing=narrowing))
            return
        self._session.ask(
            lambda review: find_anything(review, typed, narrowing=narrowing),
            done=lambda found: self._show_found(number, found),
        )

    def _show_found(self, number: int, found: list[Piece]) -> None:
        """Put what the record holds below the commands; what is chosen stays so."""
        if number != self._asked:
            return  # more was typed meanwhile, and its own answer follows
        self._shown = number
        for piece in found:
            self._add(piece.text, FOUND[piece.kind].word).setData(_FOUND, piece)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.nothing.setVisible(self.list.count() == 0 and bool(self.line.text().strip()))
        if self._go_when_found:
            self._run()

    def _add(self, text: str, quiet: str) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setData(_QUIET, quiet)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {quiet}" if quiet else text)
        self.list.addItem(item)
        return item

    def _run(self) -> None:
        if self.list.currentRow() < 0:
            if not self.settled:  # Enter need not wait for the search
                self._go_when_found = True
                if self._typed.isActive():
                    self._typed.stop()
                    self._search()
            return
        item = self.list.currentItem()
        command, page, piece = item.data(_ID), item.data(_PAGE), item.data(_FOUND)
        self.leave()
        if isinstance(piece, Piece):
            self.asked_for.emit(FOUND[piece.kind].page, piece.shown_with)
        else:
            if page:
                self.asked_for.emit(page, "")  # whose commands work from then on
            self._commands.action(command).trigger()

    def _say_chosen(self) -> None:
        """Tell a screen reader which line is chosen: the focus stays in the box."""
        item = self.list.currentItem()
        if item is not None:
            words = item.data(Qt.ItemDataRole.AccessibleTextRole)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while one types."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _MOVES
        ):
            self.list.keyPressEvent(event)
            self._say_chosen()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, from wherever in the box."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _focus_went(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Leave when the author went elsewhere in this window; not to another one, or to a list
        that a choice of the box let down."""
        inside = new is not None and (new is self or self.isAncestorOf(new))
        if new is not None and not inside and new.window() is self._window:
            self._before = None
            self.leave()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101 # there is no box without an application
    return app


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
