"""Why and how the review was held: its commission, mandate, scope and contributions."""

from __future__ import annotations

from workbench.model.blocks import Block, Column, Paragraph, ParagraphStyle, Table, words
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.report.subjects.phrasing import day, sentence
from workbench.resources import label_of


def commission(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """Who asked for the review, and when."""
    details = material.details
    if not (details.board and details.commissioned_on):
        return ()
    text = f"{details.board} commissioned this review on {day(details.commissioned_on)}."
    return (Paragraph(words(text), ParagraphStyle.NUMBERED, f"{plan.title}, who commissioned it"),)


def mandate(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The facts on which the review is held, as a small table."""
    details = material.details
    rows = (
        ("Type of review", label_of("review-types", details.type)),
        ("Legal basis", label_of("mandates", details.mandate) if details.mandate else ""),
        ("Commissioned by", details.board),
        ("Commissioned on", day(details.commissioned_on)),
        ("Reference", details.reference),
    )
    told = tuple((words(name), words(value)) for name, value in rows if value)
    if not details.mandate and not details.commissioned_on:
        return ()
    columns = (Column("what", "About this review", 1), Column("value", "As recorded", 2.2))
    caption = words("The review at a glance")
    places = tuple(f"{plan.title}, {name[0]}" for name, _ in told)
    return (Table(columns, told, caption, places, plan.title),)


def scope(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The period that the review looked at, and why that one."""
    details = material.details
    start, end = day(details.scope_start), day(details.scope_end)
    if start and end:
        text = f"The review looked at the period from {start} to {end}."
    elif start:
        text = f"The review looked at the period from {start}."
    elif end:
        text = f"The review looked at the period up to {end}."
    else:
        return ()
    reason = sentence(details.scope_reason)
    said = words(f"{text} {reason}".strip())
    return (Paragraph(said, ParagraphStyle.NUMBERED, f"{plan.title}, the period"),)


def contributions(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """Which agency contributed what."""
    columns = (
        Column("agency", "Agency", 1.6),
        Column("contribution", "Contribution", 1.4),
        Column("status", "Status", 1),
    )
    rows = tuple(
        (
            words(material.agency(one.agency)),
            words(one.title or label_of("contribution-types", one.type)),
            words(label_of("contribution-statuses", one.status)),
        )
        for one in material.contributions
    )
    if not rows:
        return ()
    places = tuple(f"{plan.title}, row {number}" for number in range(1, len(rows) + 1))
    return (Table(columns, rows, words("Contributions to the review"), places, plan.title),)
