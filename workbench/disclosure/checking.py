"""Checking a file that somebody made, with the names of one record and what its author ruled."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.disclosure.decisions import Decision
from workbench.disclosure.leak_scan import ScanReport
from workbench.model.rulings import Ruling, Verdict

_WHAT = {
    "person": "A registered person’s name",
    "place": "The name of a registered place",
    "org": "The name of a registered agency",
    "number": "A registered number or address",
}


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
