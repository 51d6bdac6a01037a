"""The journal: every change, who made it and when, from what to what, chained by hashes.

Journal rows are only ever added. Undo is a new transaction that puts back what a step changed.
Values enter the chain as salted hashes, so that one could be erased by law without breaking it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, select, update

from workbench.model.changes import FieldChange, Transaction
from workbench.model.facts import Topic
from workbench.model.ids import new_id
from workbench.store.canonical import canonical
from workbench.store.schema import journal, journal_change

FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class Op:
    """One field of one fact from ``before`` to ``after``, as JSON values. An empty ``field`` is the
    whole fact: made when ``before`` is None, removed when ``after`` is."""

    kind: str
    id: str
    field: str
    before: Any
    after: Any

    @property
    def inverse(self) -> Op:
        """What takes this back."""
        return Op(self.kind, self.id, self.field, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Deed:
    """What a journal transaction says of itself, besides its changes."""

    label: str
    author: str
    device: str
    topics: frozenset[Topic]
    step: str
    intent: str = "do"


def write(db: Connection, deed: Deed, ops: Sequence[Op]) -> int:
    """Add one transaction; its number is returned."""
    last = db.execute(
        select(journal.c.number, journal.c.hash).order_by(journal.c.number.desc()).limit(1)
    ).first()
    number, previous = (last.number + 1, last.hash) if last else (1, FIRST)
    rows = [_op_row(number, place, op) for place, op in enumerate(ops)]
    head = {
        "number": number,
        "id": new_id(),
        "device": deed.device,
        "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "author": deed.author,
        "label": deed.label,
        "intent": deed.intent,
        "step": deed.step,
        "topics": " ".join(sorted(deed.topics)),
        "previous": previous,
    }
    chained = transaction_hash(head, [row["digest"] for row in rows])
    state = "done" if deed.intent == "do" else "told"
    db.execute(journal.insert(), [{**head, "hash": chained, "state": state}])
    if rows:
        db.execute(journal_change.insert(), rows)
    return int(number)


def abandon_undone(db: Connection) -> None:
    """After something new is done, what was undone can no longer be redone."""
    db.execute(update(journal).where(journal.c.state == "undone").values(state="abandoned"))


def next_to_undo(db: Connection) -> Any:
    """The latest transaction that still stands, or None."""
    return _edge(db, "done", latest=True)


def next_to_redo(db: Connection) -> Any:
    """The earliest transaction of those that were undone, or None."""
    return _edge(db, "undone", latest=False)


def _edge(db: Connection, state: str, *, latest: bool) -> Any:
    order = journal.c.number.desc() if latest else journal.c.number
    return db.execute(
        select(journal).where(journal.c.state == state).order_by(order).limit(1)
    ).first()


def ops_of_step(db: Connection, step: str, state: str) -> list[Op]:
    """All that the step did and that is now in this state, in the order in which it was done."""
    rows = db.execute(
        select(journal_change)
        .join(journal, journal.c.number == journal_change.c.number)
        .where(journal.c.step == step, journal.c.state == state)
        .order_by(journal_change.c.number, journal_change.c.place)
    )
    return [
        Op(row.kind, row.id, row.field, _loaded(row.before), _loaded(row.after)) for row in rows
    ]


def mark_step(db: Connection, step: str, old: str, new: str) -> None:
    """Everything of the step that is in state ``old`` is now in state ``new``."""
    db.execute(
        update(journal).where(journal.c.step == step, journal.c.state == old).values(state=new)
    )


def first_made(db: Connection, kind: str, ids: Sequence[str]) -> dict[str, int]:
    """For each of these that was ever made, a number that orders it by when it first was."""
    found: dict[str, int] = {}
    for row in db.execute(
        select(journal_change.c.id, journal_change.c.number, journal_change.c.place)
        .where(journal_change.c.kind == kind, journal_change.c.id.in_(ids))
        .where(journal_change.c.field == "")
        .order_by(journal_change.c.number, journal_change.c.place)
    ):
        found.setdefault(row.id, made_at(row.number, row.place))
    return found


def made_at(number: int, place: int) -> int:
    """One number from a transaction's number and a place within it."""
    return number * 10_000_000 + place


def head_of(db: Connection) -> tuple[int, str]:
    """The number and hash of the newest transaction."""
    row = db.execute(
        select(journal.c.number, journal.c.hash).order_by(journal.c.number.desc()).limit(1)
    ).first()
    return (row.number, row.hash) if row else (0, FIRST)


def hash_at(db: Connection, number: int) -> str | None:
    """The hash of the transaction of this number, or None when there is none."""
    found = db.execute(select(journal.c.hash).where(journal.c.number == number)).scalar()
    return None if found is None else str(found)


