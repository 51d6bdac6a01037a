"""Merging another copy of the record: what was done in it since the two parted.

Each change of the other copy says what a field was before. Where this record still says so, the
change is taken; where it says the same already, there is nothing to do; where it says a third thing
the two clash, and the author chooses. Nothing is lost in either case: the journal keeps both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from workbench.errors import BadInput, Refused
from workbench.exchange.references import Item, brought_back, still_needed
from workbench.model.changes import Change, ItemChange
from workbench.model.facts import Fact
from workbench.model.ids import MergedCopyId, new_id
from workbench.model.merging import MergedCopy
from workbench.review import Review
from workbench.store.rows import KIND_OF, fact_of_values, values_of

_OWN = {MergedCopy.kind}  # says where this copy stands, so each copy has its own


class Choice(StrEnum):
    """Which of two clashing values is kept."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that both copies changed, or one item (with an empty ``field``) that one of them
    deleted and the other changed. Values are those that the journal keeps; None is not there."""

    kind: str
    id: str
    field: str
    before: Any
    mine: Any
    theirs: Any

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is known by."""
        return self.kind, self.id, self.field


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What merging would do. ``taken`` are the other copy's changes that clash with nothing here;
    ``kept`` are the items that they delete and that something which stays here needs: unless that
    goes too, they stay."""

    taken: tuple[ItemChange, ...]
    clashes: tuple[Clash, ...]
    kept: tuple[Item, ...]
    number: int
    chained: str

    @property
    def empty(self) -> bool:
        """Whether the other copy has nothing that this record lacks."""
        return not self.taken and not self.clashes


def plan_merge(mine: Review, theirs: Review) -> MergePlan:
    """What the other copy has that this record lacks. Neither is touched.

    Raises :class:`BadInput` when it is no copy of the same review.
    """
    number = theirs.number
    chained = theirs.chained_at(number) or ""
    changes = [
        change
        for change in theirs.changes_between(_parted_at(mine, theirs))
        if change.kind not in _OWN
    ]
    taken: list[ItemChange] = []
    clashes: list[Clash] = []
    for change in changes:
        fact = mine.find(KIND_OF[change.kind], change.id)
        ours = None if fact is None else values_of(fact)
        wanted, disputed = _weighed(change, ours)
        taken += [] if wanted is None else [wanted]
        clashes += disputed
    kept = tuple(still_needed(mine, taken))
    return MergePlan(tuple(taken), tuple(clashes), kept, number, chained)


def merge(
    mine: Review,
    theirs: Review,
    plan: MergePlan,
    choices: Mapping[tuple[str, str, str], Choice] | None = None,
) -> Change:
    """Take the plan into this record as one step that undo takes back.

    Raises :class:`Refused`, and changes nothing, while a clash has no choice.
    """
    chosen = choices or {}
    undecided = [clash for clash in plan.clashes if clash.key not in chosen]
    if undecided:
        raise Refused(
            f"{len(undecided)} of the two copies’ differences clash. Choose for each which is kept."
        )
    taken = list(plan.taken)
    taken += [_as_change(one) for one in plan.clashes if chosen[one.key] is Choice.THEIRS]
    kept = set(still_needed(mine, taken))
    put: dict[Item, dict[str, Any]] = {}
    remove: list[Fact] = []
    for change in taken:
        kind = KIND_OF[change.kind]
        fact = mine.find(kind, change.id)
        if change.after is None:
            if fact is not None and (change.kind, change.id) not in kept:
                remove.append(fact)
            continue
        held = put.get((change.kind, change.id)) or values_of(fact or theirs.get(kind, change.id))
        put[change.kind, change.id] = {**held, **change.after}
    facts = [fact_of_values(KIND_OF[kind], values) for (kind, _), values in put.items()]
    facts += brought_back(mine, theirs, facts)
    note = MergedCopy(
        id=MergedCopyId(new_id()),
        number=plan.number,
        chained=plan.chained,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        name=theirs.path.name,
    )
    return mine.change("merge another copy", put=[*facts, note], remove=remove)


def _parted_at(mine: Review, theirs: Review) -> int:
    """The last transaction of the other copy that this record knows: from their common past, or
    from an earlier merging."""
    if mine.chained_at(1) != theirs.chained_at(1):
        raise BadInput(
            f"{theirs.path.name} is another review, not a copy of this one. Nothing was merged."
        )
    common, beyond = 1, min(mine.number, theirs.number) + 1
    while beyond - common > 1:
        middle = (common + beyond) // 2
        if mine.chained_at(middle) == theirs.chained_at(middle):
            common = middle
        else:
            beyond = middle
    merged = [
        one.number for one in mine.all(MergedCopy) if theirs.chained_at(one.number) == one.chained
    ]
    return max([common, *merged])


def _weighed(
    change: ItemChange, ours: dict[str, Any] | None
) -> tuple[ItemChange | None, list[Clash]]:
    """What of the change can be taken, and what clashes, where this record holds ``ours``."""
    before, after = change.before, change.after
    if before is None:  # made there
        if ours is None:
            return change, []
        return _fields(change, {}, after or {}, ours)
    if after is None:  # deleted there
        if ours is None:
            return None, []
        same = all(ours.get(name) == value for name, value in before.items())
        clash = Clash(change.kind, change.id, "", before, ours, None)
        return (change, []) if same else (None, [clash])
    if ours is None:
        return None, [Clash(change.kind, change.id, "", before, None, after)]
    return _fields(change, before, after, ours)


def _fields(
    change: ItemChange, before: dict[str, Any], after: dict[str, Any], ours: dict[str, Any]
) -> tuple[ItemChange | None, list[Clash]]:
    taken: dict[str, Any] = {}
    clashes: list[Clash] = []
    for name, value in after.items():
        was, here = before.get(name), ours.get(name)
        if here == value:
            continue
        if here == was:
            taken[name] = value
        elif _are_lists(was, here, value):
            taken[name] = _both(was, here, value)
        else:
            clashes.append(Clash(change.kind, change.id, name, was, here, value))
    if not taken:
        return None, clashes
    earlier = {name: ours.get(name) for name in taken}
    return ItemChange(change.kind, change.id, earlier, taken, change.number), clashes


def _are_lists(*values: Any) -> bool:
    return all(
        isinstance(value, list) and all(isinstance(one, str) for one in value) for value in values
    )


def _both(was: Any, here: Any, there: Any) -> list[str]:
    """A list that both copies added to or took from: what either added, less what either took."""
    kept = [one for one in here if one in there or one not in was]
    return kept + [one for one in there if one not in was and one not in kept]


def _as_change(clash: Clash) -> ItemChange:
    after = clash.theirs if not clash.field else {clash.field: clash.theirs}
    return ItemChange(clash.kind, clash.id, {}, after, 0)
