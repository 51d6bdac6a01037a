"""What follows when a fact is removed: what goes with it, what lets go of it, what forbids it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection

from workbench.errors import Refused
from workbench.model.facts import Fact, OnRemoval, Reference, references_of
from workbench.model.kinds import KINDS
from workbench.store import facts
from workbench.store.journal import Op
from workbench.store.rows import structured

_REFERENCES: tuple[tuple[type[Fact], str, Reference], ...] = tuple(
    (kind, name, points) for kind in KINDS for name, points in references_of(kind)
)


def ops_for_removal(db: Connection, removed: Iterable[Fact]) -> list[Op]:
    """The changes that remove these facts, after what referred to them has been seen to.

    Raises :class:`Refused` when a fact must not lose what it refers to.
    """
    going: dict[str, dict[str, None]] = defaultdict(dict)
    for fact in removed:
        going[fact.kind][fact.id] = None
    fresh = {kind: list(ids) for kind, ids in going.items()}
    while fresh:
        fresh = _dragged_along(db, fresh, going)
    ops = _clearings(db, going)
    for kind, ids in going.items():
        stored = facts.stored_values(db, kind, list(ids))
        ops += [Op(kind, key, "", stored[key], None) for key in ids if key in stored]
    return ops


def _dragged_along(
    db: Connection, fresh: dict[str, list[str]], going: dict[str, dict[str, None]]
) -> dict[str, list[str]]:
    """What goes because what it refers to goes; it is added to ``going``."""
    found: dict[str, list[str]] = defaultdict(list)
    for kind, name, reference in _REFERENCES:
        if reference.on_removal is not OnRemoval.REMOVE or reference.to not in fresh:
            continue
        many = name in structured(kind)
        for key, _ in facts.referring(db, kind.kind, name, fresh[reference.to], many=many):
            if key not in going[kind.kind]:
                going[kind.kind][key] = None
                found[kind.kind].append(key)
    return found


def _clearings(db: Connection, going: dict[str, dict[str, None]]) -> list[Op]:
    """How what stays lets go of what goes. Raises :class:`Refused` where it must not."""
    ops: list[Op] = []
    for kind, name, reference in _REFERENCES:
        lost = list(going.get(reference.to, ()))
        if not lost or reference.on_removal is OnRemoval.REMOVE:
            continue
        many, gone = name in structured(kind), going.get(kind.kind, {})
        held = facts.referring(db, kind.kind, name, lost, many=many)
        left = {key: which for key, which in held if key not in gone}
        if left and reference.on_removal is OnRemoval.REFUSE:
            raise Refused(_still_needed(reference.to, kind.kind, len(left)))
        stored = facts.stored_values(db, kind.kind, list(left))
        for key, which in left.items():
            before = stored[key][name]
            after = [each for each in before if each not in which] if many else None
            ops.append(Op(kind.kind, key, name, before, after))
    return ops


def _still_needed(gone: str, kind: str, number: int) -> str:
    plural = {"entry": "entries"}.get(kind, f"{kind}s")
    what = f"1 {kind}" if number == 1 else f"{number} {plural}"
    return (
        f"This {gone} cannot be deleted: {what} of the record came from it. "
        f"Delete or move {'it' if number == 1 else 'them'} first."
    )
