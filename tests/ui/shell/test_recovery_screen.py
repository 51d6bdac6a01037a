"""The recovery key: shown once, typed back, and a way into the record."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.conftest import PASSPHRASE
from tests.ui.test_accessible_names import nameless
from ui.shell.doors import NewReview
from ui.shell.recovery_screen import SENTENCE, RecoveryScreen
from ui.shell.window import MainWindow
from workbench.actions.opening import open_review


def shown(window: MainWindow, qtbot: QtBot) -> RecoveryScreen:
    """The screen with a key on it."""
    screen = window.over.screen
    assert isinstance(screen, RecoveryScreen)
    assert window.stack.currentWidget() is screen
    screen.make_button.click()
    qtbot.waitUntil(lambda: bool(screen._key))
    return screen


def type_in(field: object, text: str) -> None:
    """Type this into a field's line."""
    field.control.setText(text)  # type: ignore[attr-defined] # a Field with a line


def make_new(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """Make a review as the New review screen does."""
    window.entrance.show_new()
    window.entrance.new_screen.made.emit(NewReview(path, PASSPHRASE, "sar", "Adult C", "Ash"))
    qtbot.waitUntil(lambda: window.over.screen is not None)


def test_the_key_that_is_shown_opens_the_record_and_a_slip_is_named(
    working: MainWindow, qtbot: QtBot
) -> None:
    working.commands.action("file.recovery").trigger()
    screen = shown(working, qtbot)
    key = screen._key
    assert screen.key_label.text().split() == key.split("-")
    assert screen.key_label.isVisible()
    assert nameless(working) == []
    assert not working.commands.action("item.new").isEnabled()

    type_in(screen.back, ("1" if key[0] == "0" else "0") + key[1:])
    screen.check_button.click()
    assert "slip" in screen.back.error.text()
    assert working.over.screen is screen

    type_in(screen.back, key.lower())
    screen.check_button.click()
    assert working.over.screen is None
    assert working.stack.currentWidget() is working.workspace
    assert working.commands.action("item.new").isEnabled()
    texts = [label.text() for label in working.workspace.findChildren(QLabel)]
    assert not any(key[:4] in text for text in texts)

    path = working.session.record.path
    working.close_review()
    review = open_review(path, key, author="Ash")
    assert review.details.title == "Adult C"
    review.close()


def test_a_new_review_asks_for_its_key_and_goes_on_only_with_the_sentence(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    make_new(window, tmp_path / "new.review", qtbot)
    screen = window.over.screen
    assert not screen.cancel_button.isVisible()
    type_in(screen.sentence, "I understand")
    screen.skip_button.click()
    assert SENTENCE in screen.sentence.error.text()
    assert window.over.screen is screen

    type_in(screen.sentence, f" {SENTENCE.lower()}. ")
    screen.skip_button.click()
    assert window.over.screen is None
    assert window.stack.currentWidget() is window.workspace
    assert [slot.type for slot in window.session.record.keys.all] == ["passphrase"]


def test_locking_takes_the_key_away_and_unlocking_asks_again(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    make_new(window, tmp_path / "new.review", qtbot)
    shown(window, qtbot)
    window.commands.action("file.lock").trigger()
    assert window.over.screen is None
    assert window.stack.currentWidget() is window.entrance
    window.entrance.unlock.asked.emit(tmp_path / "new.review", PASSPHRASE, False)
    qtbot.waitUntil(lambda: window.over.screen is not None)
    assert window.over.screen._key == ""


def test_the_sheet_is_printed_and_saved_for_the_owner_alone(
    working: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    working.over.show_recovery()
    screen = shown(working, qtbot)
    saved, printed = tmp_path / "key.txt", tmp_path / "key.pdf"
    screen.save_to(saved)
    assert screen.key_label.text() in saved.read_text()
    assert "Adult C" not in saved.read_text()
    assert saved.stat().st_mode & 0o077 == 0
    screen.save_to(tmp_path / "nowhere" / "key.txt")
    assert "could not be written" in screen.told.text()

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(printed))
    screen.print_on(printer)
    assert printed.read_bytes().startswith(b"%PDF")


def test_a_question_that_was_left_by_quitting_is_asked_again_next_time(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    make_new(window, tmp_path / "new.review", qtbot)
    window.leave_now()
    assert window.over.screen is None

    window.session.open(open_review(tmp_path / "new.review", PASSPHRASE, author="Ash"))
    screen = window.over.screen
    assert isinstance(screen, RecoveryScreen)
    assert not screen.cancel_button.isVisible()
    window.show_settings()  # a way round it leads back to it
    window.over.screen.done_button.click()
    screen = window.over.screen
    assert isinstance(screen, RecoveryScreen)
    type_in(screen.sentence, SENTENCE)
    screen.skip_button.click()
    assert window.over.screen is None

    window.close_review()
    window.session.open(open_review(tmp_path / "new.review", PASSPHRASE, author="Ash"))
    assert window.over.screen is None


def test_who_only_reads_is_not_asked(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    make_new(window, tmp_path / "new.review", qtbot)
    window.leave_now()
    path = tmp_path / "new.review"
    window.session.open(open_review(path, PASSPHRASE, author="Ash", read_only=True))
    assert window.over.screen is None
