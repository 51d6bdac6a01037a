"""``workbench import``: reads an agency's chronology into a record."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from workbench.actions.agencies import add_agency
from workbench.actions.chronology_import import import_chronology
from workbench.actions.opening import open_review
from workbench.cli.dates import as_json
from workbench.cli.passphrase import add_passphrase_option, author_name, given_passphrase
from workbench.errors import BadInput
from workbench.intake.proposal import Proposal, propose
from workbench.model.agencies import Agency
from workbench.model.ids import AgencyId
from workbench.review import Review


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("import", help="read an agency's chronology into a record")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("paper", type=Path, metavar="PAPER")
    parser.add_argument("--agency", required=True, metavar="NAME")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--preview", action="store_true", help="show it and change nothing")
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read, say what was seen, and add it unless this is a preview."""
    review = open_review(
        args.file, given_passphrase(args), author=author_name(), read_only=args.preview
    )
    try:
        proposal = propose(_read(args.paper), args.paper.name)
        if not args.preview:
            import_chronology(review, proposal, _agency(review, args.agency))
    finally:
        review.close()
    if args.json:
        print(json.dumps(_told(proposal), ensure_ascii=False))
        return 0
    for note in proposal.notes:
        print(note, file=sys.stderr)
    verb = "would be added" if args.preview else "added"
    print(f"{len(proposal.entries)} entries {verb}, {len(proposal.skipped)} rows skipped.")
    for skipped in proposal.skipped:
        print(f"skipped row {skipped.row} of table {skipped.table}: {skipped.reason}")
    for asked in proposal.questions:
        print(f"row {asked.row} of table {asked.table}: “{asked.text}”: {asked.question}")
    return 0


def _read(paper: Path) -> bytes:
    try:
        return paper.read_bytes()
    except OSError as error:
        raise BadInput(f"{paper.name} cannot be read: {error.strerror}.") from None


def _agency(review: Review, name: str) -> AgencyId:
    wanted = name.strip().casefold()
    for agency in review.all(Agency):
        if wanted in {form.casefold() for form in (agency.name, *agency.aliases)}:
            return agency.id
    added, _ = add_agency(review, name=name.strip())
    print(f"{added.name} was not among the agencies and has been added.", file=sys.stderr)
    return added.id


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
