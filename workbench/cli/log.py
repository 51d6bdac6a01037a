"""``workbench log``: what left the record and what was refused, in counts and without a name."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from workbench.cli.opening import opened
from workbench.cli.passphrase import add_passphrase_option, given_passphrase
from workbench.cli.paths import path
from workbench.cli.writing import add_replace_option, require_free
from workbench.disclosure.log import log_of, logged
from workbench.report.log_document import described, entry_in_words, write_log


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("log", help="the disclosure log: what left, and what was refused")
    parser.add_argument("file", type=path, metavar="FILE")
    told = parser.add_mutually_exclusive_group()
    told.add_argument("--json", action="store_true", help="print one JSON document")
    told.add_argument("--out", type=path, metavar="X.docx", help="write it for the board in Word")
    parser.add_argument(
        "--recipient", default="", help="who gets the Word file: “the board”, not a name"
    )
    add_replace_option(parser)
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the log, or write it in Word."""
    require_free(args.out, args)
    reads = args.out is None
    review = opened(args.file, given_passphrase(args), read_only=reads)
    try:
        if args.out is not None:
            done = write_log(review, args.out, recipient=args.recipient)
            for sentence in done.told:
                print(sentence, file=sys.stderr)
            print(done.path)
            return 0
        entries = log_of(review)
    finally:
        review.close()
    if args.json:
        print(json.dumps({"log": logged(entries)}, ensure_ascii=False, indent=1))
        return 0
    for entry in entries:
        print(f"{entry.at}  {'; '.join(described(entry))}")
        print(f"    {' '.join(entry_in_words(entry))}")
        if entry.file_hash:
            print(f"    SHA-256 {entry.file_hash}")
    if not entries:
        print("Nothing has left the record yet.")
    return 0
