"""The records that say otherwise than the chosen entry, and the way to mark one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.support.theme import em, look
from workbench.intake.wording import in_words
from workbench.model.agencies import Agency
from workbench.model.chronology import Entry
from workbench.review import Review


class Disagreements(QWidget):
    """A line for each record that disagrees, with ways to go there and to take the mark back."""

    went = Signal(str)  # to the entry of this id
    reconciled = Signal(str)  # with the entry of this id
    asked = Signal()  # to mark another

    def __init__(self) -> None:
        super().__init__()
        self.ask_button = QPushButton("Mark a record that disagrees…")
        self.ask_button.clicked.connect(self.asked)
        heading = QLabel("Records that say otherwise")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(em(self, 0.2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.25))
        column.addWidget(heading)
        column.addLayout(self._lines)
        across = QHBoxLayout()
        across.addWidget(self.ask_button)
        across.addStretch(1)
        column.addLayout(across)

    def show_entries(self, record: Review, entry: Entry) -> None:
        """List the records that disagree with this entry."""
        while (item := self._lines.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.hide()
                line.deleteLater()
        for id_ in entry.conflicts_with:
            other = record.find(Entry, id_)
            if other is not None:
                self._lines.addWidget(self._line(record, other))

    def _line(self, record: Review, other: Entry) -> QWidget:
        agency = record.find(Agency, other.agency) if other.agency else None
        named = f"{agency.name if agency else 'No agency'}, {in_words(other.when)}"
        line = QWidget()
        go, away = QPushButton("Go to it"), QPushButton("Unmark")
        go.setAccessibleName(f"Go to {named}")
        away.setAccessibleName(f"Unmark {named}")
        go.clicked.connect(lambda: self.went.emit(other.id))
        away.clicked.connect(lambda: self.reconciled.emit(other.id))
        words = QLabel(f"{named}: {' '.join(other.text.split())[:160]}")
        words.setWordWrap(True)
        buttons = QHBoxLayout()
        for button in (go, away):
            look(button, "plain")
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(words)
        column.addLayout(buttons)
        return line
