"""What differs between a record and a backup of it, in sentences. They name kinds of things and say
how many; they name nobody, because they are read before the review is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from workbench.model.changes import ItemChange, Step
from workbench.model.kinds import KINDS
from workbench.questions.history_words import day_said, kind_words
from workbench.review import Review

STEPS_SAID = 5
_MADE, _CHANGED, _DELETED = "added", "changed", "deleted"


def differences(now: Review, backup: Review) -> tuple[str, ...]:
    """How the backup differs from the record as it is now."""
    common = last_in_common(now, backup)
    newer, older = now.number - common, backup.number - common
    if not newer and not older:
        return ("The backup and the file hold the same.",)
    told: list[str] = []
    if newer:
        told.append(
            f"The file has {_counted(newer, 'change')} that the backup has not. Restoring takes "
            "away from it:"
        )
        told += _since(now, common)
    if older:
        told.append(f"The backup has {_counted(older, 'change')} that the file has not:")
        told += _since(backup, common)
    told += _numbers(now, backup)
    return tuple(told)


def last_in_common(one: Review, other: Review) -> int:
    """The last journal transaction that the two records share; 0 when they share none."""
    low, high = 0, min(one.number, other.number)
    while low < high:
        middle = (low + high + 1) // 2
        if one.chained_at(middle) == other.chained_at(middle):
            low = middle
        else:
            high = middle - 1
    return low


def _since(review: Review, number: int) -> list[str]:
    told = [f"{sentence}." for sentence in _became(review.changes_between(number))]
    steps = [step for step in review.steps(limit=200) if step.last > number]
    told += [f"{_step(step)}." for step in steps[:STEPS_SAID]]
    if len(steps) > STEPS_SAID:
        told.append(f"And {len(steps) - STEPS_SAID:,} earlier steps.")
    return [f"– {each}" for each in told]


def _became(changes: Iterable[ItemChange]) -> list[str]:
    """ "2 people added, 1 changed": a line for each kind, in the model's order."""
    counted: Counter[tuple[str, str]] = Counter()
    for each in changes:
        became = _MADE if each.before is None else _DELETED if each.after is None else _CHANGED
        counted[each.kind, became] += 1
    told = []
    for kind in (one.kind for one in KINDS):
        parts = [(became, counted[kind, became]) for became in (_MADE, _CHANGED, _DELETED)]
        said = [f"{number:,} {became}" for became, number in parts if number]
        if said:
            told.append(f"{_named(kind)}: {', '.join(said)}")
    return told


def _step(step: Step) -> str:
    at = step.at.astimezone()
    return f"{day_said(at.date().isoformat())}, {at:%H:%M}, {step.author}: {step.label}"


def _numbers(now: Review, backup: Review) -> list[str]:
    told = []
    for kind in KINDS:
        held, was = now.count(kind), backup.count(kind)
        if held != was:
            told.append(f"{_named(kind.kind)}: {was:,} in the backup, {held:,} in the file now.")
    return told


def _named(kind: str) -> str:
    name = kind_words(kind).one
    return f"{name[:1].upper()}{name[1:]}"


def _counted(number: int, word: str) -> str:
    return f"1 {word}" if number == 1 else f"{number:,} {word}s"
