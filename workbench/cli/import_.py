"""``workbench import``: reads an agency's chronology into a record."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from workbench.actions.agencies import agency_called
from workbench.actions.chronology_import import import_chronology
from workbench.cli.dates import as_json
from workbench.cli.opening import opened
from workbench.cli.passphrase import (
    add_passphrase_option,
    first_line,
    given_passphrase,
)
from workbench.cli.paths import path
from workbench.errors import BadInput, WorkbenchError
from workbench.intake.proposal import Proposal, propose
from workbench.model.agencies import Agency, Contribution
from workbench.questions.overview import counted
from workbench.review import Review


class _NotTakenIn(BadInput):
    """The record's file could not be written, and the paper was taken out again."""


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("import", help="read an agency's chronology into a record")
    parser.add_argument("file", type=path, metavar="FILE")
    parser.add_argument("paper", type=path, metavar="PAPER")
    parser.add_argument("--agency", required=True, metavar="NAME")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--preview", action="store_true", help="show it and change nothing")
    parser.add_argument(
        "--again", action="store_true", help="take in a paper that this agency's record has already"
    )
    parser.add_argument(
        "--paper-password-file",
        type=path,
        metavar="PATH",
        help="a file with the password of a protected paper",
    )
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read, say what was seen, and add it unless this is a preview."""
    if not args.agency.strip():
        raise BadInput("Name the agency whose chronology it is, after --agency.")
    review = opened(args.file, given_passphrase(args), read_only=args.preview)
    try:
        password = _paper_password(args.paper_password_file)
        proposal = propose(_read(args.paper), args.paper.name, password=password)
        if not args.preview:
            _refuse_twice(review, proposal, args.agency.strip(), again=args.again)
            _take_in(review, proposal, args.agency.strip())
    except _NotTakenIn:
        review.abandon()  # its file cannot be written: to close it would fail in the same way
        raise
    except BaseException:
        review.close()
        raise
    review.close()
    if args.json:
        print(json.dumps(_told(proposal), ensure_ascii=False))
        return 0
    _say(proposal, "would be added" if args.preview else "added")
    return 0


def _paper_password(file: Path | None) -> str:
    return "" if file is None else first_line(file, "password file of the paper")


def _say(proposal: Proposal, verb: str) -> None:
    for note in proposal.notes:
        print(note, file=sys.stderr)
    entries = counted(len(proposal.entries), "entry", "entries")
    print(f"{entries} {verb}, {counted(len(proposal.skipped), 'row')} skipped.")
    for skipped in proposal.skipped:
        print(f"skipped row {skipped.row} of table {skipped.table}: {skipped.reason}")
    for asked in proposal.questions:
        print(f"row {asked.row} of table {asked.table}: “{asked.text}”: {asked.question}")


def _read(paper: Path) -> bytes:
    try:
        return paper.read_bytes()
    except FileNotFoundError:
        raise BadInput(f"There is no file named {paper.name} there.") from None
    except IsADirectoryError:
        raise BadInput(f"{paper.name} is a folder. Name one paper.") from None
    except OSError:
        raise BadInput(
            f"{paper.name} cannot be read. Copy it to a folder of your own and import that copy."
        ) from None


def _refuse_twice(review: Review, proposal: Proposal, name: str, *, again: bool) -> None:
    agency = agency_called(review, name)
    if not again and review.where(Contribution, paper_hash=proposal.digest, agency=agency.id):
        raise BadInput(
            f"{proposal.name} has been taken in from {name} already, and would add every entry "
            "twice. Nothing was taken in. To take it in again all the same, add --again."
        )


def _take_in(review: Review, proposal: Proposal, name: str) -> None:
    """Add the paper and write it to the record's file, or leave the record as it was: a paper that
    is tried again after a failure must not stand in the record twice."""
    agency = agency_called(review, name)
    known = review.find(Agency, agency.id) is not None
    import_chronology(review, proposal, agency)
    try:
        review.save()
    except WorkbenchError as error:
        review.undo()
        why = str(error).partition(". ")[0]
        raise _NotTakenIn(f"{why}. Nothing was taken in from {proposal.name}.") from None
    if not known:
        print(f"{name} was not among the agencies and has been added.", file=sys.stderr)


def _told(proposal: Proposal) -> dict[str, Any]:
    return {
        "entries": [
            {
                "text": entry.text,
                "when": as_json(entry.understood),
                "source": entry.source,
                "source_row": entry.row,
                "table": entry.table,
            }
            for entry in proposal.entries
        ],
        "skipped": [
            {"source_row": each.row, "table": each.table, "reason": each.reason}
            for each in proposal.skipped
        ],
        "questions": [
            {
                "source_row": each.row,
                "table": each.table,
                "text": each.text,
                "question": each.question,
            }
            for each in proposal.questions
        ],
        "notes": list(proposal.notes),
    }
