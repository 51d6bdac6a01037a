"""From facts to the sections of a report: which subject speaks where."""

from __future__ import annotations

from collections.abc import Callable

from workbench.model.blocks import Block, Section, words
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.report.subjects.chronology import combined, disagreements, key_days
from workbench.report.subjects.factors import factors
from workbench.report.subjects.findings import findings, good_practice
from workbench.report.subjects.glossary import glossary
from workbench.report.subjects.meetings import decisions
from workbench.report.subjects.people import composition, panel
from workbench.report.subjects.prose import prose
from workbench.report.subjects.recommendations import action_plan, recommendations
from workbench.report.subjects.setting import commission, contributions, mandate, scope

Subject = Callable[[SectionPlan, Material], tuple[Block, ...]]

# What follows the author's own passage; "prose" sections hold nothing else.
SUBJECTS: dict[str, Subject] = {
    "introduction": commission,
    "mandate": mandate,
    "scope": scope,
    "contributions": contributions,
    "panel": panel,
    "people": composition,
    "key_days": key_days,
    "factors": factors,
    "findings": findings,
    "disagreements": disagreements,
    "good_practice": good_practice,
    "recommendations": recommendations,
    "action_plan": action_plan,
    "chronology": combined,
    "decisions": decisions,
}


def section_of(plan: SectionPlan, material: Material) -> Section:
    """The section with its passage and its facts; without blocks when there is nothing to say."""
    if plan.binding == "glossary":
        blocks = glossary(plan, material)
    else:
        subject = SUBJECTS.get(plan.binding)
        blocks = prose(plan, material) + (subject(plan, material) if subject else ())
    return Section(plan.id, words(plan.title), blocks, plan.landscape)
