"""Audiences: who will read, and so what becomes of names, dates, ages and numbers.

Those of ``resources/audiences`` come with the workbench. An author's own are files of the same kind
in the folder ``audiences`` of the application's private folder; what such a file leaves out is as
little as there is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from workbench.errors import BadInput
from workbench.resources import read_json, resource
from workbench.settings import data_folder

# Of each kind the choices, from what tells most to what tells least.
_CHOICES = {
    "person": ("pseudonym", "role", "remove"),
    "place": ("published", "remove"),
    "org": ("published", "remove"),
    "date": ("exact", "relative", "month", "year", "remove"),
    "birth_date": ("exact", "month", "year", "remove"),
    "clock": ("keep", "remove"),
    "age": ("keep", "band"),
    "sex": ("neutral", "ask"),
    "identifier": ("remove",),
}
_OWN_ORDER = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """What an audience may read of each kind of thing. Its data are in ``resources/audiences``.

    ``sex`` is for somebody whose sex is withheld: words that tell it are made neutral, or each is
    put to the author. A ``relative`` date is said from the one before it: "three days later".
    """

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
    sex: str
    identifier: str


def own_folder() -> Path:
    """Where an author's own audiences are kept, one file each."""
    return data_folder() / "audiences"


def audience(name: str) -> Audience:
    """The audience of this name; an unknown one is refused with those that there are."""
    known = _audiences()
    if name in known:
        return known[name]
    for file in _own_files():
        if file.stem == name:
            return _own(file)  # says what is wrong with it
    raise BadInput(f"There is no such audience. Choose one of these: {', '.join(known)}.")


def audience_names() -> tuple[str, ...]:
    """The names of all audiences that can be used, the one that may read least first."""
    return tuple(_audiences())


def audience_faults() -> tuple[str, ...]:
    """What is wrong with those of the author's own files that cannot be used."""
    faults = []
    for file in _own_files():
        try:
            _own(file)
        except BadInput as fault:
            faults.append(str(fault))
    return tuple(faults)


def _audiences() -> dict[str, Audience]:
    found = list(_shipped())
    for file in _own_files():
        try:
            found.append(_own(file))
        except BadInput:
            continue  # told by audience_faults, and by audience(name)
    return {one.name: one for one in sorted(found, key=lambda one: (one.order, one.name))}


@lru_cache(maxsize=1)
def _shipped() -> tuple[Audience, ...]:
    files = [file.name for file in resource("audiences").iterdir() if file.name.endswith(".json")]
    return tuple(_read(file) for file in files)


def _own_files() -> list[Path]:
    folder = own_folder()
    return sorted(folder.glob("*.json")) if folder.is_dir() else []


def _own(file: Path) -> Audience:
    """One of the author's own."""
    changed = file.stat()
    return _own_as_of(file, changed.st_mtime_ns, changed.st_size)


@lru_cache(maxsize=64)
def _own_as_of(file: Path, _changed: int, _size: int) -> Audience:
    where = f"Your own audience file {file.name}"
    try:
        row = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        raise BadInput(f"{where} cannot be read. Save it again as plain text in UTF-8.") from None
    except json.JSONDecodeError as error:
        raise BadInput(f"{where} is not JSON: look at line {error.lineno}.") from None
    if not isinstance(row, dict):
        raise BadInput(f"{where} must be one JSON object with a label and what may be read.")
    if file.stem in {one.name for one in _shipped()}:
        raise BadInput(f"{where} has the name of an audience that comes with the workbench.")
    least: dict[str, Any] = {key: choices[-1] for key, choices in _CHOICES.items()}
    least |= {"sex": "neutral", "name": file.stem, "order": _OWN_ORDER, "about": ""}
    return _checked({**least, **row}, file.stem, where)


def _read(file: str) -> Audience:
    """One audience; its file is checked, and what is wrong with it is said."""
    row = read_json("audiences", file)
    return _checked(row, file.removesuffix(".json"), f"The data file audiences/{file}")


def _checked(row: Any, name: str, where: str) -> Audience:
    wanted = {"name", "order", "label", "about", *_CHOICES}
    if not isinstance(row, dict) or set(row) != wanted:
        raise BadInput(f"{where} must have exactly these entries: {', '.join(sorted(wanted))}.")
    if type(row["order"]) is not int or row["name"] != name:
        raise BadInput(f"{where}: order must be a number, and name the name of the file.")
    for key in ("label", "about"):
        if not isinstance(row[key], str) or (key == "label" and not row[key].strip()):
            raise BadInput(f'{where}: "{key}" must be text.')
    for key, choices in _CHOICES.items():
        if row[key] not in choices:
            raise BadInput(f'{where}: "{key}" must be one of {", ".join(choices)}.')
    return Audience(**row)
