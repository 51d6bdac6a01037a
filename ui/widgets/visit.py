"""A visit to a control: from the focus coming to its going. One visit is one step for undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from workbench.model.ids import StepId, new_id

SETTLE_AFTER = 500  # milliseconds after the last key


class Visit(QObject):
    """Watches a control and says when what was typed has settled: half a second after the last
    key, when the focus goes, or when it is asked to."""

    settled = Signal()

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        self.step = StepId(new_id())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_AFTER)
        self._timer.timeout.connect(self.settled)
        control.installEventFilter(self)

    @property
    def unsettled(self) -> bool:
        """Whether something typed has not been handed over yet."""
        return self._timer.isActive()

    def touch(self) -> None:
        """Something was typed."""
        self._timer.start()

    def settle(self) -> None:
        """Hand over now what was typed."""
        if self.unsettled:
            self._timer.stop()
            self.settled.emit()

    def forget(self) -> None:
        """Drop what was typed, as when another item is shown in the control."""
        self._timer.stop()
        self.begin()

    def begin(self) -> None:
        """Begin a new step."""
        self.step = StepId(new_id())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A visit begins when the focus comes, and ends when it goes."""
        if event.type() == QEvent.Type.FocusIn and not self.unsettled:
            self.begin()
        elif event.type() == QEvent.Type.FocusOut:
            self.settle()
        elif isinstance(event, QKeyEvent) and _is_for_the_record(watched, event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _is_for_the_record(control: QObject, event: QKeyEvent) -> bool:
    """Whether Ctrl+Z or Ctrl+Y finds nothing more in the box itself, so that it is the record's."""
    if event.type() != QEvent.Type.ShortcutOverride:
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not _can(control, undo=True)
    if event.matches(QKeySequence.StandardKey.Redo):
        return not _can(control, undo=False)
    return False


def _can(control: QObject, *, undo: bool) -> bool:
    if isinstance(control, QLineEdit):
        return control.isUndoAvailable() if undo else control.isRedoAvailable()
    if isinstance(control, QPlainTextEdit):
        paper = control.document()
        return paper.isUndoAvailable() if undo else paper.isRedoAvailable()
    return False
