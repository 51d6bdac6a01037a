"""Undo and redo: new transactions that take a step back, or make it again."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from workbench.model.changes import Change
from workbench.store import facts, journal
from workbench.store.changing import Signed, topics_of
from workbench.store.journal import Deed, Op


def undo(db: Connection, signed: Signed) -> Change | None:
    """Take back the latest step that stands, or return None when there is none."""
    head = journal.next_to_undo(db)
    if head is None:
        return None
    done = journal.ops_of_step(db, head.step, "done")
    journal.mark_step(db, head.step, "done", "undone")
    return _tell(db, signed, head, "undo", [op.inverse for op in reversed(done)])


def redo(db: Connection, signed: Signed) -> Change | None:
    """Make the step again that was undone last, or return None when there is none."""
    head = journal.next_to_redo(db)
    if head is None:
        return None
    undone = journal.ops_of_step(db, head.step, "undone")
    journal.mark_step(db, head.step, "undone", "done")
    return _tell(db, signed, head, "redo", undone)


def undo_label(db: Connection) -> str | None:
    """The label of the step that undo would take back."""
    head = journal.next_to_undo(db)
    return None if head is None else str(head.label)


def redo_label(db: Connection) -> str | None:
    """The label of the step that redo would make again."""
    head = journal.next_to_redo(db)
    return None if head is None else str(head.label)


def _tell(db: Connection, signed: Signed, head: Any, intent: str, ops: list[Op]) -> Change:
    facts.apply(db, ops)
    label, topics = f"{intent} {head.label}", topics_of(ops)
    deed = Deed(label, signed.author, signed.device, topics, head.step, intent)
    journal.write(db, deed, ops)
    return Change(label, topics)
