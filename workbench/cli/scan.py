"""``workbench scan``: an independent look for leaks in every part of a finished file."""

from __future__ import annotations

import argparse
import json
import stat
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workbench.cli.identifiers import register_in
from workbench.cli.opening import opened
from workbench.cli.passphrase import add_passphrase_option, given_passphrase
from workbench.cli.paths import path
from workbench.cli.writing import add_replace_option, require_free
from workbench.disclosure.checking import decided_in
from workbench.disclosure.cleaning.changes import Changes
from workbench.disclosure.cleaning.saving import CleanedCopy, save_cleaned
from workbench.disclosure.decisions import Decision
from workbench.disclosure.leak_scan import ScanReport, scan
from workbench.disclosure.register import Register, register_of
from workbench.errors import BadInput, Refused
from workbench.model.rulings import Ruling

Known = tuple[Register, tuple[Decision, ...]]


def add(subparsers: Any) -> None:
    """Add the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "scan", help="look for real names and numbers in every part of a finished file"
    )
    parser.add_argument(
        "file",
        type=path,
        metavar="FILE",
        help="a finished .docx, .xlsx, .pptx, .pdf, .odt, .rtf, .eml or .txt",
    )
    whose = parser.add_mutually_exclusive_group(required=True)
    whose.add_argument("--record", type=path, help="the record whose names are looked for")
    whose.add_argument("--register", type=path, help="the names to look for, as JSON")
    add_passphrase_option(parser)
    parser.add_argument(
        "--clean",
        type=path,
        metavar="OUT.docx",
        help="save a copy of a Word file without properties, comments, tracked changes, hidden "
        "text and other traces; refused while a name is left in its text",
    )
    parser.add_argument(
        "--changes",
        choices=[one.value for one in Changes],
        help="with --clean: accept or reject all tracked changes",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    add_replace_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Scan, say what was found, and answer: 0 clean, 1 a leak, 2 something could not be read.
    With ``--clean`` the answer is 0 once the cleaned copy is in place."""
    _refuse_no_file(args.file)
    if args.changes and args.clean is None:
        raise BadInput("--changes says what --clean does with tracked changes. Give --clean too.")
    require_free(args.clean, args)
    known = _known(args)
    report = scan(args.file, *known)
    copy = None if args.clean is None else _cleaned(args, known, report)
    _tell(report, copy, as_json=args.json)
    if copy is not None or report.clean:
        return 0
    return 1 if report.leaks else 2


def _refuse_no_file(file: Path) -> None:
    try:
        mode = file.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        where = "The file to scan" if file.parent.is_dir() else "The folder of the file to scan"
        raise BadInput(f"{where} is not there. Check its name.") from None
    except OSError as error:
        raise BadInput(f"The file to scan cannot be opened: {error.strerror}.") from None
    if stat.S_ISDIR(mode):
        raise BadInput("That is a folder. Name one finished file to scan.")


def _cleaned(args: argparse.Namespace, known: Known, report: ScanReport) -> CleanedCopy:
    """Clean into the file asked for; where that is refused, what was found is said all the same."""
    changes = Changes(args.changes) if args.changes else None
    try:
        return save_cleaned(args.file, args.clean, known[0], changes=changes, decided=known[1])
    except Refused:
        _tell(report, None, as_json=args.json)
        raise


def _tell(report: ScanReport, copy: CleanedCopy | None, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(_as_json(report, copy), ensure_ascii=False, indent=1))
    elif copy is None:
        _say(report)
    else:
        _say_cleaned(copy)


def _as_json(report: ScanReport, copy: CleanedCopy | None) -> dict[str, Any]:
    found = {"clean": report.clean, **asdict(report)}
    if copy is not None:
        found["cleaned"] = {**asdict(copy), "path": str(copy.path)}
    return found


def _known(args: argparse.Namespace) -> Known:
    if args.register is not None:
        return register_in(args.register), ()
    review = opened(args.record, given_passphrase(args), read_only=True)
    try:
        return register_of(review), decided_in(review.all(Ruling))
    finally:
        review.close()


def _say(report: ScanReport) -> None:
    for leak in report.leaks:
        print(f"Leak: a registered {leak.what} in {leak.place} ({leak.part}).")
    for part in report.unreadable:
        print(f"Cannot read: {part.part} {part.reason}.")
    _say_pictures(report.pictures)
    if report.clean:
        number = len(report.looked_at)
        print(f"No leak found in {'the file' if number == 1 else f'{number} parts'}.")
    else:
        print("Do not send this file.", file=sys.stderr)


def _say_pictures(pictures: tuple[str, ...]) -> None:
    for picture in pictures:
        print(f"Look at this picture yourself; a scan cannot see what it shows: {picture}.")


def _say_cleaned(copy: CleanedCopy) -> None:
    for line in copy.removed:
        print(f"Taken out: {line}.")
    for line in copy.told:
        print(line)
    _say_pictures(copy.pictures)
    print(f"The cleaned copy was looked through, and no leak was found: {copy.path.name}.")
