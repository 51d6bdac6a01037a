"""What can be written from a review: each output as a document of blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.errors import BadInput
from workbench.model.agencies import Agency
from workbench.model.blocks import Document, Mention, Section, Words, words
from workbench.model.meetings import Meeting
from workbench.report.anchors import with_anchors_only
from workbench.report.layouts import Layout, layout, layout_of
from workbench.report.material import Material, gather
from workbench.report.sections import section_of
from workbench.report.subjects.inline import loose_ends
from workbench.report.subjects.linking import links_of
from workbench.report.subjects.phrasing import MONTHS, day
from workbench.report.subjects.pictures import not_drawn
from workbench.resources import label_of

if TYPE_CHECKING:
    from workbench.review import Review

SLIDES = ".pptx"
_BRIEF = {"findings": "findings_brief"}  # in a document of a few sections
_DRAWN = frozenset({"findings", "findings_brief", "course"})
_PUBLIC = frozenset({"published", "closed"})


@dataclass(frozen=True, slots=True)
class Output:
    """One kind of document. ``document`` is what its cover calls it.

    It consists of those ``sections`` of the review's own layout, of all of them when there are
    none, or of a ``layout`` of its own. ``about`` says that there is one for each "agency" or
    "meeting". ``readers`` is the audience for which it is usually written, and ``ending`` that of
    its file's name. ``reads_report`` says that it is made from what the report says. ``without``
    are sections that it leaves out.
    """

    name: str
    document: str
    sections: tuple[str, ...] = ()
    layout: str = ""
    about: str = ""
    readers: str = "published"
    ending: str = ".docx"
    reads_report: bool = False
    without: tuple[str, ...] = ()

    def plan(self, whole: Layout) -> Layout:
        """The layout of this output, for a review whose own layout is ``whole``."""
        own = dict(whole.outputs).get(self.name, self.layout)
        if own:
            return replace(layout(own), title=whole.title, document=self.document)
        common = tuple(
            one
            for one in whole.sections
            if one.only in ("", self.name) and one.id not in self.without
        )
        if not self.sections:
            named = whole.document if self == OVERVIEW else self.document
            return replace(whole, document=named, sections=common)
        kept = tuple(one for one in common if one.id in self.sections)
        kept = tuple(replace(one, binding=_BRIEF.get(one.binding, one.binding)) for one in kept)
        kept = kept or tuple(one for one in common if one.id == "recommendations")
        return replace(whole, document=self.document, sections=kept, chapters=True)

    def __call__(
        self, review: Review, about: str = "", *, evidence_notes: bool = False
    ) -> Document:
        """The output as the record has it; the gate decides what may be read of it."""
        material = gather(review, about, evidence_notes=evidence_notes)
        self.require_subject(material)
        whole = layout_of(material.details)
        plan = self.plan(whole)
        if self.reads_report:
            material = replace(material, report=_sections(OVERVIEW.plan(whole), material))
        return with_anchors_only(
            Document(
                title=words(material.details.title),
                values=cover_values(review, material, plan),
                sections=_sections(plan, material),
            )
        )

    @property
    def lacking(self) -> str:
        """What must be there first, where the record holds nothing that it could be about."""
        article = "an" if self.about == "agency" else "a"
        return f"Add {article} {self.about} first: this document is about one."

    def require_subject(self, material: Material) -> None:
        """Refuse while it is not said which agency or meeting the output is about."""
        found = {"agency": material.agency_asked, "meeting": material.meeting_asked}
        if self.about and found[self.about] is None:
            known: tuple[Agency | Meeting, ...] = material.agencies
            if self.about == "meeting":
                known = material.meetings
            if not known:
                raise BadInput(self.lacking)
            raise BadInput(f"Choose the {self.about} that this document is about.")

    def cautions(self, review: Review, about: str = "") -> tuple[str, ...]:
        """What the author should know before the output leaves, and no reader sees."""
        material = gather(review, about)
        plan = self.plan(layout_of(material.details))
        links = links_of(material)
        loose = {
            f"The section \u201c{one.title}\u201d refers to {what}. It is not in the report."
            for one in plan.sections
            for what in loose_ends(material.passages.get(one.id, ""), links)
        }
        bindings = {one.binding for one in plan.sections}
        drawn = not_drawn(material) if bindings & _DRAWN else ()
        return (*((plan.unverified,) if plan.unverified else ()), *sorted(loose), *drawn)


def _sections(plan: Layout, material: Material) -> tuple[Section, ...]:
    return tuple(section_of(section, material) for section in plan.sections)


OVERVIEW = Output("overview", "overview report")
_ALL = (
    OVERVIEW,
    Output(
        "executive-summary",
        "executive summary",
        ("executive_summary", "legal_mandate", "findings", "good_practice", "recommendations"),
    ),
    Output("chronology", "combined chronology", ("people", "key_days", "chronology")),
    Output("action-plan", "action plan", ("action_plan",)),
    Output("briefing", "7-minute briefing", layout="briefing"),
    Output("learning-slides", "learning slides", layout="learning-slides", ending=SLIDES),
    Output(
        "family-copy",
        "the family’s copy",
        readers="family",
        reads_report=True,
        without=("glossary",),
    ),
    Output(
        "terms-of-reference", "terms of reference", layout="terms-of-reference", readers="panel"
    ),
    Output("decision-letter", "decision letter", layout="decision-letter", readers="board"),
    Output(
        "request-letter",
        "request to an agency",
        layout="request-letter",
        about="agency",
        readers="agency",
    ),
    Output("panel-agenda", "agenda", layout="panel-agenda", about="meeting", readers="panel"),
    Output("panel-minutes", "minutes", layout="panel-minutes", about="meeting", readers="panel"),
    Output(
        "factual-accuracy",
        "factual accuracy schedule",
        layout="factual-accuracy",
        about="agency",
        readers="agency",
        reads_report=True,
    ),
)
OUTPUTS: Mapping[str, Output] = {one.name: one for one in _ALL}


def subjects_of(output: Output, review: Review) -> tuple[tuple[str, str], ...]:
    """What the output can be about: ids, each with its name in the record."""
    if output.about == "agency":
        return tuple((one.id, one.name) for one in review.all(Agency))
    if output.about == "meeting":
        return tuple((one.id, one.title) for one in gather(review).meetings)
    return ()


def cover_values(review: Review, material: Material, plan: Layout) -> tuple[tuple[str, Words], ...]:
    """The short values of cover, header and footer, by the names that templates ask for.

    The date is the month of the record's last change, so that the same record gives the same
    file; that of an agenda or of minutes is the meeting's.
    """
    details = material.details
    last = review.journal(1)
    changed = f"{MONTHS[last[0].at.month]} {last[0].at.year}" if last else ""
    meeting, agency = material.meeting_asked, material.agency_asked
    told = {
        "board": details.board,
        "reference": details.reference,
        "type": label_of("review-types", details.type),
        "document": f"{plan.title}: {plan.document[0].lower()}{plan.document[1:]}",
        "status": label_of("review-statuses", details.status),
        "version": details.version,
        "date": day(meeting.date) if meeting else changed,
        "author": details.lead_reviewer,
        "marking": "" if details.status in _PUBLIC else "Confidential draft, not for publication",
        "recipient": agency.name if agency else "",
        "meeting": meeting.title if meeting else "",
    }
    subjects = [person for person in material.people if person.role == "subject"]
    called = [part for person in subjects for part in (Mention(person.id), ", ")][:-1]
    return (*((name, words(text)) for name, text in told.items()), ("subject", words(*called)))


def unwritten(document: Document, plan: Layout) -> tuple[str, ...]:
    """The titles of required sections that have nothing in them yet."""
    empty = {section.id for section in document.sections if not section.blocks}
    return tuple(one.title for one in plan.sections if one.required and one.id in empty)
