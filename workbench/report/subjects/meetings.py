"""What the panel decided, and what its members took away to do."""

from __future__ import annotations

from workbench.model.blocks import Block, Column, Items, Paragraph, Table, Words, words
from workbench.model.meetings import Meeting, MeetingAction
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.report.subjects.linking import links_of
from workbench.report.subjects.phrasing import day
from workbench.report.subjects.prose import passage_blocks, style_of
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
        *((Column("dissent", "Dissent", 1.6),) if dissent else ()),
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
    return _actions(taken, section) if taken else None


def _actions(taken: list[MeetingAction], section: str) -> Table:
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


def meetings(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The meetings, with their days."""
    if not material.meetings:
        return ()
    rows = tuple(
        (
            words(one.title),
            words(label_of("meeting-types", one.type)),
            words(day(one.date) if one.date else "To be arranged"),
        )
        for one in material.meetings
    )
    columns = (Column("title", "Meeting", 2), Column("kind", "Kind", 1), Column("date", "Date", 1))
    places = tuple(f"{plan.title}, row {number}" for number in range(1, len(rows) + 1))
    return (Table(columns, rows, words("Meetings"), places, plan.title),)


def meeting_details(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """When and where the meeting is, and once it was held who was there."""
    meeting = material.meeting_asked
    if meeting is None:
        return ()
    told = (
        ("Meeting", meeting.title),
        ("Kind", label_of("meeting-types", meeting.type)),
        ("Date", day(meeting.date)),
        ("Time", meeting.time),
        ("Place", meeting.place),
        ("Present", meeting.attended),
        ("Apologies", meeting.apologies),
    )
    rows = tuple((words(name), words(value)) for name, value in told if value)
    columns = (Column("what", "About", 0.8), Column("value", "The meeting", 3))
    places = tuple(f"{plan.title}, {row[0][0]}" for row in rows)
    return (Table(columns, rows, words("The meeting"), places, plan.title),)


def agenda(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The items of the agenda, numbered."""
    meeting = material.meeting_asked
    items = agenda_items(meeting) if meeting else ()
    return (Items(items, ordered=True, place=plan.title),) if items else ()


def agenda_items(meeting: Meeting) -> tuple[Words, ...]:
    """One item for each line."""
    lines = [line.strip().removeprefix("- ").strip() for line in meeting.agenda.splitlines()]
    return tuple(words(line) for line in lines if line)


def minutes(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """What was said."""
    meeting = material.meeting_asked
    if meeting is None:
        return ()
    return passage_blocks(meeting.minutes, style_of(plan), plan.title, links_of(material))


def decisions_made(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """What the meeting decided."""
    meeting = material.meeting_asked
    table = decisions_of(meeting, material, plan.title) if meeting else None
    return () if table is None else (table,)


def actions_taken(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """Who took what away from the meeting."""
    meeting = material.meeting_asked
    table = actions_of(meeting, material, plan.title) if meeting else None
    return () if table is None else (table,)


def actions_open(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """What earlier meetings left to do and nobody has done yet."""
    earlier = {one.id for one in _before(material)}
    left = [
        one
        for one in material.actions
        if one.meeting in earlier and one.status not in ("done", "dropped")
    ]
    return (_actions(left, plan.title),) if left else ()


def _before(material: Material) -> tuple[Meeting, ...]:
    meeting = material.meeting_asked
    return material.meetings[: material.meetings.index(meeting)] if meeting else ()


def next_meeting(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """When the panel meets again."""
    meeting = material.meeting_asked
    later = material.meetings[material.meetings.index(meeting) + 1 :] if meeting else ()
    if not later:
        return ()
    at = ", ".join(part for part in (day(later[0].date), later[0].time, later[0].place) if part)
    said = f"{later[0].title}: {at}." if at else f"{later[0].title}."
    return (Paragraph(words(said), style_of(plan), plan.title),)
