"""The record's past, read from the journal: what changed between two moments, and the facts as
they stood. Rows of the journal are read one at a time and never held all together."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from workbench.model.changes import ItemChange
from workbench.model.facts import OnRemoval, references_of
from workbench.store import facts
from workbench.store.journal import Op, first_made, head_of
from workbench.store.rows import KIND_OF, values_from
from workbench.store.schema import TABLES, journal, journal_change

Values = dict[str, Any]
Item = tuple[str, str]  # a kind and an id
_AT_A_TIME = 1_000


def number_at(db: Connection, moment: datetime) -> int:
    """The number of the last transaction that was made before this moment; 0 when none was.

    It is looked for by halves. Where the computer's clock was put back in between, it is one of
    those that the clock allows.
    """
    before = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    first, last = 0, head_of(db)[0]
    while first < last:
        middle = (first + last + 1) // 2
        made = db.execute(select(journal.c.at).where(journal.c.number == middle)).scalar()
        if made is not None and made < before:
            first = middle
        else:
            last = middle - 1
    return first


# One fact with its parts


def with_parts(db: Connection, item: Item) -> tuple[Item, ...]:
    """A fact and all that ever said nothing without it: a meeting with its decisions, a finding
    with its evidence, also what was deleted since."""
    kind, key = item
    found = [item]
    column = journal_change.c
    for part, name in _parts_of(kind):
        path = f"$.{name}"
        whose = (func.json_extract(side, path) == key for side in (column.before, column.after))
        asked = select(column.id).where(column.kind == part, column.field == "", or_(*whose))
        found += [(part, each) for each in db.execute(asked.distinct()).scalars()]
    return tuple(dict.fromkeys(found))


@cache
def _parts_of(kind: str) -> tuple[tuple[str, str], ...]:
    """The kinds that say nothing without one of this kind, with the field that refers to it."""
    return tuple(
        (part, name)
        for part, type_ in KIND_OF.items()
        for name, points in references_of(type_)
        if points.to == kind and points.on_removal is OnRemoval.REMOVE
    )


def among(items: Sequence[Item]) -> ColumnElement[bool]:
    """That a row of the journal is about one of these."""
    column = journal_change.c
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, key in items:
        by_kind[kind].append(key)
    return or_(*(and_(column.kind == kind, column.id.in_(keys)) for kind, keys in by_kind.items()))


# What changed


@dataclass(slots=True)
class _Net:
    """What became of one fact, as far as it has been followed. ``old`` and ``new`` are None where
    it is not there; otherwise they hold the fields that are known to have been touched."""

    old: Values | None
    new: Values | None
    last: int
    _whole: bool = field(default=False)  # `old` is the whole fact already

    def follow(self, op: Op, number: int) -> None:
        """One more change to it."""
        self.last = number
        if op.field:
            self._know(op.field, op.before)
            if self.new is not None:
                self.new[op.field] = op.after
        elif op.after is None:
            for name, value in op.before.items():
                self._know(name, value)
            self._whole, self.new = True, None
        else:
            self.new = dict(op.after)

    def _know(self, name: str, before: Any) -> None:
        if self.old is not None and not self._whole:
            self.old.setdefault(name, before)


def _begun(op: Op) -> _Net:
    """What is known of a fact before its first change here."""
    made = not op.field and op.before is None
    return _Net(None if made else {}, None if made else {}, 0)


def changes_between(
    db: Connection, after: int, until: int, items: Sequence[Item] = ()
) -> list[ItemChange]:
    """What is different in each fact, or in these alone, after transaction ``until`` from what it
    was after ``after``, in the order in which each was touched first. What was taken back is no
    difference."""
    nets: dict[Item, _Net] = {}
    for number, op in _ops(db, after, until, items=items):
        key = (op.kind, op.id)
        if key not in nets:
            nets[key] = _begun(op)
        nets[key].follow(op, number)
    told = (_told(kind, key, net) for (kind, key), net in nets.items())
    return [change for change in told if change is not None]


def _told(kind: str, id: str, net: _Net) -> ItemChange | None:  # noqa: A002 # the field's name
    old, new = net.old, net.new
    if old is not None and new is not None:
        differing = [name for name in new if name in old and old[name] != new[name]]
        old, new = ({name: side[name] for name in differing} for side in (old, new))
        return ItemChange(kind, id, old, new, net.last) if differing else None
    if old is None and new is None:
        return None
    return ItemChange(kind, id, old, new, net.last)


def _ops(
    db: Connection,
    after: int,
    until: int | None,
    *,
    newest: bool = False,
    items: Sequence[Item] = (),
) -> Iterator[tuple[int, Op]]:
    column = journal_change.c
    asked = select(journal_change).where(column.number > after)
    if until is not None:
        asked = asked.where(column.number <= until)
    if items:
        asked = asked.where(among(items))
    order = (column.number.desc(), column.place.desc()) if newest else (column.number, column.place)
    rows = db.execute(asked.order_by(*order).execution_options(yield_per=_AT_A_TIME))
    for row in rows:
        yield row.number, Op(row.kind, row.id, row.field, _loaded(row.before), _loaded(row.after))


# What there was


def changes_backwards(db: Connection) -> Iterator[tuple[int, Op]]:
    """Every change of every transaction with its number, the newest first."""
    return _ops(db, 0, None, newest=True)


def values_now(db: Connection) -> dict[str, dict[str, Values]]:
    """Every fact's values as they are, by kind and id."""
    return {
        kind: {
            row["id"]: values_from(KIND_OF[kind], dict(row))
            for row in db.execute(select(table).execution_options(yield_per=_AT_A_TIME)).mappings()
        }
        for kind, table in TABLES.items()
    }


