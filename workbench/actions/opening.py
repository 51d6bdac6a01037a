"""Making a review and opening one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from workbench.errors import BadInput
from workbench.model.ids import ReviewId, new_id
from workbench.model.reviews import ReviewDetails
from workbench.review import Review
from workbench.store import opening
from workbench.store.faults import WrongPassphrase
from workbench.store.keys import Cost
from workbench.store.verifying import Part


def create_review(
    path: Path,
    passphrase: str,
    *,
    type: str,  # noqa: A002 # the field's name
    title: str,
    author: str,
    cost: Cost | None = None,
    **fields: Any,
) -> Review:
    """Make a record at ``path``; ``type`` is a code of "review-types", ``fields`` any others of
    :class:`ReviewDetails`. ``cost`` is what one guess at the passphrase costs: by default as much
    as this computer can bear."""
    if not title.strip():
        raise BadInput("Give the review a title. Nothing was made.")
    review = Review(opening.create(path, passphrase, cost, author), author)
    details = ReviewDetails(id=ReviewId(new_id()), type=type, title=title.strip(), **fields)
    review.change("set up the review", put=[details])
    review.save()
    return review


def open_review(path: Path, passphrase: str, *, author: str, read_only: bool = False) -> Review:
    """Open the record at ``path`` with a passphrase or its recovery key.

    What was notable in opening it is in ``Review.notices``.
    """
    return Review(opening.open_record(path, passphrase, read_only=read_only, author=author), author)


def open_with_keychain(path: Path, *, author: str, read_only: bool = False) -> Review:
    """Open the record by what this computer's keychain keeps. Raises :class:`BadInput` when it
    keeps nothing for this record, is missing or is locked."""
    try:
        return Review(opening.open_record(path, None, read_only=read_only, author=author), author)
    except WrongPassphrase:
        raise BadInput(
            "The keychain of this computer does not open this review. Type the passphrase."
        ) from None


def what_to_know(path: Path, passphrase: str) -> tuple[str, ...]:
    """What opening the record would have to tell of its place and of others, without opening it."""
    return opening.notices_of(path, passphrase)


def verify_review(path: Path, passphrase: str) -> list[Part]:
    """Look the record over from end to end: its file, pages, tables, references and journal."""
    return opening.verify(path, passphrase)


def repair_search(path: Path, passphrase: str, *, author: str) -> None:
    """Build the record's search index anew from what the record holds."""
    review = open_review(path, passphrase, author=author)
    try:
        review.rebuild_search()
    finally:
        review.close()
