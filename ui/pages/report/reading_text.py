"""The text of the reading view: to read, to copy, to go through by keyboard, never to edit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from ui.support.theme import em


class ReadingText(QTextBrowser):
    """The text itself. Enter asks about the marked words at which it stands."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("The report as its readers will see it")
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes from held words to the question about them."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def empty_document(parent: QTextBrowser) -> QTextDocument:
    """A document in which nothing stands yet."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(parent.font())
    document.setDocumentMargin(em(parent, 0.7))
    return document
