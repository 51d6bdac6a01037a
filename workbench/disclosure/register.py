"""The register: every person, place and organisation whose name must not leave by mistake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from workbench.disclosure.forms import Form, person_forms
from workbench.disclosure.forms_of_places import place_forms
from workbench.errors import BadInput
from workbench.model.agencies import Agency
from workbench.model.people import Person, Place
from workbench.model.when import Precision, When
from workbench.review import Review


class EntityKind(StrEnum):
    """What an entity of the register is."""

    PERSON = "person"
    PLACE = "place"
    ORG = "org"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One entry of the register. ``shown_as`` is the pseudonym, or what the report says instead;
    ``keep`` is for a name that the report gives on purpose."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    shown_as: str = ""
    keep: bool = False
    role: str = ""
    sex: str = ""
    sex_withheld: bool = False
    identifiers: tuple[str, ...] = ()
    born: date | None = None

    def forms(self) -> tuple[Form, ...]:
        """Every form in which the name may be met, made anew and never stored."""
        make = person_forms if self.kind is EntityKind.PERSON else place_forms
        return make(self.id, self.name, self.aliases)


@dataclass(frozen=True)
class Register:
    """Who and what is registered, in the order of the record."""

    entities: tuple[Entity, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Every form of every entity."""
        return tuple(form for entity in self.entities for form in entity.forms())

    @cached_property
    def _hash(self) -> int:
        return hash(self.entities)

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def births(self) -> frozenset[date]:
        """The days on which those registered were born, where they are known exactly."""
        return frozenset(entity.born for entity in self.entities if entity.born is not None)

    def entity(self, key: str | None) -> Entity | None:
        """The entity of this id, if it is registered."""
        return self._by_id.get(key) if key else None


_WITHHELD = "withheld"  # a code of the vocabulary "sexes"


def _exact_day(when: When) -> date | None:
    exact = when.precision in (Precision.DAY, Precision.HOUR, Precision.MINUTE)
    return when.start if exact and when.start == when.end else None


def _of_person(person: Person) -> Entity:
    return Entity(
        id=person.id,
        kind=EntityKind.PERSON,
        name=person.name,
        aliases=person.aliases,
        shown_as=person.pseudonym,
        keep=person.keep_name,
        role=person.role,
        sex=person.sex,
        sex_withheld=person.sex_withheld or person.sex == _WITHHELD,
        identifiers=person.identifiers,
        born=_exact_day(person.born),
    )


def _of_place(place: Place) -> Entity:
    return Entity(
        id=place.id,
        kind=EntityKind.PLACE,
        name=place.name,
        aliases=place.aliases,
        shown_as=place.published_as,
    )


def _of_agency(agency: Agency) -> Entity:
    return Entity(
        id=agency.id,
        kind=EntityKind.ORG,
        name=agency.name,
        aliases=agency.aliases,
        shown_as=agency.published_as,
        keep=agency.named,
    )


def register_of(review: Review) -> Register:
    """The register of a record: its people, places and agencies."""
    return Register(
        (
            *map(_of_person, review.all(Person)),
            *map(_of_place, review.all(Place)),
            *map(_of_agency, review.all(Agency)),
        )
    )


_TEXTS = ("role", "sex", "pseudonym", "published_as")
_LISTS = ("aliases", "identifiers")


def _checked(number: int, row: Any) -> dict[str, Any]:
    """The row, if it has what a row must have."""
    where = f"Entry {number} of the register"
    if not isinstance(row, dict):
        raise BadInput(f"{where} is not an object with id, kind and real_name.")
    for key in ("id", "kind", "real_name"):
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise BadInput(f"{where} has no {key}. Add it as text.")
    if row["kind"] not in tuple(EntityKind):
        raise BadInput(f"{where}: kind must be person, place or org.")
    for key in _TEXTS:
        if not isinstance(row.get(key) or "", str):
            raise BadInput(f"{where}: {key} must be text.")
    _check_lists(where, row)
    return row


def _check_lists(where: str, row: dict[str, Any]) -> None:
    for key in _LISTS:
        values = row.get(key) or []
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise BadInput(f"{where}: {key} must be a list of texts.")


def _of_row(number: int, row: Any) -> Entity:
    row = _checked(number, row)
    return Entity(
        id=row["id"],
        kind=EntityKind(row["kind"]),
        name=row["real_name"],
        aliases=tuple(row.get("aliases") or ()),
        shown_as=row.get("pseudonym") or row.get("published_as") or "",
        keep=row.get("keep") is True,
        sex_withheld=row.get("sex_withheld") is True or row.get("sex") == _WITHHELD,
        role=row.get("role") or "",
        sex=row.get("sex") or "",
        identifiers=tuple(row.get("identifiers") or ()),
    )


def register_from_json(content: Any) -> Register:
    """The register in a JSON document of the form ``{"register": [...]}``."""
    rows = content.get("register") if isinstance(content, dict) else None
    if not isinstance(rows, list):
        raise BadInput('The register file must be a JSON object with a list called "register".')
    entities = tuple(_of_row(number, row) for number, row in enumerate(rows, 1))
    seen: set[str] = set()
    for number, entity in enumerate(entities, 1):
        if entity.id in seen:
            raise BadInput(f"Entry {number} of the register repeats the id of an earlier entry.")
        seen.add(entity.id)
    return Register(entities)
