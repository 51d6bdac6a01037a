"""Putting a cleaned copy in place: looked through first, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from workbench.disclosure.cleaning.changes import Changes
from workbench.disclosure.cleaning.word_file import clean_word
from workbench.disclosure.decisions import Decision
from workbench.disclosure.leak_scan import ScanReport, scan
from workbench.disclosure.register import Register
from workbench.errors import BadInput, Refused

_UNFINISHED = ".cleaning-unfinished-"
_ABANDONED_AFTER = 600  # seconds: no cleaning takes so long
_PLACES_SAID = 8


@dataclass(frozen=True, slots=True)
class CleanedCopy:
    """A cleaned copy that is in place: where, what was taken out, what to know, what to look at."""

    path: Path
    removed: tuple[str, ...]
    told: tuple[str, ...]
    pictures: tuple[str, ...]


def save_cleaned(
    source: Path,
    target: Path,
    register: Register,
    *,
    changes: Changes | None = None,
    decided: tuple[Decision, ...] = (),
) -> CleanedCopy:
    """Clean a Word file into another. Refuses, and leaves nothing, while a name is left in it."""
    _check(source, target)
    try:
        cleaned = clean_word(source.read_bytes(), changes)
        _sweep(target.parent)
        with tempfile.TemporaryDirectory(prefix=_UNFINISHED, dir=target.parent) as folder:
            made = Path(folder) / target.name
            _store(cleaned.content, made)
            report = scan(made, register, decided)
            _refuse_leaks(report)
            made.replace(target)
    except OSError as error:
        raise BadInput(
            f"The cleaned copy could not be written: {error.strerror}. Nothing was saved. The file "
            "may be open in Word, or the disk may be full."
        ) from None
    return CleanedCopy(target, cleaned.removed, cleaned.told, report.pictures)


def _check(source: Path, target: Path) -> None:
    if target.suffix.casefold() != ".docx":
        raise BadInput("The cleaned copy’s name must end in .docx.")
    if not source.is_file():
        raise BadInput("The file to clean is not there. Check its name and folder.")
    if not target.parent.is_dir():
        raise BadInput("The folder for the cleaned copy does not exist. Choose another folder.")
    if target.exists() and target.samefile(source):
        raise BadInput("Give the cleaned copy another name: the file itself stays as it is.")


def _store(content: bytes, path: Path) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sweep(folder: Path) -> None:
    """Delete what a kill left of an earlier cleaning here."""
    for left in folder.glob(f"{_UNFINISHED}*"):
        if left.is_dir() and time.time() - left.stat().st_mtime > _ABANDONED_AFTER:
            shutil.rmtree(left, ignore_errors=True)


def _refuse_leaks(report: ScanReport) -> None:
    if report.clean:
        return
    places = [f"a registered {leak.what} in {leak.place}" for leak in report.leaks]
    places += [f"{one.part}, which {one.reason}" for one in report.unreadable]
    places = list(dict.fromkeys(places))
    more = len(places) - _PLACES_SAID
    listed = "; ".join(places[:_PLACES_SAID]) + (f"; and {more} more" if more > 0 else "")
    raise Refused(
        "No cleaned copy was saved, because after cleaning the file would still hold: "
        f"{listed}. No word of the text was changed. See to these in Word, and clean it again."
    )
