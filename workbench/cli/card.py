"""``workbench card``: one's own card, with which authors share their records; made when asked."""

from __future__ import annotations

import argparse
from typing import Any

from workbench.actions.keys import change_card_passphrase, make_card, my_card
from workbench.cli.passphrase import (
    add_new_passphrase_option,
    add_passphrase_option,
    first_passphrase,
    given_passphrase,
    new_passphrase,
)
from workbench.errors import Refused


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser("card", help="show your own colleague card, or make it")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--make", action="store_true", help="opened by a passphrase of your own")
    what.add_argument("--change-passphrase", action="store_true", help="the card stays the same")
    what.add_argument("--make-in-keychain", action="store_true", help="opened by this computer")
    add_passphrase_option(parser)
    add_new_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the card; nothing on it is secret."""
    if args.make:
        mine = make_card(first_passphrase(args))
    elif args.change_passphrase:
        mine = change_card_passphrase(given_passphrase(args), new_passphrase(args))
    elif args.make_in_keychain:
        mine = make_card(None)
    else:
        found = my_card()
        if found is None:
            raise Refused("There is no colleague card on this computer yet. Make one with --make.")
        mine = found
    print(mine.card)
    return 0
