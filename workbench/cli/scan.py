"""``workbench scan``: an independent look for leaks in every part of a finished file."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workbench.actions.opening import open_review
from workbench.cli.identifiers import register_in
from workbench.cli.passphrase import add_passphrase_option, author_name, given_passphrase
from workbench.disclosure.leak_scan import ScanReport, scan
from workbench.disclosure.register import Register, register_of
from workbench.errors import BadInput


def add(subparsers: Any) -> None:
    """Add the command."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "scan", help="look for real names and numbers in every part of a Word file"
    )
    parser.add_argument("docx", type=Path, metavar="DOCX", help="the finished file")
    whose = parser.add_mutually_exclusive_group(required=True)
    whose.add_argument("--record", type=Path, help="the record whose names are looked for")
    whose.add_argument("--register", type=Path, help="the names to look for, as JSON")
    add_passphrase_option(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Scan, say what was found, and answer: 0 clean, 1 a leak, 2 something could not be read."""
    if not args.docx.is_file():
        raise BadInput("The file to scan is not there. Check its name and folder.")
    report = scan(args.docx, _register(args))
    if args.json:
        print(json.dumps({"clean": report.clean, **asdict(report)}, ensure_ascii=False, indent=1))
    else:
        _say(report)
    if report.leaks:
        return 1
    return 2 if report.unreadable else 0


def _register(args: argparse.Namespace) -> Register:
    if args.register is not None:
        return register_in(args.register)
    review = open_review(args.record, given_passphrase(args), author=author_name(), read_only=True)
    try:
        return register_of(review)
    finally:
        review.close()


def _say(report: ScanReport) -> None:
    for leak in report.leaks:
        print(f"Leak: a registered {leak.what} in {leak.place} ({leak.part}).")
    for part in report.unreadable:
        print(f"Cannot read: {part.part} {part.reason}.")
    for picture in report.pictures:
        print(f"Look at this picture yourself; a scan cannot see what it shows: {picture}.")
    if report.clean:
        print(f"No leak found in {len(report.looked_at)} parts.")
    else:
        print("Do not send this file.", file=sys.stderr)
