"""Releasing a report: through the gate, into Word, past the leak scan, and only then into place.

The finished file is made in a folder of its own beside its target, is read again by the leak scan
under its own name, and is moved into place in one step. Whatever goes wrong, nothing is left.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.disclosure.audiences import Audience
from workbench.disclosure.gate import Disclosed, disclose, require_resolved
from workbench.disclosure.leak_scan import ScanReport, scan
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
from workbench.report.layouts import layout_for
from workbench.report.outputs import OUTPUTS, SLIDES, unwritten
from workbench.report.placings import read_for
from workbench.report.protection import protected
from workbench.report.template import Template, built_in
from workbench.report.word import Written, render
from workbench.review import Review

__all__ = ["OUTPUTS", "Release", "disclosed_output", "release"]
_PLACES_SAID = 8
NOTHING = Change("", frozenset())
_UNFINISHED = ".report-unfinished-"
_ABANDONED_AFTER = 600  # seconds: no release takes so long
_WHAT = {
    "person": "a person’s name",
    "place": "the name of a place",
    "org": "the name of an agency",
    "number": "a number that identifies someone",
}


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
) -> Disclosed:
    """The output as this audience may read it, with what is still unresolved in it. ``about`` is
    the id of the agency or meeting that it is about; ``evidence_notes`` prints links to evidence
    as footnotes."""
    if output not in OUTPUTS:
        raise BadInput(f"There is no output of that name. Choose one of: {', '.join(OUTPUTS)}.")
    document = OUTPUTS[output](review, about, evidence_notes=evidence_notes)
    return disclose(document, register_of(review), audience, review.all(Ruling))


def release(
    review: Review,
    *,
    output: str,
    audience: Audience,
    template: Path | None,
    path: Path,
    allow_missing: bool = False,
    password: str | None = None,
    recipient: str = "",
    about: str = "",
    evidence_notes: bool = False,
) -> Release:
    """Write the output for this audience to ``path``, on the board's template or our own.
    ``about`` and ``evidence_notes`` are as for :func:`disclosed_output`.

    Refuses, and leaves nothing, while a name is unresolved, when the template has no place for a
    required section (unless ``allow_missing``), or when the leak scan finds anything. With a
    ``password`` the file is protected after it was scanned. Each release and each refusal is in
    the disclosure log, with ``recipient``.
    """
    leaving = Leaving(
        review=review,
        output=output,
        audience=audience,
        file_name=path.name,
        recipient=recipient,
        template=template.name if template else "our own",
        protected=password is not None,
    )
    leaving.require_fit()
    disclosed = disclosed_output(review, output, audience, about, evidence_notes=evidence_notes)
    try:
        require_sound(register_of(review))
        require_resolved(disclosed)
        written = _written(review, disclosed, output, template, allow_missing=allow_missing)
        locked = None if password is None else protected(written.content, password)
        _put_in_place(written.content, path, leaving, disclosed, locked)
    except Refused:
        leaving.refused(disclosed)
        raise
    told = (*written.told, *OUTPUTS[output].cautions(review, about))
    return Release(path, tuple(dict.fromkeys(told)), leaving.entry, leaving.change)


def _written(
    review: Review, disclosed: Disclosed, output: str, template: Path | None, *, allow_missing: bool
) -> Written:
    """The finished file's bytes, and what its author should know of them."""
    plan = OUTPUTS[output].plan(layout_for(review.details.type))
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
        return Written(render_slides(disclosed), told)
    if template is None:
        chosen = replace(built_in(plan.name), plan=plan)
        told += overfull(disclosed.document, plan)
    else:
        chosen = read_for(review, output, template)
        _refuse_named_template(scan(template, register_of(review)), template.name)
    told = chosen.told + _missing(chosen, disclosed.document, allowed=allow_missing) + told
    written = render(disclosed, chosen)
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
    if any(one.required for one in lost) and not allowed:
        raise Refused(
            f"{template.name} has no heading for {titles}. Nothing was written. Add the headings "
            "to the template in Word, or choose to leave these sections out."
        )
    return (*kept, f"The template has no heading for {titles}; these sections were left out.")


def _put_in_place(
    content: bytes, path: Path, leaving: Leaving, disclosed: Disclosed, locked: bytes | None
) -> None:
    """Write, scan, log and move into place; what is moved is ``locked`` where there is a
    password."""
    ending = OUTPUTS[leaving.output].ending
    if path.suffix.casefold() != ending:
        raise BadInput(f"The file’s name must end in {ending}.")
    if not path.parent.is_dir():
        raise BadInput("The folder for the report does not exist. Choose another folder.")
    _refuse_open(path)
    try:
        _sweep(path.parent)
        with tempfile.TemporaryDirectory(prefix=_UNFINISHED, dir=path.parent) as folder:
            finished = Path(folder) / path.name
            _store(content, finished)
            leaving.scanned = scan(finished, register_of(leaving.review), disclosed.decided)
            _refuse_leaks(leaving.scanned)
            if locked is not None:
                finished = Path(folder) / "locked"
                _store(locked, finished)
            leaving.released(disclosed, content if locked is None else locked)
            finished.replace(path)
    except OSError as error:
        leaving.not_written()
        raise _cannot_write(error) from None


def _store(content: bytes, path: Path) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _refuse_open(path: Path) -> None:
    """Refuse to replace a file that Word or LibreOffice has open: both note that beside it."""
    notes = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    if any((path.parent / note).exists() for note in notes):
        raise BadInput(f"{path.name} is open in Word or another program. Close it, and try again.")


def _sweep(folder: Path) -> None:
    """Delete what a kill left of an earlier release here: it may not have been looked through."""
    for left in folder.glob(f"{_UNFINISHED}*"):
        if left.is_dir() and time.time() - left.stat().st_mtime > _ABANDONED_AFTER:
            shutil.rmtree(left, ignore_errors=True)


def _refuse_leaks(report: ScanReport) -> None:
    if not report.clean:
        raise Refused(
            "The finished report was looked through and deleted, because it still held: "
            f"{_places(report)}."
        )


def _refuse_named_template(report: ScanReport, name: str) -> None:
    """A template with a registered name in it was made from a report on the same people. Most of
    what hides there would not be carried over; the board should have a clean one all the same."""
    if report.leaks:
        raise Refused(
            f"The template {name} holds {_places(report)}. Nothing was written. Remove it there in "
            "Word, or ask the board for a clean template."
        )


def _places(report: ScanReport) -> str:
    places = [f"{_WHAT.get(leak.what, leak.what)} in {leak.place}" for leak in report.leaks]
    places += [f"{one.part}, which {one.reason}" for one in report.unreadable]
    places = list(dict.fromkeys(places))
    more = len(places) - _PLACES_SAID
    return "; ".join(places[:_PLACES_SAID]) + (f"; and {more} more" if more > 0 else "")


def _cannot_write(error: OSError) -> BadInput:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return BadInput("The disk is full, so the report was not written. Free some space first.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return BadInput(
            "The report could not be written. The file may be open in Word, or the folder may be "
            "read-only. Close Word, or choose another folder, and try again."
        )
    return BadInput(f"The report could not be written: {error.strerror}.")
