"""``workbench backup``: copies a record's file as it is, encrypted, and checks the copy."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from workbench.actions.safekeeping import back_up


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("backup", help="back up a record, here or in another folder")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="a folder on another disk")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the backup and say where it is."""
    print(back_up(args.file, args.to))
    return 0
