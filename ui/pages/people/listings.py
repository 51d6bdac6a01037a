"""The two lists of the page: people, and places that could give them away."""

from __future__ import annotations

from collections.abc import Sequence

from ui.pages.people.person_form import PersonForm
from ui.support.commands import Commands
from ui.support.session import Session
from ui.support.theme import tones
from ui.widgets.field import LineField, LinesField
from ui.widgets.form import Form
from ui.widgets.listing import ListDetailPage
from ui.widgets.rows import Column
from workbench.actions.people import add_person, add_place
from workbench.disclosure.pseudonyms import objection
from workbench.disclosure.register import register_of
from workbench.intake.wording import in_words
from workbench.model.changes import Change
from workbench.model.facts import Topic
from workbench.model.people import Person, Place
from workbench.resources import label_of
from workbench.review import Review

NO_PSEUDONYM = "▲ None yet"


def in_report(person: Person) -> str:
    """What the report calls the person."""
    if person.pseudonym:
        return person.pseudonym
    return "Real name kept" if person.keep_name else NO_PSEUDONYM


def holds(text: str, *parts: str) -> bool:
    """Whether these parts hold every word of ``text``."""
    whole = " ".join(parts).casefold()
    return all(word in whole for word in text.casefold().split())


class PeopleListing(ListDetailPage):
    """Everyone whom papers name."""

    topics = frozenset({Topic.PEOPLE, Topic.AGENCIES})
    title = "People"
    noun = "person"
    add_text = "Add a person"
    empty = (
        "Nobody yet. Add everyone whom papers name, family and professionals alike: the report "
        "can keep a name out only if it is here."
    )
    columns = (
        Column("Name", lambda person: person.name or "Unnamed person"),
        Column("Role", lambda person: label_of("person-roles", person.role), 18),
        Column(
            "In the report",
            in_report,
            18,
            lambda person: tones().risk if in_report(person) == NO_PSEUDONYM else None,
        ),
        Column("Born", lambda person: in_words(person.born) if person.born.dated else "", 15),
    )

    def __init__(self, session: Session, commands: Commands) -> None:
        self.form = PersonForm(session)
        super().__init__(session, commands, self.form)

    def facts(self, record: Review, text: str) -> Sequence[Person]:
        """The people whose names, pseudonym or identifiers hold the words."""
        return [
            person
            for person in record.all(Person)
            if holds(text, person.name, person.pseudonym, *person.aliases, *person.identifiers)
        ]

    def make(self, record: Review) -> tuple[Person, Change]:
        """Add a person to be named."""
        return add_person(record, name="New person")

    def show_fact(self, fact: Person | None) -> None:
        """Fill the form."""
        self.form.show_person(fact)

    def focus_main(self) -> None:
        """Go to the name."""
        self.form.focus("name")


class PlaceForm(Form):
    """Edits a place."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setAccessibleName("The place")
        self.add("name", "&Name", LineField(), required="A place needs a name.")
        self.add("aliases", "&Other names", LinesField(), hint="One a line.")
        self.add(
            "published_as",
            "The report &says",
            LineField(placeholder="For example a coastal town"),
            hint="What the report and the panel screen say instead.",
            refusal=self._against,
        )

    def _against(self, typed: str) -> str:
        fact = self.fact
        return objection(register_of(self.session.record), fact.id, typed) if fact else ""


class PlacesListing(ListDetailPage):
    """Streets, schools, homes and towns that could give someone away."""

    topics = frozenset({Topic.PEOPLE})
    title = "Places"
    noun = "place"
    add_text = "Add a place"
    empty = "No place yet. Add streets, schools, care homes and towns that could give someone away."
    columns = (
        Column("Name", lambda place: place.name),
        Column("The report says", lambda place: place.published_as or NO_PSEUDONYM, 30),
    )

    def __init__(self, session: Session, commands: Commands) -> None:
        self.form = PlaceForm(session)
        super().__init__(session, commands, self.form)

    def facts(self, record: Review, text: str) -> Sequence[Place]:
        """The places whose names hold the words."""
        return [
            place
            for place in record.all(Place)
            if holds(text, place.name, place.published_as, *place.aliases)
        ]

    def make(self, record: Review) -> tuple[Place, Change]:
        """Add a place to be named."""
        return add_place(record, name="New place")

    def show_fact(self, fact: Place | None) -> None:
        """Fill the form."""
        self.form.show_fact(fact)

    def focus_main(self) -> None:
        """Go to the name."""
        self.form.focus("name")
