"""Where a command gets a passphrase: a prompt, a file or the environment, never an argument."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path

from workbench.errors import BadInput

VARIABLE = "WORKBENCH_PASSPHRASE"


def add_passphrase_option(parser: argparse.ArgumentParser) -> None:
    """Let the command take ``--passphrase-file``."""
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help=f"a file whose first line is the passphrase (or set {VARIABLE}); asked for otherwise",
    )


def given_passphrase(args: argparse.Namespace, *, twice: bool = False) -> str:
    """The passphrase from the file, the environment or the person; ``twice`` when it is new."""
    if args.passphrase_file is not None:
        return first_line(args.passphrase_file)
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    if not sys.stdin.isatty():
        raise BadInput(
            f"No passphrase was given. Set {VARIABLE}, or name a file with --passphrase-file."
        )
    typed = getpass.getpass("Passphrase: ")
    if twice and getpass.getpass("The same again: ") != typed:
        raise BadInput("The two passphrases are not the same. Nothing was made.")
    return typed


def first_line(file: Path) -> str:
    """The first line of a file that holds a passphrase or a password."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise BadInput(f"The passphrase file {file.name} cannot be read.") from None
    return lines[0] if lines else ""


def author_name() -> str:
    """The name under which the journal notes what commands change."""
    return os.environ.get("WORKBENCH_AUTHOR", "command line")
