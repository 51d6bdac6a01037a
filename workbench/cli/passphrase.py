"""Where a command gets a passphrase: a prompt, a file or the environment, never an argument."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path

from zxcvbn import zxcvbn

from workbench.errors import BadInput

VARIABLE = "WORKBENCH_PASSPHRASE"
NEW_VARIABLE = "WORKBENCH_NEW_PASSPHRASE"
_JUDGED = 72  # characters that the estimator takes
_ENOUGH = 3


def add_passphrase_option(parser: argparse.ArgumentParser) -> None:
    """Let the command take ``--passphrase-file``."""
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help=f"a file whose first line is the passphrase (or set {VARIABLE}); asked for otherwise",
    )


def add_new_passphrase_option(parser: argparse.ArgumentParser) -> None:
    """Let the command take ``--new-passphrase-file``."""
    parser.add_argument(
        "--new-passphrase-file",
        type=Path,
        metavar="FILE",
        help=f"a file whose first line is the new passphrase (or set {NEW_VARIABLE})",
    )


def given_passphrase(args: argparse.Namespace, *, twice: bool = False) -> str:
    """The passphrase from the file, the environment or the person; ``twice`` when it is new."""
    return _given(args.passphrase_file, VARIABLE, "Passphrase", "--passphrase-file", twice=twice)


def new_passphrase(args: argparse.Namespace) -> str:
    """The passphrase that is to be, from its own file, its own variable or the person."""
    option = "--new-passphrase-file"
    return _given(args.new_passphrase_file, NEW_VARIABLE, "New passphrase", option, twice=True)


def _given(file: Path | None, variable: str, asked: str, option: str, *, twice: bool) -> str:
    if file is not None:
        return first_line(file)
    if variable in os.environ:
        return os.environ[variable]
    if not sys.stdin.isatty():
        raise BadInput(f"No passphrase was given. Set {variable}, or name a file with {option}.")
    typed = getpass.getpass(f"{asked}: ")
    if twice and getpass.getpass("The same again: ") != typed:
        raise BadInput("The two passphrases are not the same. Nothing was made.")
    return typed


def warn_if_weak(passphrase: str) -> str:
    """The passphrase, after a warning when it could be guessed. The window refuses such a one; a
    script is warned, because it may be making a record with nobody's name in it."""
    if int(zxcvbn(passphrase[:_JUDGED])["score"]) < _ENOUGH:
        print(
            "This passphrase is weak: whoever has the file could guess it and read every name. "
            "Use four or more words that have nothing to do with each other, with: "
            "workbench keys FILE --change-passphrase",
            file=sys.stderr,
        )
    return passphrase


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
