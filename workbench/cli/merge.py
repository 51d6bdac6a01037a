"""``workbench merge``: takes in what was done in another copy of the record."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from workbench.actions.opening import open_review
from workbench.cli.passphrase import add_passphrase_option, author_name, given_passphrase
from workbench.exchange.merge import Choice, Clash, MergePlan, merge, plan_merge
from workbench.intake.wording import in_words
from workbench.questions.history import Item, changed_items
from workbench.questions.history_words import Words, field_words
from workbench.review import Review


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("merge", help="take in what was done in another copy of a record")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("other", type=Path, metavar="OTHER", help="the other copy; it is only read")
    parser.add_argument(
        "--clashes",
        choices=[choice.value for choice in Choice],
        help="whose answer is kept where both copies changed one thing",
    )
    parser.add_argument("--preview", action="store_true", help="show it and change nothing")
    parser.add_argument("--json", action="store_true")
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Say what the other copy has, and take it in when nothing clashes or it is said who wins."""
    passphrase = given_passphrase(args)
    mine = open_review(args.file, passphrase, author=author_name(), read_only=args.preview)
    try:
        theirs = open_review(args.other, passphrase, author=author_name(), read_only=True)
        try:
            return _run(mine, theirs, args)
        finally:
            theirs.close()
    finally:
        mine.close()


def _run(mine: Review, theirs: Review, args: argparse.Namespace) -> int:
    plan = plan_merge(mine, theirs)
    undecided = bool(plan.clashes) and args.clashes is None
    merges = not (undecided or args.preview or plan.empty)
    told = _told(plan, mine, theirs, merged=merges)
    if merges:
        decided = Choice(args.clashes or Choice.MINE)
        merge(mine, theirs, plan, {clash.key: decided for clash in plan.clashes})
    print(json.dumps(told, ensure_ascii=False) if args.json else _said(told, undecided=undecided))
    return 1 if undecided else 0


def _told(plan: MergePlan, mine: Review, theirs: Review, *, merged: bool) -> dict[str, Any]:
    words, theirs_words = Words(mine, in_words), Words(theirs, in_words)
    taken = changed_items(theirs_words, plan.taken)
    return {
        "merged": merged,
        "taken": [_item(one) for one in taken],
        "clashes": [_clash(one, words, theirs_words) for one in plan.clashes],
        "kept": [words.name_of(kind, key) for kind, key in sorted(plan.kept)],
    }


def _item(item: Item) -> dict[str, str]:
    return {"kind": item.kind, "id": item.id, "name": item.name, "deed": item.deed.value.lower()}


def _clash(clash: Clash, words: Words, theirs_words: Words) -> dict[str, str]:
    said = {"kind": clash.kind, "id": clash.id, "name": words.name_of(clash.kind, clash.id)}
    if not clash.field:
        sides = ("deleted" if side is None else "changed" for side in (clash.mine, clash.theirs))
        return {**said, "field": "", **dict(zip(("mine", "theirs"), sides, strict=True))}
    return {
        **said,
        "field": field_words(clash.kind, clash.field).label,
        "mine": words.value(clash.kind, clash.field, clash.mine),
        "theirs": theirs_words.value(clash.kind, clash.field, clash.theirs),
    }


def _said(told: dict[str, Any], *, undecided: bool) -> str:
    lines = [f"  {one['deed']}: {one['name']}" for one in told["taken"]]
    lines = ["The other copy has:", *lines] if lines else ["The other copy has nothing new."]
    for clash in told["clashes"]:
        lines.append(f"Clash: {clash['name']}{': ' if clash['field'] else ''}{clash['field']}")
        lines += [f"  here:  {clash['mine']}", f"  there: {clash['theirs']}"]
    lines += [f"Deleted there and kept, because it is needed here: {one}" for one in told["kept"]]
    if undecided:
        lines.append("Nothing was merged. Say whose answer is kept with --clashes mine or theirs.")
    elif told["merged"]:
        lines.append("Merged. It is one step, which undo takes back.")
    return "\n".join(lines)
