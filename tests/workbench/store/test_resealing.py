"""The ways to open a record are changed in place: cut short anywhere, one header is whole."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import entry, make, reopen, texts
from workbench.actions.opening import open_review, verify_review
from workbench.errors import WorkbenchError
from workbench.store import container, resealing
from workbench.store.container import ROOM
from workbench.store.faults import ChangedElsewhere, Damaged
from workbench.store.keys import LEAST

SEED = random.Random(24)
SECTOR = 512
OTHER = "another passphrase of words"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.review"
    review = make(path)
    review.change("add", put=[entry("As sent.")])
    review.close()
    return path


@dataclass
class Writes:
    """What was written, and where, in order; each was flushed before the next began."""

    made: list[tuple[int, bytes]]


@pytest.fixture
def writes(monkeypatch: pytest.MonkeyPatch) -> Writes:
    seen = Writes([])
    real = resealing.put

    def put(file: BinaryIO, place: int, block: bytes) -> None:
        seen.made.append((place, block))
        real(file, place, block)

    monkeypatch.setattr(resealing, "put", put)
    return seen


def torn(old: bytes, new: bytes) -> Iterator[bytes]:
    """What the disk may hold of a block when its writing is cut short."""
    last = next(at for at in reversed(range(ROOM)) if old[at] != new[at]) + 1
    yield old
    for length in range(16, last, 16):  # also in the middle of a sector
        yield new[:length] + old[length:]
    for _ in range(40):  # sectors reach the disk in any order, and one may be lost altogether
        block = bytearray(old)
        for start in range(0, last + SECTOR, SECTOR):
            chance = SEED.random()
            if chance < 0.5:
                block[start : start + SECTOR] = new[start : start + SECTOR]
            elif chance < 0.6:
                block[start : start + SECTOR] = os.urandom(SECTOR)
        yield bytes(block)
    yield new


def opens(path: Path, typed: str) -> bool:
    try:
        review = open_review(path, typed, author="A", read_only=True)
    except WorkbenchError:
        return False
    whole = texts(review) == ["As sent."]
    review.close()
    assert whole
    return True


def test_cut_short_at_any_point_one_header_is_whole_and_agrees_with_the_contents(
    path: Path, writes: Writes, tmp_path: Path
) -> None:
    before = path.read_bytes()
    review = reopen(path)
    key = review._record.data_key
    review.keys.change_passphrase(PASSPHRASE, OTHER, LEAST)
    review.close()
    assert [place for place, _ in writes.made] == [len(before) - ROOM, 0]
    states = 0
    held = bytearray(before)
    for place, block in writes.made:
        old = bytes(held[place : place + ROOM])
        for part in torn(old, block):
            held[place : place + ROOM] = part
            path.write_bytes(held)
            header = container.unlock(path, lambda *_: key).header
            container.extract(path, header, tmp_path / "image")  # raises if it does not agree
            states += 1
            if states % 20 == 0:  # guessing at a passphrase takes its time on purpose
                assert opens(path, PASSPHRASE) != opens(path, OTHER), "never both"
        held[place : place + ROOM] = block
    assert states > 150
    assert opens(path, OTHER)
    assert not opens(path, PASSPHRASE)


class Killed(BaseException):
    """The process ended here."""


@pytest.mark.parametrize("begun", [1, 2])
def test_a_change_that_was_cut_short_is_told_and_the_file_made_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch, begun: int
) -> None:
    real, turn = resealing.put, iter((1, 2))

    def put(file: BinaryIO, place: int, block: bytes) -> None:
        if next(turn) == begun:
            file.seek(place)
            file.write(block[:700])
            raise Killed
        real(file, place, block)

    review = reopen(path)
    with monkeypatch.context() as patched:
        patched.setattr(resealing, "put", put)
        with pytest.raises(Killed):
            review.keys.change_passphrase(PASSPHRASE, OTHER, LEAST)
    review.abandon()

    typed = PASSPHRASE if begun == 1 else OTHER
    again = open_review(path, typed, author="A")
    assert any("cut short" in notice for notice in again.notices)
    assert texts(again) == ["As sent."]
    again.close()
    last = open_review(path, typed, author="A")
    assert last.notices == ()
    last.close()
    content = path.read_bytes()
    assert content[:ROOM] == content[-ROOM:]


def test_between_the_two_writes_the_new_keys_count_on_any_computer(
    path: Path, writes: Writes
) -> None:
    before = path.read_bytes()
    review = reopen(path)
    review.keys.change_passphrase(PASSPHRASE, OTHER, LEAST)
    review.close()
    path.write_bytes(before[:-ROOM] + writes.made[0][1])
    assert [part.faults for part in verify_review(path, OTHER) if part.faults] == [
        ("one copy of its beginning is older than the other; saving mends it",)
    ]
    again = open_review(path, OTHER, author="A")
    assert "cut short" in again.notices[0]
    again.close()
    assert not opens(path, PASSPHRASE), "the copy that still had the old one is gone"
    assert opens(path, OTHER)


def test_what_opens_in_the_middle_of_a_change_opens_ever_after(path: Path, writes: Writes) -> None:
    """A passphrase that is taken from a half-written header would be gone after the next saving."""
    before = path.read_bytes()
    review = reopen(path)
    review.keys.change_passphrase(PASSPHRASE, OTHER, LEAST)
    review.close()
    signed = len(container.read_headers(path)[0].signed)
    half = (
        before[:-ROOM] + writes.made[0][1][:signed] + bytes(ROOM - signed)
    )  # its check is missing
    for content, typed, refused in (
        (half, PASSPHRASE, OTHER),
        (before[:-ROOM] + writes.made[0][1], OTHER, PASSPHRASE),
    ):
        path.write_bytes(content)
        assert not opens(path, refused)
        again = open_review(path, typed, author="A")
        again.change("add", put=[entry("later")])
        again.close()
        open_review(path, typed, author="A").close()


def test_the_contents_are_not_written_again_however_large(path: Path, writes: Writes) -> None:
    review = reopen(path)
    image, file = path.read_bytes()[ROOM:-ROOM], path.stat().st_ino
    review.keys.add_recovery_key()
    assert path.read_bytes()[ROOM:-ROOM] == image
    assert path.stat().st_ino == file
    small = sum(len(block) for _, block in writes.made)
    writes.made.clear()
    review.change("add", put=[entry("word " * 2_000) for _ in range(60)])
    review.save()
    review.keys.add_recovery_key()
    assert path.stat().st_size > 3 * len(image)
    assert sum(len(block) for _, block in writes.made) == small == 2 * ROOM
    review.close()


def test_what_was_not_saved_yet_stays_to_be_saved(path: Path) -> None:
    review = reopen(path)
    review.change("add", put=[entry("typed")])
    review.keys.add_passphrase(OTHER, LEAST)
    assert review.unsaved
    review.close()
    again = open_review(path, OTHER, author="A")
    assert texts(again) == ["As sent.", "typed"]
    again.close()


def test_a_file_with_another_name_on_the_disk_is_written_anew(path: Path) -> None:
    snapshot = path.with_name("snapshot")
    os.link(path, snapshot)
    kept = snapshot.read_bytes()
    review = reopen(path)
    review.keys.change_passphrase(PASSPHRASE, OTHER, LEAST)
    review.close()
    assert snapshot.read_bytes() == kept
    assert opens(path, OTHER)


@pytest.mark.parametrize("refused", [1, 2])
def test_where_the_header_cannot_be_written_the_whole_file_is(
    path: Path, monkeypatch: pytest.MonkeyPatch, refused: int
) -> None:
    real, turn = resealing.put, iter((1, 2))

    def put(file: BinaryIO, place: int, block: bytes) -> None:
        if next(turn) == refused:
            real(file, place, block[:300])
            raise OSError(5, "Input/output error")
        real(file, place, block)

    review = reopen(path)
    monkeypatch.setattr(resealing, "put", put)
    review.keys.change_passphrase(PASSPHRASE, OTHER, LEAST)
    content = path.read_bytes()
    assert content[:ROOM] == content[-ROOM:]
    review.change("add", put=[entry("later")])
    review.close()
    assert not opens_any(path, PASSPHRASE)
    assert opens_any(path, OTHER)


def opens_any(path: Path, typed: str) -> bool:
    try:
        open_review(path, typed, author="A", read_only=True).close()
    except WorkbenchError:
        return False
    return True


def test_a_file_that_is_replaced_during_the_change_is_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = b"theirs" * 40_000
    real = resealing.put

    def put(file: BinaryIO, place: int, block: bytes) -> None:
        fresh = path.with_name("fresh")
        fresh.write_bytes(theirs)
        fresh.replace(path)
        real(file, place, block)

    review = reopen(path)
    monkeypatch.setattr(resealing, "put", put)
    with pytest.raises(ChangedElsewhere, match="Nothing was overwritten"):
        review.keys.change_passphrase(PASSPHRASE, OTHER, LEAST)
    assert path.read_bytes() == theirs
    with pytest.raises(ChangedElsewhere):
        review.save() if review.unsaved else review.keys.add_recovery_key()
    review.abandon()
    assert path.read_bytes() == theirs


# An older header put back over newer contents


def test_an_old_header_over_newer_contents_never_opens_as_if_nothing_were_wrong(
    path: Path,
) -> None:
    old = path.read_bytes()
    review = reopen(path)
    review.keys.change_passphrase(PASSPHRASE, OTHER, LEAST)
    review.change("add", put=[entry("later")])
    review.close()
    new = path.read_bytes()

    path.write_bytes(old[:ROOM] + new[ROOM:])  # the front alone: the newer copy counts
    again = open_review(path, OTHER, author="A", read_only=True)
    assert texts(again) == ["As sent.", "later"]
    assert "cut short" in again.notices[0]
    again.close()

    path.write_bytes(new[:-ROOM] + old[-ROOM:])  # the copy alone
    again = open_review(path, OTHER, author="A", read_only=True)
    assert (texts(again), len(again.notices)) == (["As sent.", "later"], 1)
    again.close()

    path.write_bytes(old[:ROOM] + new[ROOM:-ROOM] + old[-ROOM:])  # both
    for typed in (PASSPHRASE, OTHER):
        with pytest.raises(WorkbenchError):
            open_review(path, typed, author="A", read_only=True)
    with pytest.raises(Damaged):
        open_review(path, PASSPHRASE, author="A")


def test_a_front_whose_check_alone_is_damaged_does_not_stop_saving(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(container.read_headers(path)[0].signed)] ^= 1
    path.write_bytes(content)
    review = reopen(path)
    assert "second copy" in review.notices[0]
    review.change("add", put=[entry("later")])
    review.close()
    again = reopen(path)
    assert (texts(again), again.notices) == (["As sent.", "later"], ())
    again.close()
