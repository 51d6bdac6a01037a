"""Editing one factor, and who knew of it and since when."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.support.session import Session
from ui.support.theme import em, look
from ui.widgets.cards import Cards
from ui.widgets.field import ChoiceField, LineField, TextField
from ui.widgets.form import Form
from ui.widgets.when_field import WhenField
from workbench.actions.editing import remove
from workbench.actions.factors import add_awareness
from workbench.model.agencies import Agency
from workbench.model.factors import Awareness, Factor
from workbench.model.people import Person
from workbench.questions.board import FAMILY


class AwarenessCard(Form):
    """One who knew."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.column.setSpacing(em(self, 0.35))
        self.agency = ChoiceField(empty=FAMILY)
        across = self.row()
        self.add("agency", "Who knew", self.agency, to=across)
        self.add("certainty", "How certain", ChoiceField("certainties"), to=across)
        self.add("when", "Since when", WhenField())
        self.add("note", "How it is known", LineField())
        button = QPushButton("Remove")
        button.setAccessibleName("Remove who knew")
        look(button, "plain")
        button.clicked.connect(self._remove)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_awareness(self, fact: Awareness) -> None:
        """Fill the card."""
        agencies = self.session.record.all(Agency)
        self.agency.offer([(agency.id, agency.name) for agency in agencies])
        self.show_fact(fact)

    def _remove(self) -> None:
        fact = self.fact
        if fact is not None:
            self.session.run(lambda record: remove(record, [fact]))


class WhoKnew(Cards[AwarenessCard]):
    """Everyone who knew of one factor."""

    def __init__(self, session: Session) -> None:
        title = "Who knew, and since when"
        super().__init__(title, "Add who knew", lambda _: AwarenessCard(session))
        self._session = session
        self._factor: Factor | None = None
        self.add_button.clicked.connect(self._add)

    def show_factor(self, factor: Factor | None) -> None:
        """Show who knew of this factor."""
        self._factor = factor
        facts = self._session.record.where(Awareness, factor=factor.id) if factor else ()
        self.show_facts(facts)
        for fact in facts:
            self.forms[fact.id].show_awareness(fact)
        self.say_empty("" if facts else "Nobody is recorded as knowing.")

    def _add(self) -> None:
        factor = self._factor
        if factor is not None:
            self._session.run(lambda record: add_awareness(record, factor=factor.id))


class FactorForm(Form):
    """Edits one factor."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setAccessibleName("The risk or protective factor")
        self.person = ChoiceField(empty="Nobody in particular")
        self.add(
            "statement", "&Statement", TextField(lines=3), required="A factor needs its words."
        )
        self.add("person", "&Whose life", self.person)
        across = self.row()
        domain = ChoiceField("factor-domains", empty="Not chosen")
        self.add("domain", "&Domain", domain, to=across)
        self.add("certainty", "How &certain", ChoiceField("certainties"), to=across)
        self.add("period", "&Period", WhenField())
        self.knew = WhoKnew(session)
        self.column.addWidget(self.knew)
        self.add("note", "Private &note", TextField(lines=2))

    def show_factor(self, factor: Factor | None) -> None:
        """Fill the form and who knew."""
        people = self.session.record.all(Person) if factor else ()
        self.person.offer([(person.id, person.name) for person in people])
        self.show_fact(factor)
        self.knew.show_factor(factor)
