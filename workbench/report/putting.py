"""Putting a finished file in place: written beside its target, looked through under its own name,
logged, and moved in one step. Whatever goes wrong, nothing is left."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from workbench.disclosure.decisions import Decision
from workbench.disclosure.gate import Disclosed
from workbench.disclosure.leak_scan import ScanReport, scan
from workbench.disclosure.log import Leaving
from workbench.disclosure.register import register_of
from workbench.errors import BadInput, Refused
from workbench.report.outputs import OUTPUTS
from workbench.report.stages import Stages

_PLACES_SAID = 8
_UNFINISHED = ".report-unfinished-"
_ABANDONED_AFTER = 600  # seconds: no release takes so long
_WHAT = {
    "person": "a person’s name",
    "place": "the name of a place",
    "org": "the name of an agency",
    "number": "a number that identifies someone",
}


def put_in_place(
    content: bytes,
    path: Path,
    leaving: Leaving,
    sides: Sequence[Disclosed],
    *,
    locked: bytes | None,
    stages: Stages,
) -> None:
    """Write, scan, log and move into place; what is moved is ``locked`` where there is a
    password."""
    output = OUTPUTS.get(leaving.output)
    ending = output.ending if output else ".docx"
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
            stages.next("Looking through the finished file\u2026")
            decided: tuple[Decision, ...] = tuple(one for side in sides for one in side.decided)
            leaving.scanned = scan(finished, register_of(leaving.review), decided)
            _refuse_leaks(leaving.scanned)
            if locked is not None:
                finished = Path(folder) / "locked"
                _store(locked, finished)
            stages.next("Putting it in place\u2026")
            leaving.released(sides[-1], content if locked is None else locked)
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


def refuse_named_template(report: ScanReport, name: str) -> None:
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
