"""The table of a document's versions, for a board whose template has a place for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from workbench.disclosure.log import log_of
from workbench.model.blocks import Column, Document, Section, Table, words
from workbench.model.versions import NamedVersion
from workbench.report.layouts import Layout, SectionPlan
from workbench.report.subjects.phrasing import MONTHS
from workbench.report.template import VERSIONS
from workbench.review import Review

_COLUMNS = (
    Column("version", "Version", 1.2),
    Column("dated", "Date", 1),
    Column("by", "Author", 1.2),
    Column("said", "Comments", 2.4),
)


def with_place_for_versions(plan: Layout) -> Layout:
    """The plan with a section for versions, which only boards' templates ask for."""
    if any(one.id == VERSIONS for one in plan.sections):
        return plan
    section = SectionPlan(
        id=VERSIONS,
        title="Version history",
        level=1,
        numbered=False,
        required=False,
        guidance="",
        binding="prose",
        landscape=False,
    )
    return replace(plan, sections=(*plan.sections, section))


def with_versions(document: Document, review: Review) -> Document:
    """The document with its versions, where any has a name: each with its day and its note, and
    the releases to somebody who was named as their recipient."""
    author = review.details.lead_reviewer
    rows = [(one.at, one.name, one.note) for one in review.all(NamedVersion)]
    rows += [
        (one.at, one.version, f"Sent to {one.recipient}")
        for one in log_of(review)
        if one.released and one.recipient
    ]
    if not rows:
        return document
    cells = tuple(
        (words(name), words(_day(at)), words(author), words(said))
        for at, name, said in sorted(rows)
    )
    table = Table(_COLUMNS, cells, words("Versions of this document"))
    section = Section(VERSIONS, words("Version history"), (table,))
    return replace(document, sections=(*document.sections, section))


def _day(at: str) -> str:
    day = datetime.fromisoformat(at).astimezone().date()
    return f"{day.day} {MONTHS[day.month]} {day.year}"
