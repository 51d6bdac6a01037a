"""Where a command gets a passphrase: a prompt, a file or the environment, never an argument."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path

from workbench.cli.paths import path
from workbench.errors import BadInput
from workbench.strength import require_strong

VARIABLE = "WORKBENCH_PASSPHRASE"
NEW_VARIABLE = "WORKBENCH_NEW_PASSPHRASE"


def add_passphrase_option(parser: argparse.ArgumentParser) -> None:
    """Let the command take ``--passphrase-file``."""
    parser.add_argument(
        "--passphrase-file",
        type=path,
        metavar="FILE",
        help=f"a file whose first line is the passphrase (or set {VARIABLE}); asked for otherwise",
    )


def add_new_passphrase_option(parser: argparse.ArgumentParser) -> None:
    """Let the command take ``--new-passphrase-file``."""
    parser.add_argument(
        "--new-passphrase-file",
        type=path,
        metavar="FILE",
        help=f"a file whose first line is the new passphrase (or set {NEW_VARIABLE})",
    )


def given_passphrase(args: argparse.Namespace) -> str:
    """The passphrase of what is there, from the file, the environment or the person."""
    return _given(args.passphrase_file, VARIABLE, "Passphrase", "--passphrase-file")


def first_passphrase(args: argparse.Namespace, *known: str) -> str:
    """The passphrase of what is to be made, from where :func:`given_passphrase` takes it. One that
    could be guessed is refused; ``known`` are words that would be tried first."""
    option = "--passphrase-file"
    return _strong(_given(args.passphrase_file, VARIABLE, "Passphrase", option, twice=True), *known)


def new_passphrase(args: argparse.Namespace) -> str:
    """The passphrase that is to be, from its own file, its own variable or the person. One that
    could be guessed is refused."""
    option, asked = "--new-passphrase-file", "New passphrase"
    return _strong(_given(args.new_passphrase_file, NEW_VARIABLE, asked, option, twice=True))


def archive_passphrase(file: Path, other: str) -> str:
    """The passphrase for an archive of the record, from its file. One that could be guessed is
    refused, and so is the review's own."""
    passphrase = _strong(first_line(file))
    if passphrase == other:
        raise BadInput("Choose another passphrase for the archive than the review’s own.")
    return passphrase


def _strong(passphrase: str, *known: str) -> str:
    require_strong(passphrase, *known)
    return passphrase


def _given(
    file: Path | None, variable: str, asked: str, option: str, *, twice: bool = False
) -> str:
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


def first_line(file: Path, what: str = "passphrase file") -> str:
    """The first line of a file that holds a passphrase or a password, called ``what``."""
    try:
        first = file.read_text(encoding="utf-8-sig").split("\n", 1)[0]  # as an editor may begin it
    except FileNotFoundError:
        raise BadInput(f"There is no {what} named {file.name} there.") from None
    except OSError:
        raise BadInput(f"The {what} {file.name} cannot be read.") from None
    except UnicodeDecodeError:
        raise BadInput(
            f"The {what} {file.name} is not plain text. Save it as text in UTF-8."
        ) from None
    if not first.strip():
        raise BadInput(f"The first line of the {what} {file.name} is empty.")
    return first


def author_name() -> str:
    """The name under which the journal notes what commands change."""
    return os.environ.get("WORKBENCH_AUTHOR", "command line")
