"""How a command opens a record: what was notable in opening it goes to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from workbench.actions.opening import open_review, what_to_know
from workbench.cli.passphrase import author_name
from workbench.errors import BadInput
from workbench.review import Review


def opened(file: Path, passphrase: str, *, read_only: bool = False) -> Review:
    """The record of this file; what was notable in opening it is said."""
    review = open_review(file, passphrase, author=author_name(), read_only=read_only)
    say_notices(review)
    return review


def say_notices(review: Review) -> None:
    """Say what was notable in opening this record, to standard error."""
    say_each(review.notices)


def say_each(notices: Iterable[str]) -> None:
    """Say these sentences, to standard error."""
    for notice in notices:
        print(notice, file=sys.stderr)


def say_what_to_know(file: Path, passphrase: str) -> bool:
    """Say the same of a record that is only looked at from outside; False when it cannot be."""
    try:
        notices = what_to_know(file, passphrase)
    except BadInput:
        return False  # the command itself says what is wrong with it
    say_each(notices)
    return True
