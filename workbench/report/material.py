"""What a report is written from: the record's facts, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.model.agencies import Agency, Contribution
from workbench.model.blocks import Section
from workbench.model.chronology import Entry
from workbench.model.factors import Awareness, Factor
from workbench.model.findings import Evidence, Finding
from workbench.model.ids import AgencyId, EntryId, PersonId
from workbench.model.meetings import Decision, Meeting, MeetingAction
from workbench.model.people import Person, Relationship
from workbench.model.recommendations import Recommendation
from workbench.model.reviews import Passage, ReviewDetails
from workbench.resources import label_of

if TYPE_CHECKING:
    from workbench.review import Review


@dataclass(frozen=True, kw_only=True)
class Material:
    """The facts in their order; ``entries`` are all of them as time passes, whether or not the
    report prints them, because findings may rest on any.

    ``about`` is the id of the agency or meeting that an output is about. ``report`` are the
    sections of the report itself, for an output that is made from what they say.
    ``evidence_notes`` says that links to evidence are printed, as footnotes.
    """

    details: ReviewDetails
    passages: Mapping[str, str]
    agencies: tuple[Agency, ...] = ()
    people: tuple[Person, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    entries: tuple[Entry, ...] = ()
    factors: tuple[Factor, ...] = ()
    awareness: tuple[Awareness, ...] = ()
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[MeetingAction, ...] = ()
    about: str = ""
    evidence_notes: bool = False
    report: tuple[Section, ...] = ()

    @property
    def agency_asked(self) -> Agency | None:
        """The agency that the output is about."""
        return next((one for one in self.agencies if one.id == self.about), None)

    @property
    def meeting_asked(self) -> Meeting | None:
        """The meeting that the output is about."""
        return next((one for one in self.meetings if one.id == self.about), None)

    @cached_property
    def named(self) -> dict[str, str]:
        """What a template's own wording may name."""
        about = self.agency_asked
        return {
            "author": self.details.lead_reviewer,
            "board": self.details.board,
            "agency": about.name if about else "",
            "type": label_of("review-types", self.details.type),
            "reference": self.details.reference,
        }

    @cached_property
    def printed(self) -> tuple[Entry, ...]:
        """The entries that the report prints."""
        return tuple(entry for entry in self.entries if entry.in_report)

    @cached_property
    def entry_by_id(self) -> Mapping[EntryId, Entry]:
        """Each entry by its id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def person_by_id(self) -> Mapping[PersonId, Person]:
        """Each person by their id."""
        return {person.id: person for person in self.people}

    @cached_property
    def _agency_names(self) -> Mapping[AgencyId, str]:
        return {agency.id: agency.name for agency in self.agencies}

    def agency(self, wanted: AgencyId | None) -> str:
        """The agency's name as the record has it (the gate says it as it may be heard)."""
        return self._agency_names.get(wanted, "") if wanted else ""


def gather(review: Review, about: str = "", *, evidence_notes: bool = False) -> Material:
    """Read everything that reports and slides are made of."""
    return Material(
        about=about,
        evidence_notes=evidence_notes,
        details=review.details,
        passages={passage.section: passage.text for passage in review.all(Passage)},
        agencies=review.all(Agency),
        people=review.all(Person),
        relationships=review.all(Relationship),
        contributions=review.all(Contribution),
        entries=review.entries(),
        factors=review.all(Factor),
        awareness=review.all(Awareness),
        findings=review.all(Finding),
        evidence=review.all(Evidence),
        recommendations=review.all(Recommendation),
        meetings=tuple(sorted(review.all(Meeting), key=lambda one: (one.date, one.time))),
        decisions=review.all(Decision),
        actions=review.all(MeetingAction),
    )
