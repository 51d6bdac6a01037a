"""Invented facts of every kind, made by Hypothesis from the fields that each kind declares."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, time
from enum import StrEnum
from typing import Any, get_type_hints

from hypothesis import strategies as st

from workbench.model.board_templates import Placing
from workbench.model.facts import Fact, Reference
from workbench.model.ids import new_id
from workbench.model.kinds import KINDS
from workbench.model.releases import Tally
from workbench.model.reviews import ReviewDetails
from workbench.model.when import Precision, When
from workbench.review import Review

World = dict[str, dict[str, Fact]]

# Words as they come in papers: quotes, dashes, other scripts, a nul, line ends. No lone surrogates.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WHENS = st.builds(
    When,
    text=TEXTS,
    precision=st.sampled_from(Precision),
    start=st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    end=st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    start_time=st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    end_time=st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    approximate=st.booleans(),
)

BY_HINT: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    bool: st.booleans(),
    int: st.integers(0, 2**31),
    int | None: st.none() | st.integers(0, 2**31),
    tuple[str, ...]: st.lists(TEXTS, max_size=3).map(tuple),
    tuple[Tally, ...]: st.lists(st.builds(Tally, TEXTS, st.integers(0, 99)), max_size=2).map(tuple),
    tuple[Placing, ...]: st.lists(st.builds(Placing, TEXTS, TEXTS), max_size=2).map(tuple),
    When: WHENS,
}


@st.composite
def facts_of(draw: st.DrawFn, kind: type[Fact], known: dict[str, list[str]]) -> Fact:
    """A fact of this kind whose references are to ``known`` ids by kind."""
    hints = get_type_hints(kind)
    values = {
        each.name: draw(_values(each, hints[each.name], known))
        for each in fields(kind)
        if each.name != "id"
    }
    return kind(id=new_id(), **values)


def _values(each: Any, hint: Any, known: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    points: Reference | None = each.metadata.get("reference")
    if points is not None:
        return _references(each, known.get(points.to, []))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return BY_HINT[hint]


def _references(each: Any, ids: list[str]) -> st.SearchStrategy[Any]:
    if each.default == ():
        return (
            st.lists(st.sampled_from(ids), unique=True, max_size=3).map(tuple)
            if ids
            else st.just(())
        )
    if each.default is None:
        return st.none() | st.sampled_from(ids) if ids else st.none()
    return st.sampled_from(ids)


@st.composite
def worlds(draw: st.DrawFn) -> list[Fact]:
    """Facts of every kind but the review's own details, each referring only to earlier ones."""
    known: dict[str, list[str]] = {}
    made: list[Fact] = []
    for kind in KINDS:
        if kind is ReviewDetails:
            continue
        for _ in range(draw(st.integers(1, 2))):
            fact = draw(facts_of(kind, known))
            known.setdefault(kind.kind, []).append(fact.id)
            made.append(fact)
    return made


def everything(review: Review) -> World:
    """All that the record holds."""
    return {kind.kind: {fact.id: fact for fact in review.all(kind)} for kind in KINDS}
