"""Others, other versions and older copies: each is noticed at opening, explained, and stops nothing."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import AUTHOR, entry, make, reopen, texts
from workbench.actions.keys import rekey_review
from workbench.actions.opening import open_review
from workbench.actions.safekeeping import list_backups, restore_backup
from workbench.store import presence, seen
from workbench.store.faults import AlreadyOpen
from workbench.store.keys import LEAST
from workbench.store.neighbours import looks_set_aside


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "reviews"
    folder.mkdir()
    return folder / "a.review"


@contextmanager
def second_laptop(tmp_path: Path) -> Iterator[None]:
    mine = os.environ["WORKBENCH_DATA"]
    os.environ["WORKBENCH_DATA"] = str(tmp_path / "second")
    try:
        yield
    finally:
        os.environ["WORKBENCH_DATA"] = mine


# A second laptop


def test_a_second_laptop_is_told_who_has_it_open_and_where(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence.platform, "node", lambda: "harbour-laptop")  # none met by chance
    mine = make(path)
    beside = [each for each in path.parent.iterdir() if each != path]
    assert len(beside) == 1
    note = beside[0].read_bytes()
    for legible in (AUTHOR, "Rowan", presence.platform.node()):
        assert legible.encode() not in note, "only who can open the record learns the name"
    assert AUTHOR not in beside[0].name
    with second_laptop(tmp_path):
        theirs = open_review(path, PASSPHRASE, author="Robin Marsh")
        assert f"{AUTHOR} has this review open" in theirs.notices[0]
        assert "read only" in theirs.notices[0]
        theirs.close()
        reading = open_review(path, PASSPHRASE, author="Robin", read_only=True)
        assert f"{AUTHOR} has this review open" in reading.notices[0]
        reading.close()
    with pytest.raises(AlreadyOpen):
        reopen(path)
    mine.close()
    assert list(path.parent.iterdir()) == [path]
    with second_laptop(tmp_path):
        alone = reopen(path)
        assert alone.notices == ()
        alone.close()


def test_a_note_that_a_crash_left_is_told_apart_and_ones_own_is_not_told(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = make(path)
    key = review._record.data_key
    review.abandon()  # as when the laptop stopped: its note stays
    again = reopen(path)
    assert len(again.notices) == 1
    assert "ended unexpectedly" in again.notices[0], "and not that somebody has it open"
    again.abandon()
    with second_laptop(tmp_path):
        (other,) = presence.others(path, key)
        now = datetime.now(UTC)
        assert "has this review open" in presence.in_words(other, now)
        later = presence.in_words(other, now + timedelta(days=3))
        assert "probably left when that computer stopped" in later
        assert "has this review open" in presence.in_words(other, now - timedelta(hours=1))
    reopen(path).close()


def test_a_note_that_is_foreign_or_broken_says_nothing(path: Path) -> None:
    review = make(path)
    for name, content in (("00000000", b""), ("11111111", b"{}"), ("22222222", os.urandom(300))):
        (path.parent / f".~a.{name}.open").write_bytes(content)
    assert presence.others(path, review._record.data_key) == ()
    review.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_note_that_cannot_be_written_stops_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "touch", refuse)
    presence.announce(path, b"k" * 32, AUTHOR, datetime.now(UTC))
    assert list(path.parent.iterdir()) == []


def test_the_note_is_renewed_when_the_record_is_saved(path: Path) -> None:
    review = make(path)
    (note,) = (each for each in path.parent.iterdir() if each != path)
    note.unlink()
    review.change("add", put=[entry("a")])
    review.save()
    assert note.exists()
    review.close()
    assert not note.exists()


# What a sync program set aside


@pytest.mark.parametrize(
    "stem",
    [
        "a (conflicted copy 2026-11-24)",
        "a (Ash Rowan's conflicted copy 2026-11-24)",
        "a (Conflict)",
        "a.sync-conflict-20261124-101010-ABCDEFG",
        "a-LAPTOP",
        "a-LAPTOP-7",
        "a-DESKTOP-4QK2",
        "a-DESKTOP-4QK2-2",
        "a (1)",
        "a 2",
        "a (interrupted work 2026-11-24 10.00.00)",
    ],
)
def test_what_a_program_sets_aside_is_known_by_its_name(stem: str) -> None:
    assert looks_set_aside(stem, "a")


@pytest.mark.parametrize("stem", ["a", "b", "a draft", "a-final", "Adult B", "a 2026"])
def test_an_ordinary_name_is_not_taken_for_one(stem: str) -> None:
    assert not looks_set_aside(stem, "a")


def test_a_version_set_aside_is_told_of_until_it_is_moved_away(path: Path, tmp_path: Path) -> None:
    make(path).close()
    aside = path.with_name("a (conflicted copy 2026-11-24).review")
    shutil.copy(path, aside)
    path.with_name("a (1).review").write_bytes(b"not a record at all")
    make(path.with_name("a 2.review")).close()  # another review, whose name happens to fit
    for _ in range(2):
        review = reopen(path)
        assert len(review.notices) == 1
        assert f"\u201c{aside.name}\u201d" in review.notices[0]
        assert "holds work that is not in this one" in review.notices[0]
        review.close()
    shutil.copy(path, path.with_name("a-THISONE.review"))
    assert looks_set_aside("a-THISONE", "a", "thisone")
    aside.rename(tmp_path / "moved.review")
    review = reopen(path)
    assert review.notices == ()
    review.close()


# An older copy in its place


def test_an_older_copy_put_back_is_noticed_until_it_is_worked_on(path: Path) -> None:
    make(path).close()
    old = path.read_bytes()
    review = reopen(path)
    review.change("add", put=[entry("later")])
    review.close()
    path.write_bytes(old)
    for read_only in (True, False):
        older = reopen(path, read_only=read_only)
        assert "an older copy of the review" in older.notices[0]
        assert "once later" in older.notices[0]
        assert texts(older) == []
        older.close()
    taken = reopen(path)
    assert "an older copy" in taken.notices[0], "it is told until it is changed here"
    taken.change("add", put=[entry("go on")])
    taken.save()
    taken.change("add", put=[entry("and on")])
    taken.close()
    again = reopen(path)
    assert again.notices == ()
    again.close()


def test_an_older_set_of_keys_put_back_is_noticed_too(path: Path) -> None:
    make(path).close()
    old = path.read_bytes()
    review = reopen(path)
    review.keys.change_passphrase(PASSPHRASE, "another", LEAST)
    review.close()
    path.write_bytes(old)
    older = reopen(path)
    assert "an older copy of the review" in older.notices[0]
    older.close()


def test_a_version_from_elsewhere_that_is_as_new_is_told_apart(path: Path, tmp_path: Path) -> None:
    make(path).close()
    base = path.read_bytes()
    with second_laptop(tmp_path):
        theirs = reopen(path)
        theirs.change("add", put=[entry("theirs")])
        theirs.close()
        other = path.read_bytes()
    path.write_bytes(base)
    mine = reopen(path)
    mine.change("add", put=[entry("mine")])
    mine.close()
    path.write_bytes(other)
    review = reopen(path)
    assert "changed somewhere else from an earlier one" in review.notices[0]
    review.close()


def test_a_newer_version_from_elsewhere_and_a_restored_backup_are_no_surprise(
    path: Path, tmp_path: Path
) -> None:
    make(path).close()
    review = reopen(path)
    review.change("add", put=[entry("a")])
    review.close()
    with second_laptop(tmp_path):
        theirs = reopen(path)
        theirs.change("add", put=[entry("theirs")])
        theirs.close()
    review = reopen(path)
    assert review.notices == ()
    review.close()
    restore_backup(list_backups(path)[-1].path, path, PASSPHRASE)
    review = reopen(path)
    assert review.notices == ()
    review.close()


def test_a_newer_copy_that_was_only_read_makes_ones_own_no_older(
    path: Path, tmp_path: Path
) -> None:
    make(path).close()
    other = tmp_path / "theirs.review"
    shutil.copy(path, other)
    with second_laptop(tmp_path):
        for number in range(3):
            theirs = reopen(other)
            theirs.change("add", put=[entry(f"theirs {number}")])
            theirs.close()
    reopen(other, read_only=True).close()
    mine = reopen(path)
    assert mine.notices == ()
    mine.close()


def test_keys_made_anew_leave_no_note_of_the_old_record(path: Path, private_data: Path) -> None:
    make(path).close()
    assert len(list((private_data / "seen").iterdir())) == 1
    rekey_review(path, PASSPHRASE, "new words", cost=LEAST)
    open_review(path, "new words", author=AUTHOR).close()
    assert len(list((private_data / "seen").iterdir())) == 1
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"number": "x"}'])
def test_a_note_of_what_was_seen_that_cannot_be_read_is_none(path: Path, content: str) -> None:
    review = make(path)
    file_id = str(review._record.header["file_id"])
    review.close()
    seen._file(file_id).write_text(content, encoding="utf-8")
    assert seen.last_seen(file_id) is None
    reopen(path).close()
    assert json.loads(seen._file(file_id).read_text(encoding="utf-8"))["number"] >= 1
