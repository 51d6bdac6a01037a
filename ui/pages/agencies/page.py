"""Agencies: who knew the people, what each was asked for, and what is late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ui.pages.agencies.contributions import Contributions
from ui.pages.agencies.standing import Standing, overall
from ui.support.commands import Commands
from ui.support.session import Session
from ui.widgets.field import CheckField, ChoiceField, LineField, LinesField
from ui.widgets.form import Form
from ui.widgets.listing import ListDetailPage
from ui.widgets.rows import Column
from workbench.actions.agencies import add_agency
from workbench.actions.editing import remove
from workbench.disclosure.pseudonyms import objection
from workbench.disclosure.register import register_of
from workbench.model.agencies import Agency, Contribution
from workbench.model.changes import Change
from workbench.model.facts import Topic
from workbench.resources import label_of
from workbench.review import Review


@dataclass(frozen=True, slots=True)
class Row:
    """An agency as the list shows it."""

    agency: Agency
    standing: Standing

    @property
    def id(self) -> str:
        """The agency's id."""
        return self.agency.id


class AgencyForm(Form):
    """Edits an agency, and below it what it was asked for."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setAccessibleName("The agency")
        self.add("name", "&Name", LineField(), required="An agency needs a name.")
        self.add("type", "&Kind", ChoiceField("agency-types", empty="Not chosen"))
        self.add(
            "aliases", "&Other names", LinesField(), hint="One a line: short forms, former names."
        )
        self.add("named", "", CheckField("The report may &use this agency’s name"))
        self.add(
            "published_as",
            "Otherwise the report &says",
            LineField(placeholder="For example the GP practice"),
            refusal=self._against,
        )
        self.add("contact", "&Contact", LineField(placeholder="Name, phone or e-mail"))
        self.contributions = Contributions(session)
        self.column.addWidget(self.contributions)

    def _against(self, typed: str) -> str:
        fact = self.fact
        return objection(register_of(self.session.record), fact.id, typed) if fact else ""

    def show_agency(self, agency: Agency | None, today: date) -> None:
        """Fill the form and its contributions."""
        self.show_fact(agency)
        self.contributions.show_agency(agency, today)


class AgenciesPage(ListDetailPage):
    """The agencies of the review."""

    topics = frozenset({Topic.AGENCIES})
    title = "Agencies"
    noun = "agency"
    add_text = "Add an agency"
    empty = "No agency yet. Add each one that knew the people, then what it is asked for."
    columns = (
        Column("Name", lambda row: row.agency.name),
        Column("Kind", lambda row: label_of("agency-types", row.agency.type), 20),
        Column("Contributions", lambda row: row.standing.text, 22, lambda row: row.standing.colour),
    )

    def __init__(self, session: Session, commands: Commands) -> None:
        self.form = AgencyForm(session)
        super().__init__(session, commands, self.form)

    def facts(self, record: Review, text: str) -> Sequence[Row]:
        """The agencies whose names hold the words, each with how its contributions stand."""
        by_agency = defaultdict(list)
        for contribution in record.all(Contribution):
            by_agency[contribution.agency].append(contribution)
        today, words = date.today(), text.casefold().split()  # noqa: DTZ011 # the author's own day
        return [
            Row(agency, overall(by_agency[agency.id], today))
            for agency in record.all(Agency)
            if all(word in " ".join((agency.name, *agency.aliases)).casefold() for word in words)
        ]

    def make(self, record: Review) -> tuple[Agency, Change]:
        """Add an agency to be named."""
        return add_agency(record, name="New agency")

    def take_away(self, record: Review, fact: Row) -> Change:
        """Delete the agency; the record refuses while entries or contributions are its own."""
        return remove(record, [fact.agency])

    def show_fact(self, fact: Row | None) -> None:
        """Fill the form."""
        today = date.today()  # noqa: DTZ011 # the author's own day
        self.form.show_agency(fact.agency if fact else None, today)

    def focus_main(self) -> None:
        """Go to the name."""
        self.form.focus("name")
