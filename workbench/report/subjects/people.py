"""The panel by post and agency, and how the people of the review are referred to."""

from __future__ import annotations

from workbench.model.blocks import (
    Block,
    Column,
    Mention,
    Paragraph,
    Table,
    Words,
    words,
)
from workbench.model.ids import PersonId
from workbench.model.people import Person, Relationship
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.report.subjects.kinship import neutral
from workbench.report.subjects.phrasing import month, times
from workbench.report.subjects.pictures import genogram
from workbench.report.subjects.prose import style_of
from workbench.resources import label_of

SUBJECT = "subject"
PANEL = "panel"
# Not in the table of people: those who worked with or for the review, and those who told of it.
# That somebody informed or bore witness is itself something to protect.
NOT_LISTED = frozenset({PANEL, "practitioner", "author", "referrer", "witness"})


def panel(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The members of the panel, and how often they met."""
    dates = [one.date for one in material.meetings if one.type == "panel" and one.date]
    if not dates:
        return members(plan, material)
    text = f"The panel met {times(len(dates))}"
    first, last = month(dates[0]), month(dates[-1])
    when = f"in {first}" if first == last else f"between {first} and {last}"
    met = Paragraph(words(f"{text}, {when}."), style_of(plan), f"{plan.title}, meetings")
    return (*members(plan, material), met)


def members(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The members of the panel: by name only where the report names them on purpose."""
    found = [person for person in material.people if person.role == PANEL]
    if not found:
        return ()
    named = any(person.keep_name for person in found)
    columns = (
        *((Column("name", "Member", 1),) if named else ()),
        Column("post", "Post", 1.3),
        Column("agency", "Agency", 1.3),
    )
    rows = tuple(_member(person, material, named=named) for person in found)
    places = tuple(f"{plan.title}, row {number}" for number in range(1, len(rows) + 1))
    return (Table(columns, rows, words("The review panel"), places, plan.title),)


def _member(person: Person, material: Material, *, named: bool) -> tuple[Words, ...]:
    name = (words(Mention(person.id)) if person.keep_name else (),) if named else ()
    return (*name, words(person.post), words(material.agency(person.agency)))


def composition(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """Each person of the review as the report names them, and how they are related."""
    about = [person for person in material.people if person.role not in NOT_LISTED]
    if not about:
        return ()
    subjects = {person.id for person in about if person.role == SUBJECT}
    chosen = any(person.pseudonym_chosen_by for person in about)
    columns = (
        Column("name", "Referred to as", 1.1),
        Column("relation", "Relationship", 1.8),
        *((Column("chosen", "Name chosen by", 1.1),) if chosen else ()),
    )
    rows = []
    for person in about:
        row = (words(Mention(person.id)), _relation(person, subjects, material))
        rows.append((*row, words(person.pseudonym_chosen_by)) if chosen else row)
    places = tuple(f"{plan.title}, row {number}" for number in range(1, len(rows) + 1))
    caption = words("How people are referred to in this report")
    return (Table(columns, tuple(rows), caption, places, plan.title), *genogram(material))


def _relation(person: Person, subjects: set[PersonId], material: Material) -> Words:
    """Every relationship to a subject, with its source where records disagree."""
    links = [one for one in material.relationships if _links(one, person.id, subjects)]
    if person.id in subjects or not links:
        return words(label_of("person-roles", person.role))
    disputed = len({link.relation for link in links}) > 1
    parts: list[str | Mention] = []
    for link in links:
        if parts:
            parts.append("; ")
        parts.extend(_said(link, person.id, material, first=not parts))
        source = material.agency(link.according_to)
        if disputed and source:
            parts.append(f" (according to {source})")
    return words(*parts)


def _said(
    link: Relationship, person: PersonId, material: Material, *, first: bool
) -> tuple[str | Mention, ...]:
    """ "Nephew of Edna"; or, written down from the other side, "Edna is the aunt of Mr A"."""
    relation = neutral(link, material.person_by_id.get(link.person))
    joined = relation if relation.endswith("with") else f"{relation} of"
    if link.person == person:
        start = f"{joined[0].upper()}{joined[1:]}" if first else joined
        return f"{start} ", Mention(link.other)
    verb = " " if relation.endswith("s with") else " is the "
    return Mention(link.person), f"{verb}{joined} ", Mention(person)


def _links(link: Relationship, person: PersonId, subjects: set[PersonId]) -> bool:
    return (link.person == person and link.other in subjects) or (
        link.other == person and link.person in subjects
    )
