"""``workbench register``: which names of the papers nobody has registered or ruled out yet."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from workbench.cli.opening import opened
from workbench.cli.passphrase import add_passphrase_option, given_passphrase
from workbench.cli.paths import path
from workbench.disclosure.completing import Completion, completion
from workbench.disclosure.mining import Mine
from workbench.disclosure.soundness import soundness
from workbench.model.agencies import Agency
from workbench.model.people import Person, Place


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "register", help="names in the papers that are not registered, and what is wrong"
    )
    parser.add_argument("file", type=path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Say what is open, and answer: 0 when the register is complete and sound, otherwise 1."""
    review = opened(args.file, given_passphrase(args), read_only=True)
    try:
        found = completion(review, Mine())
        wrong = soundness(review)
        kinds = {
            each.id: each.kind for kind in (Person, Agency, Place) for each in review.all(kind)
        }
    finally:
        review.close()
    if args.json:
        print(json.dumps(_told(found, wrong), ensure_ascii=False, indent=1))
    else:
        _say(found, wrong, kinds)
    return 0 if found.complete and not any(one["stops"] for one in wrong) else 1


def _told(found: Completion, wrong: list[dict[str, object]]) -> dict[str, Any]:
    return {
        "complete": found.complete,
        "names": found.names,
        "looked_at": found.looked_at,
        "open": [
            {
                "words": one.words,
                "count": one.count,
                "guess": one.guess,
                "small_letters": one.small,
                "spellings": dict(one.spellings),
                "samples": [{"place": place, "sentence": text} for place, text in one.samples],
                "may_be": list(one.suggestions),
            }
            for one in found.candidates
        ],
        "proposed_forms": [asdict(one) for one in found.proposals],
        "complete_on": found.last.at if found.last else None,
        "to_put_right": wrong,
    }


def _say(found: Completion, wrong: list[dict[str, object]], kinds: Mapping[str, str]) -> None:
    print(f"{found.looked_at} of {found.names} names in the papers looked at.")
    for one in found.candidates:
        others = ", ".join(words for words, _ in one.spellings[1:])
        print(f"{one.count:6}  {one.words}" + (f"  ({others})" if others else ""))
    for form in found.proposals:
        print(f"{form.count:6}  {form.words}: {form.why} of {form.name}?")
    for fault in wrong:
        kind = kinds.get(str(fault["entry"]), "entry").capitalize()
        print(f"{kind} {fault['entry']}: {fault['told']}", file=sys.stderr)
    if found.complete:
        print("Every name in the papers is registered or ruled out.")
