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
    agency = _fresh(review, name, **fields)
    return agency, review.change("add agency", put=[agency])


def agency_called(review: Review, name: str) -> Agency:
    """The agency of this name or alias, or a new one of that name that nothing holds yet."""
    wanted = name.casefold()
    for agency in review.all(Agency):
        if wanted in {form.casefold() for form in (agency.name, *agency.aliases)}:
            return agency
    return _fresh(review, name)


def _fresh(review: Review, name: str, **fields: Any) -> Agency:
    position = last_position(review.all(Agency))
    return Agency(id=AgencyId(new_id()), name=name, position=position, **fields)


def add_contribution(
    review: Review, *, agency: AgencyId, **fields: Any
) -> tuple[Contribution, Change]:
    """Record that the agency is asked for, or has sent, something."""
    contribution = Contribution(id=ContributionId(new_id()), agency=agency, **fields)
    return contribution, review.change("add contribution", put=[contribution])
