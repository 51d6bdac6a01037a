"""Copying out of an open review: what is said of it, and the way to the words as written."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from ui.support.clipboard import AS_IT_IS, Clipboard
from ui.support.session import Session
from ui.support.text_boxes import TextBoxes, marked_words

__all__ = ["AS_IT_IS", "Copying"]


class Copying(QObject):
    """The clipboard of the main window."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self._session = session
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 # there is no window without one
        self.clipboard = Clipboard(session, self._of_record, _marked, self)
        self.boxes = TextBoxes(app, self.clipboard, self)

    def _of_record(self) -> bool:
        """Whether what has the focus shows something of the record."""
        return self._session.review is not None and not _shows_nothing_of_it(
            QApplication.focusWidget()
        )

    def copy_as_written(self) -> None:
        """Put what is marked, or was copied last, on the clipboard with its real names."""
        self.clipboard.copy_as_written(_marked())


def _marked() -> str:
    return marked_words(QApplication.focusWidget())


def _shows_nothing_of_it(widget: QWidget | None) -> bool:
    while widget is not None:
        if widget.property(AS_IT_IS):
            return True
        widget = widget.parentWidget()
    return False
