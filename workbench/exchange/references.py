"""What changes from another copy lean on, and what leans on what it deleted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from workbench.model.changes import ItemChange
from workbench.model.facts import Fact, references_of
from workbench.model.kinds import KINDS
from workbench.review import Review
from workbench.store.rows import KIND_OF

Item = tuple[str, str]  # a kind and an id


def _ids(value: Any) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def still_needed(mine: Review, taken: Sequence[ItemChange]) -> set[Item]:
    """What ``taken`` would delete and something that stays in this record refers to."""
    going = {(one.kind, one.id) for one in taken if one.after is None}
    let_go = {(one.kind, one.id, name) for one in taken for name in (one.after or {})}
    leaning = [
        (item, target)
        for item, name, target in _leanings(mine, {kind for kind, _ in going})
        if (*item, name) not in let_go
    ]
    needed: set[Item] = set()
    while more := {to for item, to in leaning if to in going and item not in going}:
        needed |= more
        going -= more
    return needed


def _leanings(mine: Review, kinds: set[str]) -> Iterator[tuple[Item, str, Item]]:
    """Each reference of this record to a fact of these kinds: from which item, by which field."""
    for kind in KINDS:
        wanted = [(name, to.to) for name, to in references_of(kind) if to.to in kinds]
        for fact in mine.all(kind) if wanted else ():
            for name, to in wanted:
                for one in _ids(getattr(fact, name)):
                    yield (kind.kind, fact.id), name, (to, one)


def brought_back(mine: Review, theirs: Review, facts: list[Fact]) -> list[Fact]:
    """What the facts refer to and this record deleted meanwhile: they could not stand without."""
    known = {(fact.kind, fact.id) for fact in facts}
    found: list[Fact] = []
    left = list(facts)
    while left:
        fact = left.pop()
        for name, to in references_of(KIND_OF[fact.kind]):
            for one in _ids(getattr(fact, name)):
                if (to.to, one) in known or mine.find(KIND_OF[to.to], one) is not None:
                    continue
                known.add((to.to, one))
                back = theirs.get(KIND_OF[to.to], one)
                found.append(back)
                left.append(back)
    return found
