"""Closing a review for good: kept first and read again, then destroyed, whatever is cut short."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path

import docx
import pytest

from tests.conftest import PASSPHRASE
from tests.workbench.store import apart
from workbench.actions import closing, unanswered
from workbench.actions.chronology import add_entry
from workbench.actions.closing import (
    Closed,
    Wanted,
    close_for_good,
    finish_closing,
    unfinished_closings,
)
from workbench.actions.opening import create_review, open_review, verify_review
from workbench.actions.people import add_person
from workbench.actions.recent import recent_files, remember
from workbench.actions.safekeeping import back_up, list_backups
from workbench.disclosure.elsewhere import note_pseudonyms
from workbench.errors import BadInput, Refused, WorkbenchError
from workbench.model.ids import LoggedReleaseId, new_id
from workbench.model.people import Person
from workbench.model.releases import LoggedRelease, Tally
from workbench.review import Review
from workbench.settings import Settings, save_settings
from workbench.store.container import read_headers
from workbench.store.faults import NotARecord, WrongPassphrase
from workbench.store.keys import LEAST

KILLS = int(os.environ.get("WORKBENCH_TEST_KILLS", "4"))
ARCHIVE = "six other invented words for the board"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed review with a person in it, two backups, and a line in the recent list."""
    path = tmp_path / "adult-c.review"
    make(path)
    return path


def make(path: Path) -> None:
    """A small review with a past."""
    review = create_review(path, PASSPHRASE, type="sar", title="Adult C", author="Ash", cost=LEAST)
    add_person(review, name="Marguerite Oldcastle", pseudonym="Violet")
    review.save()
    back_up(path)
    review.keys.add_recovery_key()
    release = LoggedRelease(
        id=LoggedReleaseId(new_id()),
        at="2026-03-03T10:00:00+00:00",
        output="overview",
        audience="published",
        recipient="the board",
        replaced=(Tally("person", 3),),
        released=True,
    )
    review.change("log a release", put=[release], lasting=True)
    review.close()
    remember(path)


def wanted(path: Path, **what: object) -> Wanted:
    """All that can be kept, beside the file."""
    chosen = {
        "reports": (("overview", "published"),),
        "archive_passphrase": ARCHIVE,
        "log": True,
        "journal": True,
        **what,
    }
    return Wanted(folder=path.parent, certificate=path.parent / "certificate.txt", **chosen)  # type: ignore[arg-type]


def close(path: Path, **what: object) -> Closed:
    """Close it, keeping this."""
    return close_for_good(path, PASSPHRASE, wanted(path, **what), author="Ash", cost=LEAST)


def everything_of(path: Path, data: Path) -> list[Path]:
    """Whatever is left of a review: its file, and all that the application's folder keeps of it."""
    general = {"recent.json", "computer.json", "settings.json", "pseudonyms.json"}
    left = [each for each in data.rglob("*") if each.is_file() and each.name not in general]
    return [*left, *([path] if path.exists() else [])]


def opens(path: Path) -> bool:
    """Whether the review opens whole."""
    try:
        review = open_review(path, PASSPHRASE, author="Ash")
    except (NotARecord, BadInput):
        return False
    names = [person.name for person in review.all(Person)]
    review.close()
    return names == ["Marguerite Oldcastle"]


