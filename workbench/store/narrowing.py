"""A search that is narrowed, as the database is asked it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, get_type_hints

from workbench.model.facts import Fact, references_of
from workbench.model.kinds import KINDS
from workbench.model.narrowing import Narrowing
from workbench.model.when import When
from workbench.store.rows import structured


def conditions(narrowing: Narrowing) -> tuple[str, dict[str, Any]]:
    """The narrowing as SQL about ``i``, a row of the index's items, with its values."""
    values: dict[str, Any] = {}
    wanted = []
    for to in ("agency", "person"):
        asked = getattr(narrowing, to)
        if asked:
            values[to] = asked
            wanted.append(_about(to))
    if narrowing.first or narrowing.last:
        values["first"] = (narrowing.first or date.min).isoformat()
        values["last"] = (narrowing.last or date.max).isoformat()
        wanted.append(_within_days())
    return " AND ".join(wanted), values


@cache
def _about(to: str) -> str:
    """That a fact is this one, or refers to it."""
    parts = [f"(i.kind = '{to}' AND i.id = :{to})"]
    for kind in KINDS:
        held = [
            f"instr(f.\"{name}\", '\"' || :{to} || '\"')"
            if name in structured(kind)
            else f'f."{name}" = :{to}'
            for name, points in references_of(kind)
            if points.to == to
        ]
        if held:
            parts.append(_of(kind, " OR ".join(held)))
    return f"({' OR '.join(parts)})"


@cache
def _within_days() -> str:
    """That a fact may have happened within the days."""
    parts = [_of(kind, dated) for kind in KINDS if (dated := _dated(kind))]
    return f"({' OR '.join(parts)})"


def _dated(kind: type[Fact]) -> str:
    """That a fact of this kind has a time, or a day, within the days."""
    hints = get_type_hints(kind)
    whens = [
        f"(json_extract(f.\"{name}\", '$.precision') <> 'undated' "
        f"AND coalesce(json_extract(f.\"{name}\", '$.end'), '9999') >= :first "
        f"AND coalesce(json_extract(f.\"{name}\", '$.start'), '0000') <= :last)"
        for name, hint in hints.items()
        if hint is When
    ]
    if "date" in hints:
        whens.append("(f.date <> '' AND f.date BETWEEN :first AND :last)")
    return " OR ".join(whens)


def _of(kind: type[Fact], condition: str) -> str:
    name = kind.kind
    return (
        f"(i.kind = '{name}' AND EXISTS (SELECT 1 FROM \"{name}\" f "  # noqa: S608 # our own names
        f"WHERE f.id = i.id AND ({condition})))"
    )
