"""``workbench new``: makes a record."""

from __future__ import annotations

import argparse
from typing import Any

from workbench.actions.opening import create_review
from workbench.cli.opening import say_notices
from workbench.cli.passphrase import (
    add_passphrase_option,
    author_name,
    first_passphrase,
)
from workbench.cli.paths import path
from workbench.resources import vocabulary


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("new", help="make a record")
    parser.add_argument("file", type=path, metavar="FILE")
    parser.add_argument(
        "--type", required=True, choices=[term.code for term in vocabulary("review-types")]
    )
    parser.add_argument("--title", required=True)
    parser.add_argument("--reference", default="")
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make it and say where it is."""
    review = create_review(
        args.file,
        first_passphrase(args, args.title, author_name()),
        type=args.type,
        title=args.title,
        author=author_name(),
        reference=args.reference,
    )
    say_notices(review)
    review.close()
    print(args.file)
    return 0
