"""How a person is related to others, as sentences with choices in them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.support.session import Session
from ui.support.theme import em, look
from ui.widgets.cards import Cards
from ui.widgets.choices import agency_choices, people_choices
from ui.widgets.field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.headings import Quiet
from workbench.actions.editing import remove
from workbench.actions.people import add_relationship
from workbench.model.people import Person, Relationship
from workbench.resources import label_of
from workbench.review import Review

Choices = list[tuple[str, str]]


class Relationships(Cards["RelationshipRow"]):
    """The relationships of one person, each "Ann is the daughter of Beth, according to the GP"."""

    def __init__(self, session: Session) -> None:
        super().__init__("Relationships", "Add a relationship", self._row)
        self._session = session
        self._person: Person | None = None
        self.add_button.clicked.connect(self._add)

    def show_person(self, person: Person | None) -> None:
        """Show how this person is related to others, whichever way round it was recorded."""
        if self._person is None or person is None or person.id != self._person.id:
            self.clear()  # a row says one side of a relationship, so another person needs others
        self._person = person
        if person is None:
            return
        record = self._session.record
        facts = (
            *record.where(Relationship, person=person.id),
            *record.where(Relationship, other=person.id),
        )
        self.show_facts(facts)
        people, agencies = people_choices(record), agency_choices(record)
        for fact in facts:
            self.forms[fact.id].show_relationship(fact, person, people, agencies)
        alone = len(people) < 2
        self.add_button.setEnabled(not alone)
        self.say_empty("Add a second person to record how they are related." if alone else "")

    def _row(self, fact: Relationship) -> RelationshipRow:
        ours = self._person is not None and fact.person == self._person.id
        return RelationshipRow(self._session, ours=ours)

    def _add(self) -> None:
        person = self._person
        if person is None:
            return

        def act(record: Review) -> object:
            other = next(each for each in record.all(Person) if each.id != person.id)
            return add_relationship(record, person=person.id, other=other.id, relation="parent")

        self._session.run(act)


class RelationshipRow(Form):
    """One relationship. ``ours`` says that the person shown is the one who is something to the
    other: "Ann is the daughter of …"; otherwise it is the other way round."""

    def __init__(self, session: Session, *, ours: bool) -> None:
        super().__init__(session)
        self._ours = ours
        self.sentence = Quiet()
        self.column.setSpacing(em(self, 0.35))
        self.column.addWidget(self.sentence)
        self.who, self.agency = ChoiceField(), ChoiceField(empty="Not said")
        who_name, who_label = ("other", "Of whom") if ours else ("person", "Who")
        first, second = self.row(), self.row()
        if not ours:
            self.add(who_name, who_label, self.who, to=first)
        self.add("relation", "Is the", ChoiceField("relations"), to=first)
        if ours:
            self.add(who_name, who_label, self.who, to=first)
        self.add("according_to", "According to", self.agency, to=second)
        self.add("certainty", "How sure", ChoiceField("certainties"), to=second)
        self.remove_button = QPushButton("Remove")
        look(self.remove_button, "plain")
        self.remove_button.clicked.connect(self._remove)
        self.column.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_relationship(
        self, fact: Relationship, shown: Person, people: Choices, agencies: Choices
    ) -> None:
        """Fill the row."""
        self.who.offer([choice for choice in people if choice[0] != shown.id])
        self.agency.offer(agencies)
        self.show_fact(fact)
        names = dict(people)
        relation = label_of("relations", fact.relation)
        text = f"{names[fact.person]} is the {relation} of {names[fact.other]}"
        self.sentence.setText(text)
        self.remove_button.setAccessibleName(f"Remove: {text}")

    def _remove(self) -> None:
        fact = self.fact
        if fact is not None:
            self.session.run(lambda record: remove(record, [fact]))
