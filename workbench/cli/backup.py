"""``workbench backup``: copies a record's file as it is, encrypted, and checks the copy."""

from __future__ import annotations

import argparse
from typing import Any

from workbench.actions.safekeeping import back_up
from workbench.cli.paths import path


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("backup", help="back up a record, here or in another folder")
    parser.add_argument("file", type=path, metavar="FILE")
    parser.add_argument("--to", type=path, metavar="FOLDER", help="a folder on another disk")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the backup and say where it is."""
    print(back_up(args.file, args.to))
    return 0