def test_what_is_kept_is_whole_and_the_rest_is_gone(path: Path, private_data: Path) -> None:
    review = open_review(path, PASSPHRASE, author="Ash")
    note_pseudonyms(review)
    review.close()
    unanswered.note(path)
    file_id = read_headers(path)[0].file_id
    closed = close(path)
    assert everything_of(path, private_data) in ([], [private_data / "unanswered.json"])
    for each in private_data.rglob("*"):
        assert file_id not in each.name
        assert not each.is_file() or file_id.encode() not in each.read_bytes()
    assert json.loads((private_data / "pseudonyms.json").read_text())["reviews"] == {}
    assert recent_files() == ()
    (folder,) = (each for each in path.parent.iterdir() if each.is_dir())
    assert sorted(each.name for each in folder.iterdir()) == [
        "archive.review",
        "disclosure log.docx",
        "journal.csv",
        "overview for published.docx",
    ]
    for each in closed.kept:
        content = Path(each.path).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (each.size, each.sha256)

    archive = folder / "archive.review"
    assert not any(part.faults for part in verify_review(archive, ARCHIVE))
    with pytest.raises(WrongPassphrase):
        open_review(archive, PASSPHRASE, author="Ash")
    review = open_review(archive, ARCHIVE, author="Board", read_only=True)
    assert [person.name for person in review.all(Person)] == ["Marguerite Oldcastle"]
    assert review.undo_label == "add person"
    review.close()

    report = docx.Document(str(folder / "overview for published.docx"))
    assert "Oldcastle" not in "\n".join(paragraph.text for paragraph in report.paragraphs)


def test_the_certificate_lists_the_hashes_what_went_and_what_cannot_be_claimed(
    path: Path,
) -> None:
    closed = close(path)
    text = closed.certificate.read_text(encoding="utf-8")
    assert text.startswith("CERTIFICATE OF DESTRUCTION\n")
    for each in closed.kept:
        assert each.sha256 in text
        assert Path(each.path).name in text
    for said in ("adult-c.review", "a passphrase, made", "a recovery key, made", "A backup,"):
        assert said in text
    for honest in ("solid-state", "sticks", "laboratory", "backups of"):
        assert honest in text
    assert "Oldcastle" not in text
    assert "Adult C" not in text
    assert max(map(len, text.splitlines())) <= 90


