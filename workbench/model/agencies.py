"""Agencies, and what each was asked for and sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.model.facts import OnRemoval, Topic, reference
from workbench.model.ids import AgencyId, ContributionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An organisation that knew the people. ``type`` is a code of the vocabulary "agency-types".

    ``named`` says that the report may use the agency's own name; otherwise it says
    ``published_as`` ("the GP practice").
    """

    kind: ClassVar[str] = "agency"
    topic: ClassVar[Topic] = Topic.AGENCIES

    id: AgencyId
    name: str
    aliases: tuple[str, ...] = ()
    type: str = ""
    named: bool = False
    published_as: str = ""
    contact: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What an agency was asked for. ``type`` and ``status`` are codes of "contribution-types" and
    "contribution-statuses"; dates are ISO days or empty. ``paper`` and ``paper_hash`` name the
    file that was read and its SHA-256."""

    kind: ClassVar[str] = "contribution"
    topic: ClassVar[Topic] = Topic.AGENCIES

    id: ContributionId
    agency: AgencyId = reference("agency", OnRemoval.REFUSE, required=True)
    type: str = "chronology"
    status: str = "requested"
    title: str = ""
    author: str = ""
    requested: str = ""
    due: str = ""
    received: str = ""
    paper: str = ""
    paper_hash: str = ""
    note: str = ""
