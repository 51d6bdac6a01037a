"""What follows when a fact is removed: what goes with it, what lets go of it, what forbids it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields

from sqlalchemy import Connection

from workbench.errors import Refused
from workbench.model.facts import Fact, OnRemoval, Reference
from workbench.model.kinds import KINDS
from workbench.store import facts
from workbench.store.journal import Op
from workbench.store.rows import structured

Key = tuple[str, str]

_REFERENCES: tuple[tuple[type[Fact], str, Reference], ...] = tuple(
    (kind, each.name, each.metadata["reference"])
    for kind in KINDS
    for each in fields(kind)
    if "reference" in each.metadata
)


def ops_for_removal(db: Connection, removed: Iterable[Fact]) -> list[Op]:
    """The changes that remove these facts, after what referred to them has been seen to.

    Raises :class:`Refused` when a fact must not lose what it refers to.
    """
    going: dict[Key, None] = {(fact.kind, fact.id): None for fact in removed}
    queue = list(going)
    while queue:
        for reference, key in _dependants(db, queue.pop()):
            if reference.on_removal is OnRemoval.REMOVE and key not in going:
                going[key] = None
                queue.append(key)
    cleared: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for gone in going:
        _look_after(db, gone, going, cleared)
    ops = [_clearing(db, *field, lost) for field, lost in cleared.items()]
    for kind_name, id_ in going:
        stored = facts.stored_values(db, kind_name, [id_]).get(id_)
        if stored is not None:
            ops.append(Op(kind_name, id_, "", stored, None))
    return ops


def _dependants(db: Connection, gone: Key) -> Iterator[tuple[Reference, Key]]:
    for kind, name, reference in _REFERENCES:
        if reference.to == gone[0]:
            many = name in structured(kind)
            for key in facts.referring(db, kind.kind, name, gone[1], many=many):
                yield reference, (kind.kind, key)


def _look_after(
    db: Connection,
    gone: Key,
    going: dict[Key, None],
    cleared: dict[tuple[str, str, str], set[str]],
) -> None:
    for kind, name, reference in _REFERENCES:
        if reference.to != gone[0]:
            continue
        many = name in structured(kind)
        left = [
            key
            for key in facts.referring(db, kind.kind, name, gone[1], many=many)
            if (kind.kind, key) not in going
        ]
        if left and reference.on_removal is OnRemoval.REFUSE:
            raise Refused(_still_needed(gone[0], kind.kind, len(left)))
        for key in left:
            cleared[(kind.kind, key, name)].add(gone[1])


def _clearing(db: Connection, kind: str, key: str, name: str, gone: set[str]) -> Op:
    before = facts.stored_values(db, kind, [key])[key][name]
    after = [each for each in before if each not in gone] if isinstance(before, list) else None
    return Op(kind, key, name, before, after)


def _still_needed(gone: str, kind: str, number: int) -> str:
    plural = {"entry": "entries"}.get(kind, f"{kind}s")
    what = f"1 {kind}" if number == 1 else f"{number} {plural}"
    return (
        f"This {gone} cannot be deleted: {what} of the record came from it. "
        f"Delete or move {'it' if number == 1 else 'them'} first."
    )
