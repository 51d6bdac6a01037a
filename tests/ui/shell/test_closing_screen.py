"""Closing a review for good, in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import PASSPHRASE
from tests.ui.conftest import make_review
from tests.ui.test_accessible_names import nameless
from ui.shell.closing_screen import ClosedScreen, ClosingScreen
from ui.shell.window import MainWindow
from workbench.actions.closing import unfinished_closings
from workbench.actions.opening import open_review
from workbench.actions.recent import recent_files

ARCHIVE = "six other invented words for the board"


def begin(window: MainWindow) -> ClosingScreen:
    """From the open review to the screen that asks."""
    window.commands.action("file.close-for-good").trigger()
    screen = window.entrance.currentWidget()
    assert isinstance(screen, ClosingScreen)
    return screen


def fill(screen: ClosingScreen, folder: Path) -> None:
    """All that is asked, as it should be."""
    screen.folder.line.setText(str(folder))
    screen.archive_words.line.setText(ARCHIVE)
    screen.archive_again.line.setText(ARCHIVE)
    screen.confirm.setText("adult-c.review")
    screen.passphrase.line.setText(PASSPHRASE)


def test_a_review_is_closed_for_good_and_the_certificate_is_shown(
    working: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = working.session.record.path
    folder = tmp_path / "for the board"
    folder.mkdir()
    screen = begin(working)
    assert working.session.review is None
    assert nameless(working) == []
    fill(screen, folder)
    screen.close_button.click()
    assert not screen.card.isEnabled()
    qtbot.waitUntil(
        lambda: isinstance(working.entrance.currentWidget(), ClosedScreen), timeout=20_000
    )
    ended = working.entrance.currentWidget()
    assert nameless(working) == []
    certificate = Path(ended.where.text())
    assert certificate == folder / "adult-c, certificate of destruction.txt"
    assert certificate.read_text(encoding="utf-8").startswith("CERTIFICATE OF DESTRUCTION\n")
    assert not path.exists()
    kept = {each.name for each in folder.rglob("*") if each.is_file()}
    assert {"archive.review", "overview for published.docx", "journal.csv"} <= kept
    assert recent_files() == ()

    with qtbot.waitSignal(working.entrance.emptied):
        ended.done_button.click()
    assert working.entrance.currentWidget() is working.entrance.welcome


MISSING = (
    ("confirm", "adult-d.review", "confirm"),
    ("passphrase", "", "passphrase"),
    ("archive_words", "password1", "words"),
    ("archive_again", "six other", "again"),
    ("folder", "/no/such/folder", "folder"),
)


def test_what_is_missing_is_said_beside_its_box_and_nothing_is_destroyed(
    working: MainWindow, tmp_path: Path
) -> None:
    path = working.session.record.path
    screen = begin(working)
    for box, typed, field in MISSING:
        fill(screen, tmp_path)
        control = getattr(screen, box)
        getattr(control, "line", control).setText(typed)
        screen.close_button.click()
        assert screen.fields[field].error.text()
        assert screen.card.isEnabled()
    assert path.exists()


def test_the_review_s_own_passphrase_is_not_taken_for_the_archive(
    working: MainWindow, tmp_path: Path
) -> None:
    screen = begin(working)
    fill(screen, tmp_path)
    screen.archive_words.line.setText(PASSPHRASE)
    screen.archive_again.line.setText(PASSPHRASE)
    screen.close_button.click()
    assert "another passphrase" in screen.fields["words"].error.text()


def test_a_wrong_passphrase_destroys_nothing_and_cancel_goes_back(
    working: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = working.session.record.path
    screen = begin(working)
    fill(screen, tmp_path)
    screen.passphrase.line.setText("not the words at all")
    screen.close_button.click()
    qtbot.waitUntil(lambda: "does not open" in screen.told.text())
    assert screen.card.isEnabled()
    assert path.exists()
    screen.cancel_button.click()
    assert working.entrance.currentWidget() is working.entrance.unlock
    open_review(path, PASSPHRASE, author="Ash").close()


def test_its_end_is_said_where_the_author_went_meanwhile(
    working: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = begin(working)
    fill(screen, tmp_path)
    screen.close_button.click()
    other = make_review(tmp_path / "adult-d.review")
    working.session.open(other)
    qtbot.waitUntil(
        lambda: "closed for good" in working.workspace.notice.text.text(), timeout=20_000
    )


def test_what_was_cut_short_is_finished_when_the_workbench_starts(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.actions import closing

    path = tmp_path / "adult-c.review"
    make_review(path).close()
    wanted = closing.Wanted(folder=tmp_path, certificate=tmp_path / "c.txt", journal=True)

    def cut_short(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(closing, "_destroy", cut_short)
        with pytest.raises(KeyboardInterrupt):
            closing.close_for_good(path, PASSPHRASE, wanted, author="Ash")
    assert unfinished_closings() == (path,)

    window.entrance.finish_closings()
    qtbot.waitUntil(lambda: "is finished now" in window.entrance.welcome.notice.text())
    assert not path.exists()
    assert (tmp_path / "c.txt").exists()


def test_passphrases_are_forgotten_when_one_leaves(working: MainWindow, tmp_path: Path) -> None:
    screen = begin(working)
    fill(screen, tmp_path)
    working.entrance.show_welcome()
    QApplication.processEvents()
    typed = (screen.archive_words, screen.archive_again, screen.passphrase)
    assert [box.text() for box in typed] == ["", "", ""]
