"""What a crash leaves, deleted in part, damaged or swapped: never less than what was saved."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import copies_in, entry, make, reopen, texts
from workbench.actions.opening import open_review, verify_review
from workbench.review import Review

SEED = random.Random(5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.review"


class Crash:
    """A record with something saved and something only typed, and its working copy as a kill would
    leave it; put back as it was before each opening."""

    def __init__(self, path: Path, data: Path) -> None:
        self.path = path
        review = make(path)
        review.change("add", put=[entry("saved")])
        self.work = next((data / "work").iterdir())
        self.early = self._image(path.parent / "early")
        for number in range(5):
            review.change("add", put=[entry(f"saved {number}")])
        review.save()
        review.change("add", put=[entry("typed 1")])
        self.between = self._image(path.parent / "between")
        review.change("add", put=[entry("typed 2")])
        self.late = self._image(path.parent / "late")
        self.file = path.read_bytes()
        review.abandon()
        self.put_back()

    def _image(self, to: Path) -> Path:
        return Path(shutil.copytree(self.work, to, ignore=shutil.ignore_patterns("lock")))

    def put_back(self) -> None:
        """The moment after the kill."""
        self.path.write_bytes(self.file)
        for left in self.work.iterdir():
            if left.name != "lock":
                shutil.rmtree(left) if left.is_dir() else left.unlink()
        for each in self.late.iterdir():
            shutil.copy(each, self.work / each.name)


SAVED = ["saved", *(f"saved {number}" for number in range(5))]


@pytest.fixture
def crash(path: Path, private_data: Path) -> Crash:
    return Crash(path, private_data)


@pytest.fixture
def opened(crash: Crash) -> Iterator[list[Review]]:
    """Reviews that a test opens, closed at its end."""
    reviews: list[Review] = []
    yield reviews
    for review in reviews:
        review.close()


def test_what_was_left_whole_is_taken_up(crash: Crash, opened: list[Review]) -> None:
    review = reopen(crash.path)
    opened.append(review)
    assert texts(review) == [*SAVED, "typed 1", "typed 2"]
    assert [notice for notice in review.notices if "ended unexpectedly" in notice]
    assert len(review.notices) == 1


def test_a_deleted_log_is_missed(crash: Crash, opened: list[Review]) -> None:
    (crash.work / "case.db-wal").unlink()
    review = reopen(crash.path)
    opened.append(review)
    assert texts(review)[: len(SAVED)] == SAVED
    assert "deleted or damaged" in review.notices[0]


def test_a_log_and_its_mark_both_gone_lose_nothing_that_was_saved(
    crash: Crash, opened: list[Review]
) -> None:
    for name in ("case.db-wal", "case.db-shm", "open"):
        (crash.work / name).unlink(missing_ok=True)
    review = reopen(crash.path)
    opened.append(review)
    assert texts(review)[: len(SAVED)] == SAVED


def test_every_flipped_byte_of_the_log_is_told_or_changes_nothing(crash: Crash) -> None:
    log = (crash.late / "case.db-wal").read_bytes()
    assert len(log) > 4096
    places = [0, 3, 8, 16, 20, 24, 31, 32, 36, 40, 48, 100, len(log) - 1]
    for place in [*places, *(SEED.randrange(len(log)) for _ in range(12))]:
        crash.put_back()
        flipped = bytearray(log)
        flipped[place] ^= 0x55
        (crash.work / "case.db-wal").write_bytes(flipped)
        review = reopen(crash.path)
        held, said = texts(review), " ".join(review.notices)
        review.close()
        assert held[: len(SAVED)] == SAVED, f"at {place}"
        all_there = held == [*SAVED, "typed 1", "typed 2"]
        assert all_there or "damaged" in said, f"at {place}: lost and not told"


def test_a_log_that_was_cut_anywhere_is_told_where_something_is_lost(crash: Crash) -> None:
    log, frame = (crash.late / "case.db-wal").read_bytes(), 24 + 4096
    frames = (len(log) - 32) // frame
    cuts = {32 + number * frame for number in range(frames)} | {0, 1, 31, 33}
    cuts |= {SEED.randrange(len(log)) for _ in range(6)}
    told = 0
    for cut in sorted(cuts):
        crash.put_back()
        (crash.work / "case.db-wal").write_bytes(log[:cut])
        review = reopen(crash.path)
        held, said = texts(review), " ".join(review.notices)
        review.close()
        assert held[: len(SAVED)] == SAVED, f"at {cut}"
        all_there = held == [*SAVED, "typed 1", "typed 2"]
        assert all_there or "damaged" in said, f"at {cut}: lost and not told"
        told += not all_there
    assert told


def test_an_earlier_log_in_the_place_of_the_last_is_told(crash: Crash) -> None:
    shutil.copy(crash.between / "case.db-wal", crash.work / "case.db-wal")
    review = reopen(crash.path)
    held, said = texts(review), " ".join(review.notices)
    review.close()
    assert held == [*SAVED, "typed 1"]
    assert "damaged" in said


def test_without_the_log_s_index_or_with_a_damaged_one_the_work_is_taken_up(crash: Crash) -> None:
    index = (crash.late / "case.db-shm").read_bytes()
    for content in (b"", b"\0" * len(index), b"\xff" * len(index), index[:20], None):
        crash.put_back()
        if content is None:
            (crash.work / "case.db-shm").unlink()
        else:
            (crash.work / "case.db-shm").write_bytes(content)
        review = reopen(crash.path)
        held, said = texts(review), " ".join(review.notices)
        review.close()
        assert held == [*SAVED, "typed 1", "typed 2"]
        assert "damaged" not in said


def test_every_flipped_page_of_the_copy_is_set_aside_and_the_file_opens(
    crash: Crash, private_data: Path
) -> None:
    size = (crash.late / "case.db").stat().st_size
    for place in [0, 20, *(SEED.randrange(size) for _ in range(8))]:
        crash.put_back()
        with (crash.work / "case.db").open("r+b") as file:
            file.seek(place)
            byte = file.read(1)
            file.seek(place)
            file.write(bytes([byte[0] ^ 1]))
        review = reopen(crash.path)
        held, said = texts(review), " ".join(review.notices)
        review.close()
        assert held[: len(SAVED)] == SAVED
        if "not taken up" in said:
            assert list(crash.work.glob("damaged */case.db")), "what is left is kept"
        else:  # the log held that page anew
            assert held == [*SAVED, "typed 1", "typed 2"], f"at {place}"
        assert not any(part.faults for part in verify_review(crash.path, PASSPHRASE))


def test_an_early_copy_put_in_place_is_not_written_over_what_was_saved(
    crash: Crash, opened: list[Review]
) -> None:
    for name in ("case.db", "case.db-wal", "case.db-shm"):
        shutil.copy(crash.early / name, crash.work / name)
    review = reopen(crash.path)
    opened.append(review)
    assert texts(review) == SAVED
    assert "damaged or incomplete" in review.notices[0]
    assert "as it was last saved, on" in review.notices[0]


@pytest.mark.parametrize("moment", ["early", "between"])
def test_an_earlier_log_put_in_place_loses_nothing_that_was_saved(
    crash: Crash, opened: list[Review], moment: str
) -> None:
    shutil.copy(getattr(crash, moment) / "case.db-wal", crash.work / "case.db-wal")
    (crash.work / "case.db-shm").unlink(missing_ok=True)
    review = reopen(crash.path)
    opened.append(review)
    assert texts(review)[: len(SAVED)] == SAVED
    review.change("add", put=[entry("goes on")])


def test_a_deleted_note_keeps_both(crash: Crash, opened: list[Review]) -> None:
    (crash.work / "meta.json").unlink()
    review = reopen(crash.path)
    opened.append(review)
    assert texts(review) == SAVED
    assert "Both are kept" in review.notices[0]
    (kept,) = crash.path.parent.glob("*interrupted work*.review")
    aside = open_review(kept, PASSPHRASE, author="A", read_only=True)
    assert texts(aside) == [*SAVED, "typed 1", "typed 2"]
    aside.close()


def test_a_copy_that_was_being_swept_away_is_swept_to_the_end(
    crash: Crash, private_data: Path
) -> None:
    (crash.work / "swept").touch()
    (crash.work / "meta.json").unlink()
    review = reopen(crash.path)
    assert (texts(review), review.notices) == (SAVED, ())
    review.close()
    assert copies_in(private_data) == []
    assert [each.name for each in crash.work.iterdir()] in (["lock"], [])
