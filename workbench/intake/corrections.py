"""What the author puts right in a proposal before it is taken in."""

from __future__ import annotations

from dataclasses import replace

from workbench.intake.dates import Understood
from workbench.intake.proposal import Asked, Proposal, Proposed, Skipped
from workbench.model.when import When


def corrected(proposal: Proposal, row: int, table: int, when: When) -> Proposal:
    """The proposal with the author's own understanding of this row's date, which settles what was
    asked about it. The words as the paper wrote them are kept."""

    def settled(entry: Proposed) -> Proposed:
        if (entry.row, entry.table) != (row, table):
            return entry
        return replace(entry, understood=Understood(replace(when, text=entry.when.text)))

    return replace(
        proposal,
        entries=tuple(map(settled, proposal.entries)),
        questions=tuple(one for one in proposal.questions if (one.row, one.table) != (row, table)),
    )


def left_out(proposal: Proposal, row: int, table: int) -> Proposal:
    """The proposal without this row's entry, which is accounted for as left out by the author."""

    def is_it(one: Proposed | Asked) -> bool:
        return (one.row, one.table) == (row, table)

    if not any(map(is_it, proposal.entries)):
        return proposal
    return replace(
        proposal,
        entries=tuple(one for one in proposal.entries if not is_it(one)),
        questions=tuple(one for one in proposal.questions if not is_it(one)),
        skipped=(*proposal.skipped, Skipped(row, table, "you left it out")),
    )
