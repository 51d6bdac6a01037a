"""What was done to the record and what became of it, ready to be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workbench.model.changes import ItemChange, Step, Touched
from workbench.model.kinds import KINDS
from workbench.questions.history_words import MOVED, Words, field_words, kind_words
from workbench.questions.word_diff import Run, Sort, word_diff

_ORDER = {kind.kind: place for place, kind in enumerate(KINDS)}
# What the workbench notes about the past itself is no difference of the record.
_ABOUT_THE_PAST = frozenset({"named_version", "merged_copy", "register_check"})
_LEAD = {"undo": "Took back: ", "redo": "Did again: "}


class Deed(StrEnum):
    """What became of an item."""

    ADDED = "Added"
    CHANGED = "Changed"
    DELETED = "Deleted"


@dataclass(frozen=True, slots=True)
class Item:
    """An item that is different: what it is called, and what became of it."""

    kind: str
    name: str
    deed: Deed
    change: ItemChange

    @property
    def id(self) -> str:
        """The item's id."""
        return self.change.id

    @property
    def group(self) -> str:
        """The heading under which items of its kind stand."""
        return kind_words(self.kind).many


@dataclass(frozen=True, slots=True)
class FieldDiff:
    """One field: what it is called, what it said before and says after, and how the two differ."""

    label: str
    before: str
    after: str
    runs: tuple[Run, ...]


def changed_items(words: Words, changes: Sequence[ItemChange]) -> tuple[Item, ...]:
    """The items that differ, kind by kind in the order of the pages."""
    told = [change for change in changes if change.kind not in _ABOUT_THE_PAST]
    words.learn(told)
    ordered = sorted(told, key=lambda change: _ORDER[change.kind])
    return tuple(
        Item(change.kind, words.name_of(change.kind, change.id), deed_of(change), change)
        for change in ordered
    )


def deed_of(change: ItemChange) -> Deed:
    """What became of the item."""
    if change.before is None:
        return Deed.ADDED
    return Deed.DELETED if change.after is None else Deed.CHANGED


def field_diffs(words: Words, change: ItemChange) -> tuple[FieldDiff, ...]:
    """The fields that differ, in the order in which the item has them; of an item that was added
    or deleted, those that say anything."""
    before, after = change.before or {}, change.after or {}
    whole = change.before is None or change.after is None
    found = []
    for name in after or before:
        if name == "id" or (whole and field_words(change.kind, name).shown == "place"):
            continue
        said = _said(words, change.kind, name, before.get(name), after.get(name))
        if said.before or said.after:
            found.append(said)
    return tuple(found)


def _said(words: Words, kind: str, name: str, before: Any, after: Any) -> FieldDiff:
    old, new = words.value(kind, name, before), words.value(kind, name, after)
    if field_words(kind, name).shown == "place":
        old, new = "", MOVED
    elif old == new:  # differs where no word does, such as in what was understood of a time
        old, new = f"{old or 'Nothing'} (as it was understood before)", new or "Nothing"
    label = field_words(kind, name).label
    if isinstance(before, bool) or isinstance(after, bool):
        sides = ((Sort.REMOVED, old), (Sort.ADDED, new))
        runs = tuple(Run(sort, text) for sort, text in sides if text)
    else:
        runs = word_diff(old, new)
    return FieldDiff(label, old, new, runs)


@dataclass(frozen=True, slots=True)
class Line:
    """One step as a list shows it: what was done, to what, by whom and when."""

    step: Step
    what: str
    to: str

    @property
    def id(self) -> str:
        """Names the step."""
        return str(self.step.first)


def lines(words: Words, steps: Iterable[Step]) -> list[Line]:
    """The steps in plain words."""
    return [Line(step, said(step), touched_said(words, step)) for step in steps]


def said(step: Step) -> str:
    """What was done: "Change reviewer’s comment of entry", "Took back: delete person"."""
    label = step.label.removeprefix(f"{step.intent} ") if step.intent in _LEAD else step.label
    told = _LEAD.get(step.intent, "") + label.strip()
    return told[:1].upper() + told[1:]


def touched_said(words: Words, step: Step) -> str:
    """To what it was done: the name of the item that the step speaks of, and how many others."""
    single = [each for each in step.touched if each.id]
    named = (
        single if len(step.touched) == 1 else [each for each in single if _spoken_of(each, step)]
    )
    others = [_counted(each) for each in step.touched if each not in named[:1]]
    if not named:
        return ", ".join(others)
    name = words.name_of(named[0].kind, named[0].id)
    return f"{name}; with {', '.join(others)}" if others else name


def _spoken_of(touched: Touched, step: Step) -> bool:
    return step.label.endswith(f" {kind_words(touched.kind).one}")


def _counted(touched: Touched) -> str:
    names = kind_words(touched.kind)
    noun = names.one if touched.count == 1 else names.several
    return noun if touched.kind == "review" else f"{touched.count:,} {noun}"
