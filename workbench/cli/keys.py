"""``workbench keys``: lists the ways to open a record; adds, takes away, or renews them all."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from workbench.actions.keys import KeySlot, rekey_review, ways_to_open
from workbench.cli.opening import opened, say_each
from workbench.cli.passphrase import (
    add_new_passphrase_option,
    add_passphrase_option,
    given_passphrase,
    new_passphrase,
)
from workbench.cli.paths import path
from workbench.errors import BadInput
from workbench.review import Review

KINDS = {
    "passphrase": "passphrase",
    "recovery": "recovery key",
    "keyring": "keychain of a computer",
    "x25519": "colleague",
}
RENEW = (
    "after a leak: encrypt the record anew under a new passphrase and a new recovery key; no "
    "other key opens it, and backups here that the old keys open are deleted"
)


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("keys", help="list or change the ways to open a record")
    parser.add_argument("file", type=path, metavar="FILE")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--list", action="store_true", help="the ways to open it")
    what.add_argument("--change-passphrase", action="store_true")
    what.add_argument("--add-passphrase", action="store_true", help="beside the one there is")
    what.add_argument("--recovery-key", action="store_true", help="make a new one and print it")
    what.add_argument("--keychain", action="store_true", help="let this computer open it")
    what.add_argument("--colleague", metavar="NAME", help="their card comes from --card-file")
    what.add_argument("--remove", metavar="ID", help="take away the key of this id, as listed")
    what.add_argument("--renew", action="store_true", help=RENEW)
    parser.add_argument("--card-file", type=path, metavar="CARD", help="or standard input")
    parser.add_argument("--keep-backups", action="store_true", help="with --renew")
    parser.add_argument("--json", action="store_true")
    add_passphrase_option(parser)
    add_new_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do the one thing asked for, and say what opens the record now."""
    typed = given_passphrase(args)
    if args.renew:
        new = new_passphrase(args)
        made = rekey_review(args.file, typed, new, keep_backups=args.keep_backups)
        say_each(made.notices)
        print(f"Recovery key, shown this once: {made.recovery_key}")
        print(made.backups, file=sys.stderr)
        return 0
    review = opened(args.file, typed, read_only=args.list)
    try:
        told = _do(args, review, typed)
        if told:
            print(told)
        ways = ways_to_open(review)
    finally:
        review.close()
    if args.list and args.json:
        print(json.dumps([_as_data(way) for way in ways], ensure_ascii=False))
    elif not told:
        print("\n".join(_line(way) for way in ways))
    return 0


def _do(args: argparse.Namespace, review: Review, typed: str) -> str:
    """What was made and must be printed, if anything."""
    if args.change_passphrase:
        review.keys.change_passphrase(typed, new_passphrase(args))
    elif args.add_passphrase:
        review.keys.add_passphrase(new_passphrase(args))
    elif args.recovery_key:
        return f"Recovery key, shown this once: {review.keys.add_recovery_key()}"
    elif args.keychain:
        review.keys.add_keychain()
    elif args.colleague is not None:
        review.keys.add_colleague(args.colleague, _card(args.card_file))
    elif args.remove is not None:
        review.keys.remove(args.remove)
    return ""


def _card(file: Path | None) -> str:
    if file is None:
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise BadInput(f"The card {file.name} cannot be read.") from None


def _line(way: KeySlot) -> str:
    named = f", {way.name}" if way.name else ""
    here = " (this computer)" if way.here else ""
    note = f"\n          {way.note}" if way.note else ""
    return f"{way.id}  {KINDS.get(way.type, way.type)}{named}{here}, since {way.created}{note}"


def _as_data(way: KeySlot) -> dict[str, object]:
    kind = {"id": way.id, "kind": way.type, "since": way.created}
    return {**kind, "name": way.name, "here": way.here, "note": way.note}
