"""Meetings of the panel, with what they decided and who will act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.model.facts import OnRemoval, Topic, reference
from workbench.model.ids import DecisionId, MeetingActionId, MeetingId


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """``type`` is a code of "meeting-types"; ``date`` an ISO day; ``time`` as "10:00"."""

    kind: ClassVar[str] = "meeting"
    topic: ClassVar[Topic] = Topic.MEETINGS

    id: MeetingId
    title: str
    type: str = "panel"
    date: str = ""
    time: str = ""
    place: str = ""
    attended: str = ""
    apologies: str = ""
    agenda: str = ""
    minutes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a meeting decided, why, and who dissented."""

    kind: ClassVar[str] = "decision"
    topic: ClassVar[Topic] = Topic.MEETINGS

    id: DecisionId
    meeting: MeetingId = reference("meeting", OnRemoval.REMOVE, required=True)
    text: str
    reason: str = ""
    dissent: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAction:
    """What somebody took away to do; ``due`` is an ISO day; ``status`` of "action-statuses"."""

    kind: ClassVar[str] = "meeting_action"
    topic: ClassVar[Topic] = Topic.MEETINGS

    id: MeetingActionId
    meeting: MeetingId = reference("meeting", OnRemoval.REMOVE, required=True)
    text: str
    owner: str = ""
    due: str = ""
    status: str = "open"
    position: str = ""
