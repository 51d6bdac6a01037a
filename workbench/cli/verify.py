"""``workbench verify``: looks a record over, and says what is wrong and where."""

from __future__ import annotations

import argparse
import json
from typing import Any

from workbench.actions.opening import repair_search, verify_review
from workbench.cli.opening import say_what_to_know
from workbench.cli.passphrase import add_passphrase_option, author_name, given_passphrase
from workbench.cli.paths import path


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("verify", help="look a record over from end to end")
    parser.add_argument("file", type=path, metavar="FILE")
    parser.add_argument("--repair", action="store_true", help="build the search index anew")
    parser.add_argument("--json", action="store_true")
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what was looked at; 1 when something is wrong."""
    passphrase = given_passphrase(args)
    parts = verify_review(args.file, passphrase)
    say_what_to_know(args.file, passphrase)
    if args.repair and [part.name for part in parts if part.faults] == ["search"]:
        repair_search(args.file, passphrase, author=author_name())
        parts = verify_review(args.file, passphrase)
    sound = not any(part.faults for part in parts)
    if args.json:
        told = {"sound": sound, "parts": {part.name: list(part.faults) for part in parts}}
        print(json.dumps(told, ensure_ascii=False))
        return 0 if sound else 1
    for part in parts:
        print(f"{part.name}: {'sound' if not part.faults else '; '.join(part.faults)}")
    if not sound:
        print("Open a backup, or another copy of the file, and compare.")
    return 0 if sound else 1
