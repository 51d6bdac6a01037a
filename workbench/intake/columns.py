"""Which column of a table is which, from the words that agencies put above them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from workbench.intake.dating.words import comparable
from workbench.intake.paper import Grid
from workbench.resources import read_json

# What stands below "Date" where a period has two columns.
_ENDS = {"from": "date", "start": "date", "to": "end_date", "end": "end_date", "until": "end_date"}
_LOOKED_AT = 8  # rows in which headings are looked for


@dataclass(frozen=True, slots=True)
class Columns:
    """The row in which the headings stand, the headings, and which column plays which part.
    ``judged`` says that its contents, not its headings, told which."""

    header: int
    headings: tuple[str, ...]
    roles: dict[str, int]
    judged: bool = False


@cache
def _synonyms() -> dict[str, str]:
    roles: dict[str, list[str]] = read_json("intake", "columns.json")
    return {heading: role for role, headings in roles.items() for heading in headings}


def columns_of(grid: Grid) -> Columns | None:
    """The table's columns, or None when it is no chronology: one needs a date and an event."""
    best: Columns | None = None
    for row in grid.rows[:_LOOKED_AT]:
        found = Columns(row.number, row.cells, known_roles(row.cells))
        fit = "date" in found.roles and "event" in found.roles
        if fit and (best is None or len(found.roles) > len(best.roles)):
            best = found
    return None if best is None else _with_second_row(best, grid)


def _with_second_row(first: Columns, grid: Grid) -> Columns:
    """The headings with those below them, where a second row has nothing but headings."""
    below = next((row for row in grid.rows if row.number == first.header + 1), None)
    if below is None or below.dropped or not any(below.cells):
        return first
    pairs = [(above, cell) for above, cell in zip(first.headings, below.cells, strict=False)]
    own = [cell for above, cell in pairs if cell and cell != above]
    if not any(_plain(cell) in _ENDS for cell in own):
        return first
    if any(role_of(cell) is None and _plain(cell) not in _ENDS for cell in own):
        return first
    joined = [
        f"{above} {cell}".strip() if cell and cell != above else above for above, cell in pairs
    ]
    joined += first.headings[len(joined) :]
    roles = dict(first.roles)
    for at, (_, cell) in enumerate(pairs):
        role = _ENDS.get(_plain(cell)) or role_of(cell)
        if cell and role is not None:
            roles.setdefault(role, at)
    return Columns(below.number, tuple(joined), roles)


def headings_seen(grid: Grid) -> str:
    """The words of the table's first row, for a message."""
    first = grid.rows[0].cells if grid.rows else ()
    return ", ".join(f"“{_plain(cell)}”" for cell in first if cell) or "empty"


def known_roles(cells: tuple[str, ...]) -> dict[str, int]:
    """The part that each column plays, by its heading."""
    roles: dict[str, int] = {}
    for index, cell in enumerate(cells):
        role = role_of(cell)
        if role is not None and role not in roles:
            roles[role] = index
    return roles


def role_of(heading: str) -> str | None:
    """The part that a column of this heading plays, or None."""
    plain = _plain(heading)
    if not plain or len(plain) > 60:
        return None
    words = re.sub(r"\s*\(.*?\)|[:*.]+$", "", plain).strip()
    return _synonyms().get(plain) or _synonyms().get(words)


def _plain(text: str) -> str:
    return re.sub(r"\s*/\s*", "/", comparable(text)).replace(" / ", "/")