def transactions(db: Connection, limit: int) -> tuple[Transaction, ...]:
    """The newest transactions, newest first."""
    newest = select(journal.c.number).order_by(journal.c.number.desc()).limit(limit)
    return _told(db, journal_change.c.number.in_(newest), newest)


def history(db: Connection, kind: str, id: str) -> tuple[Transaction, ...]:  # noqa: A002
    """The transactions that touched this fact, newest first, with its own changes alone."""
    own = and_(journal_change.c.kind == kind, journal_change.c.id == id)
    return _told(db, own, select(journal_change.c.number).where(own).distinct())


def _told(
    db: Connection, which: ColumnElement[bool], numbers: Select[Any]
) -> tuple[Transaction, ...]:
    heads = db.execute(
        select(journal).where(journal.c.number.in_(numbers)).order_by(journal.c.number.desc())
    ).all()
    changes: dict[int, list[FieldChange]] = {head.number: [] for head in heads}
    for row in db.execute(
        select(journal_change)
        .where(which)
        .order_by(journal_change.c.number, journal_change.c.place)
    ):
        changes[row.number].extend(_field_changes(row))
    return tuple(
        Transaction(
            number=head.number,
            label=head.label,
            author=head.author,
            at=datetime.fromisoformat(head.at),
            changes=tuple(changes[head.number]),
        )
        for head in heads
    )


def _field_changes(row: Any) -> Iterator[FieldChange]:
    before, after = _loaded(row.before), _loaded(row.after)
    if row.field:
        yield FieldChange(row.kind, row.id, row.field, before, after)
        return
    for name in before or after:
        yield FieldChange(row.kind, row.id, name, (before or {}).get(name), (after or {}).get(name))


def broken_links(db: Connection) -> list[str]:
    """Where the chain is broken, in words; empty when it is whole. Both tables are read alongside
    each other, row by row: the journal may be far larger than what the record holds."""
    faults: list[str] = []
    changes = groupby(_in_order(db, journal_change), key=attrgetter("number"))
    following = next(changes, None)
    previous, expected = FIRST, 1
    for head in _in_order(db, journal):
        digests: list[str] = []
        while following is not None and following[0] <= head.number:
            found = _digests(following[1], faults)
            digests = found if following[0] == head.number else digests
            following = next(changes, None)
        if head.number != expected or head.previous != previous:
            faults.append(f"journal transaction {expected}: it, or one before it, is missing")
        fields = {name: value for name, value in head._asdict().items() if name not in _UNCHAINED}
        if head.hash != transaction_hash(fields, digests):
            faults.append(f"journal transaction {head.number}: it was altered")
        previous, expected = head.hash, head.number + 1
    if following is not None:
        faults.append(f"journal transaction {following[0]}: its changes are left and it is missing")
    return faults


_UNCHAINED = frozenset({"hash", "state"})


def _in_order(db: Connection, table: Table) -> Iterable[Any]:
    """The table's rows in the order of their keys, a few at a time."""
    asked = select(table).order_by(*table.primary_key.columns)
    return db.execute(asked.execution_options(yield_per=1_000))


def _digests(rows: Iterable[Any], faults: list[str]) -> list[str]:
    """The digests of one transaction's changes; a change that does not have its own is a fault."""
    digests = []
    for row in rows:
        if row.digest != _digest(row.nonce, row.kind, row.id, row.field, row.before, row.after):
            faults.append(f"journal transaction {row.number}: change {row.place + 1} was altered")
        digests.append(row.digest)
    return digests


def count(db: Connection) -> int:
    """How many transactions there are."""
    return int(db.execute(select(func.count()).select_from(journal)).scalar_one())


def transaction_hash(head: dict[str, Any], digests: Iterable[str]) -> str:
    """The hash that chains a transaction to the one before it."""
    return hashlib.sha256(canonical({**head, "changes": list(digests)})).hexdigest()


def _op_row(number: int, place: int, op: Op) -> dict[str, Any]:
    nonce = os.urandom(16)
    before, after = _dumped(op.before), _dumped(op.after)
    return {
        "number": number,
        "place": place,
        "kind": op.kind,
        "id": op.id,
        "field": op.field,
        "before": before,
        "after": after,
        "nonce": nonce,
        "digest": _digest(nonce, op.kind, op.id, op.field, before, after),
    }


def _digest(nonce: bytes, *parts: str | None) -> str:
    return hashlib.sha256(nonce + canonical(parts)).hexdigest()


def _dumped(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _loaded(text: str | None) -> Any:
    return None if text is None else json.loads(text)
