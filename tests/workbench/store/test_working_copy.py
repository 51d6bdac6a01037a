"""One writer, and a file that others may touch: nothing is overwritten, nothing is lost."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store import apart
from tests.workbench.store.records import copies_in, entry, make, reopen, texts
from workbench.actions.opening import open_review, verify_review
from workbench.errors import Refused, WorkbenchError
from workbench.store.faults import AlreadyOpen, CannotWrite, ChangedElsewhere


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.review"


def test_closing_leaves_the_file_alone_and_no_copy(path: Path, private_data: Path) -> None:
    review = make(path)
    review.change("add", put=[entry("a")])
    assert review.unsaved
    review.close()
    assert copies_in(private_data) == []
    assert list(path.parent.iterdir()) == [path]
    again = reopen(path)
    assert (texts(again), again.notices, again.unsaved) == (["a"], (), False)
    again.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights to look at")
def test_the_working_copy_is_for_this_user_alone(path: Path, private_data: Path) -> None:
    review = make(path)
    folder = next((private_data / "work").iterdir())
    assert folder.stat().st_mode & 0o077 == 0
    review.close()


def test_a_second_window_is_told_and_may_read(path: Path) -> None:
    review = make(path)
    review.change("add", put=[entry("a")])
    with pytest.raises(AlreadyOpen, match="open it here to read only"):
        reopen(path)
    review.save()
    reading = reopen(path, read_only=True)
    assert (reading.read_only, texts(reading)) == (True, ["a"])
    for act in (reading.undo, reading.redo, lambda: reading.change("x", put=[entry("b")])):
        with pytest.raises(Refused, match="read only"):
            act()
    before = path.read_bytes()
    reading.save()
    reading.close()
    assert path.read_bytes() == before
    review.close()


def test_a_copy_of_the_file_is_the_same_review(path: Path) -> None:
    review = make(path)
    twin = path.with_name("copy.review")
    shutil.copy(path, twin)
    with pytest.raises(AlreadyOpen):
        reopen(twin)
    review.close()


def test_work_that_was_interrupted_is_taken_up_again(path: Path) -> None:
    review = make(path)
    review.change("add", put=[entry("typed, not saved")])
    review.abandon()
    again = reopen(path)
    assert texts(again) == ["typed, not saved"]
    assert again.unsaved
    assert "ended unexpectedly" in again.notices[0]
    again.close()
    last = reopen(path)
    assert (texts(last), last.notices) == (["typed, not saved"], ())
    last.close()


def elsewhere(path: Path, text: str) -> bytes:
    """The file as another computer would have left it."""
    data = os.environ["WORKBENCH_DATA"]
    os.environ["WORKBENCH_DATA"] = tempfile.mkdtemp(dir=path.parent)
    mine = path.read_bytes()
    try:
        other = reopen(path)
        other.change("add elsewhere", put=[entry(text)])
        other.close()
        return path.read_bytes()
    finally:
        os.environ["WORKBENCH_DATA"] = data
        path.write_bytes(mine)


def test_a_file_changed_elsewhere_is_never_overwritten(path: Path) -> None:
    make(path).close()
    theirs = elsewhere(path, "theirs")
    review = reopen(path)
    review.change("add", put=[entry("mine")])
    path.write_bytes(theirs)
    for keep in (review.save, review.close):
        with pytest.raises(ChangedElsewhere, match="Nothing was overwritten"):
            keep()
    assert path.read_bytes() == theirs
    assert texts(review) == ["mine"], "it is still open"
    review.abandon()

    both = reopen(path)
    assert texts(both) == ["theirs"]
    assert "Both are kept" in both.notices[0]
    kept = next(path.parent.glob("*interrupted work*.review"))
    assert kept.name in both.notices[0]
    both.close()
    assert not any(part.faults for part in verify_review(kept, PASSPHRASE))
    mine = reopen(kept)
    assert texts(mine) == ["mine"]
    mine.close()


def test_a_file_replaced_just_after_saving_keeps_the_work(path: Path) -> None:
    make(path).close()
    theirs = elsewhere(path, "theirs")
    review = reopen(path)
    review.change("add", put=[entry("mine")])
    review.save()
    path.write_bytes(theirs)
    with pytest.raises(ChangedElsewhere):
        review.close()
    review.abandon()
    both = reopen(path)
    assert texts(both) == ["theirs"]
    both.close()
    mine = reopen(next(path.parent.glob("*interrupted work*.review")))
    assert texts(mine) == ["mine"]
    mine.close()


def test_a_foreign_file_in_its_place_is_not_overwritten(path: Path) -> None:
    review = make(path)
    review.change("add", put=[entry("mine")])
    path.write_bytes(b"something else altogether")
    with pytest.raises(ChangedElsewhere):
        review.save()
    assert path.read_bytes() == b"something else altogether"
    review.abandon()


def test_a_note_that_cannot_be_read_loses_nothing(path: Path, private_data: Path) -> None:
    review = make(path)
    review.change("add", put=[entry("mine")])
    review.abandon()
    next(private_data.rglob("meta.json")).write_text("{", encoding="utf-8")
    both = reopen(path)
    assert texts(both) == []
    both.close()
    mine = reopen(next(path.parent.glob("*interrupted work*.review")))
    assert texts(mine) == ["mine"]
    mine.close()


def test_a_stick_that_was_pulled_and_put_back_loses_nothing(path: Path) -> None:
    stick = path.parent / "stick"
    stick.mkdir()
    review = make(stick / "a.review")
    review.change("add", put=[entry("mine")])
    stick.rename(path.parent / "gone")
    with pytest.raises(CannotWrite, match="connect it again"):
        review.save()
    (path.parent / "gone").rename(stick)
    review.close()
    again = reopen(stick / "a.review")
    assert texts(again) == ["mine"]
    again.close()


def test_a_new_review_takes_no_other_files_place(path: Path) -> None:
    path.write_bytes(b"here first")
    with pytest.raises(WorkbenchError, match="already a file"):
        make(path)
    assert path.read_bytes() == b"here first"


# Where the system refuses: tried in a process that has no special rights.


@pytest.fixture
def anyones() -> Iterator[Path]:
    """A folder in which a process without rights may work."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


