"""Into a review and out of it: made, opened, locked, unlocked, closed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import PASSPHRASE
from ui.shell.window import MainWindow
from workbench.actions.people import add_person
from workbench.actions.recent import recent_files
from workbench.errors import WorkbenchError
from workbench.review import Review


def make(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    """Make a review as its author would."""
    window.ask_new()
    screen = window.entrance.new_screen
    screen.title_line.setText("Adult C")
    screen.author.setText("Ash Rowan")
    screen.place.line.setText(str(path))
    screen.passphrase.line.setText(PASSPHRASE)
    screen.again.line.setText(PASSPHRASE)
    with qtbot.waitSignal(window.session.opened):
        qtbot.mouseClick(screen.make_button, Qt.MouseButton.LeftButton)


def unlock(window: MainWindow, qtbot: QtBot, passphrase: str) -> None:
    """Type a passphrase and press Enter."""
    line = window.entrance.unlock.passphrase.line
    line.setText(passphrase)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_review_is_made_closed_and_opened_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "adult-c.review"
    make(window, qtbot, path)
    assert window.session.record.details.title == "Adult C"
    assert window.workspace.shown == "Overview"

    window.close_review()
    assert window.session.review is None
    assert [each.path for each in recent_files()] == [path]

    window.entrance.show_unlock(path)
    with qtbot.waitSignal(window.session.opened):
        unlock(window, qtbot, PASSPHRASE)
    assert window.session.record.details.title == "Adult C"
    assert window.entrance.unlock.passphrase.text() == ""


def test_a_wrong_passphrase_is_said_beside_the_box(
    window: MainWindow, qtbot: QtBot, quick_review: Review
) -> None:
    path = quick_review.path
    quick_review.close()
    window.entrance.show_unlock(path)
    screen = window.entrance.unlock

    unlock(window, qtbot, "not the words at all")

    qtbot.waitUntil(lambda: screen.field.error.text() != "")
    assert "passphrase" in screen.field.error.text().lower()
    assert screen.unlock_button.isEnabled()
    assert window.session.review is None


def test_the_passphrase_is_hidden_until_show_is_pressed_and_takes_pasting(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.entrance.show_unlock(tmp_path / "a.review")
    box = window.entrance.unlock.passphrase
    QGuiApplication.clipboard().setText("pasted words")
    box.line.paste()
    assert box.text() == "pasted words"
    assert box.line.echoMode() == QLineEdit.EchoMode.Password

    qtbot.mouseClick(box.show_button, Qt.MouseButton.LeftButton)
    assert box.line.echoMode() == QLineEdit.EchoMode.Normal


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title_line": ""}, "title"),
        ({"author": ""}, "author"),
        ({"passphrase": "password1"}, "passphrase"),
        ({"again": "four invented words there"}, "again"),
    ],
)
def test_what_is_missing_is_said_beside_its_box_and_nothing_is_made(
    window: MainWindow, tmp_path: Path, changes: dict[str, str], field: str
) -> None:
    window.ask_new()
    screen = window.entrance.new_screen
    path = tmp_path / "adult-c.review"
    filled = {
        "title_line": "Adult C",
        "author": "Ash Rowan",
        "passphrase": PASSPHRASE,
        "again": PASSPHRASE,
        **changes,
    }
    screen.place.line.setText(str(path))
    for name, text in filled.items():
        box = getattr(screen, name)
        getattr(box, "line", box).setText(text)

    screen.make_button.click()

    assert screen.fields[field].error.text()
    assert not path.exists()


def test_a_strong_passphrase_is_called_strong_as_it_is_typed(window: MainWindow) -> None:
    window.ask_new()
    screen = window.entrance.new_screen
    screen.passphrase.line.setText("password1")
    assert screen.strength.text().startswith("Very weak")
    screen.passphrase.line.setText(PASSPHRASE)
    assert screen.strength.text().startswith("Strong")


def test_locking_takes_everything_off_the_screen_at_once_and_saves(
    working: MainWindow, qtbot: QtBot
) -> None:
    session = working.session
    session.run(lambda review: add_person(review, name="Rowan Ashe"))
    working.show_page("People")
    path = session.record.path
    QGuiApplication.clipboard().setText("Rowan Ashe")
    before = path.read_bytes()

    working.lock()

    assert working.session.review is None
    assert working.workspace is None
    assert working.stack.currentWidget() is working.entrance
    assert "Rowan" not in working.windowTitle()
    assert QGuiApplication.clipboard().text() == ""
    assert working.entrance.unlock.reason.text() == "Locked."
    qtbot.waitUntil(lambda: path.read_bytes() != before)


def test_unlocking_goes_back_to_the_page_one_was_on(working: MainWindow, qtbot: QtBot) -> None:
    working.show_page("Agencies")
    working.lock()
    with qtbot.waitSignal(working.session.opened):
        unlock(working, qtbot, PASSPHRASE)
    assert working.workspace.shown == "Agencies"
    assert working.workspace.notice.text.text() == ""  # a lock is no crash


def test_what_was_being_typed_is_kept_by_a_lock(working: MainWindow, qtbot: QtBot) -> None:
    title = working.workspace.page.form._controls["title"]
    title.setFocus()
    title.clear()
    qtbot.keyClicks(title, "Adult D")
    working.lock()
    with qtbot.waitSignal(working.session.opened):
        unlock(working, qtbot, PASSPHRASE)
    assert working.session.record.details.title == "Adult D"


def test_an_idle_lock_warns_first_and_says_why_afterwards(working: MainWindow) -> None:
    working.locking.idle.nearly.emit()
    assert "30 seconds" in working.workspace.notice.text.text()
    working.locking.idle.idle.emit()
    assert working.entrance.unlock.reason.text() == "Locked after 10 minutes without use."


def test_the_list_of_recent_files_names_the_file_and_the_day_and_can_forget(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    make(window, qtbot, tmp_path / "adult-c.review")
    window.close_review()
    screen = window.entrance.welcome
    shown = " ".join(button.text() for button in screen.list.findChildren(QPushButton))
    assert "adult-c.review" in shown
    assert str(tmp_path) not in shown
    forget = next(b for b in screen.list.findChildren(QPushButton) if b.text() == "Forget")

    forget.click()

    assert recent_files() == ()
    assert screen.heading.isHidden()


def test_a_file_that_cannot_be_written_keeps_the_window_until_it_is_closed_again(
    working: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = working.session.record
    working.session.run(lambda record: add_person(record, name="Rowan Ashe"))

    def full() -> None:
        raise WorkbenchError("The disk is full. Everything typed is kept on this computer.")

    monkeypatch.setattr(review, "close", full)
    assert not working.close()
    assert working.workspace.notice.text.text().startswith("The disk is full.")

    assert working.close()
    assert working.session.review is None


def test_to_read_only_nothing_can_be_changed(
    window: MainWindow, qtbot: QtBot, quick_review: Review
) -> None:
    path = quick_review.path
    quick_review.close()
    window.entrance.show_unlock(path)
    window.entrance.unlock.read_only.setChecked(True)
    with qtbot.waitSignal(window.session.opened):
        unlock(window, qtbot, PASSPHRASE)

    assert window.session.run(lambda review: add_person(review, name="Rowan Ashe")) is None
    assert "read only" in window.workspace.notice.text.text()
    assert window.saved_label.text() == "Open to read only"


def test_locking_closes_the_panel_s_screen_too(working: MainWindow) -> None:
    working.present()
    others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not working]
    assert others

    working.lock()

    QApplication.processEvents()
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [working]


def test_a_panel_s_screen_that_was_left_before_does_not_hinder_a_lock(
    working: MainWindow, qtbot: QtBot
) -> None:
    for _ in range(2):
        working.present()
        (panel,) = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w != working]
        working.present()  # a second time goes to the one that is open
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del panel

    working.lock()

    assert working.stack.currentWidget() is working.entrance
    assert working.workspace is None


def test_an_unforeseen_error_while_unlocking_leaves_the_screen_usable(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(_opening: object) -> Review:
        raise ZeroDivisionError

    doors = replace(window.entrance._doors, open=break_down)
    monkeypatch.setattr(window.entrance, "_doors", doors)
    window.entrance.show_unlock(tmp_path / "a.review")
    with qtbot.captureExceptions() as raised:
        unlock(window, qtbot, PASSPHRASE)
        qtbot.waitUntil(lambda: bool(raised))
    assert window.entrance.unlock.unlock_button.isEnabled()
