"""Meetings of the panel, their decisions and actions."""

from __future__ import annotations

from typing import Any

from workbench.actions.ordering import last_position
from workbench.model.changes import Change
from workbench.model.ids import DecisionId, MeetingActionId, MeetingId, new_id
from workbench.model.meetings import Decision, Meeting, MeetingAction
from workbench.review import Review


def add_meeting(review: Review, *, title: str, **fields: Any) -> tuple[Meeting, Change]:
    """Add a meeting."""
    meeting = Meeting(id=MeetingId(new_id()), title=title, **fields)
    return meeting, review.change("add meeting", put=[meeting])


def record_decision(
    review: Review, *, meeting: MeetingId, text: str, **fields: Any
) -> tuple[Decision, Change]:
    """Minute a decision."""
    position = last_position(review.where(Decision, meeting=meeting))
    decision = Decision(
        id=DecisionId(new_id()), meeting=meeting, text=text, position=position, **fields
    )
    return decision, review.change("record decision", put=[decision])


def record_action(
    review: Review, *, meeting: MeetingId, text: str, **fields: Any
) -> tuple[MeetingAction, Change]:
    """Minute an action that somebody took away."""
    position = last_position(review.where(MeetingAction, meeting=meeting))
    action = MeetingAction(
        id=MeetingActionId(new_id()), meeting=meeting, text=text, position=position, **fields
    )
    return action, review.change("record action", put=[action])
