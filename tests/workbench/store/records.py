"""Small real records for the tests of the store."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import PASSPHRASE
from workbench.actions.opening import create_review, open_review
from workbench.model.chronology import Entry
from workbench.model.ids import EntryId, new_id
from workbench.review import Review
from workbench.store.keys import LEAST

AUTHOR = "Ash Rowan"


def make(path: Path) -> Review:
    """A record that is quick to open."""
    return create_review(path, PASSPHRASE, type="sar", title="Adult C", author=AUTHOR, cost=LEAST)


def reopen(path: Path, *, read_only: bool = False) -> Review:
    """The record at this path, opened."""
    return open_review(path, PASSPHRASE, author=AUTHOR, read_only=read_only)


def entry(text: str, **fields: object) -> Entry:
    """An entry that says this."""
    return Entry(id=EntryId(new_id()), text=text, **fields)  # type: ignore[arg-type] # any fields


def texts(review: Review) -> list[str]:
    """What the record's entries say, in the order in which they were made."""
    return [each.text for each in review.all(Entry)]


def copies_in(folder: Path) -> list[str]:
    """The names of everything that working on a record left in the data folder."""
    left = (folder / "work").rglob("*")
    return sorted(path.name for path in left if path.is_file() and path.name != "lock")
