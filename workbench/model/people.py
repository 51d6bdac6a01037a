"""People, how they are related, and the places that could give them away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.model.facts import OnRemoval, Topic, reference
from workbench.model.ids import AgencyId, PersonId, PlaceId, RelationshipId
from workbench.model.when import UNDATED, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person by real name, and how the report will name them.

    ``role`` is a code of the vocabulary "person-roles". ``aliases`` are every other form that
    papers use: nicknames, former names, initials, misspellings seen. ``identifiers`` are numbers
    and addresses that belong to this person alone (NHS number, phone, home address).
    ``sex_withheld`` says that no report may tell whether this is a boy or a girl, a man or a woman.
    ``keep_name`` is for those whom the report names on purpose, such as its author.
    """

    kind: ClassVar[str] = "person"
    topic: ClassVar[Topic] = Topic.PEOPLE

    id: PersonId
    name: str
    aliases: tuple[str, ...] = ()
    role: str = "family"
    pseudonym: str = ""
    pseudonym_chosen_by: str = ""
    keep_name: bool = False
    born: When = UNDATED
    died: When = UNDATED
    sex: str = ""
    sex_withheld: bool = False
    post: str = ""
    agency: AgencyId | None = reference("agency", OnRemoval.CLEAR)
    identifiers: tuple[str, ...] = ()
    note: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """``person`` is the ``relation`` of ``other``: "Ann is the daughter of Beth".

    ``relation`` is a code of the vocabulary "relations"; ``according_to`` is the agency whose
    record says so, because records disagree.
    """

    kind: ClassVar[str] = "relationship"
    topic: ClassVar[Topic] = Topic.PEOPLE

    id: RelationshipId
    person: PersonId = reference("person", OnRemoval.REMOVE, required=True)
    other: PersonId = reference("person", OnRemoval.REMOVE, required=True)
    relation: str
    according_to: AgencyId | None = reference("agency", OnRemoval.CLEAR)
    certainty: str = "known"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place whose name could identify someone, and what the report says instead."""

    kind: ClassVar[str] = "place"
    topic: ClassVar[Topic] = Topic.PEOPLE

    id: PlaceId
    name: str
    aliases: tuple[str, ...] = ()
    published_as: str = ""
    position: str = ""
