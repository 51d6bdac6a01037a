"""Whether the facts are what the journal made of them: whoever edits a table beside the journal is
found out.

What is there now is taken back, change by change, to the beginning. Each change must find what it
left, and at the beginning nothing must be left over.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from sqlalchemy import Connection

from workbench.store import past
from workbench.store.journal import Op

Held = dict[str, dict[str, dict[str, Any]]]


def disagreements(db: Connection) -> tuple[str, ...]:
    """Where facts and journal do not agree, in words, one for each kind; empty when they do."""
    held = past.values_now(db)
    wrong: dict[tuple[str, str], int] = {}
    for number, op in past.changes_backwards(db):
        if not _left_by(op, held) and (op.kind, op.id) not in wrong:
            wrong[op.kind, op.id] = number
        _take_back(op, held)
    for kind, by_id in held.items():
        wrong |= {(kind, key): 0 for key in by_id if (kind, key) not in wrong}
    return tuple(
        f"{number} of the {kind.replace('_', ' ')} facts: not as the journal left them"
        for kind, number in sorted(Counter(kind for kind, _ in wrong).items())
    )


def _left_by(op: Op, held: Held) -> bool:
    """Whether what is there is what this change left; what came to a kind since does not count."""
    there = held.get(op.kind, {}).get(op.id)
    if op.field:
        return there is not None and there.get(op.field, op.after) == op.after
    if op.after is None:
        return there is None
    if there is None or not isinstance(op.after, dict):
        return False
    return all(there.get(name) == value for name, value in op.after.items())


def _take_back(op: Op, held: Held) -> None:
    of_kind = held.setdefault(op.kind, {})
    if op.field:
        of_kind.setdefault(op.id, {})[op.field] = op.before
    elif op.before is None:
        of_kind.pop(op.id, None)
    else:
        of_kind[op.id] = dict(op.before) if isinstance(op.before, dict) else {}
