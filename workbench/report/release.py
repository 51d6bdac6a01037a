"""Releasing a report: through the gate, into Word, past the leak scan, and only then into place.

The finished file is made in a folder of its own beside its target, is read again by the leak scan
under its own name, and is moved into place in one step. Whatever goes wrong, nothing is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.disclosure.audiences import Audience
from workbench.disclosure.gate import Disclosed, disclose, require_resolved
from workbench.disclosure.leak_scan import scan
from workbench.disclosure.log import Leaving
from workbench.disclosure.pseudonyms import require_sound
from workbench.disclosure.register import register_of
from workbench.errors import BadInput, Refused
from workbench.model.blocks import Document
from workbench.model.changes import Change
from workbench.model.releases import LoggedRelease
from workbench.model.rulings import Ruling
from workbench.report.decks.writing import render_slides
from workbench.report.fit import overfull
from workbench.report.layouts import layout_of
from workbench.report.order import ReleaseOrder
from workbench.report.outputs import OUTPUTS, SLIDES, unwritten
from workbench.report.pages.measuring import computer_fonts
from workbench.report.placings import template_for
from workbench.report.protection import protected
from workbench.report.putting import put_in_place, refuse_named_template
from workbench.report.stages import QUIETLY, Stages
from workbench.report.template import Template
from workbench.report.version_table import with_versions
from workbench.report.versions import both_sides, render_between
from workbench.report.word import Written, render
from workbench.review import Review

__all__ = ["OUTPUTS", "Release", "disclosed_output", "release"]
NOTHING = Change("", frozenset())


@dataclass(frozen=True, slots=True)
class Release:
    """A report that has left: where it is, what its author should know of it, and how it was
    logged."""

    path: Path
    told: tuple[str, ...]
    logged: LoggedRelease | None = None
    change: Change = NOTHING


def disclosed_output(
    review: Review,
    output: str,
    audience: Audience,
    about: str = "",
    *,
    evidence_notes: bool = False,
    versions: bool = False,
) -> Disclosed:
    """The output as this audience may read it, with what is still unresolved in it. ``about`` is
    the id of the agency or meeting that it is about; ``evidence_notes`` prints links to evidence
    as footnotes; ``versions`` adds the table of versions for a board's template."""
    if output not in OUTPUTS:
        raise BadInput(f"There is no output of that name. Choose one of: {', '.join(OUTPUTS)}.")
    document = OUTPUTS[output](review, about, evidence_notes=evidence_notes)
    document = with_versions(document, review) if versions else document
    return disclose(document, register_of(review), audience, review.all(Ruling))


def release(
    review: Review, order: ReleaseOrder, path: Path, *, stages: Stages = QUIETLY
) -> Release:
    """Write what is ordered to ``path``. Where two versions are compared, each must be fit to
    leave. ``stages`` is told how far it has come, and may stop it.

    Refuses, and leaves nothing, while a name is unresolved, when the template has no place for a
    required section (unless that is allowed), or when the leak scan finds anything. A password
    protects the file after it was scanned. Each release and each refusal is in the disclosure log.
    """
    output, about = order.output, order.about
    leaving = Leaving(
        review=review,
        output=output,
        audience=order.audience,
        file_name=path.name,
        recipient=order.recipient,
        template=order.template.name if order.template else "our own",
        protected=order.password is not None,
    )
    leaving.require_fit()
    stages.next("Looking through the document for names\u2026")
    disclosed = disclosed_output(
        review,
        output,
        order.audience,
        about,
        evidence_notes=order.evidence_notes,
        versions=order.template is not None,
    )
    try:
        require_sound(register_of(review))
        sides: tuple[Disclosed, ...] = (disclosed,)
        if order.between is not None:
            sides = both_sides(review, output, order.audience, order.between, about)
        for side in sides:
            require_resolved(side)
        stages.next("Writing it in Word\u2026")
        written = _written(review, sides, order)
        locked = None if order.password is None else protected(written.content, order.password)
        put_in_place(written.content, path, leaving, sides, locked=locked, stages=stages)
    except Refused:
        leaving.refused(disclosed)
        raise
    told = (*written.told, *OUTPUTS[output].cautions(review, about))
    return Release(path, tuple(dict.fromkeys(told)), leaving.entry, leaving.change)


def _written(review: Review, sides: Sequence[Disclosed], order: ReleaseOrder) -> Written:
    """The finished file's bytes, and what its author should know of them."""
    disclosed, output, template = sides[-1], order.output, order.template
    plan = OUTPUTS[output].plan(layout_of(review.details))
    empty = unwritten(disclosed.document, plan)
    told: tuple[str, ...] = (
        (f"Nothing has been written yet for: {', '.join(empty)}.",) if empty else ()
    )
    if OUTPUTS[output].ending == SLIDES:
        if template is not None:
            raise Refused(
                "Slides are written on a PowerPoint template of the workbench’s own, not on a "
                "board’s Word template. Choose our own template, and write them again."
            )
        if len(sides) > 1:
            raise Refused("Two versions of slides cannot be compared. Choose a Word document.")
        return Written(render_slides(disclosed), told)
    chosen = template_for(review, output, template)
    if template is None:
        told += overfull(disclosed.document, plan)
    else:
        refuse_named_template(scan(template, register_of(review)), template.name)
    told = chosen.told + _missing(chosen, disclosed.document, allowed=order.allow_missing) + told
    fonts = computer_fonts()
    if len(sides) > 1:
        written = render_between(sides, chosen, fonts)
    else:
        written = render(disclosed, chosen, fonts)
    return replace(written, told=(*told, *written.told))


def _missing(template: Template, document: Document, *, allowed: bool) -> tuple[str, ...]:
    """What the review has and the template has no heading for."""
    filled = {section.id for section in document.sections if section.blocks}
    kept = tuple(
        f"The template has no heading for “{one.title}”; it stands under "
        f"“{template.headings[template.placed.folded[one.id]].text}”, with a heading of its own."
        for one in template.plan.sections
        if one.id in template.placed.folded and one.id in filled
    )
    lost = [one for one in template.without() if one.id in filled]
    if not lost:
        return kept
    titles = ", ".join(f"“{one.title}”" for one in lost)
    nothing_left = filled <= {one.id for one in lost}  # such as an action plan without its table
    if (nothing_left or any(one.required for one in lost)) and not allowed:
        raise Refused(
            f"{template.name} has no heading for {titles}. Nothing was written. Say at which "
            "place of the template they are to stand, add the headings to it in Word, or choose to "
            "leave these sections out."
        )
    were = "this section was" if len(lost) == 1 else "these sections were"
    return (*kept, f"The template has no heading for {titles}; {were} left out.")
