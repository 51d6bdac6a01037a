"""Recommendations."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workbench.actions.ordering import last_position, position_at
from workbench.model.changes import Change
from workbench.model.ids import RecommendationId, new_id
from workbench.model.recommendations import Recommendation
from workbench.review import Review


def add_recommendation(
    review: Review, *, text: str, **fields: Any
) -> tuple[Recommendation, Change]:
    """Add a recommendation after the others."""
    position = last_position(review.all(Recommendation))
    made = Recommendation(id=RecommendationId(new_id()), text=text, position=position, **fields)
    return made, review.change("add recommendation", put=[made])


def move_recommendation(review: Review, moved: RecommendationId, *, index: int) -> Change:
    """Make the recommendation the one at ``index`` (0 is the first)."""
    others = [other for other in review.all(Recommendation) if other.id != moved]
    fact = review.get(Recommendation, moved)
    return review.change(
        "move recommendation", put=[replace(fact, position=position_at(others, index))]
    )
