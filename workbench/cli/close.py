"""``workbench close``: exports what must be kept, then destroys the record with its keys."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, replace
from typing import Any

from workbench.actions.closing import (
    OUTPUTS,
    Closed,
    Wanted,
    close_for_good,
    finish_closing,
    unfinished_closings,
)
from workbench.cli.opening import say_each
from workbench.cli.passphrase import (
    add_passphrase_option,
    archive_passphrase,
    author_name,
    given_passphrase,
)
from workbench.cli.paths import path
from workbench.disclosure.audiences import audience_names
from workbench.errors import BadInput


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "close", help="close a review for good: export what must be kept, destroy the rest"
    )
    parser.add_argument("file", type=path, metavar="FILE")
    parser.add_argument("--certificate", type=path, metavar="OUT.txt", help="where it is written")
    parser.add_argument("--to", type=path, metavar="FOLDER", help="the folder for what is kept")
    parser.add_argument(
        "--report",
        action="append",
        default=[],
        metavar="OUTPUT:AUDIENCE",
        help=f"such as overview:published ({', '.join(OUTPUTS)}; {', '.join(audience_names())})",
    )
    parser.add_argument(
        "--archive-passphrase-file",
        type=path,
        metavar="FILE",
        help="keep the whole record, under the passphrase in the first line of this file",
    )
    parser.add_argument("--log", action="store_true", help="keep the log of what left")
    parser.add_argument("--journal", action="store_true", help="keep who changed what and when")
    parser.add_argument("--keep-nothing", action="store_true", help="keep the certificate alone")
    parser.add_argument("--confirm", metavar="NAME", help="the file's name, typed again")
    parser.add_argument("--json", action="store_true")
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Close it, or go on with a closing that was cut short; 1 when something is left."""
    if args.file.absolute() in unfinished_closings():
        return _say(args, finish_closing(args.file))
    wanted = _wanted(args)
    _refuse_unconfirmed(args)
    passphrase = given_passphrase(args)
    if args.archive_passphrase_file is not None:
        archive = archive_passphrase(args.archive_passphrase_file, passphrase)
        wanted = replace(wanted, archive_passphrase=archive)
    return _say(args, close_for_good(args.file, passphrase, wanted, author=author_name()))


def _wanted(args: argparse.Namespace) -> Wanted:
    if args.certificate is None:
        raise BadInput("Say where the certificate of destruction is to go, with --certificate.")
    pairs = [each.partition(":") for each in args.report]
    if not all(readers for _, _, readers in pairs):
        raise BadInput("Name a report with its audience, such as overview:published.")
    wanted = Wanted(
        folder=args.to or args.certificate.parent,
        certificate=args.certificate,
        reports=tuple((output, readers) for output, _, readers in pairs),
        log=args.log,
        journal=args.journal,
    )
    if (wanted.nothing and args.archive_passphrase_file is None) != args.keep_nothing:
        raise BadInput(
            "Say what is to be kept (--report, --archive-passphrase-file, --log, --journal), or "
            "say --keep-nothing."
        )
    return wanted


def _refuse_unconfirmed(args: argparse.Namespace) -> None:
    typed = args.confirm
    if typed is None and sys.stdin.isatty():
        print(f"This destroys {args.file.name} and every backup of it on this computer.")
        typed = input("Type the file's name to go on: ")
    if typed != args.file.name:
        raise BadInput(f"Nothing was done. To go on, say --confirm {args.file.name}")


def _say(args: argparse.Namespace, closed: Closed) -> int:
    say_each(closed.notices)
    told = {
        "certificate": str(closed.certificate),
        "kept": [asdict(each) for each in closed.kept],
        "left": [asdict(each) for each in closed.left],
    }
    if args.json:
        print(json.dumps(told, ensure_ascii=False))
    else:
        print(closed.certificate)
        for each in closed.left:
            print(f"Not destroyed: {each.what}: {each.trouble}", file=sys.stderr)
    return 1 if closed.left else 0
