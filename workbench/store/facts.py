"""Reading and writing facts: the rows of one transaction, and the questions that need SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, delete, func, select, update

from workbench.model.facts import Fact
from workbench.store import journal
from workbench.store.journal import Op
from workbench.store.rows import KIND_OF, fact_from, row_of, values_from
from workbench.store.schema import TABLES

F = TypeVar("F", bound=Fact)


def find(db: Connection, kind: type[F], id: str) -> F | None:  # noqa: A002 # the field's name
    """The fact of this kind and id, or None."""
    table = TABLES[kind.kind]
    row = db.execute(select(table).where(table.c.id == id)).mappings().first()
    return None if row is None else fact_from(kind, dict(row))


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
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        for row in db.execute(select(table).where(table.c.id.in_(part))).mappings():
            found[row["id"]] = values_from(KIND_OF[kind], dict(row))
    return found


def referring(db: Connection, kind: str, field: str, id: str, *, many: bool) -> list[str]:  # noqa: A002
    """The ids of the facts of ``kind`` whose ``field`` refers to ``id``."""
    table = TABLES[kind]
    column = table.c[field]
    match = column.contains(id, autoescape=True) if many else column == id
    return list(db.execute(select(table.c.id).where(match)).scalars())


def apply(db: Connection, ops: Sequence[Op], number: int | None = None) -> None:
    """Make the rows what these changes say. ``number`` is the transaction's own, when it is new."""
    made: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for place, op in enumerate(ops):
        if not op.field and op.before is None:
            made[op.kind].append(
                {**row_of(KIND_OF[op.kind], op.after), "made": _made(db, op, number, place)}
            )
            continue
        table = TABLES[op.kind]
        _insert(db, made)  # what comes after may touch what was just made
        if not op.field:
            db.execute(delete(table).where(table.c.id == op.id))
        else:
            row = row_of(KIND_OF[op.kind], {op.field: op.after})
            db.execute(update(table).where(table.c.id == op.id).values(row))
    _insert(db, made)


def _made(db: Connection, op: Op, number: int | None, place: int) -> int:
    if number is not None:
        earlier = journal.first_made(db, op.kind, op.id)
        return journal.made_at(number, place) if earlier is None else earlier
    return journal.first_made(db, op.kind, op.id) or 0


def _insert(db: Connection, made: dict[str, list[dict[str, Any]]]) -> None:
    for kind, rows in made.items():
        table: Table = TABLES[kind]
        db.execute(table.insert(), rows)
    made.clear()
