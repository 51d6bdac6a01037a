"""The review itself, and the passages that its author writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.model.facts import Topic
from workbench.model.ids import PassageId, ReviewId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDetails:
    """What the review is. A record holds exactly one.

    ``type``, ``status`` and ``mandate`` are codes of the vocabularies of the same names. Dates are
    ISO days ("2026-03-31") or empty. ``layout`` names how the report is set out, where that is not
    as is usual for its type.
    """

    kind: ClassVar[str] = "review"
    topic: ClassVar[Topic] = Topic.REVIEW

    id: ReviewId
    type: str
    title: str
    reference: str = ""
    status: str = "evidence"
    mandate: str = ""
    board: str = ""
    lead_reviewer: str = ""
    scope_start: str = ""
    scope_end: str = ""
    scope_reason: str = ""
    commissioned_on: str = ""
    version: str = "Draft 1"
    layout: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What the author wrote for one section of the report; ``section`` is the section's id.

    Paragraphs are separated by a blank line; a line that starts with "- " is an item of a list.
    ``note`` is the author's to themselves, and is in no report.
    """

    kind: ClassVar[str] = "passage"
    topic: ClassVar[Topic] = Topic.REVIEW

    id: PassageId
    section: str
    text: str = ""
    note: str = ""
