"""How a command opens a record: what was notable in opening it goes to standard error."""

from __future__ import annotations

import sys
from pathlib import Path

from workbench.actions.opening import open_review
from workbench.cli.passphrase import author_name
from workbench.review import Review


def opened(file: Path, passphrase: str, *, read_only: bool = False) -> Review:
    """The record of this file; what was notable in opening it is said."""
    review = open_review(file, passphrase, author=author_name(), read_only=read_only)
    say_notices(review)
    return review


def say_notices(review: Review) -> None:
    """Say what was notable in opening this record, to standard error."""
    for notice in review.notices:
        print(notice, file=sys.stderr)
