"""``workbench find``: what a record holds of these words."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from typing import Any

from workbench.cli.opening import opened
from workbench.cli.passphrase import add_passphrase_option, given_passphrase
from workbench.cli.paths import path
from workbench.errors import BadInput
from workbench.intake.dates import understand
from workbench.model.agencies import Agency
from workbench.model.narrowing import Narrowing
from workbench.model.people import Person
from workbench.questions.found import OFFERED, find_anything
from workbench.questions.history_words import kind_words
from workbench.review import Review

_KINDS = {kind.kind.replace("_", "-"): kind for kind in OFFERED}


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "find", help="what a record holds of these words; names may have a slip or two"
    )
    parser.add_argument("file", type=path, metavar="FILE")
    parser.add_argument("words", help='the last may be unfinished; "words together" in quotes')
    parser.add_argument("--kind", action="append", choices=_KINDS, default=[])
    parser.add_argument("--agency", metavar="NAME", help="only this agency and what is of it")
    parser.add_argument("--person", metavar="NAME", help="only this person and what is of them")
    parser.add_argument("--from", dest="first", metavar="DAY", help="not before this day")
    parser.add_argument("--until", metavar="DAY", help="not after this day")
    parser.add_argument("--limit", type=int, default=50)
    parser.add_argument("--json", action="store_true")
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what is found, kind by kind; 1 when nothing is."""
    if args.limit < 1:
        raise BadInput("--limit is a number of finds of each kind, 1 or more.")
    review = opened(args.file, given_passphrase(args), read_only=True)
    try:
        found = find_anything(
            review,
            args.words,
            narrowing=Narrowing(
                kinds=tuple(_KINDS[name] for name in args.kind),
                agency=_named(review, Agency, args.agency),
                person=_named(review, Person, args.person),
                first=_day(args.first),
                last=_day(args.until, whole=True),
            ),
            entries=args.limit,
            others=args.limit,
        )
    finally:
        review.close()
    if args.json:
        rows = [{"kind": each.kind, "id": each.id, "text": each.text} for each in found]
        print(json.dumps(rows, ensure_ascii=False))
    else:
        for each in found:
            print(f"{kind_words(each.kind).one.capitalize()}: {each.text}")
        if not found:
            print("Nothing was found. Try fewer words, or another spelling.", file=sys.stderr)
    return 0 if found else 1


def _named(review: Review, kind: type[Agency] | type[Person], name: str | None) -> str | None:
    """The id of the agency or person of this name, or of one of whose other names it is."""
    if name is None:
        return None
    wanted = name.strip().casefold()
    known: tuple[Agency | Person, ...] = review.all(kind)
    for each in known:
        if wanted in {form.casefold() for form in (each.name, *each.aliases)}:
            return str(each.id)
    raise BadInput(f"No {kind.kind} of this review has that name. Write it as the review does.")


def _day(text: str | None, *, whole: bool = False) -> date | None:
    """The day, or of a longer time its first, and when ``whole`` its last."""
    if text is None:
        return None
    day = understand(text)
    found = day.when.end if whole else day.when.start
    if not day.valid or day.ambiguous or found is None:
        raise BadInput(
            "That is not a day that can only be read in one way. Write it as 3 May 2018."
        )
    return found
