"""The steps of the journal: what the author did in one go, newest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from workbench.model.changes import Step, Touched
from workbench.store.past import Item, among
from workbench.store.schema import journal, journal_change


def steps(
    db: Connection, before: int | None, limit: int, items: Sequence[Item] = ()
) -> tuple[Step, ...]:
    """At most ``limit`` transactions older than number ``before``, newest first. What was done in
    one visit to a field, transaction upon transaction, is one step. ``items`` asks for those
    that touched any of these facts, and says of each step nothing but that."""
    asked = select(journal).order_by(journal.c.number.desc()).limit(limit)
    if before is not None:
        asked = asked.where(journal.c.number < before)
    if items:
        own = select(journal_change.c.number).where(among(items)).distinct()
        asked = asked.where(journal.c.number.in_(own))
    heads = db.execute(asked).all()
    if not heads:
        return ()
    touched = _touched(db, [head.number for head in heads], items)
    found: list[Step] = []
    for head in heads:
        step = _step(head, touched.get(head.number, ()))
        if found and _is_one_step(found[-1], step):
            found[-1] = together(step, found[-1])
        else:
            found.append(step)
    if len(heads) == limit:  # the last may be only the end of its step
        found[-1] = replace(found[-1], first=_beginning(db, found[-1]))
    return tuple(found)


def _beginning(db: Connection, step: Step) -> int:
    """The first of the transactions that lead up to this one without a gap and are one step."""
    first = step.first
    column = journal.c
    for number in db.execute(
        select(column.number)
        .where(column.step == step.name, column.intent == step.intent, column.number < first)
        .order_by(column.number.desc())
    ).scalars():
        if number != first - 1:
            break
        first = number
    return first


def _touched(
    db: Connection, numbers: Sequence[int], items: Sequence[Item]
) -> dict[int, tuple[Touched, ...]]:
    """What each of these transactions touched: how many facts of each kind, and which if one."""
    column = journal_change.c
    found: dict[int, list[Touched]] = defaultdict(list)
    for row in db.execute(
        select(
            column.number,
            column.kind,
            func.count(column.id.distinct()).label("facts"),
            func.min(column.id).label("one"),
        )
        .where(among(items) if items else column.number >= numbers[-1])
        .where(column.number.in_(numbers) if items else column.number <= numbers[0])
        .group_by(column.number, column.kind)
        .order_by(column.number, func.min(column.place))
    ):
        found[row.number].append(Touched(row.kind, row.facts, row.one if row.facts == 1 else ""))
    return {number: tuple(kinds) for number, kinds in found.items()}


def _step(head: Any, touched: tuple[Touched, ...]) -> Step:
    return Step(
        first=head.number,
        last=head.number,
        label=head.label,
        author=head.author,
        at=datetime.fromisoformat(head.at),
        intent=head.intent,
        name=head.step,
        taken_back=head.state in ("undone", "abandoned"),
        touched=touched,
    )


def _is_one_step(later: Step, earlier: Step) -> bool:
    same = (later.name, later.intent, later.author, later.touched)
    return same == (earlier.name, earlier.intent, earlier.author, earlier.touched) and (
        earlier.last == later.first - 1
    )


def together(earlier: Step, later: Step) -> Step:
    """Two transactions of one step as one."""
    return replace(later, first=earlier.first)
