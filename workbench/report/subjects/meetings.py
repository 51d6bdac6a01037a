"""What the panel decided, and what its members took away to do."""

from __future__ import annotations

from workbench.model.blocks import Block, Column, Table, words
from workbench.model.meetings import Meeting
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.report.subjects.phrasing import day
from workbench.resources import label_of


def decisions(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """Every decision, meeting by meeting."""
    tables = (decisions_of(meeting, material, plan.title) for meeting in material.meetings)
    return tuple(table for table in tables if table is not None)


def decisions_of(meeting: Meeting, material: Material, section: str) -> Table | None:
    """What this meeting decided, why, and who dissented."""
    made = [one for one in material.decisions if one.meeting == meeting.id]
    if not made:
        return None
    dissent = any(one.dissent for one in made)
    columns = (
        Column("number", "No.", 0.4),
        Column("text", "Decision", 2.4),
        Column("reason", "Reason", 2),
        *((Column("dissent", "Dissent", 1.2),) if dissent else ()),
    )
    rows = tuple(
        (
            words(str(number)),
            words(one.text),
            words(one.reason),
            *((words(one.dissent),) if dissent else ()),
        )
        for number, one in enumerate(made, 1)
    )
    held = f", {day(meeting.date)}" if meeting.date else ""
    places = tuple(f"{section}, decision {number}" for number in range(1, len(rows) + 1))
    return Table(columns, rows, words(meeting.title, held), places, section)


def actions_of(meeting: Meeting, material: Material, section: str) -> Table | None:
    """What was taken away from this meeting, by whom and by when."""
    taken = [one for one in material.actions if one.meeting == meeting.id]
    if not taken:
        return None
    columns = (
        Column("number", "No.", 0.4),
        Column("text", "Action", 2.6),
        Column("owner", "Owner", 1.2),
        Column("due", "By when", 1),
        Column("status", "Status", 0.8),
    )
    rows = tuple(
        (
            words(str(number)),
            words(one.text),
            words(one.owner),
            words(day(one.due)),
            words(label_of("action-statuses", one.status)),
        )
        for number, one in enumerate(taken, 1)
    )
    places = tuple(f"{section}, action {number}" for number in range(1, len(rows) + 1))
    return Table(columns, rows, words("Actions"), places, section)
