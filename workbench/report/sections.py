"""From facts to the sections of a report: which subject speaks where."""

from __future__ import annotations

from collections.abc import Callable

from workbench.model.blocks import Block, Section, words
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.report.subjects import accuracy, briefing, learning, meetings, setting
from workbench.report.subjects.chronology import combined, disagreements, key_days
from workbench.report.subjects.factors import factors
from workbench.report.subjects.findings import findings, findings_brief, good_practice
from workbench.report.subjects.glossary import glossary, plain_glossary
from workbench.report.subjects.people import composition, members, panel
from workbench.report.subjects.pictures import course
from workbench.report.subjects.prose import prose
from workbench.report.subjects.recommendations import (
    action_plan,
    action_plan_staged,
    recommendations,
)

Subject = Callable[[SectionPlan, Material], tuple[Block, ...]]

# What follows the author's own passage; "prose" sections hold nothing else.
SUBJECTS: dict[str, Subject] = {
    "introduction": setting.commission,
    "commission": setting.commission,
    "mandate": setting.mandate,
    "decided": setting.decided,
    "scope": setting.scope,
    "timescales": setting.timescales,
    "enquiry": setting.enquiry,
    "contributions": setting.contributions,
    "contributions_asked": setting.contributions_asked,
    "asked_of_agency": setting.asked_of_agency,
    "panel": panel,
    "members": members,
    "people": composition,
    "course": lambda _plan, material: course(material),
    "key_days": key_days,
    "factors": factors,
    "findings": findings,
    "findings_brief": findings_brief,
    "disagreements": disagreements,
    "good_practice": good_practice,
    "recommendations": recommendations,
    "action_plan": action_plan,
    "action_plan_staged": action_plan_staged,
    "chronology": combined,
    "decisions": meetings.decisions,
    "meetings": meetings.meetings,
    "meeting_details": meetings.meeting_details,
    "agenda": meetings.agenda,
    "actions_open": meetings.actions_open,
    "minutes": meetings.minutes,
    "decisions_made": meetings.decisions_made,
    "actions_taken": meetings.actions_taken,
    "next_meeting": meetings.next_meeting,
    "accuracy_text": accuracy.accuracy_text,
    "accuracy_record": accuracy.accuracy_record,
    "briefing_background": briefing.briefing_background,
    "briefing_why": briefing.briefing_why,
    "briefing_direct": briefing.briefing_direct,
    "briefing_together": briefing.briefing_together,
    "briefing_organisations": briefing.briefing_organisations,
    "briefing_do": briefing.briefing_do,
    "board": learning.two_columns,
    "slides_person": learning.slides_person,
    "slides_recommendations": learning.slides_recommendations,
    "slides_changed": learning.slides_changed,
}
# These hold the passage themselves.
_WHOLE: dict[str, Subject] = {"glossary": glossary, "plain_glossary": plain_glossary}


def section_of(plan: SectionPlan, material: Material) -> Section:
    """The section with its passage and its facts; without blocks when there is nothing to say."""
    if plan.binding in _WHOLE:
        blocks = _WHOLE[plan.binding](plan, material)
    else:
        subject = SUBJECTS.get(plan.binding)
        blocks = prose(plan, material) + (subject(plan, material) if subject else ())
    return Section(plan.id, words(plan.title), blocks, plan.landscape)
