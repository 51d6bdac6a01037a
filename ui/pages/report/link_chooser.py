"""Choosing what a passage points to: a finding, a recommendation, an entry or a paper."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.support.session import Session
from ui.support.theme import em
from ui.widgets.field import Field
from workbench.model.findings import Finding
from workbench.model.recommendations import Recommendation
from workbench.questions.found import find_anything
from workbench.report.subjects.inline import SHORT
from workbench.review import Review

MARK = Qt.ItemDataRole.UserRole + 1
MOST = 60
# What the record calls it, what a passage calls it, and what the author does.
_KINDS = {
    "finding": ("finding", "Finding"),
    "recommendation": ("recommendation", "Recommendation"),
    "entry": ("entry", "Entry"),
    "contribution": ("paper", "Paper"),
}


class LinkChooser(QWidget):
    """A line to type in and what it finds; Return takes the chosen one, Esc none."""

    chosen = Signal(str)  # the mark to put into the passage
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.line = QLineEdit()
        self.line.setPlaceholderText("Words of a finding, a recommendation, an entry or a paper")
        self.list = _Found()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            Field(
                "&Link to",
                self.line,
                "A finding or recommendation is printed by its number; an entry or a paper as a "
                "footnote, where the report is to show its evidence.",
            )
        )
        layout.addWidget(self.list)
        self.list.setAccessibleName("What can be linked to")
        self.line.textEdited.connect(lambda _: self._find())
        self.line.returnPressed.connect(self._take)
        self.list.itemActivated.connect(lambda _: self._take())
        self.line.installEventFilter(self)
        self.list.installEventFilter(self)
        self.hide()

    def ask(self) -> None:
        """Ask what to link to."""
        self.line.clear()
        self._find()
        self.show()
        self.line.setFocus()

    def forget(self) -> None:
        """Hold nothing of the record any more."""
        self.hide()
        self.list.clear()
        self.line.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in the list while one types; Esc leaves."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.forget()
                self.left.emit()
                return True
            if watched is self.line and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
        return super().eventFilter(watched, event)

    def _find(self) -> None:
        self.list.clear()
        for kind, key, text in found(self._session.record, self.line.text())[:MOST]:
            mark, word = _KINDS[kind]
            item = QListWidgetItem(f"{word}: {text}")
            item.setData(MARK, f"{{{mark}:{key[:SHORT]}}}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            mark = str(item.data(MARK))
            self.forget()
            self.chosen.emit(mark)


class _Found(QListWidget):
    """A few lines high; the panel above it grows no taller than it must."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def sizeHint(self) -> QSize:
        """Six lines."""
        return QSize(em(self, 12), em(self, 9))

    def minimumSizeHint(self) -> QSize:
        """Never fewer than three."""
        return QSize(em(self, 8), em(self, 5))


def found(review: Review, typed: str) -> list[tuple[str, str, str]]:
    """What can be linked to, as kind, id and words: what holds the words as typed, and before
    anything is typed every finding and recommendation."""
    if typed.strip():
        pieces = find_anything(review, typed)
        return [(one.kind, one.id, one.text) for one in pieces if one.kind in _KINDS]
    findings = [("finding", one.id, one.title) for one in review.all(Finding)]
    return findings + [("recommendation", one.id, one.text) for one in review.all(Recommendation)]
