"""Recommendations: what must change, who owns it, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.model.facts import OnRemoval, Topic, reference
from workbench.model.ids import AgencyId, FindingId, RecommendationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """``owner`` is an agency of the review; ``owner_name`` a body that is not one, such as the
    board itself. ``scope`` and ``status`` are codes of "recommendation-scopes" and
    "recommendation-statuses"; ``due`` is an ISO day or empty."""

    kind: ClassVar[str] = "recommendation"
    topic: ClassVar[Topic] = Topic.RECOMMENDATIONS

    id: RecommendationId
    text: str
    findings: tuple[FindingId, ...] = reference("finding", OnRemoval.CLEAR, many=True)
    owner: AgencyId | None = reference("agency", OnRemoval.CLEAR)
    owner_name: str = ""
    due: str = ""
    measure: str = ""
    scope: str = ""
    status: str = "draft"
    position: str = ""
