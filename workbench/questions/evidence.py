"""How much a finding rests on: its evidence counted, and said in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.agencies import Contribution
from workbench.model.chronology import Entry
from workbench.model.findings import Evidence
from workbench.model.ids import FindingId
from workbench.review import Review


@dataclass(frozen=True, slots=True)
class Weight:
    """The count of a finding's evidence."""

    pieces: int
    agencies: int
    contradicting: int

    @property
    def sentence(self) -> str:
        """ "5 pieces of evidence from 3 agencies. None contradicts." """
        if not self.pieces:
            return "No evidence yet."
        counted = _counted(self.pieces, "piece", "pieces") + " of evidence"
        if self.agencies:
            counted += " from " + _counted(self.agencies, "agency", "agencies")
        if not self.contradicting:
            return f"{counted}. None contradicts."
        verb = "contradicts" if self.contradicting == 1 else "contradict"
        return f"{counted}. {self.contradicting} {verb}."


def weight_of(review: Review, finding: FindingId) -> Weight:
    """What the finding rests on."""
    links = review.where(Evidence, finding=finding)
    agencies = {agency for link in links if (agency := _agency_of(review, link)) is not None}
    return Weight(len(links), len(agencies), sum(not link.supports for link in links))


def _agency_of(review: Review, link: Evidence) -> str | None:
    if link.entry is not None:
        entry = review.find(Entry, link.entry)
        return entry.agency if entry else None
    if link.contribution is not None:
        contribution = review.find(Contribution, link.contribution)
        return contribution.agency if contribution else None
    return None


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
