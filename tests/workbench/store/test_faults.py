"""A full disk, a stick that is pulled, a clock that is wrong: tried on real disks where one may."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import copies_in, entry, make, reopen, texts
from workbench.actions.opening import open_review, verify_review
from workbench.actions.safekeeping import list_backups
from workbench.store import backups, record, settling
from workbench.store.backups import Backup
from workbench.store.faults import CannotWrite
from workbench.store.keys import LEAST

OTHER = "another passphrase of words"
MakeDisk = Callable[[str, int], Path]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[MakeDisk]:
    """Makes a disk of so many kilobytes, and takes it away at the end."""
    made: list[Path] = []

    def mount(name: str, kilobytes: int) -> Path:
        point = tmp_path / name
        point.mkdir(exist_ok=True)
        if sys.platform != "linux" or os.getuid() != 0:
            pytest.skip("only the administrator of a Linux computer may mount a small disk")
        told = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(point)],
            capture_output=True,
            check=False,
        )
        if told.returncode:
            pytest.skip("this system does not let a small disk be mounted")
        made.append(point)
        return point

    yield mount
    for point in made:
        subprocess.run(["umount", "-l", str(point)], capture_output=True, check=False)


def pull(stick: Path) -> None:
    """Take the disk away, as one pulls a stick."""
    subprocess.run(["umount", "-l", str(stick)], check=True)


def fill(disk: Path) -> Path:
    """Fill what is left of the disk, but for a little."""
    ballast = disk / "ballast"
    left = os.statvfs(disk)
    ballast.write_bytes(b"\0" * (left.f_bavail * left.f_frsize - 20_000))
    return ballast


def sound(path: Path, passphrase: str = PASSPHRASE) -> bool:
    return not any(part.faults for part in verify_review(path, passphrase))


def test_on_a_full_disk_saving_says_so_and_keys_can_still_be_changed(
    small_disk: MakeDisk, private_data: Path
) -> None:
    disk = small_disk("stick", 4_000)
    path = disk / "a.review"
    review = make(path)
    review.change("add", put=[entry("first")])
    review.save()
    before = path.read_bytes()
    ballast = fill(disk)
    review.change("add", put=[entry("second")])
    with pytest.raises(CannotWrite, match="disk is full"):
        review.save()
    assert path.read_bytes() == before
    assert [each.suffix for each in disk.iterdir() if each.name.startswith(".a.")] == []

    review.keys.change_passphrase(PASSPHRASE, OTHER, LEAST)  # takes no room
    assert sound(path, OTHER)
    with pytest.raises(CannotWrite):
        review.close()
    ballast.unlink()
    review.close()
    again = open_review(path, OTHER, author="A")
    assert texts(again) == ["first", "second"]
    again.close()
    assert copies_in(private_data) == []


def test_a_full_disk_of_this_computer_keeps_what_was_committed(
    small_disk: MakeDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = small_disk("data", 6_000)
    monkeypatch.setenv("WORKBENCH_DATA", str(data))
    path = tmp_path / "a.review"
    review = make(path)
    kept = []

    def write_on() -> None:
        for number in range(1_000):
            review.change("add", put=[entry(f"{number} " + "x" * 20_000)])
            kept.append(number)

    with pytest.raises(CannotWrite, match="disk of this computer is full"):
        write_on()
    assert len(kept) > 3
    assert [int(text.split(" ")[0]) for text in texts(review)] == kept
    review.abandon()
    (data / "ballast").unlink(missing_ok=True)
    monkeypatch.setenv("WORKBENCH_DATA", str(tmp_path / "roomy"))
    assert sound(path)


def test_where_no_backup_fits_it_is_said_and_the_file_is_saved(
    small_disk: MakeDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup_disk = small_disk("backups", 64)
    path = tmp_path / "a.review"
    review = make(path)
    monkeypatch.setattr(backups, "folders_of", lambda _: (backup_disk,))
    review.change("add", put=[entry("a")])
    review.save()
    assert "full" in review.backup_trouble or "no space" in review.backup_trouble
    assert list(backup_disk.iterdir()) == []
    review.close()
    again = reopen(path)
    assert texts(again) == ["a"]
    again.close()


def test_a_stick_that_is_pulled_is_missed_and_nothing_is_written_in_its_place(
    small_disk: MakeDisk, private_data: Path
) -> None:
    stick = small_disk("stick", 8_000)
    path = stick / "a.review"
    review = make(path)
    review.change("add", put=[entry("first")])
    review.save()
    whole = path.read_bytes()
    review.change("add", put=[entry("second")])
    pull(stick)
    assert stick.is_dir(), "the folder's name is still there, as with a disk mounted by hand"
    for act in (review.save, review.close, review.keys.add_recovery_key):
        with pytest.raises(CannotWrite, match="connect it again"):
            act()
    assert list(stick.iterdir()) == []
    review.abandon()

    stick = small_disk("stick", 8_000)  # put back, as it was
    path.write_bytes(whole)
    again = reopen(path)
    assert texts(again) == ["first", "second"]
    assert "ended unexpectedly" in again.notices[0]
    again.close()
    assert sound(path)
    assert copies_in(private_data) == []


def test_a_stick_that_is_pulled_while_it_is_written_keeps_the_last_state(
    small_disk: MakeDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = small_disk("stick", 8_000)
    path = stick / "a.review"
    review = make(path)
    whole = path.read_bytes()
    review.change("add", put=[entry("typed")])
    real = record.WorkingCopy.seal

    def seal(*args: object) -> object:
        sealed = real(*args)  # type: ignore[arg-type] # as it was called
        pull(stick)
        return sealed

    with monkeypatch.context() as patched:
        patched.setattr(record.WorkingCopy, "seal", seal)
        with pytest.raises(CannotWrite):
            review.save()
    assert list(stick.iterdir()) == []
    stick = small_disk("stick", 8_000)
    path.write_bytes(whole)
    review.close()
    again = reopen(path)
    assert texts(again) == ["typed"]
    again.close()


# The clock


class Clock(datetime):
    """A clock that can be set."""

    shown = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

    @classmethod
    def now(cls, tz: object = None) -> Clock:  # type: ignore[override] # of the time shown
        return cls.fromtimestamp(cls.shown.timestamp(), UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[Clock]:
    monkeypatch.setattr(record, "datetime", Clock)
    monkeypatch.setattr(settling, "datetime", Clock)
    Clock.shown = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    return Clock


def test_a_clock_set_back_loses_nothing_and_backups_go_on(
    tmp_path: Path, clock: type[Clock]
) -> None:
    path = tmp_path / "a.review"
    review = make(path)
    review.change("add", put=[entry("in November")])
    review.save()
    clock.shown -= timedelta(days=400)
    for number in range(3):
        review.change("add", put=[entry(f"last year {number}")])
        review.save()
        clock.shown += timedelta(hours=2)
    review.close()
    again = reopen(path)
    assert texts(again) == ["in November", "last year 0", "last year 1", "last year 2"]
    assert again.notices == (), "the versions are told apart by number, not by the clock"
    again.close()
    early = [each for each in list_backups(path) if each.at.year == 2025]
    assert len(early) >= 3
    assert sound(path)


def test_backups_dated_in_the_future_take_no_other_s_place() -> None:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    future = [Backup(Path(f"f{n}"), now + timedelta(days=900, hours=n), "") for n in range(20)]
    past = [Backup(Path(f"p{n}"), now - timedelta(minutes=n), "") for n in range(10)]
    gone = backups.superfluous([*future, *past], now)
    assert not set(gone) & set(past)
    assert len(future) - len(set(gone) & set(future)) <= 11


def test_interrupted_work_of_the_same_second_takes_no_other_s_place(
    tmp_path: Path, clock: type[Clock]
) -> None:
    path = tmp_path / "a.review"
    make(path).close()
    base = path.read_bytes()
    for text in ("one", "two"):
        review = reopen(path)
        review.change("add", put=[entry(text)])
        other = tmp_path / "newer"
        review.abandon()
        path.write_bytes(base)
        os.environ["WORKBENCH_DATA"], mine = str(other), os.environ["WORKBENCH_DATA"]
        theirs = reopen(path)
        theirs.change("add", put=[entry("theirs")])
        theirs.close()
        os.environ["WORKBENCH_DATA"] = mine
        reopen(path).close()
        path.write_bytes(base)
    kept = sorted(tmp_path.glob("*interrupted work*.review"))
    assert len(kept) == 2
    held = []
    for each in kept:
        aside = open_review(each, PASSPHRASE, author="A", read_only=True)
        held += texts(aside)
        aside.close()
    assert sorted(held) == ["one", "two"]


def test_where_the_workbench_s_own_folder_is_full_keys_stay_as_they_were_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.review"
    review = make(path)
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(record.WorkingCopy, "note", full)
        with pytest.raises(CannotWrite, match="disk is full"):
            review.keys.change_passphrase(PASSPHRASE, OTHER, LEAST)
        assert path.read_bytes() == before
    review.abandon()
    with monkeypatch.context() as patched:
        patched.setattr(record.WorkingCopy, "note", full)
        with pytest.raises(CannotWrite, match="its disk is full"):
            reopen(path)
    reopen(path).close()
