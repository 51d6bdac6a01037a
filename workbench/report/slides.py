"""What the panel is shown: one document for each slide, made of the same blocks as the report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model.blocks import (
    Block,
    Document,
    Items,
    Paragraph,
    ParagraphStyle,
    Section,
    Words,
    words,
)
from workbench.model.meetings import Meeting
from workbench.report.material import Material, gather
from workbench.report.subjects.chronology import timelines
from workbench.report.subjects.factors import board
from workbench.report.subjects.findings import numbered, resting
from workbench.report.subjects.linking import links_of
from workbench.report.subjects.meetings import actions_of, decisions_of
from workbench.report.subjects.phrasing import day
from workbench.report.subjects.prose import passage_blocks
from workbench.report.subjects.recommendations import owner

if TYPE_CHECKING:
    from workbench.review import Review


def slides(review: Review) -> tuple[Document, ...]:
    """The slides in the order of a meeting; the gate decides what may be seen of them."""
    material = gather(review)
    meeting = material.meetings[-1] if material.meetings else None
    made = [_title(material, meeting)]
    if meeting is not None and meeting.agenda.strip():
        made.append(_slide("agenda", words("Agenda"), _agenda(meeting)))
    columns = board(material)
    if columns is not None:
        made.append(_slide("factors", words("Risks and protective factors"), columns))
    for timeline in timelines(material):
        made.append(_slide("key_days", timeline.day, replace(timeline, day=())))
    made.extend(_findings(material))
    made.extend(_recommendations(material))
    if meeting is not None:
        made.extend(_decided(meeting, material))
    return tuple(made)


def occasion(review: Review) -> str:
    """What the footer says of the meeting: "Panel meeting 2", by number and never by name."""
    number = sum(1 for meeting in gather(review).meetings if meeting.type == "panel")
    return f"Panel meeting {number}" if number else "Panel"


def _slide(section: str, title: Words, *blocks: Block) -> Document:
    return Document(title=title, sections=(Section(section, title, blocks),))


def _title(material: Material, meeting: Meeting | None) -> Document:
    details = material.details
    lines: list[Block] = []
    if meeting is not None:
        held = f", {day(meeting.date)}" if meeting.date else ""
        lines.append(Paragraph(words(meeting.title, held), place="The title slide"))
    if details.board:
        lines.append(Paragraph(words(details.board), place="The title slide"))
    return _slide("title", words(details.title), *lines)


def _agenda(meeting: Meeting) -> Items:
    lines = [line.strip().removeprefix("- ") for line in meeting.agenda.splitlines()]
    return Items(tuple(words(line) for line in lines if line), ordered=True, place="The agenda")


def _findings(material: Material) -> list[Document]:
    made = []
    learning = [(f"Finding {number}: ", finding) for number, finding in numbered(material)]
    practice = [("Good practice: ", one) for one in material.findings if one.good_practice]
    for name, finding in (*learning, *practice):
        place = name.strip(": ")
        title = words(name, finding.title)
        said = [*_prose(finding.statement, f"{place}, statement", material)]
        rests = resting(finding, material)
        if rests:
            said.append(Paragraph(words(rests), place=f"{place}, evidence"))
        made.append(_slide("findings", title, *said))
        why = _prose(finding.why, f"{place}, why", material)
        if why:
            made.append(_slide("findings", words(name, "why it happened"), *why))
    return made


def _prose(text: str, place: str, material: Material) -> tuple[Block, ...]:
    """What the author wrote, without the marks that only a page can show."""
    return passage_blocks(text, ParagraphStyle.BODY, place, links_of(material))


def _recommendations(material: Material) -> list[Document]:
    made = []
    for number, one in enumerate(material.recommendations, 1):
        place = f"Recommendation {number}"
        blocks: list[Block] = [Paragraph(words(one.text), place=place)]
        who, due = owner(one, material), day(one.due)
        said = [part for part in (who, f"by {due}" if due else "") if part]
        if said:
            blocks.append(Paragraph(words(", ".join(said)), place=f"{place}, owner"))
        made.append(_slide("recommendations", words(place), *blocks))
    return made


def _decided(meeting: Meeting, material: Material) -> list[Document]:
    made = []
    decisions = decisions_of(meeting, material, "Decisions")
    if decisions is not None:
        made.append(_slide("decisions", words("Decisions"), decisions))
    actions = actions_of(meeting, material, "Actions")
    if actions is not None:
        made.append(_slide("actions", words("Actions"), actions))
    return made