def without_rights(data: Path) -> None:
    os.environ["WORKBENCH_DATA"] = str(data.with_name("before"))
    make(data.with_name("before.review")).close()  # what is imported later may not be readable
    os.environ["WORKBENCH_DATA"] = str(data)
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)


def save_where_nothing_may_be_written(pipe: Connection, home: Path) -> None:
    without_rights(home / "data")
    folder = home / "folder"
    folder.mkdir()
    review = make(folder / "a.review")
    before = (folder / "a.review").read_bytes()
    folder.chmod(0o500)
    review.change("add", put=[entry("mine")])
    told = []
    try:
        review.save()
    except WorkbenchError as error:
        told.append(str(error))
    same = (folder / "a.review").read_bytes() == before
    folder.chmod(0o700)
    review.close()
    again = reopen(folder / "a.review")
    pipe.send((told, same, texts(again)))
    again.close()


def open_where_nothing_may_be_kept(pipe: Connection, home: Path) -> None:
    without_rights(home / "data")
    (home / "data").mkdir()
    (home / "data").chmod(0o500)
    try:
        make(home / "a.review")
    except WorkbenchError as error:
        pipe.send((str(error), (home / "a.review").exists()))


def fill_the_disk(pipe: Connection, path: Path) -> None:
    import resource

    review = reopen(path)
    limit = path.stat().st_size + 40_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    told, kept = [], 0
    try:
        for _ in range(100):
            review.change("add", put=[entry("x" * 5_000)])
            kept += 1
            review.save()
    except WorkbenchError as error:
        told.append(str(error))
    pipe.send((told, kept, len(texts(review))))


def read_on_a_full_disk(pipe: Connection, path: Path) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
    told = []
    for read in (
        lambda: open_review(path, PASSPHRASE, author="A", read_only=True),
        lambda: verify_review(path, PASSPHRASE),
    ):
        try:
            read()
        except WorkbenchError as error:
            told.append(str(error))
    pipe.send(told)


posix = pytest.mark.skipif(sys.platform == "win32", reason="rights and limits as POSIX has them")


@posix
def test_a_read_only_folder_is_said_and_nothing_changes(anyones: Path) -> None:
    told, same, held = apart.told_by(save_where_nothing_may_be_written, anyones)
    assert len(told) == 1
    assert "cannot be written to" in told[0]
    assert same
    assert held == ["mine"]


@posix
def test_a_data_folder_that_refuses_is_said(anyones: Path) -> None:
    told, made = apart.told_by(open_where_nothing_may_be_kept, anyones)
    assert "cannot be written to" in told
    assert not made


@posix
def test_a_disk_too_full_to_read_in_is_said(path: Path) -> None:
    make(path).close()
    before = path.read_bytes()
    told = apart.told_by(read_on_a_full_disk, path)
    assert len(told) == 2
    assert all("its disk is full" in one for one in told)
    assert path.read_bytes() == before


@posix
def test_a_full_disk_is_said_and_loses_nothing(path: Path) -> None:
    make(path).close()
    told, kept, held = apart.told_by(fill_the_disk, path)
    assert len(told) == 1
    assert "full" in told[0]
    assert kept == held
    again = reopen(path)
    assert len(texts(again)) == kept
    again.close()
    assert not any(part.faults for part in verify_review(path, PASSPHRASE))
