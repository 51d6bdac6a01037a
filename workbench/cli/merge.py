"""``workbench merge``: takes in what was done in another copy of the record."""

from __future__ import annotations

import argparse
import json
from typing import Any

from workbench.cli.opening import opened
from workbench.cli.passphrase import add_passphrase_option, given_passphrase
from workbench.cli.paths import path
from workbench.exchange.merge import Choice, merge, plan_merge
from workbench.exchange.told import MergeTold, tell
from workbench.review import Review


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("merge", help="take in what was done in another copy of a record")
    parser.add_argument("file", type=path, metavar="FILE")
    parser.add_argument("other", type=path, metavar="OTHER", help="the other copy; it is only read")
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
    mine = opened(args.file, passphrase, read_only=args.preview)
    try:
        theirs = opened(args.other, passphrase, read_only=True)
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
    told = tell(plan, mine, theirs)
    if merges:
        decided = Choice(args.clashes or Choice.MINE)
        merge(mine, theirs, plan, {clash.key: decided for clash in plan.clashes})
    if args.json:
        print(json.dumps(_as_json(told, merged=merges), ensure_ascii=False))
    else:
        print(_said(told, merged=merges, undecided=undecided))
    return 1 if undecided else 0


def _as_json(told: MergeTold, *, merged: bool) -> dict[str, Any]:
    return {
        "merged": merged,
        "taken": [
            {"kind": one.kind, "id": one.id, "name": one.name, "deed": one.deed.value.lower()}
            for one in told.taken
        ],
        "clashes": [
            {
                "kind": one.clash.kind,
                "id": one.clash.id,
                "name": one.name,
                "field": one.field,
                "mine": one.mine,
                "theirs": one.theirs,
            }
            for one in told.clashes
        ],
        "kept": list(told.kept),
    }


def _said(told: MergeTold, *, merged: bool, undecided: bool) -> str:
    lines = [f"  {one.deed.value}: {one.name}" for one in told.taken]
    lines = ["The other copy has:", *lines] if lines else ["The other copy has nothing new."]
    for clash in told.clashes:
        lines.append(f"Clash: {clash.name}{': ' if clash.field else ''}{clash.field}")
        lines += [f"  here:  {clash.mine}", f"  there: {clash.theirs}"]
    lines += [f"Deleted there and kept, because it is needed here: {one}" for one in told.kept]
    if undecided:
        lines.append("Nothing was merged. Say whose answer is kept with --clashes mine or theirs.")
    elif merged:
        lines.append("Merged. It is one step, which undo takes back.")
    return "\n".join(lines)
