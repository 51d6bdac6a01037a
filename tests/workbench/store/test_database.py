"""What the encrypted database may never do, and how its errors are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.workbench.store.records import entry, make
from workbench.errors import Missing
from workbench.model.findings import Evidence
from workbench.model.ids import EvidenceId, FindingId, new_id
from workbench.review import Review
from workbench.store import database
from workbench.store.faults import CannotWrite, Damaged


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    review = make(tmp_path / "a.review")
    yield review
    review.abandon()


def pragma(review: Review, name: str) -> object:
    with review._engine.connect() as db:
        return db.execute(text(f"PRAGMA {name}")).scalar_one()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("foreign_keys", 1),
        ("temp_store", 2),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("mmap_size", 0),
        ("cell_size_check", 1),
    ],
)
def test_every_connection_is_set_to_be_safe(review: Review, name: str, wanted: object) -> None:
    assert pragma(review, name) == wanted


def test_nothing_can_be_attached(review: Review, tmp_path: Path) -> None:
    plain = tmp_path / "plain.db"
    with review._engine.connect() as db, pytest.raises(DBAPIError, match="not authorized"):
        db.execute(text(f"ATTACH '{plain}' AS plain KEY ''"))
    assert not plain.exists()


def test_an_unkeyed_copy_is_refused(review: Review, tmp_path: Path) -> None:
    copy = review._record.copy
    assert copy is not None
    raw = database.raw_connection(copy.database, copy.key, copy.salt)
    with pytest.raises(sqlcipher.Error):
        raw.backup(sqlcipher.connect(str(tmp_path / "plain.db")))
    raw.close()


def test_a_wrong_key_opens_nothing(review: Review) -> None:
    copy = review._record.copy
    assert copy is not None
    with pytest.raises(Damaged):
        database.raw_connection(copy.database, bytes(32), copy.salt)


def test_errors_of_the_database_show_no_words_of_the_record(review: Review) -> None:
    with review._engine.connect() as db, pytest.raises(DBAPIError) as said:
        db.execute(text("SELECT nothing FROM entry WHERE text = :words"), {"words": "Jamie Sample"})
    assert "Jamie" not in str(said.value)


def test_a_fact_that_refers_to_nothing_is_refused_in_words(review: Review) -> None:
    lost = Evidence(id=EvidenceId(new_id()), finding=FindingId(new_id()))
    with pytest.raises(Missing, match="deleted meanwhile"):
        review.change("link", put=[entry("goes with it"), lost])
    assert review.count(type(entry(""))) == 0
    assert review.transactions == 1


def test_a_damaged_page_is_told_in_words(tmp_path: Path) -> None:
    review = make(tmp_path / "a.review")
    review.change("add", put=[entry("x" * 900) for _ in range(300)])
    copy = review._record.copy
    assert copy is not None
    review._engine.dispose()
    content = bytearray(copy.database.read_bytes())
    for page in range(20, len(content) // 4096):
        content[page * 4096 + 100] ^= 1
    copy.database.write_bytes(content)
    with pytest.raises(Damaged, match="open a backup"):
        review.all(type(entry("")))
    review.abandon()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", CannotWrite),
        ("SQLITE_IOERR_WRITE", CannotWrite),
        ("SQLITE_CORRUPT", Damaged),
        ("SQLITE_NOTADB", Damaged),
        ("SQLITE_ERROR", type(None)),
    ],
)
def test_the_systems_troubles_are_told_in_words(name: str, kind: type) -> None:
    error = sqlcipher.OperationalError("said by the machine")
    error.sqlite_errorname = name
    assert isinstance(database.in_words(error), kind)
