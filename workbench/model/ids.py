"""Typed ids. An id is 32 hexadecimal digits, made at random, and never reused."""

from __future__ import annotations

from typing import NewType
from uuid import uuid4

ReviewId = NewType("ReviewId", str)
PassageId = NewType("PassageId", str)
PersonId = NewType("PersonId", str)
RelationshipId = NewType("RelationshipId", str)
PlaceId = NewType("PlaceId", str)
AgencyId = NewType("AgencyId", str)
ContributionId = NewType("ContributionId", str)
EntryId = NewType("EntryId", str)
FactorId = NewType("FactorId", str)
AwarenessId = NewType("AwarenessId", str)
FindingId = NewType("FindingId", str)
EvidenceId = NewType("EvidenceId", str)
RecommendationId = NewType("RecommendationId", str)
MeetingId = NewType("MeetingId", str)
DecisionId = NewType("DecisionId", str)
MeetingActionId = NewType("MeetingActionId", str)
RulingId = NewType("RulingId", str)
NamedVersionId = NewType("NamedVersionId", str)
LoggedReleaseId = NewType("LoggedReleaseId", str)
BoardTemplateId = NewType("BoardTemplateId", str)
RegisterCheckId = NewType("RegisterCheckId", str)
MergedCopyId = NewType("MergedCopyId", str)
StepId = NewType("StepId", str)


def new_id() -> str:
    """A fresh id, to be wrapped in the type of what it names: ``EntryId(new_id())``."""
    return uuid4().hex
