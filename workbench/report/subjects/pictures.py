"""What is drawn: the family, the course of events, the themes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from workbench.model.blocks import Figure, Inline, Mention, Moment, words
from workbench.model.chronology import Entry
from workbench.model.figures import (
    Bond,
    Course,
    Genogram,
    Happening,
    Outline,
    Relative,
    Tie,
    Wheel,
)
from workbench.model.ids import PersonId
from workbench.model.people import Person, Relationship
from workbench.report.material import Material
from workbench.report.subjects.kinship import ABOVE, neutral, sex_told
from workbench.report.subjects.phrasing import count

LEAST, MOST, MOST_EVENTS = 3, 8, 12
_KEY = "key"
_OUTLINES = {"male": Outline.SQUARE, "female": Outline.CIRCLE}
_COUPLES = {"spouse": Bond.COUPLE, "partner": Bond.COUPLE, "ex-partner": Bond.PARTED}
_PARENTS = frozenset({"mother", "father", "parent"})
_CHILDREN = frozenset({"son", "daughter", "child"})
_STRANGERS = frozenset({"practitioner", "associate"})
# Not in the drawing: the panel, and those of whom it is protected that they told anything.
_NOT_DRAWN = frozenset({"panel", "practitioner", "author", "referrer", "witness"})


def theme_wheel(material: Material) -> tuple[Figure, ...]:
    """The findings around a centre, when they are few enough to read and more than two."""
    titles = _themes(material)
    if not LEAST <= len(titles) <= MOST:
        return ()
    place = "The wheel of themes"
    said = words(f"A wheel with {count(len(titles), 'theme')}, one for each finding: ")
    wheel = Wheel(words("What the review found"), tuple(words(title) for title in titles))
    alt = (*said, *words("; ".join(titles), "."))
    return (Figure(wheel, words("The themes of this review"), alt, place),)


def course(material: Material) -> tuple[Figure, ...]:
    """The key events along a line, when the author marked some, and no more than a page holds."""
    marked = _key_events(material)
    if not LEAST <= len(marked) <= MOST_EVENTS:
        return ()
    happenings = tuple(_happening(entry, material) for entry in marked)
    alt = words(
        f"A line with {count(len(happenings), 'event')} in order of time. The combined chronology "
        "says the same in words."
    )
    return (Figure(Course(happenings), words("Key events"), alt, "The course of events"),)


def not_drawn(material: Material) -> Iterator[str]:
    """What is too much for a figure, in sentences for the author."""
    themes, events = len(_themes(material)), len(_key_events(material))
    if themes > MOST:
        yield f"The wheel of themes is not drawn: it holds {count(MOST, 'finding')}, not {themes}."
    if events > MOST_EVENTS:
        yield (
            f"The line of key events is not drawn: it holds {MOST_EVENTS} events, and {events} "
            "are marked as key."
        )


def _themes(material: Material) -> list[str]:
    return [one.title for one in material.findings if not one.good_practice and one.title]


def _key_events(material: Material) -> list[Entry]:
    return [one for one in material.printed if one.mark == _KEY and one.when.dated]


def _happening(entry: Entry, material: Material) -> Happening:
    said = entry.published_text or entry.text
    who = words(material.agency(entry.agency))
    return Happening(words(Moment(entry.when)), words(said), who)


def genogram(material: Material) -> tuple[Figure, ...]:
    """The family and network as drawn by convention, when at least two people are related."""
    drawn = {one.id: one for one in material.people if one.role not in _NOT_DRAWN}
    links = [
        one
        for one in material.relationships
        if one.person in drawn and one.other in drawn and one.relation not in _STRANGERS
    ]
    related = {one for link in links for one in (link.person, link.other)}
    if len(related) < 2:
        return ()
    people = [one for key, one in drawn.items() if key in related]
    depths = _generations(people, links)
    relatives = tuple(_relative(one, depths[one.id], links) for one in people)
    picture = Genogram(relatives, tuple(_ties(links, material)))
    place = "The genogram"
    alt = tuple(_told(people, links, material))
    return (Figure(picture, words("Genogram"), alt, place),)


def _relative(person: Person, generation: int, links: list[Relationship]) -> Relative:
    return Relative(
        key=person.id,
        name=words(Mention(person.id)),
        outline=_OUTLINES.get(sex_told(person, links), Outline.DIAMOND),
        generation=generation,
        dead=person.died.dated,
        subject=person.role == "subject",
    )


def _generations(people: list[Person], links: list[Relationship]) -> dict[PersonId, int]:
    """How far down each stands, from the relationships; those tied to nobody by kinship stand
    with the subject."""
    steps: dict[PersonId, list[tuple[PersonId, int]]] = defaultdict(list)
    for link in links:
        above = ABOVE.get(link.relation, 0)
        steps[link.other].append((link.person, -above))
        steps[link.person].append((link.other, above))
    depths: dict[PersonId, int] = {}
    ordered = sorted(people, key=lambda one: one.role != "subject")
    for start in ordered:
        waiting = [] if start.id in depths else [(start.id, 0)]
        while waiting:
            key, depth = waiting.pop(0)
            if key not in depths:
                depths[key] = depth
                waiting += [(other, depth + step) for other, step in steps[key]]
    top = min(depths.values())
    return {key: depth - top for key, depth in depths.items()}


def _ties(links: list[Relationship], material: Material) -> Iterator[Tie]:
    """One line for each pair, with everything that is said of the two on it."""
    pairs: dict[frozenset[PersonId], list[Relationship]] = defaultdict(list)
    for link in links:
        pairs[frozenset({link.person, link.other})].append(link)
    for pair in pairs.values():
        bond, first, second = Bond.OTHER, pair[0].person, pair[0].other
        said: list[Inline] = []
        for link in pair:
            found = _bond(link)
            if found is not None and bond is Bond.OTHER:
                bond, first, second = found
            elif found is None:
                said += ["; "] if said else []
                said.append(_relation(link, material))
        yield Tie(first, second, bond, words(*said))


def _bond(link: Relationship) -> tuple[Bond, PersonId, PersonId] | None:
    """The line by convention; None where words must say it."""
    if link.relation in _COUPLES:
        return _COUPLES[link.relation], link.person, link.other
    if link.relation in _PARENTS:
        return Bond.PARENT, link.person, link.other
    if link.relation in _CHILDREN:
        return Bond.PARENT, link.other, link.person
    return None


def _relation(link: Relationship, material: Material) -> str:
    label = neutral(link, material.person_by_id.get(link.person))
    source = material.agency(link.according_to)
    said = f"{label} according to {source}" if source else label
    return f"{said} (disputed)" if link.certainty == "disputed" else said


def _told(people: list[Person], links: list[Relationship], material: Material) -> Iterator[Inline]:
    """The drawing in sentences, for those who cannot see it."""
    yield "A family drawing. "
    for person in people:
        if person.role == "subject":
            yield Mention(person.id)
            yield " is the subject of the review. "
        if person.died.dated:
            yield Mention(person.id)
            yield " has died. "
    for link in links:
        relation = _relation(link, material)
        yield Mention(link.person)
        verb = "" if relation.startswith("lives with") else "is: "
        yield f" {verb}{relation}, "
        yield "with: " if not verb else "of "
        yield Mention(link.other)
        yield ". "
