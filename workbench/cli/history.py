"""``workbench history``: what was done to a record, and what became of it since a moment."""

from __future__ import annotations

import argparse
import json
from typing import Any

from workbench.cli.opening import opened
from workbench.cli.passphrase import add_passphrase_option, given_passphrase
from workbench.cli.paths import path
from workbench.errors import BadInput
from workbench.intake.dates import understand
from workbench.intake.wording import in_words
from workbench.questions.history import Item, changed_items, field_diffs, lines
from workbench.questions.history_words import Words, at_said
from workbench.questions.since import Moment, find_moment, moment_of_day
from workbench.questions.word_diff import Run, Sort
from workbench.review import Review

_MARKS = {Sort.SAME: "{}", Sort.REMOVED: "[-{}-]", Sort.ADDED: "{{+{}+}}"}


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("history", help="what was done to a record, newest first")
    parser.add_argument("file", type=path, metavar="FILE")
    parser.add_argument(
        "--since",
        metavar="MOMENT",
        help="what is different since a named version, a meeting's title or a day",
    )
    parser.add_argument("--until", metavar="MOMENT", help="up to this moment and not to now")
    parser.add_argument("--item", metavar="ID", help="only the item of this id")
    parser.add_argument("--limit", type=int, default=100, help="so many transactions (100)")
    parser.add_argument("--json", action="store_true")
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List the steps, or with --since tell what is different."""
    if args.until is not None and args.since is None:
        raise BadInput("--until needs --since: from which moment?")
    if args.limit < 1:
        raise BadInput("--limit is a number of transactions, 1 or more.")
    review = opened(args.file, given_passphrase(args), read_only=True)
    try:
        words = Words(review, in_words)
        if args.since is not None:
            _tell_differences(review, words, args)
        else:
            _tell_steps(review, words, args)
    finally:
        review.close()
    return 0


def moment(review: Review, text: str) -> Moment:
    """The moment of this name: a version, a meeting, or any way of writing a day."""
    found = find_moment(review, text)
    if found is not None:
        return found
    day = understand(text)
    if not day.valid or day.ambiguous or day.when.start is None:
        raise BadInput(
            "No version or meeting has that name, and it is not a day that can only be read in "
            "one way. List the versions with: workbench versions FILE"
        )
    return moment_of_day(review, day.when.start)


def _of(review: Review, id: str | None) -> tuple[str, str] | None:  # noqa: A002 # the field's name
    if id is None:
        return None
    kind = review.kind_of(id)
    if kind is None:
        raise BadInput("The journal of this review names no item of that id.")
    return kind, id


def _tell_steps(review: Review, words: Words, args: argparse.Namespace) -> None:
    told = lines(words, review.steps(limit=args.limit, of=_of(review, args.item)))
    if args.json:
        rows = [
            {
                "first": line.step.first,
                "last": line.step.last,
                "at": line.step.at.isoformat(),
                "author": line.step.author,
                "what": line.what,
                "to": line.to,
                "taken_back": line.step.taken_back,
            }
            for line in told
        ]
        print(json.dumps(rows, ensure_ascii=False))
        return
    for line in told:
        back = " (taken back since)" if line.step.taken_back else ""
        to = f": {line.to}" if line.to else ""
        print(f"{at_said(line.step.at)}, {line.step.author}: {line.what}{to}{back}")


def _tell_differences(review: Review, words: Words, args: argparse.Namespace) -> None:
    first = moment(review, args.since)
    last = moment(review, args.until).number if args.until is not None else review.number
    if last < first.number:
        raise BadInput("The moment after --until is the earlier of the two.")
    changes = review.changes_between(first.number, last, of=_of(review, args.item))
    items = changed_items(words, changes)
    if args.json:
        rows = [_as_json(words, item) for item in items]
        print(json.dumps({"since": first.name, "items": rows}, ensure_ascii=False))
        return
    if not items:
        print(f"Nothing is different since {first.name}.")
    heading = ""
    for item in items:
        if item.group != heading:
            heading = item.group
            print(f"\n{heading}")
        print(f"  {item.deed}: {item.name}")
        for field in field_diffs(words, item.change):
            print(f"    {field.label}: {''.join(_marked(run) for run in field.runs)}")


def _marked(run: Run) -> str:
    """Words that went in [-brackets-], and those that came in {+braces+}."""
    bare = run.text.rstrip()
    return _MARKS[run.sort].format(bare) + (run.text[len(bare) :] or " " * (run.sort != Sort.SAME))


def _as_json(words: Words, item: Item) -> dict[str, object]:
    return {
        "kind": item.kind,
        "id": item.id,
        "name": item.name,
        "deed": item.deed.value.lower(),
        "fields": [
            {"field": each.label, "before": each.before, "after": each.after}
            for each in field_diffs(words, item.change)
        ],
    }
