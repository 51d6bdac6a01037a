"""Every kind of fact that a record holds, in an order in which each refers only to earlier ones
(or to its own kind)."""

from __future__ import annotations

from workbench.model.agencies import Agency, Contribution
from workbench.model.board_templates import BoardTemplate
from workbench.model.chronology import Entry
from workbench.model.factors import Awareness, Factor
from workbench.model.facts import Fact
from workbench.model.findings import Evidence, Finding
from workbench.model.meetings import Decision, Meeting, MeetingAction
from workbench.model.merging import MergedCopy
from workbench.model.people import Person, Place, Relationship
from workbench.model.recommendations import Recommendation
from workbench.model.register_checks import RegisterCheck
from workbench.model.releases import LoggedRelease
from workbench.model.reviews import Passage, ReviewDetails
from workbench.model.rulings import Ruling
from workbench.model.versions import NamedVersion

KINDS: tuple[type[Fact], ...] = (
    ReviewDetails,
    Passage,
    Agency,
    Person,
    Relationship,
    Place,
    Contribution,
    Entry,
    Factor,
    Awareness,
    Finding,
    Evidence,
    Recommendation,
    Meeting,
    Decision,
    MeetingAction,
    Ruling,
    NamedVersion,
    LoggedRelease,
    BoardTemplate,
    MergedCopy,
    RegisterCheck,
)
