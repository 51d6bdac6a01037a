"""Verify names what is wrong, and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import copies_in, entry, make, reopen
from workbench.actions.opening import verify_review
from workbench.errors import WorkbenchError
from workbench.model.ids import PersonId, new_id
from workbench.model.people import Person
from workbench.review import Review
from workbench.store import container
from workbench.store.container import ROOM
from workbench.store.database import open_engine
from workbench.store.keys import derived


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.review"
    review = make(path)
    for number in range(5):
        review.change(f"add {number}", put=[entry("x" * 2000)])
    review.close()
    return path


def faults_of(path: Path) -> dict[str, tuple[str, ...]]:
    return {part.name: part.faults for part in verify_review(path, PASSPHRASE)}


def test_a_sound_record_is_sound_and_unchanged(path: Path, private_data: Path) -> None:
    before = path.read_bytes()
    assert faults_of(path) == dict.fromkeys(
        ("file", "pages", "tables", "references", "journal", "facts", "search"), ()
    )
    assert path.read_bytes() == before
    assert copies_in(private_data) == []


def test_every_altered_page_is_named(path: Path) -> None:
    content = path.read_bytes()
    pages = (len(content) - 2 * ROOM) // 4096
    for page in range(1, pages + 1):
        flipped = bytearray(content)
        flipped[ROOM + (page - 1) * 4096 + (page * 37) % 4096] ^= 0x40
        path.write_bytes(flipped)
        faults = faults_of(path)
        assert "contents of this file are damaged" in faults["file"][0]
        assert faults["pages"] == (f"page {page} is damaged",)


def test_a_file_that_was_cut_anywhere_is_told(path: Path) -> None:
    content = path.read_bytes()
    pages = (len(content) - 2 * ROOM) // 4096
    cuts = [ROOM + page * 4096 for page in range(pages)] + [ROOM + 1, ROOM + 9000]
    for cut in cuts:
        path.write_bytes(content[:cut])
        assert "incomplete" in faults_of(path)["file"][0]


def tampered(path: Path, statement: str) -> None:
    """Change the database inside the file as somebody who has the key could."""
    review = reopen(path)
    with review._engine.begin() as db:
        db.execute(text("PRAGMA defer_foreign_keys=ON"))
        db.execute(text(statement))
    review._record.saved_number = -1
    review.close()


@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("UPDATE journal_change SET after='\"nothing\"' WHERE number=3", "transaction 3"),
        ("UPDATE journal SET author='Someone Else' WHERE number=2", "transaction 2"),
        ("UPDATE journal SET at='2020-01-01T00:00:00.000+00:00' WHERE number=4", "transaction 4"),
        ("UPDATE journal SET hash='00' WHERE number=4", "transaction 4"),
        ("DELETE FROM journal_change WHERE number=5", "transaction 5"),
    ],
)
def test_an_edited_journal_is_found_at_its_place(path: Path, statement: str, place: str) -> None:
    tampered(path, statement)
    faults = faults_of(path)
    assert faults["pages"] == faults["tables"] == ()
    assert any(place in fault for fault in faults["journal"])
    assert "nothing" not in str(faults)


@pytest.mark.parametrize(
    ("statement", "number"),
    [
        (
            "UPDATE entry SET comment='nothing of the kind' WHERE made IN (SELECT min(made) FROM entry)",
            1,
        ),
        ("UPDATE entry SET text='nothing' WHERE rowid IN (2, 3)", 2),
        ("DELETE FROM entry WHERE rowid=4", 1),
        (
            "INSERT INTO passage(id, section, text, note, made) "
            "VALUES('0123', 'methodology', 'nothing', '', 1)",
            0,
        ),
        ("UPDATE person SET name='Nobody'", 1),
    ],
)
def test_a_fact_that_was_edited_beside_the_journal_is_found(
    path: Path, statement: str, number: int
) -> None:
    review = reopen(path)
    one = Person(id=PersonId(new_id()), name="Ann Rowan")
    review.change("add", put=[one])
    review.change("change", put=[replace(one, note="Seen.")])
    review.undo()
    review.close()
    assert faults_of(path)["facts"] == ()
    tampered(path, statement)
    faults = faults_of(path)
    assert faults["journal"] == ()
    kind = statement.split()[1 if statement.startswith("U") else 2].partition("(")[0]
    assert faults["facts"] == (f"{number or 1} of the {kind} facts: not as the journal left them",)
    assert "nothing" not in str(faults)


def test_a_transaction_taken_out_is_missed(path: Path) -> None:
    take_out(path, 3)
    assert any("transaction 3" in fault for fault in faults_of(path)["journal"])


def test_a_journal_cut_at_its_end_is_missed(path: Path) -> None:
    header = container.read_headers(path)[0]
    inside(path, lambda review: take_out_of(review, 6), keep=header.fields)
    assert "sealed at transaction 6" in faults_of(path)["journal"][0]


def test_a_transaction_taken_out_and_the_rest_renumbered_is_missed(path: Path) -> None:
    def renumber(review: Review) -> None:
        take_out_of(review, 3)
        with review._engine.begin() as db:
            db.execute(text("PRAGMA defer_foreign_keys=ON"))
            for table in ("journal", "journal_change"):
                for number in (4, 5, 6):
                    db.execute(
                        text(f"UPDATE {table} SET number={number - 1} WHERE number={number}")
                    )

    inside(path, renumber)
    faults = faults_of(path)["journal"]
    assert any("transaction 3: it, or one before it, is missing" in fault for fault in faults)
    assert any("transaction 3: it was altered" in fault for fault in faults)


def test_renumbered_entries_linked_anew_are_missed(path: Path) -> None:
    """The one who removes an entry also makes the next one name the one before."""

    def relink(review: Review) -> None:
        take_out_of(review, 3)
        with review._engine.begin() as db:
            db.execute(text("PRAGMA defer_foreign_keys=ON"))
            for table in ("journal", "journal_change"):
                for number in (4, 5, 6):
                    db.execute(
                        text(f"UPDATE {table} SET number={number - 1} WHERE number={number}")
                    )
            db.execute(
                text(
                    "UPDATE journal SET previous=(SELECT hash FROM journal WHERE number=2) "
                    "WHERE number=3"
                )
            )

    inside(path, relink)
    assert any("transaction 3: it was altered" in fault for fault in faults_of(path)["journal"])


def test_an_end_chained_anew_without_its_tail_is_missed_by_the_seal(path: Path) -> None:
    header = container.read_headers(path)[0]

    def cut_and_rewrite(review: Review) -> None:
        for number in (6, 5):
            take_out_of(review, number)
        review.change("another end", put=[entry("in their place")])
        review.change("another end", put=[entry("in their place")])

    inside(path, cut_and_rewrite, keep=header.fields)
    assert "sealed at transaction 6" in faults_of(path)["journal"][0]


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO journal_change SELECT number, 1, kind, id, field, before, after, nonce, digest "
        "FROM journal_change WHERE number=3",
        "UPDATE journal_change SET number=4, place=1 WHERE number=3",
        "INSERT INTO journal_change SELECT 99, 0, kind, id, field, before, after, nonce, digest "
        "FROM journal_change WHERE number=3",
    ],
)
def test_changes_slipped_in_or_moved_to_another_transaction_are_found(
    path: Path, statement: str
) -> None:
    review = reopen(path)
    raw = review._engine.raw_connection()
    raw.execute("PRAGMA foreign_keys=OFF")  # type: ignore[attr-defined] # the driver's own
    raw.execute(statement)  # type: ignore[attr-defined]
    raw.execute("PRAGMA foreign_keys=ON")  # type: ignore[attr-defined]
    raw.close()
    review._record.saved_number = -1
    review.close()
    faults = faults_of(path)["journal"]
    assert faults
    assert all("transaction" in fault for fault in faults)


def test_a_journal_that_was_emptied_is_missed(path: Path) -> None:
    header = container.read_headers(path)[0]

    def empty(review: Review) -> None:
        with review._engine.begin() as db:
            db.execute(text("DELETE FROM journal_change"))
            db.execute(text("DELETE FROM journal"))

    inside(path, empty, keep=header.fields)
    assert "sealed at transaction 6, the journal ends at 0" in faults_of(path)["journal"][0]


def take_out(path: Path, number: int) -> None:
    inside(path, lambda review: take_out_of(review, number))


def take_out_of(review: Review, number: int) -> None:
    with review._engine.begin() as db:
        db.execute(text(f"DELETE FROM journal_change WHERE number={number}"))
        db.execute(text(f"DELETE FROM journal WHERE number={number}"))


def inside(
    path: Path, work: Callable[[Review], None], keep: dict[str, object] | None = None
) -> None:
    review = reopen(path)
    work(review)
    copy, key = review._record.copy, review._record.data_key
    assert copy is not None
    review._record.saved_number = -1
    review.save()
    if keep is not None:  # the journal's end as the header noted it before
        image, fields = path.with_suffix(".image"), dict(review._record.header)
        container.extract(path, container.read_headers(path)[0], image)
        container.build(path, image, {**fields, "journal": keep["journal"]}, key)
        image.unlink()
    review.abandon()


def test_a_reference_to_nothing_is_found(path: Path) -> None:
    review = reopen(path)
    copy, key = review._record.copy, review._record.data_key
    assert copy is not None
    engine = open_engine(copy.database, derived(key, "sqlcipher"), copy.salt)
    raw = engine.raw_connection()
    raw.execute("PRAGMA foreign_keys=OFF")  # type: ignore[attr-defined] # the driver's own
    raw.execute("UPDATE entry SET agency='nobody'")  # type: ignore[attr-defined]
    raw.close()
    engine.dispose()
    review._record.saved_number = -1
    review.close()
    assert (
        "row of entry: the agency to which it refers is not there"
        in faults_of(path)["references"][0]
    )


def test_a_wrong_passphrase_verifies_nothing(path: Path) -> None:
    with pytest.raises(WorkbenchError, match="does not open"):
        verify_review(path, "wrong")
