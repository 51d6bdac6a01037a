"""After a lock or a closing a fresh process goes on from where the author was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.conftest import PASSPHRASE
from tests.ui.conftest import make_review
from ui.shell.new_review import NewReviewScreen
from ui.shell.window import MainWindow
from ui.support.renewal import Again
from workbench.actions.opening import open_review
from workbench.actions.people import add_person
from workbench.errors import WorkbenchError
from workbench.model.people import Person


class NextProcess:
    """Takes the place of the process that would take the place of this one."""

    def __init__(self, window: MainWindow) -> None:
        self.told: list[Again] = []
        window.afresh._renew = self.told.append

    @property
    def only(self) -> Again:
        (told,) = self.told
        return told


def test_it_begins_once_the_record_is_put_away_and_not_before(
    working: MainWindow, qtbot: QtBot
) -> None:
    following, path = NextProcess(working), working.session.record.path
    working.session.run(lambda review: add_person(review, name="Rowan Ashe"))
    working.show_page("Findings")
    working.lock()
    assert following.told == []
    assert not working.entrance.isEnabled()  # nobody types into what is about to go
    qtbot.waitUntil(lambda: bool(following.told))
    told = following.only
    assert (told.file, told.said, told.page) == (str(path), "Locked.", "Findings")
    assert "Rowan" not in str(told)
    review = open_review(path, PASSPHRASE, author="Ash")
    assert review.count(Person) == 1
    assert review.notices == ()
    review.close()
    working.entrance.setEnabled(True)


def test_it_says_why_the_file_could_not_be_written(
    working: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    following = NextProcess(working)

    def full() -> None:
        raise WorkbenchError("The disk is full. Everything typed is kept on this computer.")

    monkeypatch.setattr(working.session.record, "close", full)
    working.lock()
    qtbot.waitUntil(lambda: bool(following.told))
    assert following.only.said.startswith("Locked. The disk is full.")


def test_where_no_process_can_be_started_the_unlock_screen_stays_usable_and_it_is_said(
    working: MainWindow, qtbot: QtBot
) -> None:
    def refuse(_: Again) -> None:
        raise OSError

    working.afresh._renew = refuse
    working.lock()
    qtbot.waitUntil(working.entrance.isEnabled)
    assert "Close the window" in working.entrance.unlock.reason.text()


def test_closing_and_opening_another_begin_afresh_too(working: MainWindow, tmp_path: Path) -> None:
    following = NextProcess(working)
    other = make_review(tmp_path / "adult-d.review")
    other.close()
    working.afresh.go_to(other.path)
    assert following.only.file == str(other.path)
    working.afresh.go_to(other.path)  # nothing was open any more
    assert len(following.told) == 1

    working.session.open(open_review(other.path, PASSPHRASE, author="Ash"))
    working.close_review()
    assert following.told[1] == Again(place=following.told[1].place, page="Overview")

    working.session.open(open_review(other.path, PASSPHRASE, author="Ash"))
    working.ask_new()
    assert following.told[2].making
    assert following.told[2].file == ""


def test_the_next_process_shows_the_unlock_screen_with_the_reason_and_goes_to_the_page(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    review = make_review(tmp_path / "adult-c.review")
    review.close()
    window.afresh.take_up(Again(str(review.path), "Locked after 10 minutes.", "Findings", ""))
    assert window.entrance.unlock.reason.text() == "Locked after 10 minutes."
    assert window.entrance.unlock.file.text() == "adult-c.review"
    window.session.open(open_review(review.path, PASSPHRASE, author="Ash"))
    assert window.workspace.shown == "Findings"


def test_the_next_process_goes_on_to_a_new_review(window: MainWindow) -> None:
    window.afresh.take_up(Again(making="yes"))
    assert isinstance(window.entrance.currentWidget(), NewReviewScreen)


def test_a_dialog_that_waits_for_an_answer_does_not_hold_up_a_lock(
    working: MainWindow, qtbot: QtBot
) -> None:
    dialog = QFileDialog(working)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    working.lock()
    assert not dialog.isVisible()
    assert working.workspace is None


def test_no_window_is_ever_named_after_a_review(working: MainWindow, qtbot: QtBot) -> None:
    working.show_page("People")
    working.find_anything()
    working.show_keys()
    working.present()
    titles = {each.windowTitle() for each in QApplication.topLevelWidgets() if each.isVisible()}
    assert titles <= {"Review Panel Workbench", "Keys", "Panel screen", ""}
    working.lock()


def test_what_was_typed_at_the_entrance_does_not_stay_when_it_is_left_alone(
    window: MainWindow, tmp_path: Path
) -> None:
    window.locking.hear_system(lambda _: None)
    window.entrance.show_unlock(tmp_path / "a.review")
    window.entrance.unlock.passphrase.line.setText("half a passphrase")
    window.locking.idle.idle.emit()
    assert window.entrance.unlock.passphrase.text() == ""
    assert window.locking.idle._end.isActive()  # and again the next time

    window.ask_new()
    screen = window.entrance.new_screen
    screen.title_line.setText("Adult C")
    screen.passphrase.line.setText("half a passphrase")
    window.locking.idle.idle.emit()
    assert (screen.title_line.text(), screen.passphrase.text()) == ("Adult C", "")
    window.locking._always = False
    window.locking.end()
