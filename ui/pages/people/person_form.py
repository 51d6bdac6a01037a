"""One person: names, how the report names them, and what could give them away."""

from __future__ import annotations

from ui.pages.people.relationships import Relationships
from ui.support.session import Session
from ui.support.theme import em
from ui.widgets.choices import agency_choices
from ui.widgets.field import CheckField, ChoiceField, LineField, LinesField, TextField
from ui.widgets.form import Form
from ui.widgets.headings import Quiet, SectionTitle
from ui.widgets.when_field import WhenField
from workbench.disclosure.pseudonyms import objection
from workbench.disclosure.register import register_of
from workbench.disclosure.soundness import standing_of
from workbench.model.people import Person


class PersonForm(Form):
    """Edits a person, and below them how they are related to others."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setAccessibleName("The person")
        self.told = Quiet()
        self.told.setAccessibleName("What to put right")
        self.told.hide()
        self.column.addWidget(self.told)
        self.column.addWidget(SectionTitle("Who they are"))
        self.add("name", "&Name", LineField(), required="A person needs a name.")
        self.add(
            "aliases",
            "&Other names",
            LinesField(),
            hint="One a line: nicknames, former names, initials, spellings seen in papers.",
        )
        beside = self.row()
        self.add("role", "&Role", ChoiceField("person-roles"), to=beside)
        self.add("sex", "Se&x", ChoiceField("sexes"), to=beside)
        self.add(
            "sex_withheld",
            "",
            CheckField("The sex is &withheld"),
            hint="No report tells whether this is a boy or a girl, a man or a woman.",
        )
        self.add("born", "&Born", WhenField(placeholder="For example 4 March 1961"))
        self.add("died", "Die&d", WhenField(placeholder="Leave empty if alive or not known"))
        self.column.addSpacing(em(self, 0.3))
        self.column.addWidget(SectionTitle("In the report"))
        self.add(
            "pseudonym",
            "&Pseudonym",
            LineField(placeholder="For example Adult C"),
            hint="What the report and the panel screen say instead of the name.",
            refusal=self._against_pseudonym,
        )
        self.add(
            "pseudonym_chosen_by", "&Chosen by", LineField(placeholder="For example the family")
        )
        self.add("keep_name", "", CheckField("The report uses the real name, on purpose"))
        self.add(
            "identifiers",
            "N&umbers and addresses",
            LinesField(),
            hint="One a line: NHS number, phone, home address. Each is kept out of the report.",
        )
        self.column.addSpacing(em(self, 0.3))
        self.column.addWidget(SectionTitle("For you"))
        self.agency = ChoiceField(empty="No agency")
        self.add("agency", "Works &for", self.agency)
        self.add("post", "Pos&t", LineField(placeholder="For example social worker"))
        self.add("note", "Pri&vate note", TextField(lines=3))
        self.relationships = Relationships(session)
        self.column.addWidget(self.relationships)

    def show_person(self, person: Person | None) -> None:
        """Fill the form, with the agencies and relationships of now."""
        if person is not None:
            self.agency.offer(agency_choices(self.session.record))
        self.show_fact(person)
        self._tell(person)
        self.relationships.show_person(person)

    def _against_pseudonym(self, typed: str) -> str:
        fact = self.fact
        return objection(register_of(self.session.record), fact.id, typed) if fact else ""

    def _tell(self, person: Person | None) -> None:
        """Say what is wrong with this entry of the register, in words."""
        told = standing_of(self.session.record, person.id) if person is not None else ()
        self.told.setText("\n".join(f"▲ {sentence}" for sentence in told))
        self.told.setVisible(bool(told))
