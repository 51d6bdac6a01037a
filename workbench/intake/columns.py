"""Which column of a table is which, from the words that agencies put above them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from workbench.intake.dating.words import comparable
from workbench.intake.paper import Grid
from workbench.resources import read_json

_LOOKED_AT = 8  # rows in which headings are looked for


@dataclass(frozen=True, slots=True)
class Columns:
    """The row in which the headings stand, the headings, and which column plays which part."""

    header: int
    headings: tuple[str, ...]
    roles: dict[str, int]


@cache
def _synonyms() -> dict[str, str]:
    roles: dict[str, list[str]] = read_json("intake", "columns.json")
    return {heading: role for role, headings in roles.items() for heading in headings}


def columns_of(grid: Grid) -> Columns | None:
    """The table's columns, or None when it is no chronology: one needs a date and an event."""
    best: Columns | None = None
    for row in grid.rows[:_LOOKED_AT]:
        found = Columns(row.number, row.cells, _roles(row.cells))
        fit = "date" in found.roles and "event" in found.roles
        if fit and (best is None or len(found.roles) > len(best.roles)):
            best = found
    return best


def headings_seen(grid: Grid) -> str:
    """The words of the table's first row, for a message."""
    first = grid.rows[0].cells if grid.rows else ()
    return ", ".join(f"“{_plain(cell)}”" for cell in first if cell) or "no headings"


def _roles(cells: tuple[str, ...]) -> dict[str, int]:
    roles: dict[str, int] = {}
    for index, cell in enumerate(cells):
        role = _role(cell)
        if role is not None and role not in roles:
            roles[role] = index
    return roles


def _role(heading: str) -> str | None:
    plain = _plain(heading)
    if not plain or len(plain) > 60:
        return None
    words = re.sub(r"\s*\(.*?\)|[:*.]+$", "", plain).strip()
    return _synonyms().get(plain) or _synonyms().get(words)


def _plain(text: str) -> str:
    return re.sub(r"\s*/\s*", "/", comparable(text)).replace(" / ", "/")
