"""``workbench info``: what a record holds, in numbers."""

from __future__ import annotations

import argparse
import json
from typing import Any

from workbench.cli.opening import opened
from workbench.cli.passphrase import add_passphrase_option, given_passphrase
from workbench.cli.paths import path
from workbench.model.kinds import KINDS
from workbench.resources import label_of


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("info", help="counts, type, state and format of a record")
    parser.add_argument("file", type=path, metavar="FILE")
    parser.add_argument("--json", action="store_true")
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print it, for a person or as JSON."""
    review = opened(args.file, given_passphrase(args), read_only=True)
    details = review.details
    counts = {kind.kind: review.count(kind) for kind in KINDS if kind.kind != "review"}
    told = {
        "title": details.title,
        "reference": details.reference,
        "type": details.type,
        "status": details.status,
        "format": review.format,
        "transactions": review.transactions,
        "counts": counts,
    }
    review.close()
    if args.json:
        print(json.dumps(told, ensure_ascii=False))
        return 0
    print(f"{details.title} {details.reference}".strip())
    print(
        f"{label_of('review-types', details.type)}; {label_of('review-statuses', details.status)}"
    )
    for name, number in counts.items():
        print(f"{number:7} {name.replace('_', ' ')}")
    return 0
