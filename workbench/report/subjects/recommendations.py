"""Recommendations, and the plan for carrying them out."""

from __future__ import annotations

from workbench.model.blocks import Block, Column, Table, Words, words
from workbench.model.recommendations import Recommendation
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.report.subjects.phrasing import day
from workbench.resources import label_of


def owner(one: Recommendation, material: Material) -> str:
    """Who owns it: an agency of the review, or a body by its name."""
    return material.agency(one.owner) or one.owner_name


def recommendations(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The recommendations, each with owner, date and measure."""
    rows = tuple(
        (
            words(str(number)),
            words(one.text),
            words(owner(one, material)),
            words(day(one.due)),
            words(one.measure),
        )
        for number, one in enumerate(material.recommendations, 1)
    )
    columns = (
        Column("number", "No.", 0.4),
        Column("text", "Recommendation", 2.3),
        Column("owner", "Owner", 1.05),
        Column("due", "By when", 1.0),
        Column("measure", "How it will be known", 1.8),
    )
    anchors = tuple(f"recommendation_{number}" for number in range(1, len(rows) + 1))
    return _table(plan, columns, rows, "Recommendations", anchors)


def action_plan(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The same recommendations as a plan that boards keep up to date."""
    rows = tuple(
        (
            words(str(number)),
            words(one.text),
            words(label_of("recommendation-scopes", one.scope) if one.scope else ""),
            words(owner(one, material)),
            words(day(one.due)),
            words(one.measure),
            words(label_of("recommendation-statuses", one.status)),
        )
        for number, one in enumerate(material.recommendations, 1)
    )
    columns = (
        Column("number", "No.", 0.35),
        Column("text", "Recommendation", 2.6),
        Column("scope", "Scope", 0.9),
        Column("owner", "Lead", 1.1),
        Column("due", "Target date", 0.9),
        Column("measure", "How it will be known", 1.9),
        Column("status", "Progress", 0.9),
    )
    return _table(plan, columns, rows, "Action plan")


def action_plan_staged(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The plan in the columns that domestic homicide reviews use, with room for what was done."""
    rows = tuple(
        (
            words(f"{number}. ", one.text),
            words(label_of("recommendation-scopes", one.scope) if one.scope else ""),
            words(one.measure),
            words(owner(one, material)),
            words(),
            words(day(one.due)),
            words(label_of("recommendation-statuses", one.status)),
        )
        for number, one in enumerate(material.recommendations, 1)
    )
    columns = (
        Column("text", "Recommendation", 2.4),
        Column("scope", "Scope", 0.8),
        Column("measure", "Action to take, and how it will be known", 1.7),
        Column("owner", "Lead agency", 1.0),
        Column("milestones", "Key milestones achieved", 1.3),
        Column("due", "Target date", 0.9),
        Column("status", "Completion and outcome", 1.1),
    )
    return _table(plan, columns, rows, "Action plan")


def _table(
    plan: SectionPlan,
    columns: tuple[Column, ...],
    rows: tuple[tuple[Words, ...], ...],
    name: str,
    anchors: tuple[str, ...] = (),
) -> tuple[Block, ...]:
    if not rows:
        return ()
    places = tuple(f"Recommendation {n}, {name.lower()}" for n in range(1, len(rows) + 1))
    return (Table(columns, rows, words(name), places, plan.title, anchors),)
