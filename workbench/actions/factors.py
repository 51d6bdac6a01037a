"""Risks and protective factors: adding, moving between and within columns, who knew."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workbench.actions.ordering import last_position, position_at
from workbench.model.changes import Change
from workbench.model.factors import Awareness, Factor, Side
from workbench.model.ids import AwarenessId, FactorId, new_id
from workbench.review import Review


def add_factor(
    review: Review, *, side: Side, statement: str, **fields: Any
) -> tuple[Factor, Change]:
    """Add a factor at the foot of its column."""
    position = last_position(review.where(Factor, side=side))
    factor = Factor(
        id=FactorId(new_id()), side=side, statement=statement, position=position, **fields
    )
    noun = "risk" if side is Side.RISK else "protective factor"
    return factor, review.change(f"add {noun}", put=[factor])


def move_factor(review: Review, factor: FactorId, *, side: Side, index: int) -> Change:
    """Make the factor the one at ``index`` of the column ``side`` (0 is the top)."""
    moved = review.get(Factor, factor)
    others = [other for other in review.where(Factor, side=side) if other.id != factor]
    moved = replace(moved, side=side, position=position_at(others, index))
    return review.change("move factor", put=[moved])


def add_awareness(review: Review, *, factor: FactorId, **fields: Any) -> tuple[Awareness, Change]:
    """Record that an agency, or without one the family and network, knew of the factor."""
    awareness = Awareness(id=AwarenessId(new_id()), factor=factor, **fields)
    return awareness, review.change("record who knew", put=[awareness])
