"""The ways to open a record: added, changed, taken away, lost, and made anew after a leak."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import AUTHOR, copies_in, entry, make, reopen, texts
from workbench.actions.keys import rekey_review
from workbench.actions.opening import open_review, verify_review
from workbench.actions.safekeeping import list_backups
from workbench.errors import BadInput, Missing, Refused, WorkbenchError
from workbench.store import backups, container, recovery
from workbench.store.faults import CannotWrite, WrongPassphrase
from workbench.store.keys import LEAST
from workbench.store.spelling import SYMBOLS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.review"


def opens(path: Path, typed: str) -> bool:
    try:
        open_review(path, typed, author=AUTHOR, read_only=True).close()
    except WrongPassphrase:
        return False
    return True


# The recovery key as it is written


@given(st.binary(min_size=20, max_size=20), st.randoms())
def test_a_recovery_key_is_read_as_it_was_written(secret: bytes, chance: object) -> None:
    printed = recovery.written(secret)
    assert len(printed) == 44
    assert recovery.looks_like_one(printed)
    for typed in (
        printed,
        printed.lower(),
        printed.replace("-", " "),
        printed.replace("-", ""),
        printed.replace("0", "O").replace("1", "l"),
        f"  {printed}\n",
    ):
        assert recovery.understood(typed) == secret


@given(st.binary(min_size=20, max_size=20), st.integers(0, 35), st.integers(1, 31))
def test_one_wrong_character_is_named_as_a_slip(secret: bytes, place: int, by: int) -> None:
    typed = list(recovery.written(secret).replace("-", ""))
    typed[place] = SYMBOLS[(SYMBOLS.index(typed[place]) + by) % 32]
    with pytest.raises(BadInput, match="slip in the recovery key"):
        recovery.understood("".join(typed))


@pytest.mark.parametrize("typed", ["four words that are long", "", "0E26-5QQW", PASSPHRASE])
def test_a_passphrase_is_not_taken_for_a_recovery_key(typed: str) -> None:
    assert not recovery.looks_like_one(typed)


# Slots of a real record


def test_the_recovery_key_opens_what_the_passphrase_opens(path: Path) -> None:
    review = make(path)
    printed = review.keys.add_recovery_key()
    review.change("add", put=[entry("a")])
    review.close()
    again = open_review(path, printed.lower(), author=AUTHOR)
    assert texts(again) == ["a"]
    again.keys.add_passphrase("a new one", LEAST)
    again.close()
    assert opens(path, PASSPHRASE)
    assert opens(path, "a new one")
    slip = printed[:-1] + ("0" if printed[-1] != "0" else "1")
    with pytest.raises(BadInput, match="slip"):
        opens(path, slip)
    assert not opens(path, recovery.written(recovery.new_secret()))
    assert printed.encode() not in path.read_bytes()


def test_a_new_recovery_key_takes_the_place_of_the_old(path: Path) -> None:
    review = make(path)
    old, new = review.keys.add_recovery_key(), review.keys.add_recovery_key()
    assert [slot.type for slot in review.keys.all] == ["passphrase", "recovery"]
    review.close()
    assert not opens(path, old)
    assert opens(path, new)


def test_a_passphrase_is_changed_and_the_contents_are_not_encrypted_anew(path: Path) -> None:
    review = make(path)
    salt = path.read_bytes()[container.ROOM : container.ROOM + 16]
    review.keys.change_passphrase(PASSPHRASE, "another one", LEAST)
    with pytest.raises(WrongPassphrase):
        review.keys.change_passphrase(PASSPHRASE, "a third", LEAST)
    review.close()
    assert opens(path, "another one")
    assert not opens(path, PASSPHRASE)
    assert path.read_bytes()[container.ROOM : container.ROOM + 16] == salt


def test_a_change_of_passphrase_is_in_the_file_at_once(path: Path) -> None:
    review = make(path)
    review.keys.change_passphrase(PASSPHRASE, "another one", LEAST)
    review.change("add", put=[entry("a")])
    review.abandon()
    again = open_review(path, "another one", author=AUTHOR)
    assert texts(again) == ["a"]
    again.close()


def test_the_last_passphrase_stays(path: Path) -> None:
    review = make(path)
    review.keys.add_recovery_key()
    first = review.keys.all[0]
    with pytest.raises(Refused, match="only passphrase"):
        review.keys.remove(first.id)
    review.keys.add_passphrase("second", LEAST)
    review.keys.remove(first.id)
    with pytest.raises(Missing):
        review.keys.remove(first.id)
    review.close()
    assert not opens(path, PASSPHRASE)
    assert opens(path, "second")


def test_there_is_an_end_to_slots(path: Path) -> None:
    review = make(path)
    for number in range(container.MOST_SLOTS - 1):
        review.keys.add_passphrase(f"number {number}", LEAST)
    with pytest.raises(Refused, match="16 keys at most"):
        review.keys.add_passphrase("one more", LEAST)
    review.close()


def test_keys_of_a_record_open_to_read_stay(path: Path) -> None:
    make(path).close()
    reading = reopen(path, read_only=True)
    with pytest.raises(Refused, match="read only"):
        reading.keys.add_recovery_key()
    reading.close()


def test_a_key_change_that_cannot_be_written_changes_nothing(path: Path) -> None:
    review = make(path)
    moved = path.with_name("elsewhere.review")
    path.rename(moved)
    path.write_bytes(b"not ours")
    with pytest.raises(WorkbenchError):
        review.keys.change_passphrase(PASSPHRASE, "another one", LEAST)
    path.unlink()
    moved.rename(path)
    review.change("add", put=[entry("a")])
    review.close()
    assert opens(path, PASSPHRASE)
    assert not opens(path, "another one")


def test_after_a_leak_only_the_new_keys_open_it(path: Path, private_data: Path) -> None:
    review = make(path)
    old_key, old_recovery = review._record.data_key, review.keys.add_recovery_key()
    review.change("add", put=[entry("a")])
    review.close()
    leaked = path.read_bytes()

    printed = rekey_review(path, PASSPHRASE, "after the leak", cost=LEAST).recovery_key

    assert copies_in(private_data) == []
    assert list(path.parent.iterdir()) == [path]
    assert not opens(path, PASSPHRASE)
    assert not opens(path, old_recovery)
    with pytest.raises(WorkbenchError):
        container.unlock(path, lambda *_: old_key)
    for typed in (printed, "after the leak"):
        again = open_review(path, typed, author=AUTHOR)
        assert texts(again) == ["a"]
        assert again.undo_label == "add", "its history came along"
        again.close()
    assert not any(part.faults for part in verify_review(path, "after the leak"))
    pages = (len(leaked) - 2 * container.ROOM) // 4096
    fresh = path.read_bytes()
    for page in range(pages):
        start = container.ROOM + page * 4096
        assert leaked[start : start + 4096] not in fresh


def test_making_keys_anew_with_a_wrong_passphrase_changes_nothing(path: Path) -> None:
    make(path).close()
    before = path.read_bytes()
    with pytest.raises(WrongPassphrase):
        rekey_review(path, "wrong", "new", cost=LEAST)
    assert path.read_bytes() == before


def test_backups_that_the_old_keys_open_go_once_there_is_a_new_one(path: Path) -> None:
    review = make(path)
    review.change("add", put=[entry("a")])
    review.close()
    old = list_backups(path)
    assert old
    kept = rekey_review(path, PASSPHRASE, "second", cost=LEAST, keep_backups=True)
    assert "still open with the old keys" in kept.backups
    assert all(opens(each.path, PASSPHRASE) for each in old)
    now = list_backups(path)
    gone = rekey_review(path, "second", "third", cost=LEAST)
    assert "are gone" in gone.backups
    assert not any(each.path.exists() for each in now)
    assert [opens(each.path, "third") for each in list_backups(path)] == [True]


def test_when_no_new_backup_can_be_made_the_old_ones_stay_and_it_is_said(
    path: Path, private_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(path).close()
    old = list_backups(path)

    def full(*_: object) -> None:
        raise CannotWrite("The disk is full.")

    monkeypatch.setattr(backups, "keep", full)
    told = rekey_review(path, PASSPHRASE, "second", cost=LEAST).backups
    assert told.startswith("The backups that the old keys open were left")
    assert all(each.path.exists() for each in old)
    assert opens(path, "second")
