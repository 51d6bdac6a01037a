"""Copying: other programs are given what the panel may read, this window its own words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ui.shell.fault import FaultWindow
from ui.shell.window import MainWindow
from ui.support.clipboard import OURS
from workbench.actions.chronology import add_entry
from workbench.actions.people import add_person
from workbench.errors import Refused
from workbench.model.chronology import Entry

REAL = "Marguerite Oldcastle"
WRITTEN = f"{REAL} rang the practice."
SAFE = "Violet rang the practice."
CTRL = Qt.KeyboardModifier.ControlModifier


def on_clipboard() -> str:
    """What another program would be given."""
    return QGuiApplication.clipboard().text()


def every_format() -> bytes:
    """All that lies on the clipboard, in every form."""
    carried = QGuiApplication.clipboard().mimeData()
    return b"\n".join(carried.data(kind).data() for kind in carried.formats())


@pytest.fixture
def text(working: MainWindow, qtbot: QtBot) -> QPlainTextEdit:
    """The box of an entry that names a registered person, with the focus."""
    QGuiApplication.clipboard().clear()
    session = working.session
    session.run(lambda review: add_person(review, name=REAL, pseudonym="Violet"))
    session.run(lambda review: add_entry(review, text=WRITTEN))
    working.show_page("Chronology")
    page = working.workspace.page
    page.frame.table.selectRow(0)
    working.activateWindow()
    box: QPlainTextEdit = page.form.text
    box.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is box)
    return box


def mark_all(box: QPlainTextEdit) -> None:
    """Mark every word."""
    box.selectAll()


def copy(box: QPlainTextEdit) -> None:
    """Copy all with the keys."""
    mark_all(box)
    QTest.keyClick(box, Qt.Key.Key_C, CTRL)


def test_ctrl_c_gives_other_programs_the_disclosed_words_and_says_so(
    working: MainWindow, text: QPlainTextEdit
) -> None:
    copy(text)
    assert on_clipboard() == SAFE
    assert b"Oldcastle" not in every_format()
    notice = working.workspace.notice
    assert "names replaced" in notice.text.text()
    assert notice.act.text() == "Copy as written"

    notice.act.click()
    assert on_clipboard() == WRITTEN
    assert "real names" in notice.text.text()


def test_in_this_window_it_pastes_as_it_was_written(
    working: MainWindow, text: QPlainTextEdit
) -> None:
    copy(text)
    text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(text, Qt.Key.Key_V, CTRL)
    assert text.toPlainText() == WRITTEN + WRITTEN

    line = next(
        each
        for each in working.workspace.page.findChildren(QLineEdit)
        if each.isVisible() and not each.isReadOnly()
    )
    line.setFocus()
    line.clear()
    QTest.keyClick(line, Qt.Key.Key_V, CTRL)
    assert line.text() == WRITTEN
    working.session.settling.emit()


def test_cut_words_come_back_as_they_were_written(
    working: MainWindow, text: QPlainTextEdit
) -> None:
    mark_all(text)
    QTest.keyClick(text, Qt.Key.Key_X, CTRL)
    assert text.toPlainText() == ""
    assert on_clipboard() == SAFE
    QTest.keyClick(text, Qt.Key.Key_V, CTRL)
    working.session.settling.emit()
    (entry,) = working.session.record.all(Entry)
    assert entry.text == WRITTEN


def test_words_from_another_program_paste_as_they_are(
    working: MainWindow, text: QPlainTextEdit
) -> None:
    copy(text)
    foreign = QMimeData()
    foreign.setText("from a letter")
    foreign.setData(OURS, b"a token of some other process")
    QGuiApplication.clipboard().setMimeData(foreign)
    mark_all(text)
    QTest.keyClick(text, Qt.Key.Key_V, CTRL)
    assert text.toPlainText() == "from a letter"


def test_ctrl_shift_c_copies_as_written(working: MainWindow, text: QPlainTextEdit) -> None:
    mark_all(text)
    working.commands.action("edit.copy-as-written").trigger()
    assert on_clipboard() == WRITTEN


def test_words_with_nothing_to_replace_are_copied_without_a_notice(
    working: MainWindow, text: QPlainTextEdit
) -> None:
    text.setPlainText("the school wrote twice")
    copy(text)
    assert on_clipboard() == "the school wrote twice"
    assert working.workspace.notice.isHidden()


def test_words_on_which_nobody_has_ruled_are_masked_and_that_is_said(
    working: MainWindow, text: QPlainTextEdit
) -> None:
    text.setPlainText("We saw Quillon Featherstone at home.")
    copy(text)
    assert "Featherstone" not in on_clipboard()
    assert "masked" in working.workspace.notice.text.text()


def test_a_cell_of_a_table_is_copied_through_the_gate_too(
    working: MainWindow, text: QPlainTextEdit
) -> None:
    table = working.workspace.page.frame.table
    table.setFocus()
    model = table.model()
    shown = next(
        model.index(0, column)
        for column in range(model.columnCount())
        if REAL in str(model.index(0, column).data())
    )
    table.setCurrentIndex(shown)
    QTest.keyClick(table, Qt.Key.Key_C, CTRL)
    assert "Violet" in on_clipboard()
    assert "Oldcastle" not in on_clipboard()


def test_when_the_gate_refuses_nothing_is_copied(
    working: MainWindow, text: QPlainTextEdit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Refused("No.")

    monkeypatch.setattr("workbench.actions.copying.as_disclosed", refuse)
    copy(text)
    assert on_clipboard() == ""
    assert "Nothing was copied" in working.workspace.notice.text.text()


def test_when_the_gate_breaks_nothing_is_copied(
    working: MainWindow, text: QPlainTextEdit, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("workbench.actions.copying.as_disclosed", break_down)
    with qtbot.captureExceptions() as raised:
        copy(text)
    assert raised
    assert on_clipboard() == ""


def test_the_menu_of_a_box_pastes_as_written_and_offers_to_copy_so(
    working: MainWindow, text: QPlainTextEdit
) -> None:
    copy(text)
    menu = working.copying.boxes.menu_of(text)
    named = {action.objectName(): action for action in menu.actions()}
    named["edit-paste"].trigger()
    assert text.toPlainText() == WRITTEN
    next(each for each in menu.actions() if each.text() == "Copy as written").trigger()
    assert on_clipboard() == WRITTEN
    menu.deleteLater()


def test_marked_words_cannot_be_dragged_to_another_program(
    text: QPlainTextEdit, qtbot: QtBot
) -> None:
    mark_all(text)
    qtbot.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert not text.textCursor().hasSelection()
    qtbot.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))


def test_a_password_box_gives_nothing(working: MainWindow, text: QPlainTextEdit) -> None:
    working.over.show_passphrase()
    box = working.over.screen.old.line
    box.setText("the old words")
    box.setFocus()
    box.selectAll()
    working.commands.action("edit.copy-as-written").setEnabled(True)
    working.commands.action("edit.copy-as-written").trigger()
    assert "old words" not in on_clipboard()


def test_the_details_of_a_fault_are_copied_as_they_are(
    working: MainWindow, text: QPlainTextEdit, qtbot: QtBot
) -> None:
    fault = FaultWindow()
    qtbot.addWidget(fault)
    fault.tell(ValueError, ValueError(), None)
    fault.activateWindow()
    fault.copy_button.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is fault.copy_button)
    fault.copy_button.click()
    assert on_clipboard() == fault.details.toPlainText()
    fault.close()


@pytest.mark.parametrize("as_written", [False, True])
def test_locking_takes_what_was_copied_off_the_clipboard(
    working: MainWindow, text: QPlainTextEdit, as_written: bool
) -> None:
    copy(text)
    if as_written:
        working.copying.copy_as_written()
    working.lock()
    assert on_clipboard() == ""


def test_locking_leaves_what_another_program_copied_since(
    working: MainWindow, text: QPlainTextEdit
) -> None:
    copy(text)
    foreign = QMimeData()
    foreign.setText("from a letter")
    foreign.setData(OURS + "-not", b"")
    board = QGuiApplication.clipboard()
    board.blockSignals(True)  # another program's doing is not this one's
    board.setMimeData(foreign)
    board.blockSignals(False)
    working.lock()
    assert on_clipboard() == "from a letter"


def test_a_manager_that_keeps_the_words_alone_does_not_keep_them_past_a_lock(
    working: MainWindow, text: QPlainTextEdit
) -> None:
    copy(text)
    board = QGuiApplication.clipboard()
    board.blockSignals(True)
    board.setText(SAFE)
    board.blockSignals(False)
    working.lock()
    assert on_clipboard() == ""


def test_what_a_crash_left_on_the_clipboard_is_taken_off_at_the_next_start() -> None:
    start = """
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
import ui.app
from ui.support.clipboard import OURS
app = QApplication(["workbench"])
left = QMimeData()
left.setText("Violet rang")
left.setData(OURS, b"a token of a process that is gone")
app.clipboard().setMimeData(left)
window = ui.app.make_window(app)
print(repr(app.clipboard().text()))
app.clipboard().setText("from a letter")
ui.app.make_window(app)
print(repr(app.clipboard().text()))
"""
    run = subprocess.run(
        [sys.executable, "-c", start],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        cwd=Path(__file__).parents[3],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert run.stdout.splitlines() == ["''", "'from a letter'"], run.stderr


def test_what_was_copied_stays_when_another_page_is_shown(
    working: MainWindow, text: QPlainTextEdit
) -> None:
    copy(text)
    working.show_page("People")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert on_clipboard() == SAFE
