"""Agencies, and what each is asked for."""

from __future__ import annotations

from typing import Any

from workbench.actions.ordering import last_position
from workbench.model.agencies import Agency, Contribution
from workbench.model.changes import Change
from workbench.model.ids import AgencyId, ContributionId, new_id
from workbench.review import Review


def add_agency(review: Review, *, name: str, **fields: Any) -> tuple[Agency, Change]:
    """Add an agency; ``fields`` are any other fields of :class:`Agency`."""
    position = last_position(review.all(Agency))
    agency = Agency(id=AgencyId(new_id()), name=name, position=position, **fields)
    return agency, review.change("add agency", put=[agency])


def add_contribution(
    review: Review, *, agency: AgencyId, **fields: Any
) -> tuple[Contribution, Change]:
    """Record that the agency is asked for, or has sent, something."""
    contribution = Contribution(id=ContributionId(new_id()), agency=agency, **fields)
    return contribution, review.change("add contribution", put=[contribution])
