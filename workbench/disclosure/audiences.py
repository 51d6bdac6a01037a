"""Audiences: who will read, and so what becomes of names, dates, ages and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from workbench.errors import BadInput
from workbench.resources import read_json, resource

_CHOICES = {
    "person": ("pseudonym", "role", "remove"),
    "place": ("published", "remove"),
    "org": ("published", "remove"),
    "date": ("exact", "month", "year", "remove"),
    "birth_date": ("exact", "month", "year", "remove"),
    "clock": ("keep", "remove"),
    "age": ("keep", "band"),
    "identifier": ("remove",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """What an audience may read of each kind of thing. Its data are in ``resources/audiences``."""

    name: str
    label: str
    about: str
    person: str
    place: str
    org: str
    date: str
    birth_date: str
    clock: str
    age: str
    identifier: str


@cache
def audience(name: str) -> Audience:
    """The audience of this name; its file is checked, and an unknown choice is named."""
    if name not in audience_names():
        known = ", ".join(audience_names())
        raise BadInput(f"There is no such audience. Choose one of these: {known}.")
    row = read_json("audiences", f"{name}.json")
    where = f"The data file audiences/{name}.json"
    wanted = {"name", "label", "about", *_CHOICES}
    if not isinstance(row, dict) or set(row) != wanted:
        raise BadInput(f"{where} must have exactly these entries: {', '.join(sorted(wanted))}.")
    for key, choices in _CHOICES.items():
        if row[key] not in choices:
            raise BadInput(f'{where}: "{key}" must be one of {", ".join(choices)}.')
    return Audience(**row)


@cache
def audience_names() -> tuple[str, ...]:
    """The names of all audiences that there are data for."""
    files = resource("audiences").iterdir()
    return tuple(sorted(file.name[:-5] for file in files if file.name.endswith(".json")))
