"""What can be written from a review: each output as a document of blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model.blocks import Document, Words, words
from workbench.report.layouts import Layout, layout_for
from workbench.report.material import Material, gather
from workbench.report.sections import section_of
from workbench.report.subjects.phrasing import MONTHS
from workbench.resources import label_of

if TYPE_CHECKING:
    from workbench.review import Review

_PUBLIC = frozenset({"published", "closed"})


def overview_report(review: Review) -> Document:
    """The overview report, whatever may be read in it; the gate decides what may."""
    material = gather(review)
    plan = layout_for(material.details.type)
    return Document(
        title=words(material.details.title),
        values=cover_values(review, material),
        sections=tuple(section_of(section, material) for section in plan.sections),
    )


def cover_values(review: Review, material: Material) -> tuple[tuple[str, Words], ...]:
    """The short values of cover, header and footer, by the names that templates ask for.

    The date is the month of the record's last change, so that the same record gives the same file.
    """
    details = material.details
    last = review.journal(1)
    changed = f"{MONTHS[last[0].at.month]} {last[0].at.year}" if last else ""
    told = {
        "board": details.board,
        "reference": details.reference,
        "type": label_of("review-types", details.type),
        "status": label_of("review-statuses", details.status),
        "version": details.version,
        "date": changed,
        "author": details.lead_reviewer,
        "marking": "" if details.status in _PUBLIC else "Confidential draft, not for publication",
    }
    return tuple((name, words(text)) for name, text in told.items())


def unwritten(document: Document, plan: Layout) -> tuple[str, ...]:
    """The titles of required sections that have nothing in them yet."""
    empty = {section.id for section in document.sections if not section.blocks}
    return tuple(one.title for one in plan.sections if one.required and one.id in empty)
