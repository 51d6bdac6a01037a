"""Risks and protective factors, and who knew of each, and when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from workbench.model.facts import OnRemoval, Topic, reference
from workbench.model.ids import AgencyId, AwarenessId, EntryId, FactorId, PersonId
from workbench.model.when import UNDATED, When


class Side(StrEnum):
    """The column in which a factor stands."""

    RISK = "risk"
    PROTECTIVE = "protective"


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """A risk or a protective factor. ``domain`` and ``certainty`` are codes of "factor-domains"
    and "certainties"."""

    kind: ClassVar[str] = "factor"
    topic: ClassVar[Topic] = Topic.FACTORS

    id: FactorId
    side: Side
    statement: str
    person: PersonId | None = reference("person", OnRemoval.CLEAR)
    domain: str = ""
    certainty: str = "known"
    period: When = UNDATED
    entries: tuple[EntryId, ...] = reference("entry", OnRemoval.CLEAR, many=True)
    note: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Awareness:
    """An agency, or without one the family and network, that knew of a factor, and since when."""

    kind: ClassVar[str] = "awareness"
    topic: ClassVar[Topic] = Topic.FACTORS

    id: AwarenessId
    factor: FactorId = reference("factor", OnRemoval.REMOVE, required=True)
    agency: AgencyId | None = reference("agency", OnRemoval.REMOVE)
    when: When = UNDATED
    certainty: str = "known"
    note: str = ""
