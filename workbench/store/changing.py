"""One change: the fields that differ, written together with their journal or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from workbench.model.changes import Change
from workbench.model.facts import Fact, Topic
from workbench.model.ids import StepId, new_id
from workbench.store import facts, journal, search
from workbench.store.journal import Deed, Op
from workbench.store.removing import ops_for_removal
from workbench.store.rows import KIND_OF, values_of


@dataclass(frozen=True, slots=True)
class Signed:
    """Who makes a change, and on which working copy."""

    author: str
    device: str


def change(
    db: Connection,
    signed: Signed,
    label: str,
    *,
    put: Iterable[Fact],
    remove: Iterable[Fact],
    step: StepId | None,
    lasting: bool = False,
) -> Change:
    """Make the record hold ``put`` and no longer ``remove``; no difference, no writing.

    What is ``lasting`` is not undone, and does not stand in the way of undo and redo.
    """
    ops = ops_for_put(db, put)
    only_made = all(op.before is None and not op.field for op in ops)
    with search.only_adding(db, len(ops) if only_made else 0):
        facts.apply(db, ops, number=journal.head_of(db)[0] + 1)
    removals = ops_for_removal(db, remove)
    facts.apply(db, removals)
    ops += removals
    topics = topics_of(ops)
    if ops:
        if not lasting:
            journal.abandon_undone(db)
        chosen = _continued(db, step) or f"{step or ''}.{new_id()}"
        intent = "note" if lasting else "do"
        journal.write(db, Deed(label, signed.author, signed.device, topics, chosen, intent), ops)
    return Change(label, topics)


def topics_of(ops: Sequence[Op]) -> frozenset[Topic]:
    """The topics that these changes touch."""
    return frozenset(KIND_OF[op.kind].topic for op in ops)


def _continued(db: Connection, step: StepId | None) -> str | None:
    """The latest step, if it is this one and nothing else was done since."""
    last = journal.next_to_undo(db)
    if step is None or last is None or not last.step.startswith(f"{step}."):
        return None
    return str(last.step)


def ops_for_put(db: Connection, put: Iterable[Fact]) -> list[Op]:
    """The changes that make the record hold these facts."""
    wanted: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for fact in put:
        wanted[fact.kind][fact.id] = values_of(fact)
    ops: list[Op] = []
    for kind, by_id in wanted.items():
        stored = facts.stored_values(db, kind, list(by_id))
        for key, values in by_id.items():
            ops.extend(_differences(kind, key, stored.get(key), values))
    return ops


def _differences(
    kind: str, key: str, before: dict[str, Any] | None, after: dict[str, Any]
) -> Iterator[Op]:
    if before is None:
        yield Op(kind, key, "", None, after)
        return
    for name, value in after.items():
        if value != before[name]:
            yield Op(kind, key, name, before[name], value)
