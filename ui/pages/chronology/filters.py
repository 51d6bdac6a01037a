"""Which entries are listed: of one agency, about one person, with one mark."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.support.theme import em, look
from ui.widgets.choices import agency_choices, people_choices
from ui.widgets.field import ChoiceField
from workbench.model.chronology import EntryQuery
from workbench.review import Review

ROOMY = 34  # lines' heights of width below which the choices stand without their labels


class FilterBar(QWidget):
    """Three choices, and a way back to everything."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.agency = ChoiceField(empty="All agencies")
        self.person = ChoiceField(empty="Everyone")
        self.mark = ChoiceField("entry-marks", empty="All marks")
        self.everything = QPushButton("Show everything")
        look(self.everything, "plain")
        self.everything.clicked.connect(self.clear)
        self.everything.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._labels = []
        for text, choice in (
            ("&Agency", self.agency),
            ("&Person", self.person),
            ("&Mark", self.mark),
        ):
            label = QLabel(text)
            label.setBuddy(choice)
            choice.setAccessibleName(f"Show only: {text.replace('&', '').lower()}")
            choice.setToolTip(f"Lists only entries of this {text.replace('&', '').lower()}")
            choice.edited.connect(self._say)
            self._labels.append(label)
            layout.addWidget(label)
            layout.addWidget(choice, 1)
        layout.addWidget(self.everything)
        self.setMinimumWidth(em(self, 12))  # less than the labels ask for: they can go

    def offer(self, record: Review) -> None:
        """Offer the agencies and people that the record holds now."""
        self.agency.offer(agency_choices(record))
        self.person.offer(people_choices(record))

    def query(self, text: str) -> EntryQuery:
        """What the choices and these words ask for, in time's order."""
        return EntryQuery(
            text=text,
            agency=self.agency.value(),
            person=self.person.value(),
            mark=self.mark.value() or "",
        )

    def clear(self) -> None:
        """Show everything again."""
        for choice in (self.agency, self.person, self.mark):
            choice.show_value(None if choice is not self.mark else "")
        self._say()

    def _say(self) -> None:
        self.everything.setVisible(
            bool(self.agency.value() or self.person.value() or self.mark.value())
        )
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the labels where there is no room: each choice says itself what it is."""
        super().resizeEvent(event)
        for label in self._labels:
            label.setVisible(self.width() >= em(self, ROOMY))
