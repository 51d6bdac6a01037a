"""Where a command writes: a file that is there already stays, unless it is said that it may go."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.errors import BadInput


def add_replace_option(parser: argparse.ArgumentParser) -> None:
    """Let the command take ``--replace``."""
    parser.add_argument(
        "--replace", action="store_true", help="write over a file of that name, if there is one"
    )


def require_free(path: Path | None, args: argparse.Namespace) -> None:
    """Refuse a place where a file lies already, unless ``--replace`` was given."""
    if path is not None and path.is_file() and not args.replace:
        raise BadInput(
            f"There is already a file named {path.name} there, and it was left as it is. Choose "
            "another name, or add --replace to write over it."
        )
