"""``workbench restore``: lists a record's backups, or puts one in its place."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from workbench.actions.safekeeping import (
    Backup,
    backed_up,
    compare_backup,
    contents,
    list_backups,
    restore_backup,
)
from workbench.cli.opening import say_what_to_know
from workbench.cli.passphrase import add_passphrase_option, given_passphrase
from workbench.cli.paths import path
from workbench.errors import BadInput


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("restore", help="list a record's backups, or put one back")
    parser.add_argument(
        "file",
        type=path,
        nargs="?",
        metavar="FILE",
        help="the record; without it --list shows the backups of every record on this computer",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--list", action="store_true", help="the backups on this computer")
    what.add_argument("--backup", type=path, metavar="BACKUP", help="the backup to put at FILE")
    parser.add_argument(
        "--compare", action="store_true", help="only say how the backup and FILE differ"
    )
    parser.add_argument("--json", action="store_true")
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List, or say what differs, restore, and say what the file holds now."""
    if args.list:
        return _list(args)
    if args.file is None:
        raise BadInput("Say which file the backup is to be put at: workbench restore FILE --backup")
    passphrase = given_passphrase(args)
    told_already = say_what_to_know(args.file, passphrase)
    differ = compare_backup(args.backup, args.file, passphrase)
    if args.compare:
        print(
            json.dumps({"differences": differ}, ensure_ascii=False)
            if args.json
            else "\n".join(differ)
        )
        return 0
    held = restore_backup(args.backup, args.file, passphrase)
    if not told_already:
        say_what_to_know(args.file, passphrase)
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


def _list(args: argparse.Namespace) -> int:
    if args.file is None:
        kept = [(each.path, backup) for each in backed_up() for backup in each.backups]
    else:
        kept = [(args.file, backup) for backup in _of_file(args.file)]
    rows = [
        {"at": backup.at.isoformat(), "path": str(backup.path), "file": str(file or "")}
        for file, backup in kept
    ]
    if args.json:
        print(json.dumps(rows))
        return 0
    for row in rows:
        of = row["file"] or "of a file that this computer's recent list does not hold"
        print(row["path"] if args.file else f"{row['path']}\t{of}")
    if not rows:
        print("There are no backups on this computer.", file=sys.stderr)
    return 0


def _of_file(file: Path) -> tuple[Backup, ...]:
    if not file.exists():
        raise BadInput(
            f"There is no file named {file.name} there. The backups of every record on this "
            "computer are listed by: workbench restore --list"
        )
    return list_backups(file)
