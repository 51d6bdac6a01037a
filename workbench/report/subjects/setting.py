"""Why and how the review was held: its commission, mandate, scope and contributions."""

from __future__ import annotations

from workbench.model.blocks import Block, Column, Items, Paragraph, Table, words
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.report.subjects.linking import links_of
from workbench.report.subjects.phrasing import day, month, sentence
from workbench.report.subjects.prose import passage_blocks, style_of
from workbench.resources import label_of


def commission(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """Who asked for the review, and when."""
    details = material.details
    if not (details.board and details.commissioned_on):
        return ()
    text = f"{details.board} commissioned this review on {day(details.commissioned_on)}."
    return (Paragraph(words(text), style_of(plan), f"{plan.title}, who commissioned it"),)


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


def decided(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The same table, until the author has written what was decided."""
    own = material.passages.get(plan.id, "").strip()
    return () if own else mandate(plan, material)


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
    return (Paragraph(said, style_of(plan), f"{plan.title}, the period"),)


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


def timescales(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """When the review began, and when its panel met last."""
    details = material.details
    if not details.commissioned_on:
        return ()
    said = f"The review began on {day(details.commissioned_on)}."
    held = [one.date for one in material.meetings if one.date]
    if held:
        said += f" Its panel met for the last time in {month(held[-1])}."
    return (Paragraph(words(said), style_of(plan), f"{plan.title}, beginning and end"),)


def enquiry(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The key lines of enquiry, numbered: the list in the passage on the terms of reference, or
    where it has none its paragraphs."""
    text = material.passages.get("terms_of_reference", "")
    blocks = passage_blocks(text, style_of(plan), plan.title, links_of(material))
    items = [item for block in blocks if isinstance(block, Items) for item in block.items]
    if not items:
        return blocks
    intro = tuple(block for block in blocks if not isinstance(block, Items))
    return (*intro[:1], Items(tuple(items), ordered=True, place=plan.title))


def contributions_asked(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """What each agency is asked for, and by when."""
    return _asked(plan, material, None)


def asked_of_agency(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """What the agency that the letter is to is asked for, and by when."""
    return _asked(plan, material, material.about)


def _asked(plan: SectionPlan, material: Material, agency: str | None) -> tuple[Block, ...]:
    rows = []
    for one in material.contributions:
        if agency is not None and one.agency != agency:
            continue
        what = one.title or label_of("contribution-types", one.type)
        row = (words(what), words(day(one.due)))
        rows.append(row if agency is not None else (words(material.agency(one.agency)), *row))
    if not rows:
        return ()
    columns = (
        *((Column("agency", "Agency", 1.6),) if agency is None else ()),
        Column("contribution", "What is asked for", 1.8),
        Column("due", "By when", 1),
    )
    places = tuple(f"{plan.title}, row {number}" for number in range(1, len(rows) + 1))
    caption = words("What is asked for, and by when")
    return (Table(columns, tuple(rows), caption, places, plan.title),)
