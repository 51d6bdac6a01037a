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
    order: int
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
    """The audience of this name; an unknown one is refused with those that there are."""
    known = _audiences()
    if name not in known:
        raise BadInput(f"There is no such audience. Choose one of these: {', '.join(known)}.")
    return known[name]


def audience_names() -> tuple[str, ...]:
    """The names of all audiences that there are data for, the one that may read least first."""
    return tuple(_audiences())


@cache
def _audiences() -> dict[str, Audience]:
    files = [file.name for file in resource("audiences").iterdir() if file.name.endswith(".json")]
    found = sorted((_read(file) for file in files), key=lambda one: (one.order, one.name))
    return {one.name: one for one in found}


def _read(file: str) -> Audience:
    """One audience; its file is checked, and what is wrong with it is said."""
    row = read_json("audiences", file)
    where = f"The data file audiences/{file}"
    wanted = {"name", "order", "label", "about", *_CHOICES}
    if not isinstance(row, dict) or set(row) != wanted:
        raise BadInput(f"{where} must have exactly these entries: {', '.join(sorted(wanted))}.")
    if not isinstance(row["order"], int) or row["name"] != file.removesuffix(".json"):
        raise BadInput(f"{where}: order must be a number, and name the name of the file.")
    for key, choices in _CHOICES.items():
        if row[key] not in choices:
            raise BadInput(f'{where}: "{key}" must be one of {", ".join(choices)}.')
    return Audience(**row)