def test_the_tables_say_who_did_what_and_no_word_of_the_review(path: Path) -> None:
    closed = close(path)
    (folder,) = {Path(each.path).parent for each in closed.kept}
    with (folder / "journal.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["what was done"] for row in rows][:2] == ["set up the review", "add person"]
    assert {row["author"] for row in rows} == {"Ash"}
    assert rows[-1]["hash in the chain"] in closed.certificate.read_text(encoding="utf-8")
    log = docx.Document(str(folder / "disclosure log.docx"))
    cells = " ".join(cell.text for table in log.tables for row in table.rows for cell in row.cells)
    assert "the board" in cells
    assert "Oldcastle" not in cells
    for each in folder.glob("*.csv"):
        assert "Oldcastle" not in each.read_text(encoding="utf-8")


def test_nothing_need_be_kept(path: Path, private_data: Path) -> None:
    closed = close(path, reports=(), archive_passphrase="", log=False, journal=False)
    assert closed.kept == ()
    assert everything_of(path, private_data) == []
    assert "What was kept\n\nNothing." in closed.certificate.read_text(encoding="utf-8")
    assert [each.name for each in path.parent.iterdir()] == ["certificate.txt"]


def test_the_key_slots_are_written_over_before_a_file_is_deleted(
    path: Path, tmp_path: Path
) -> None:
    """A second name keeps the bytes, as a disk does: they open with nothing."""
    other, backup = tmp_path / "what the disk keeps", tmp_path / "the backup’s bytes"
    os.link(path, other)
    os.link(list_backups(path)[0].path, backup)
    close(path, reports=())  # a report that leaves is logged, and so the file written anew
    for each in (other, backup):
        with pytest.raises((NotARecord, BadInput)):
            open_review(each, PASSPHRASE, author="Ash")


def test_other_copies_beside_the_file_go_too_and_other_reviews_stay(path: Path) -> None:
    foreign = path.with_name("adult-d.review")
    same = [path.with_name(name) for name in ("adult-c (copy).review", "adult-c.review (1)", "old")]
    for each in same:
        each.write_bytes(path.read_bytes())
    make(foreign)
    before = len(list_backups(foreign))
    close(path)
    assert [each for each in same if each.exists()] == []
    assert opens(foreign)
    assert len(list_backups(foreign)) >= before


def refused(path: Path, private_data: Path, **what: object) -> None:
    """It is refused, and nothing was destroyed or left behind."""
    before = len(list_backups(path))
    with pytest.raises(WorkbenchError):
        close(path, **what)
    assert opens(path)
    assert len(list_backups(path)) >= before
    assert unfinished_closings() == ()
    assert [each for each in path.parent.iterdir() if each.is_dir()] == []
    assert not (path.parent / "certificate.txt").exists()


def test_a_report_that_may_not_leave_stops_the_closing(path: Path, private_data: Path) -> None:
    review = open_review(path, PASSPHRASE, author="Ash")
    add_person(review, name="Quillon Featherstone")  # has no pseudonym
    review.close()
    review = open_review(path, PASSPHRASE, author="Ash")
    add_entry(review, text="We saw Quillon Featherstone at home.")
    person = next(each for each in review.all(Person) if each.name.startswith("Quillon"))
    review.change("delete person", remove=[person])
    review.close()
    refused(path, private_data)


@pytest.mark.parametrize(
    "what",
    [{"reports": (("no such output", "published"),)}, {"reports": (("overview", "nobody"),)}],
)
def test_what_is_not_there_to_keep_stops_the_closing(
    path: Path, private_data: Path, what: dict[str, object]
) -> None:
    refused(path, private_data, **what)


def test_an_archive_that_is_not_whole_when_read_again_stops_the_closing(
    path: Path, private_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Review.write_archive

    def poorly(self: Review, target: Path, *rest: object) -> None:
        write(self, target, *rest)  # type: ignore[arg-type]
        content = bytearray(target.read_bytes())
        content[len(content) // 2] ^= 1
        target.write_bytes(content)

    monkeypatch.setattr(Review, "write_archive", poorly)
    refused(path, private_data)


def test_an_export_that_vanished_before_anything_was_destroyed_stops_the_closing(
    path: Path, private_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = closing._note

    def meanwhile(*told: object) -> object:
        for folder in path.parent.iterdir():
            if folder.is_dir():
                (folder / "journal.csv").write_text("other", encoding="utf-8")
        return note(*told)  # type: ignore[arg-type]

    monkeypatch.setattr(closing, "_note", meanwhile)
    with pytest.raises(Refused, match="nothing was destroyed"):
        close(path)
    assert opens(path)
    assert unfinished_closings() == ()


def test_backups_on_a_disk_that_is_not_there_stop_the_closing(
    path: Path, private_data: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    save_settings(Settings(backup_folder=str(stick)))
    review = open_review(path, PASSPHRASE, author="Ash")
    add_person(review, name="Lindsay Elm", pseudonym="Iris")
    review.close()
    assert list_backups(path)[0].path.is_relative_to(stick)
    pulled = stick.rename(tmp_path / "pulled")
    with pytest.raises(Refused, match="Connect its disk"):
        close(path)
    pulled.rename(stick)
    close(path)
    assert [each for each in stick.rglob("*") if each.is_file()] == []


def test_a_wrong_passphrase_or_an_open_review_destroys_nothing(path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        close_for_good(path, "other words", wanted(path), author="Ash")
    review = open_review(path, PASSPHRASE, author="Ash")
    with pytest.raises(Refused, match="already open"):
        close(path)
    review.close()
    assert opens(path)


def test_no_file_that_is_there_is_replaced(path: Path) -> None:
    (path.parent / "certificate.txt").write_text("of something else", encoding="utf-8")
    with pytest.raises(BadInput, match="already a file"):
        close(path)
    assert opens(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_what_the_system_will_not_let_go_is_named_and_taken_up_at_the_next_try(
    path: Path, private_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    destroy = closing.destroying.destroy
    stuck = list_backups(path)[0].path

    def unless_stuck(doomed: closing.Doomed) -> None:
        if doomed.path == stuck:
            raise PermissionError(13, "Permission denied")
        destroy(doomed)

    with monkeypatch.context() as patched:
        patched.setattr(closing.destroying, "destroy", unless_stuck)
        patched.setattr(closing.destroying, "destroy_own_folders", lambda *_: None)
        closed = close(path)
    assert [stuck.name in each.what for each in closed.left] == [True]
    text = closed.certificate.read_text(encoding="utf-8")
    assert text.startswith("CERTIFICATE OF DESTRUCTION, NOT COMPLETE")
    assert "Permission denied" in text
    assert not path.exists()
    assert unfinished_closings() == (path,)

    again = finish_closing(path)
    assert again.left == ()
    assert again.certificate.read_text(encoding="utf-8").startswith("CERTIFICATE OF DESTRUCTION\n")
    assert everything_of(path, private_data) == []


def close_and_die(pipe: Connection, path: Path, at: int) -> None:
    """Close the review, and kill this very process at its ``at``-th act on a file."""
    done = 0

    def count(event: str, told: tuple[object, ...]) -> None:
        nonlocal done
        writes = (
            event == "open" and isinstance(told[2], int) and told[2] & (os.O_WRONLY | os.O_RDWR)
        )
        if not writes and event not in ("os.remove", "os.rename", "os.rmdir", "os.mkdir"):
            return
        done += 1
        if done == at:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    close(path, reports=(), log=False)
    pipe.send(done)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_killed_at_any_moment_it_opens_or_is_finished_at_the_next_try(
    tmp_path: Path, private_data: Path
) -> None:
    first = tmp_path / "whole" / "adult-c.review"
    first.parent.mkdir()
    make(first)
    process, pipe = apart.start(close_and_die, first, -1)
    acts = pipe.recv()
    process.join()
    assert acts > 30
    outcomes = set()
    # The later the denser: what is destroyed comes at the end.
    for at in {acts - turn * turn * (acts - 1) // (KILLS * KILLS) for turn in range(KILLS)}:
        path = tmp_path / str(at) / "adult-c.review"
        path.parent.mkdir()
        make(path)
        process, _ = apart.start(close_and_die, path, at)
        process.join()
        assert process.exitcode == -signal.SIGKILL
        outcomes.add(after_the_kill(path))
    assert outcomes == {"opens", "finished"}


def after_the_kill(path: Path) -> str:
    """Either nothing was destroyed, or the next try finishes."""
    if path not in unfinished_closings():
        if path.exists():
            assert opens(path)
            return "opens"
        certificate = path.parent / "certificate.txt"
        assert certificate.read_text(encoding="utf-8").startswith("CERTIFICATE OF DESTRUCTION\n")
        return "finished"
    closed = finish_closing(path)
    assert closed.left == ()
    assert not path.exists()
    assert closed.certificate.exists()
    for each in closed.kept:
        assert hashlib.sha256(Path(each.path).read_bytes()).hexdigest() == each.sha256
    assert unfinished_closings() == ()
    return "finished"


def test_a_review_that_was_worked_on_after_a_closing_was_cut_short_is_not_destroyed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_short(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(closing, "_destroy", cut_short)
        with pytest.raises(KeyboardInterrupt):
            close(path)
    assert unfinished_closings() == (path,)
    review = open_review(path, PASSPHRASE, author="Ash")
    add_person(review, name="Lindsay Elm")
    review.close()
    with pytest.raises(Refused, match="worked on"):
        finish_closing(path)
    assert unfinished_closings() == ()
    review = open_review(path, PASSPHRASE, author="Ash")
    assert review.count(Person) == 2
    review.close()


def test_what_was_kept_of_its_pseudonyms_on_this_computer_goes_too(
    path: Path, private_data: Path
) -> None:
    review = open_review(path, PASSPHRASE, author="Ash")
    note_pseudonyms(review)
    review.close()
    kept = private_data / "pseudonyms.json"
    assert json.loads(kept.read_text(encoding="utf-8"))["reviews"]
    close(path, reports=())
    assert json.loads(kept.read_text(encoding="utf-8"))["reviews"] == {}
