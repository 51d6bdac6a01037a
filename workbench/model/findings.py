"""Findings, and the evidence on which each rests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.model.facts import OnRemoval, Topic, reference
from workbench.model.ids import ContributionId, EntryId, EvidenceId, FindingId


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the review found. ``domain`` and ``status`` are codes of "finding-domains" and
    "finding-statuses"; ``why`` is the system's reason, not a person's fault."""

    kind: ClassVar[str] = "finding"
    topic: ClassVar[Topic] = Topic.FINDINGS

    id: FindingId
    title: str
    statement: str = ""
    why: str = ""
    impact: str = ""
    domain: str = ""
    status: str = "draft"
    good_practice: bool = False
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One link from a finding to an entry or a contribution; ``supports`` or contradicts it."""

    kind: ClassVar[str] = "evidence"
    topic: ClassVar[Topic] = Topic.FINDINGS

    id: EvidenceId
    finding: FindingId = reference("finding", OnRemoval.REMOVE, required=True)
    entry: EntryId | None = reference("entry", OnRemoval.REMOVE)
    contribution: ContributionId | None = reference("contribution", OnRemoval.REMOVE)
    supports: bool = True
    note: str = ""
