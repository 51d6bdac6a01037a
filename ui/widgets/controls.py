"""The controls of a form: a line, a text, a choice, a tick. Each says when it was edited.

All have ``value()``, ``show_value()`` (which keeps what is being typed), ``visit`` and ``edited``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy

from ui.support.theme import em
from ui.widgets.visit import Visit
from workbench.resources import vocabulary


class Control(Protocol):
    """What a form asks of its controls."""

    visit: Visit

    @property
    def edited(self) -> SignalInstance:
        """Emitted when a new value has settled."""
        ...

    def value(self) -> Any:
        """What the control holds now."""
        ...

    def show_value(self, value: Any) -> None:
        """Show a value, unless the author is typing another."""
        ...


class LineField(QLineEdit):
    """One line of text."""

    edited = Signal()

    def __init__(self, *, placeholder: str = "") -> None:
        super().__init__()
        self.visit = Visit(self)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(lambda _: self.visit.touch())
        self.returnPressed.connect(self.visit.settle)
        self.visit.settled.connect(self.edited)

    def value(self) -> str:
        """The line, without spaces round it."""
        return self.text().strip()

    def show_value(self, value: str) -> None:
        """Show this line, unless another is being typed."""
        if not self.visit.unsettled and value != self.value():
            self.setText(value)
            self.setCursorPosition(0)


class _Paper(QPlainTextEdit):
    """A box for several lines. Tab leaves it."""

    edited = Signal()

    def __init__(self, *, lines: int, placeholder: str) -> None:
        super().__init__()
        self._lines = lines
        self._showing = False
        self.visit = Visit(self)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.textChanged.connect(self._typed)
        self.visit.settled.connect(self.edited)

    def _typed(self) -> None:
        self.updateGeometry()
        if not self._showing:
            self.visit.touch()

    def _put(self, text: str) -> None:
        self._showing = True
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._showing = False

    def sizeHint(self) -> QSize:
        """As many lines as asked for, growing with what is in it to three times as many."""
        lines = max(self._lines, min(self.document().lineCount(), 3 * self._lines))
        return QSize(em(self, 12), em(self, lines + 1.4))

    def minimumSizeHint(self) -> QSize:
        """Never squeezed below the lines asked for."""
        return QSize(em(self, 8), em(self, self._lines + 1.4))


class TextField(_Paper):
    """A text of any length."""

    def __init__(self, *, lines: int = 4, placeholder: str = "") -> None:
        super().__init__(lines=lines, placeholder=placeholder)

    def value(self) -> str:
        """The text as typed."""
        return self.toPlainText()

    def show_value(self, value: str) -> None:
        """Show this text, unless another is being typed."""
        if not self.visit.unsettled and value != self.value():
            self._put(value)


class LinesField(_Paper):
    """Several short things, one a line; its value is a tuple of them."""

    def __init__(self, *, lines: int = 2, placeholder: str = "") -> None:
        super().__init__(lines=lines, placeholder=placeholder)

    def value(self) -> tuple[str, ...]:
        """The lines that hold anything."""
        lines = (line.strip() for line in self.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    def show_value(self, value: Sequence[str]) -> None:
        """Show these lines, unless others are being typed."""
        if not self.visit.unsettled and tuple(value) != self.value():
            self._put("\n".join(value))


class ChoiceField(QComboBox):
    """One of several: a vocabulary's codes by their labels, or any ``(value, label)`` pairs.

    ``empty`` is the label for no choice, whose value is "" in a vocabulary and otherwise None. A
    value that is not among those offered (an older vocabulary's) is kept, and shown as it is.
    """

    edited = Signal()

    def __init__(self, terms: str = "", *, empty: str | None = None) -> None:
        """``terms`` is the name of a vocabulary, or empty when ``offer`` will be called."""
        super().__init__()
        self.visit = Visit(self)
        self._empty = () if empty is None else (("" if terms else None, empty),)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda _: self.edited.emit())
        known = vocabulary(terms) if terms else ()
        self.offer([(term.code, term.label) for term in known])
        for term in known:
            self.setItemData(self.findData(term.code), term.hint, Qt.ItemDataRole.ToolTipRole)

    def offer(self, choices: Iterable[tuple[Any, str]]) -> None:
        """Offer these values by these labels, keeping the value that is shown."""
        kept = self.value()
        self.clear()
        for value, label in (*self._empty, *choices):
            self.addItem(label, value)
        self.show_value(kept)

    def value(self) -> Any:
        """The chosen value."""
        return self.currentData()

    def show_value(self, value: Any) -> None:
        """Choose this value."""
        at = self.findData(value)
        if at < 0 and value:
            self.addItem(str(value), value)
            at = self.count() - 1
        self.setCurrentIndex(max(at, 0))

    def sizeHint(self) -> QSize:
        """As tall as a line to type in, so that the two stand well side by side."""
        return QSize(super().sizeHint().width(), em(self, 1.62))

    def minimumSizeHint(self) -> QSize:
        """Never flatter than that."""
        return QSize(super().minimumSizeHint().width(), em(self, 1.62))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Rolling the wheel over a form scrolls the form; it never changes an answer."""
        event.ignore()


class CheckField(QCheckBox):
    """Yes or no, with its own words beside it."""

    edited = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.visit = Visit(self)
        self.setAccessibleName(text.replace("&", ""))
        self.clicked.connect(lambda _: self.edited.emit())

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def show_value(self, value: bool) -> None:
        """Tick it or not."""
        self.setChecked(value)
