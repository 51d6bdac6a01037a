"""A record of every past version opens, and is brought forward whole, after a backup."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.workbench.store.records import AUTHOR, make, reopen
from tests.workbench.store.worlds import everything
from workbench.actions.opening import open_review, verify_review
from workbench.actions.safekeeping import list_backups
from workbench.model.chronology import Entry
from workbench.store.faults import NewerVersion
from workbench.store.schema import SCHEMA_VERSION
from workbench.store.versions import STEPS

KEPT = Path(__file__).parents[2] / "records"
PASSPHRASE = "kept for later versions"


def test_there_is_a_step_and_a_kept_record_for_every_past_version() -> None:
    past = set(range(1, SCHEMA_VERSION))
    assert set(STEPS) == past
    assert {int(path.stem.removeprefix("version-")) for path in KEPT.glob("*.review")} >= past


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_a_kept_record_is_brought_forward(version: int, tmp_path: Path) -> None:
    path = tmp_path / "old.review"
    shutil.copy(KEPT / f"version-{version}.review", path)
    old = path.read_bytes()
    assert not any(part.faults for part in verify_review(path, PASSPHRASE))

    reading = open_review(path, PASSPHRASE, author=AUTHOR, read_only=True)
    held = everything(reading)
    assert reading.search("panel’s")
    reading.close()
    assert path.read_bytes() == old, "reading leaves the file as old as it is"

    review = open_review(path, PASSPHRASE, author=AUTHOR)
    assert everything(review) == held
    assert (review.details.type, review.count(Entry)) == ("lcspr", 14)
    assert review.undo_label == "change comment of entry"
    assert review.unsaved
    review.close()
    assert list_backups(path)[-1].path.read_bytes() == old
    assert not any(part.faults for part in verify_review(path, PASSPHRASE))

    again = open_review(path, PASSPHRASE, author=AUTHOR)
    assert everything(again) == held
    while again.undo():
        pass
    while again.redo():
        pass
    assert {each.id for each in again.search("panel’s", [Entry])}
    again.close()


def test_tables_of_a_newer_version_are_refused_kindly(tmp_path: Path) -> None:
    path = tmp_path / "a.review"
    review = make(path)
    with review._engine.begin() as db:
        db.execute(text(f"UPDATE about SET value = '{SCHEMA_VERSION + 1}' WHERE name = 'schema'"))
    review._record.saved_number = -1
    review.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(NewerVersion, match="newer version of the workbench"):
            reopen(path, read_only=read_only)
    assert path.read_bytes() == before
