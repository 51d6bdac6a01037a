"""People, how they are related, and places."""

from __future__ import annotations

from typing import Any

from workbench.actions.ordering import last_position
from workbench.model.changes import Change
from workbench.model.ids import PersonId, PlaceId, RelationshipId, new_id
from workbench.model.people import Person, Place, Relationship
from workbench.review import Review


def add_person(review: Review, *, name: str, **fields: Any) -> tuple[Person, Change]:
    """Add a person by real name; ``fields`` are any other fields of :class:`Person`."""
    position = last_position(review.all(Person))
    person = Person(id=PersonId(new_id()), name=name, position=position, **fields)
    return person, review.change("add person", put=[person])


def add_relationship(
    review: Review, *, person: PersonId, other: PersonId, relation: str, **fields: Any
) -> tuple[Relationship, Change]:
    """Record that ``person`` is the ``relation`` of ``other``."""
    relationship = Relationship(
        id=RelationshipId(new_id()), person=person, other=other, relation=relation, **fields
    )
    return relationship, review.change("add relationship", put=[relationship])


def add_place(review: Review, *, name: str, **fields: Any) -> tuple[Place, Change]:
    """Add a place whose name could identify someone."""
    position = last_position(review.all(Place))
    place = Place(id=PlaceId(new_id()), name=name, position=position, **fields)
    return place, review.change("add place", put=[place])
