"""What the register is completed from: every text of the record in which somebody may be named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from workbench.model.agencies import Agency, Contribution
from workbench.model.chronology import Entry
from workbench.model.factors import Awareness, Factor
from workbench.model.facts import Fact
from workbench.model.findings import Evidence, Finding
from workbench.model.meetings import Decision, Meeting, MeetingAction
from workbench.model.people import Person, Relationship
from workbench.model.recommendations import Recommendation
from workbench.model.reviews import Passage, ReviewDetails
from workbench.review import Review


@dataclass(frozen=True, slots=True)
class Paper:
    """One text and where it stands, in words."""

    place: str
    text: str


_READ: dict[type[Fact], tuple[str, tuple[str, ...]]] = {
    Entry: ("the chronology", ("text", "source", "voice", "comment", "published_text")),
    Contribution: ("an agency’s contribution", ("title", "author", "paper", "note")),
    Agency: ("an agency’s contact", ("contact",)),
    Meeting: (
        "a meeting", ("title", "place", "attended", "apologies", "agenda", "minutes"),
    ),
    Decision: ("a decision", ("text", "reason", "dissent")),
    MeetingAction: ("an action", ("text", "owner")),
    Finding: ("a finding", ("title", "statement", "why", "impact")),
    Evidence: ("a note on evidence", ("note",)),
    Recommendation: ("a recommendation", ("text", "owner_name", "measure")),
    Factor: ("the risks and protective factors", ("statement", "note")),
    Awareness: ("who knew of a factor", ("note",)),
    Passage: ("the report’s text", ("text", "note")),
    Person: ("the notes on people", ("note", "post", "pseudonym_chosen_by")),
    Relationship: ("the notes on relationships", ("note",)),
    ReviewDetails: ("the review’s details", ("title", "scope_reason")),
}  # fmt: skip


def papers_of(review: Review) -> tuple[Paper, ...]:
    """Every text that came in or was written, but for the register itself."""
    return tuple(chain.from_iterable(_texts(review, kind) for kind in _READ))


def _texts(review: Review, kind: type[Fact]) -> Iterator[Paper]:
    place, names = _READ[kind]
    facts = review.entries() if kind is Entry else review.all(kind)
    for fact in facts:
        for name in names:
            text: str = getattr(fact, name)
            if text.strip():
                yield Paper(place, text)
