"""``workbench key``: the key from pseudonyms to names, as an encrypted file and no other way."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from workbench.cli.opening import opened
from workbench.cli.passphrase import (
    add_new_passphrase_option,
    add_passphrase_option,
    given_passphrase,
    new_passphrase,
)
from workbench.cli.paths import path
from workbench.cli.writing import add_replace_option, require_free
from workbench.report.key_file import EXPLAINED, write_key


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "key",
        help="write the key from pseudonyms to names as an encrypted Word file",
        description=f"{EXPLAINED} Its passphrase is given as a new passphrase is.",
    )
    parser.add_argument("file", type=path, metavar="FILE")
    parser.add_argument("--out", type=path, required=True, metavar="KEY.docx")
    parser.add_argument("--recipient", default="", help="who gets it: “the board”, not a name")
    add_replace_option(parser)
    add_passphrase_option(parser)
    add_new_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write it, and say what to do with it."""
    require_free(args.out, args)
    review = opened(args.file, given_passphrase(args))
    try:
        write_key(review, args.out, new_passphrase(args), recipient=args.recipient)
    finally:
        review.close()
    print(EXPLAINED, file=sys.stderr)
    print(args.out)
    return 0
