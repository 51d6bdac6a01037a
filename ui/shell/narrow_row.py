"""What a search is narrowed to: a kind, an agency, a person, some days."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.shell.page_entries import FOUND
from ui.support.theme import em
from ui.widgets.choices import agency_choices, people_choices
from ui.widgets.field import ChoiceField
from ui.widgets.when_field import DayField
from workbench.model.narrowing import Narrowing
from workbench.questions.found import OFFERED
from workbench.review import Review

_KINDS = {kind.kind: kind for kind in OFFERED}


class NarrowRow(QWidget):
    """Five small choices. Each says when it was made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = ChoiceField(empty="Everything")
        self.agency = ChoiceField(empty="Any agency")
        self.person = ChoiceField(empty="Anyone")
        self.first = DayField(placeholder="Any day")
        self.last = DayField(placeholder="Any day")
        self.kind.offer([(name, FOUND[name].word) for name in _KINDS])
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self, 0.4))
        grid.setVerticalSpacing(em(self, 0.2))
        named: tuple[tuple[str, ChoiceField | DayField, str], ...] = (
            ("&Only", self.kind, "Only this kind"),
            ("A&gency", self.agency, "Only of this agency"),
            ("&Person", self.person, "Only of this person"),
            ("F&rom", self.first, "From this day"),
            ("&Until", self.last, "Until this day"),
        )
        for column, (words, control, spoken) in enumerate(named):
            label = QLabel(words)
            label.setBuddy(control.focusProxy() or control)
            control.setAccessibleName(spoken)
            grid.addWidget(label, 0, column)
            grid.addWidget(control, 1, column)
            grid.setColumnStretch(column, 1)
            control.edited.connect(self.changed)

    def offer(self, record: Review) -> None:
        """Offer the agencies and people of the record."""
        self.agency.offer(agency_choices(record))
        self.person.offer(people_choices(record))

    def clear(self) -> None:
        """Narrow to nothing, and keep no name of the record."""
        for choice in (self.kind, self.agency, self.person):
            choice.show_value(None)
        self.agency.offer(())
        self.person.offer(())
        self.first.show_value("")
        self.last.show_value("")

    @property
    def narrowing(self) -> Narrowing:
        """What is chosen."""
        kind = self.kind.value()
        return Narrowing(
            kinds=(_KINDS[kind],) if kind else (),
            agency=self.agency.value(),
            person=self.person.value(),
            first=_day(self.first.value()),
            last=_day(self.last.value()),
        )


def _day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None
