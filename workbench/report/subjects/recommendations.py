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
    return _table(plan, columns, rows, "Recommendations")


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


def _table(
    plan: SectionPlan, columns: tuple[Column, ...], rows: tuple[tuple[Words, ...], ...], name: str
) -> tuple[Block, ...]:
    if not rows:
        return ()
    places = tuple(f"Recommendation {row[0][0]}, {name.lower()}" for row in rows)
    return (Table(columns, rows, words(name), places, plan.title),)
