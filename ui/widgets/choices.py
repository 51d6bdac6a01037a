"""The people and agencies of a review, as the choices of a form."""

from __future__ import annotations

from workbench.model.agencies import Agency
from workbench.model.people import Person
from workbench.review import Review


def people_choices(record: Review) -> list[tuple[str, str]]:
    """Each person's id and name."""
    return [(person.id, person.name or "Unnamed person") for person in record.all(Person)]


def agency_choices(record: Review) -> list[tuple[str, str]]:
    """Each agency's id and name."""
    return [(agency.id, agency.name or "Unnamed agency") for agency in record.all(Agency)]
