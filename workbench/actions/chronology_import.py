"""Taking an agency's paper into the chronology, as one step."""

from __future__ import annotations

from datetime import date

from workbench.intake.proposal import Proposal
from workbench.model.agencies import Agency, Contribution
from workbench.model.changes import Change
from workbench.model.chronology import Entry
from workbench.model.ids import ContributionId, EntryId, new_id
from workbench.review import Review


def import_chronology(review: Review, proposal: Proposal, agency: Agency) -> Change:
    """Add the paper as a contribution of this agency, with all of its entries; the agency too,
    where the review does not know it yet."""
    contribution = Contribution(
        id=ContributionId(new_id()),
        agency=agency.id,
        type="chronology",
        status="received",
        title="Chronology",
        received=date.today().isoformat(),  # noqa: DTZ011 # the author's own day is meant
        paper=proposal.name,
        paper_hash=proposal.digest,
    )
    entries = [
        Entry(
            id=EntryId(new_id()),
            when=proposed.when,
            text=proposed.text,
            agency=agency.id,
            contribution=contribution.id,
            source=proposed.source,
            source_row=proposed.row,
            sequence=f"{number:06}",
        )
        for number, proposed in enumerate(proposal.entries)
    ]
    return review.change("import a chronology", put=[agency, contribution, *entries])
