"""``workbench restore``: lists a record's backups, or puts one in its place."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from workbench.actions.safekeeping import (
    compare_backup,
    contents,
    list_backups,
    restore_backup,
)
from workbench.cli.passphrase import add_passphrase_option, given_passphrase


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("restore", help="list a record's backups, or put one back")
    parser.add_argument("file", type=Path, metavar="FILE")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--list", action="store_true", help="the backups on this computer")
    what.add_argument("--backup", type=Path, metavar="BACKUP", help="the backup to put at FILE")
    parser.add_argument(
        "--compare", action="store_true", help="only say how the backup and FILE differ"
    )
    parser.add_argument("--json", action="store_true")
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List, or say what differs, restore, and say what the file holds now."""
    if args.list:
        found = [
            {"at": each.at.isoformat(), "path": str(each.path)} for each in list_backups(args.file)
        ]
        print(json.dumps(found) if args.json else "\n".join(each["path"] for each in found))
        return 0
    passphrase = given_passphrase(args)
    differ = compare_backup(args.backup, args.file, passphrase)
    if args.compare:
        print(
            json.dumps({"differences": differ}, ensure_ascii=False)
            if args.json
            else "\n".join(differ)
        )
        return 0
    held = restore_backup(args.backup, args.file, passphrase)
    told = {
        "file": str(args.file),
        "transactions": held.transactions,
        "counts": held.counts,
        "differences": differ,
    }
    if args.json:
        print(json.dumps(told, ensure_ascii=False))
        return 0
    print("\n".join(differ), file=sys.stderr)
    print(
        f"{args.file}: restored, with {held.transactions} transactions in its journal. "
        f"{contents(held)}"
    )
    return 0
