"""``workbench versions``: lists, names and forgets versions of a record, and takes one out."""

from __future__ import annotations

import argparse
import json
import os
from typing import Any

from workbench.actions.versions import (
    check_passphrase,
    export_version,
    forget_version,
    name_version,
)
from workbench.cli.opening import opened
from workbench.cli.passphrase import (
    NEW_VARIABLE,
    add_new_passphrase_option,
    add_passphrase_option,
    given_passphrase,
    new_passphrase,
)
from workbench.cli.paths import path
from workbench.errors import BadInput
from workbench.model.versions import NamedVersion
from workbench.questions.history_words import moment_said
from workbench.questions.since import versions
from workbench.review import Review


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("versions", help="list, name or take out versions of a record")
    parser.add_argument("file", type=path, metavar="FILE")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help="list them, which is done by itself")
    what.add_argument("--name", metavar="NAME", help="name the record as it is now")
    what.add_argument("--forget", metavar="NAME", help="take a version's name away")
    what.add_argument(
        "--export", metavar="NAME", help="write the version to --out as a record of its own"
    )
    parser.add_argument("--note", default="", help="with --name")
    parser.add_argument("--out", type=path, metavar="FILE", help="with --export")
    parser.add_argument("--json", action="store_true")
    add_passphrase_option(parser)
    add_new_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do the one thing asked for; print the versions there are."""
    if bool(args.export) != (args.out is not None):
        raise BadInput("--export and --out go together: which version, and to which file?")
    typed = given_passphrase(args)
    changes = bool(args.name or args.forget)
    review = opened(args.file, typed, read_only=not changes)
    try:
        if args.name is not None:
            name_version(review, args.name, note=args.note)
        elif args.forget is not None:
            forget_version(review, _named(review, args.forget))
        elif args.export is not None:
            _export(review, args, typed)
        _list(review, as_json=args.json)
    finally:
        review.close()
    return 0


def _export(review: Review, args: argparse.Namespace, typed: str) -> None:
    """Under the new passphrase where one is given, and otherwise under the one that was typed."""
    given = args.new_passphrase_file is not None or NEW_VARIABLE in os.environ
    passphrase = new_passphrase(args) if given else typed
    if not given:
        check_passphrase(review, typed)  # what is on paper is not to open yet another file
    export_version(review, _named(review, args.export).number, args.out, passphrase)


def _named(review: Review, name: str) -> NamedVersion:
    for version in versions(review):
        if version.name.casefold() == name.strip().casefold():
            return version
    raise BadInput("No version has that name. List them with: workbench versions FILE")


def _list(review: Review, *, as_json: bool) -> None:
    found = versions(review)
    if as_json:
        rows = [
            {"name": each.name, "at": each.at, "number": each.number, "note": each.note}
            for each in found
        ]
        print(json.dumps(rows, ensure_ascii=False))
        return
    for each in found:
        note = f": {each.note}" if each.note else ""
        print(f"{each.name}, named on {moment_said(each.at)}{note}")
    if not found:
        print("No version has been named.")
