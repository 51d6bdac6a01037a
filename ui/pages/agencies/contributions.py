"""What one agency was asked for and has sent."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ui.pages.agencies.standing import standing
from ui.support.session import Session
from ui.support.theme import em, look
from ui.widgets.cards import Cards
from ui.widgets.field import ChoiceField, LineField, TextField
from ui.widgets.form import Form
from ui.widgets.when_field import DayField
from workbench.actions.agencies import add_contribution
from workbench.actions.editing import remove
from workbench.model.agencies import Agency, Contribution


class Contributions(Cards["ContributionCard"]):
    """The contributions of one agency."""

    def __init__(self, session: Session) -> None:
        super().__init__("Contributions", "Add a contribution", self._card)
        self._session = session
        self._agency: Agency | None = None
        self.add_button.clicked.connect(self._add)

    def show_agency(self, agency: Agency | None, today: date) -> None:
        """Show what this agency was asked for."""
        self._agency = agency
        if agency is None:
            self.clear()
            return
        facts = self._session.record.where(Contribution, agency=agency.id)
        self.show_facts(facts)
        for fact in facts:
            self.forms[fact.id].show_contribution(fact, today)
        self.say_empty("" if facts else "Nothing has been asked of this agency yet.")

    def _card(self, _fact: Contribution) -> ContributionCard:
        return ContributionCard(self._session)

    def _add(self) -> None:
        agency = self._agency
        if agency is not None:
            self._session.run(lambda record: add_contribution(record, agency=agency.id))


class ContributionCard(Form):
    """One contribution."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.column.setSpacing(em(self, 0.35))
        self.standing = QLabel()
        self.column.addWidget(self.standing)
        what, days = self.row(), self.row()
        self.add("type", "What", ChoiceField("contribution-types"), to=what)
        self.add("status", "Status", ChoiceField("contribution-statuses"), to=what)
        self.add("due", "Due", DayField(placeholder="No date"), to=days)
        self.add("received", "Received", DayField(placeholder="Not yet"), to=days)
        self.add("title", "Title", LineField(placeholder="As the paper calls itself"))
        self.add("author", "Author", LineField(placeholder="Who wrote it"))
        self.add("note", "Private note", TextField(lines=2))
        self.remove_button = QPushButton("Remove")
        look(self.remove_button, "plain")
        self.remove_button.clicked.connect(self._remove)
        self.column.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_contribution(self, fact: Contribution, today: date) -> None:
        """Fill the card."""
        self.show_fact(fact)
        now = standing(fact, today)
        self.standing.setText(f"<b>{now.text}</b>")
        palette = self.palette()
        if now.colour is not None:
            palette.setColor(palette.ColorRole.WindowText, now.colour)
        self.standing.setPalette(palette)
        self.remove_button.setAccessibleName(f"Remove this contribution: {now.text}")

    def _remove(self) -> None:
        fact = self.fact
        if fact is not None:
            self.session.run(lambda record: remove(record, [fact]))
