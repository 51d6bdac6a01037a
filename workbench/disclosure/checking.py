"""Checking a file that somebody made, with the names of one record and what its author ruled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from workbench.disclosure.cleaning.changes import Changes
from workbench.disclosure.cleaning.saving import CleanedCopy, save_cleaned
from workbench.disclosure.cleaning.word_file import clean_word, tracked_changes
from workbench.disclosure.decisions import Decision
from workbench.disclosure.leak_scan import ScanReport, scan
from workbench.disclosure.register import register_of
from workbench.errors import BadInput, Refused
from workbench.model.rulings import Ruling, Verdict
from workbench.review import Review

_WHAT = {
    "person": "A registered person’s name",
    "place": "The name of a registered place",
    "org": "The name of a registered agency",
    "number": "A registered number or address",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was looked through: the answer, what was found, what else a Word file carries
    that a cleaned copy would not, whether that has tracked changes, and why it cannot be cleaned,
    where it cannot."""

    report: ScanReport
    conclusion: str
    found: tuple[str, ...]
    carries: tuple[str, ...] = ()
    changes: int = 0
    not_cleaned: str = ""


def check_file(review: Review, path: Path) -> Checked:
    """Look through any finished file for what this record holds."""
    report = scan(path, register_of(review), decided_in(review.all(Ruling)))
    said = (report, conclusion(report), findings_in_words(report))
    try:
        content = path.read_bytes()
        cleaned, changes = clean_word(content, Changes.ACCEPT), tracked_changes(content)
    except OSError:
        raise BadInput("The file cannot be opened. Check its name, and close it in Word.") from None
    except (BadInput, Refused) as reason:
        return Checked(*said, not_cleaned=str(reason))
    carries = tuple(one for one in cleaned.removed if "tracked change" not in one)
    return Checked(*said, carries, changes)


def clean_file(review: Review, source: Path, target: Path, changes: Changes | None) -> CleanedCopy:
    """Save a cleaned copy of a Word file; refused while a name of this record is left in it."""
    decided = decided_in(review.all(Ruling))
    return save_cleaned(source, target, register_of(review), changes=changes, decided=decided)


def decided_in(rulings: Iterable[Ruling]) -> tuple[Decision, ...]:
    """The words that the author let stand, each in the one sentence for which that was said."""
    lets = (Verdict.ORDINARY, Verdict.KEEP)
    return tuple(
        Decision(one.words, one.context)
        for one in rulings
        if one.verdict in lets and one.context.strip()
    )


def findings_in_words(report: ScanReport) -> tuple[str, ...]:
    """What the scan found and could not read, one sentence each, without a name."""
    leaks = [f"{_WHAT.get(one.what, _shown(one.what))} in {one.place}." for one in report.leaks]
    unread = [f"Not read: {one.part} {one.reason}." for one in report.unreadable]
    return tuple(dict.fromkeys((*leaks, *unread)))


def _shown(what: str) -> str:
    return f"A {what}" if what[0] not in "NAEIOaeio" else f"An {what}"


def picture_in_words(name: str) -> str:
    """What a picture that must be looked at is called."""
    *_, inner = name.split(" > ")
    if "thumbnail" in inner.lower():
        return "the small picture of the first page"
    if "/media/" in inner:
        return f"the picture {inner.rsplit('/', 1)[-1]}"
    return inner


def conclusion(report: ScanReport) -> str:
    """The answer in one sentence."""
    if report.leaks:
        number = len(report.leaks)
        places = "1 place" if number == 1 else f"{number:,} places"
        return f"Do not send this file: it holds what is registered in {places}."
    if report.unreadable:
        return (
            "Do not send this file: a part of it could not be read, so nobody knows what it holds."
        )
    said = f"No registered name or number was found in the {_parts(len(report.looked_at))}."
    if report.pictures:
        many = "picture" if len(report.pictures) == 1 else f"{len(report.pictures)} pictures"
        said += f" Look at its {many} yourself: a scan cannot see what a picture shows."
    return said


def _parts(number: int) -> str:
    return "file" if number == 1 else f"{number} parts of the file"
