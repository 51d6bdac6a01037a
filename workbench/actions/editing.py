"""Changing and removing any fact of the record, with a name for the step that undo can show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from workbench.model.changes import Change
from workbench.model.facts import Fact
from workbench.model.ids import StepId
from workbench.questions.history_words import in_step, kind_words
from workbench.review import Review

F = TypeVar("F", bound=Fact)

# A passage is named by where it stands: a step speaks of all the report's text.
_CALLED = {"passage": "the report’s text"}


def called(fact: Fact) -> str:
    """What the author calls a fact of this kind: "meeting action" is simply an "action"."""
    return _CALLED.get(fact.kind) or kind_words(fact.kind).one


def amend(review: Review, fact: Fact, *, step: StepId | None = None, **fields: object) -> Change:
    """Set ``fields`` of the fact as it stands in the record now.

    Other fields keep what the record holds, even if ``fact`` is an older copy. Changes that share
    a ``step`` (one visit to one field) are undone together. Raises :class:`Missing` when the fact
    was deleted meanwhile.
    """
    current = review.get(type(fact), fact.id)
    changed = replace(current, **fields)
    names = " and ".join(in_step(fact.kind, name) for name in fields)
    return review.change(f"change {names} of {called(fact)}", put=[changed], step=step)


def remove(review: Review, facts: Iterable[Fact]) -> Change:
    """Delete these facts, and those that say nothing without them.

    Raises :class:`Refused` when something that must not lose them still stands.
    """
    gone = tuple(facts)
    noun = called(gone[0]) if len(gone) == 1 else f"{len(gone)} items"
    return review.change(f"delete {noun}", remove=gone)
