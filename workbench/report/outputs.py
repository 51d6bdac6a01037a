"""What can be written from a review: each output as a document of blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Output:
    """One kind of document. ``sections`` are those of the layout that it consists of, all of them
    when empty; ``document`` is what its cover calls it."""

    name: str
    document: str
    sections: tuple[str, ...] = ()

    def plan(self, whole: Layout) -> Layout:
        """The layout of this output alone."""
        if not self.sections:
            return whole
        kept = tuple(one for one in whole.sections if one.id in self.sections)
        return replace(whole, document=self.document, sections=kept)

    def __call__(self, review: Review) -> Document:
        """The output as the record has it; the gate decides what may be read of it."""
        material = gather(review)
        plan = self.plan(layout_for(material.details.type))
        return Document(
            title=words(material.details.title),
            values=cover_values(review, material, plan),
            sections=tuple(section_of(section, material) for section in plan.sections),
        )


OVERVIEW = Output("overview", "overview report")
OUTPUTS: Mapping[str, Output] = {
    one.name: one
    for one in (
        OVERVIEW,
        Output(
            "executive-summary",
            "executive summary",
            ("executive_summary", "legal_mandate", "findings", "good_practice", "recommendations"),
        ),
        Output("chronology", "combined chronology", ("people", "key_days", "chronology")),
        Output("action-plan", "action plan", ("action_plan",)),
    )
}


def overview_report(review: Review) -> Document:
    """The overview report, whatever may be read in it; the gate decides what may."""
    return OVERVIEW(review)


def cover_values(review: Review, material: Material, plan: Layout) -> tuple[tuple[str, Words], ...]:
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
        "document": f"{plan.title}: {plan.document[0].lower()}{plan.document[1:]}",
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
