"""Findings and the evidence on which each rests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workbench.actions.ordering import last_position, position_at
from workbench.errors import Refused
from workbench.model.changes import Change
from workbench.model.findings import Evidence, Finding
from workbench.model.ids import ContributionId, EntryId, EvidenceId, FindingId, new_id
from workbench.review import Review


def add_finding(review: Review, *, title: str, **fields: Any) -> tuple[Finding, Change]:
    """Add a finding after the others."""
    position = last_position(review.all(Finding))
    finding = Finding(id=FindingId(new_id()), title=title, position=position, **fields)
    return finding, review.change("add finding", put=[finding])


def move_finding(review: Review, finding: FindingId, *, index: int) -> Change:
    """Make the finding the one at ``index`` (0 is the first)."""
    others = [other for other in review.all(Finding) if other.id != finding]
    moved = replace(review.get(Finding, finding), position=position_at(others, index))
    return review.change("move finding", put=[moved])


def link_evidence(
    review: Review,
    *,
    finding: FindingId,
    entry: EntryId | None = None,
    contribution: ContributionId | None = None,
    supports: bool = True,
    note: str = "",
) -> tuple[Evidence, Change]:
    """Rest the finding on one entry or one contribution. A second link to the same is refused."""
    if (entry is None) == (contribution is None):
        raise ValueError("evidence is either one entry or one contribution")
    linked = review.where(Evidence, finding=finding, entry=entry, contribution=contribution)
    if linked:
        raise Refused("This evidence is already linked to the finding.")
    evidence = Evidence(
        id=EvidenceId(new_id()),
        finding=finding,
        entry=entry,
        contribution=contribution,
        supports=supports,
        note=note,
    )
    return evidence, review.change("link evidence", put=[evidence])
