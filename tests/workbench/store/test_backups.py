"""Backups: made by themselves, checked, thinned out, and put back without losing anything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import entry, make, reopen, texts
from workbench.actions.opening import verify_review
from workbench.actions.safekeeping import back_up, compare_backup, list_backups, restore_backup
from workbench.errors import BadInput, WorkbenchError
from workbench.settings import Settings, save_settings
from workbench.store import backups
from workbench.store.backups import Backup
from workbench.store.faults import AlreadyOpen, Damaged, WrongPassphrase

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.review"
    review = make(path)
    review.change("add", put=[entry("first")])
    review.close()
    return path


def work(path: Path, text: str) -> None:
    review = reopen(path)
    review.change("add", put=[entry(text)])
    review.close()


def test_closing_makes_a_backup_that_is_the_file(path: Path) -> None:
    newest = list_backups(path)[0]
    assert newest.path.read_bytes() == path.read_bytes()
    number = len(list_backups(path))
    reopen(path).close()
    assert len(list_backups(path)) == number, "nothing was changed, so nothing is kept twice"
    work(path, "second")
    assert len(list_backups(path)) == number + 1


def test_a_lost_entry_comes_back_with_a_backup(path: Path) -> None:
    old = list_backups(path)[0].path
    work(path, "second")
    replaced = path.read_bytes()
    told = compare_backup(old, path, PASSPHRASE)
    assert any("1 change that the backup has not" in each for each in told)
    assert "Entry: 1 in the backup, 2 in the file now." in told

    held = restore_backup(old, path, PASSPHRASE)

    assert (held.counts["entry"], held.transactions) == (1, 2)
    review = reopen(path)
    assert (texts(review), review.notices) == (["first"], ())
    review.close()
    assert replaced in [each.path.read_bytes() for each in list_backups(path)]
    assert not any(part.faults for part in verify_review(path, PASSPHRASE))


def test_a_damaged_file_is_kept_beside_what_takes_its_place(path: Path) -> None:
    backup = list_backups(path)[0].path
    path.write_bytes(b"nothing of it is left")
    restore_backup(backup, path, PASSPHRASE)
    review = reopen(path)
    assert texts(review) == ["first"]
    review.close()
    beside = next(path.parent.glob("a (replaced *).review"))
    assert beside.read_bytes() == b"nothing of it is left"


def test_a_file_that_is_gone_is_put_back(path: Path) -> None:
    backup = list_backups(path)[0].path
    path.unlink()
    restore_backup(backup, path, PASSPHRASE)
    assert path.read_bytes() == backup.read_bytes()


@pytest.mark.parametrize(
    "trouble", ["wrong passphrase", "damaged", "open", "interrupted", "no backup"]
)
def test_what_cannot_be_restored_changes_nothing(path: Path, trouble: str) -> None:
    backup, typed = list_backups(path)[0].path, PASSPHRASE
    work(path, "second")
    wanted: type[WorkbenchError] = WorkbenchError
    if trouble == "wrong passphrase":
        typed, wanted = "wrong", WrongPassphrase
    elif trouble == "damaged":
        content = bytearray(backup.read_bytes())
        content[-70_000] ^= 1
        backup.write_bytes(content)
        wanted = Damaged
    elif trouble in ("open", "interrupted"):
        review = reopen(path)
        review.change("add", put=[entry("third")])
        if trouble == "open":
            wanted = AlreadyOpen
        else:
            review.abandon()
    else:
        backup, wanted = backup.with_name("none.review"), BadInput
    before = path.read_bytes()
    with pytest.raises(wanted):
        restore_backup(backup, path, typed)
    assert path.read_bytes() == before


def test_a_backup_to_a_stick_is_the_file(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    made = back_up(path, stick)
    assert made.parent == stick
    assert made.read_bytes() == path.read_bytes()
    with pytest.raises(BadInput, match="no folder"):
        back_up(path, tmp_path / "none")
    with pytest.raises(BadInput, match=r"no file named none\.review"):
        back_up(tmp_path / "none.review")


def test_a_backup_that_cannot_be_made_is_said_and_stops_nothing(
    path: Path, private_data: Path
) -> None:
    review = reopen(path)
    folder = next((private_data / "backups").iterdir())
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()
    folder.write_text("in the way", encoding="utf-8")
    review.change("add", put=[entry("second")])
    review.close()
    assert "cannot be written to" in review.backup_trouble
    again = reopen(path)
    assert texts(again) == ["first", "second"]
    again.close()


@given(st.lists(st.integers(0, 200 * 24), unique=True, max_size=120))
def test_thinning_keeps_the_latest_one_a_day_and_one_a_week(hours: list[int]) -> None:
    made = [Backup(Path(str(ago)), NOW - timedelta(hours=ago), "") for ago in hours]
    gone = set(backups.superfluous(made, NOW))
    kept = sorted(
        (each for each in made if each not in gone), key=lambda each: each.at, reverse=True
    )
    newest_first = sorted(made, key=lambda each: each.at, reverse=True)
    assert kept[:10] == newest_first[:10]
    assert len(kept) <= 10 + 14 + 1 + 8 + 1
    for days in range(14):
        day = (NOW - timedelta(days=days)).date()
        of_day = [
            each
            for each in newest_first
            if each.at.date() == day and NOW - each.at < timedelta(days=14)
        ]
        assert not of_day or of_day[0] in kept


def test_thinning_again_and_again_leaves_something_of_each_span() -> None:
    held: list[Backup] = []
    for hour in range(24 * 100):
        now = NOW + timedelta(hours=hour)
        held.append(Backup(Path(str(hour)), now, ""))
        gone = set(backups.superfluous(held, now))
        held = [each for each in held if each not in gone]
    ages = [(now - each.at).days for each in held]
    assert 25 <= len(held) <= 34
    assert max(ages) >= 7 * 7
    assert sorted(set(ages))[:13] == list(range(13))


def test_backups_go_to_the_folder_that_was_chosen_and_older_ones_are_still_listed(
    path: Path, tmp_path: Path
) -> None:
    before = len(list_backups(path))
    disk = tmp_path / "another disk"
    disk.mkdir()
    save_settings(Settings(backup_folder=str(disk)))
    work(path, "second")
    listed = list_backups(path)
    assert len(listed) == before + 1
    assert listed[0].path.is_relative_to(disk)
    assert listed[0].path.read_bytes() == path.read_bytes()


def test_where_that_folder_is_not_there_the_private_one_is_used_and_it_is_said(
    path: Path, tmp_path: Path, private_data: Path
) -> None:
    save_settings(Settings(backup_folder=str(tmp_path / "pulled out")))
    review = reopen(path)
    review.change("add", put=[entry("second")])
    review.close()
    assert "on this computer" in review.backup_trouble
    assert list_backups(path)[0].path.is_relative_to(private_data)
    assert list_backups(path)[0].path.read_bytes() == path.read_bytes()


def test_as_many_of_the_latest_are_kept_as_was_chosen(path: Path) -> None:
    save_settings(Settings(backups_kept=2))
    for turn in range(4):
        work(path, f"turn {turn}")
    assert len(list_backups(path)) <= 3  # two, and what the day or the week keeps
    assert list_backups(path)[0].path.read_bytes() == path.read_bytes()
