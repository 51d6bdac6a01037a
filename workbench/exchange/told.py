"""A merging in plain words, for the author to decide on."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.exchange.merge import Clash, MergePlan
from workbench.intake.wording import in_words
from workbench.questions.history import Item, changed_items
from workbench.questions.history_words import Words, field_words
from workbench.review import Review


@dataclass(frozen=True, slots=True)
class ClashTold:
    """One clash: what it is about, and what each copy says. ``field`` is empty where one of them
    deleted the item and the other changed it."""

    clash: Clash
    name: str
    field: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class MergeTold:
    """What the other copy has, what clashes, and the names of what is kept against its deleting."""

    taken: tuple[Item, ...]
    clashes: tuple[ClashTold, ...]
    kept: tuple[str, ...]


def tell(plan: MergePlan, mine: Review, theirs: Review) -> MergeTold:
    """The plan in words."""
    words, their_words = Words(mine, in_words), Words(theirs, in_words)
    return MergeTold(
        changed_items(their_words, plan.taken),
        tuple(_clash(one, words, their_words) for one in plan.clashes),
        tuple(words.name_of(kind, key) for kind, key in sorted(plan.kept)),
    )


def _clash(clash: Clash, words: Words, their_words: Words) -> ClashTold:
    kind, field = clash.kind, clash.field
    name = words.name_of(kind, clash.id)
    if not field:
        mine, theirs = (
            "Deleted" if side is None else "Changed" for side in (clash.mine, clash.theirs)
        )
        return ClashTold(clash, name, "", mine, theirs)
    return ClashTold(
        clash,
        name,
        field_words(kind, field).label,
        words.value(kind, field, clash.mine) or "Nothing",
        their_words.value(kind, field, clash.theirs) or "Nothing",
    )
