"""Data files that a careful person can edit: vocabularies, templates, audiences, samples."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from workbench.errors import BadInput


def resource(*path: str) -> Traversable:
    """The resource at this path below ``resources``."""
    found: Traversable = files("resources")
    for part in path:  # one at a time: Python 3.11's namespace packages take no more
        found = found.joinpath(part)
    return found


def read_json(*path: str) -> Any:
    """The JSON document at this path; a file that is not JSON is named in plain words."""
    found = resource(*path)
    try:
        return json.loads(found.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadInput(
            f"The data file {'/'.join(path)} is missing. Reinstall the workbench."
        ) from None
    except json.JSONDecodeError as error:
        raise BadInput(
            f"The data file {'/'.join(path)} cannot be read: {error.msg} in line {error.lineno}."
        ) from None


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary: the code that records keep, and the label that people read."""

    code: str
    label: str
    hint: str = ""


@cache
def vocabulary(name: str) -> tuple[Term, ...]:
    """The vocabulary of this name, in its file's order."""
    rows = read_json("vocabularies", f"{name}.json")
    wrong = BadInput(
        f"The vocabulary {name}.json must be a list of objects with a code and a label."
    )
    if not isinstance(rows, list):
        raise wrong
    terms = []
    for row in rows:
        if not isinstance(row, dict) or not {"code", "label"} <= row.keys() <= {
            "code",
            "label",
            "hint",
        }:
            raise wrong
        terms.append(Term(**row))
    return tuple(terms)


def label_of(name: str, code: str) -> str:
    """The label of ``code`` in the vocabulary ``name``; a code unknown to it is its own label."""
    return next((term.label for term in vocabulary(name) if term.code == code), code)