def values_at(db: Connection, number: int) -> dict[str, dict[str, Values]]:
    """Every fact as it stood after transaction ``number``, by kind and id, in the order in which
    the facts were made: what is there now, with all that was done since taken back."""
    made: dict[str, dict[str, int]] = {}
    held: dict[str, dict[str, Values]] = {}
    for kind, table in TABLES.items():
        rows = db.execute(select(table).execution_options(yield_per=_AT_A_TIME)).mappings()
        held[kind], made[kind] = {}, {}
        for row in rows:
            held[kind][row["id"]] = values_from(KIND_OF[kind], dict(row))
            made[kind][row["id"]] = row["made"]
    for _, op in _ops(db, number, None, newest=True):
        if op.field:
            held[op.kind][op.id][op.field] = op.before
        elif op.before is None:
            del held[op.kind][op.id]
        else:
            held[op.kind][op.id] = dict(op.before)
    for kind, by_id in held.items():
        gone = [key for key in by_id if key not in made[kind]]
        for part in facts.in_parts(gone):
            made[kind] |= first_made(db, kind, part)
    return {
        kind: {key: by_id[key] for key in sorted(by_id, key=made[kind].__getitem__)}
        for kind, by_id in held.items()
    }


def last_known(db: Connection, kind: str, ids: Sequence[str]) -> dict[str, Values]:
    """Each of these facts as it is, or as it was when it was removed last."""
    known = facts.stored_values(db, kind, ids)
    column = journal_change.c
    gone = [key for key in ids if key not in known]
    for row in chain.from_iterable(
        db.execute(
            select(column.id, column.before)
            .where(column.kind == kind, column.id.in_(part), column.field == "")
            .where(column.after.is_(None))
            .order_by(column.number)
        )
        for part in facts.in_parts(gone)
    ):
        known[row.id] = _loaded(row.before)
    return known


def kind_of(db: Connection, id: str) -> str | None:  # noqa: A002 # the field's name
    """The kind of the fact of this id, there or deleted; None when there never was one."""
    column = journal_change.c
    for kind in TABLES:  # one kind at a time, so that the index is used
        asked = select(column.kind).where(column.kind == kind, column.id == id).limit(1)
        if db.execute(asked).first():
            return kind
    return None


def _loaded(text: str | None) -> Any:
    return None if text is None else json.loads(text)
