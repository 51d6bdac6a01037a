"""Reading and writing facts: the rows of one transaction, and the questions that need SQL."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, bindparam, delete, func, select, update

from workbench.model.facts import Fact
from workbench.store import journal
from workbench.store.journal import Op
from workbench.store.rows import KIND_OF, fact_from, row_of, values_from
from workbench.store.schema import TABLES

F = TypeVar("F", bound=Fact)


def in_parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids, so many at a time as one question may name."""
    for start in range(0, len(ids), 500):
        yield ids[start : start + 500]


def find(db: Connection, kind: type[F], id: str) -> F | None:  # noqa: A002 # the field's name
    """The fact of this kind and id, or None."""
    table = TABLES[kind.kind]
    row = db.execute(select(table).where(table.c.id == id)).mappings().first()
    return None if row is None else fact_from(kind, dict(row))


def find_all(db: Connection, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Fact]:
    """Those of these facts, by kind and id, that are there."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, key in wanted:
        by_kind[kind].append(key)
    found: dict[tuple[str, str], Fact] = {}
    for kind, ids in by_kind.items():
        table = TABLES[kind]
        for part in in_parts(ids):
            asked = select(table).where(table.c.id.in_(part))
            for fact in facts_of(db, KIND_OF[kind], asked):
                found[kind, fact.id] = fact
    return found


def columns(db: Connection, kind: type[Fact], names: Sequence[str]) -> list[tuple[Any, ...]]:
    """The ids of the kind's facts with these columns, as the table holds them."""
    table = TABLES[kind.kind]
    return [
        tuple(row) for row in db.execute(select(table.c.id, *(table.c[each] for each in names)))
    ]


def where(db: Connection, kind: type[F], equal: dict[str, object]) -> tuple[F, ...]:
    """The facts of this kind whose fields equal these, in the author's order."""
    table = TABLES[kind.kind]
    asked = select(table)
    for name, value in equal.items():
        asked = asked.where(table.c[name] == value)
    order = (table.c.position, table.c.made) if "position" in table.c else (table.c.made,)
    return facts_of(db, kind, asked.order_by(*order))


def facts_of(db: Connection, kind: type[F], asked: Select[Any]) -> tuple[F, ...]:
    """The facts that this query selects."""
    return tuple(fact_from(kind, dict(row)) for row in db.execute(asked).mappings())


def count(db: Connection, kind: type[Fact], equal: dict[str, object]) -> int:
    """How many facts of this kind there are whose fields equal these."""
    table = TABLES[kind.kind]
    asked = select(func.count()).select_from(table)
    for name, value in equal.items():
        asked = asked.where(table.c[name] == value)
    return int(db.execute(asked).scalar_one())


def stored_values(db: Connection, kind: str, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What the record holds now for these ids, as JSON values by id."""
    table = TABLES[kind]
    found: dict[str, dict[str, Any]] = {}
    for part in in_parts(ids):
        for row in db.execute(select(table).where(table.c.id.in_(part))).mappings():
            found[row["id"]] = values_from(KIND_OF[kind], dict(row))
    return found


def referring(
    db: Connection,
    kind: str,
    field: str,
    ids: Sequence[str],
    *,
    many: bool,
) -> list[tuple[str, list[str]]]:
    """The facts of ``kind`` whose ``field`` refers to any of ``ids``: each one's id, with which."""
    table = TABLES[kind]
    column = table.c[field]
    wanted = set(ids)
    if many:
        rows = db.execute(select(table.c.id, column).where(column != "[]"))
        found = [(key, [each for each in json.loads(held) if each in wanted]) for key, held in rows]
        return [(key, held) for key, held in found if held]
    return [
        (key, [held])
        for part in in_parts(ids)
        for key, held in db.execute(select(table.c.id, column).where(column.in_(part)))
    ]


def apply(db: Connection, ops: Sequence[Op], number: int | None = None) -> None:
    """Make the rows what these changes say. ``number`` is the transaction's own, when it is new."""
    made = _made(db, ops, number)
    for (kind, deed, field), run in groupby(ops, key=_deed):
        table, part = TABLES[kind], list(run)
        if deed == "make":
            rows = [
                {**row_of(KIND_OF[kind], op.after), "made": made[op.kind, op.id]} for op in part
            ]
            db.execute(table.insert(), rows)
        elif deed == "remove":
            db.execute(
                delete(table).where(table.c.id == bindparam("which")),
                [{"which": op.id} for op in part],
            )
        else:
            values = [row_of(KIND_OF[kind], {field: op.after})[field] for op in part]
            db.execute(
                update(table)
                .where(table.c.id == bindparam("which"))
                .values({field: bindparam("to")}),
                [{"which": op.id, "to": to} for op, to in zip(part, values, strict=True)],
            )


def _deed(op: Op) -> tuple[str, str, str]:
    if op.field:
        return op.kind, "set", op.field
    return op.kind, "make" if op.before is None else "remove", ""


def _made(db: Connection, ops: Sequence[Op], number: int | None) -> dict[tuple[str, str], int]:
    """When each fact that is made here was made first: what undo brings back keeps its place."""
    places = {(op.kind, op.id): place for place, op in enumerate(ops) if _deed(op)[1] == "make"}
    made = {key: journal.made_at(number or 0, place) for key, place in places.items()}
    ids: dict[str, list[str]] = defaultdict(list)
    for kind, key in places:
        ids[kind].append(key)
    for kind, keys in ids.items():
        for part in in_parts(keys):
            made |= {(kind, key): at for key, at in journal.first_made(db, kind, part).items()}
    return made
