"""Checking a file in the window: what was found, in words, and the cleaned copy."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.workbench.disclosure.test_cleaning import TRACKED
from ui.pages.report.check_file import CLEAN, CheckFile
from ui.shell.window import MainWindow
from ui.support.session import Session
from workbench.actions.people import add_person

NAME = "Zebedee Quillfeather"


@pytest.fixture
def check(qtbot: QtBot, session: Session) -> CheckFile:
    session.run(lambda review: add_person(review, name=NAME, pseudonym="Child A"))
    check = CheckFile(session)
    qtbot.addWidget(check)
    check.resize(700, 600)
    check.show()
    qtbot.waitExposed(check)
    return check


def word(path: Path, text: str, author: str = "") -> Path:
    document = docx.Document()
    document.add_paragraph(text)
    document.core_properties.author = author
    document.save(str(path))
    return path


def wait(check: CheckFile, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not check.answer.text().startswith("Looking"))


def lines(check: CheckFile) -> str:
    return "\n".join(check.found.item(at).text() for at in range(check.found.count()))


def test_a_name_in_a_file_is_told_by_its_place_and_not_said(
    check: CheckFile, qtbot: QtBot, tmp_path: Path
) -> None:
    check.check(word(tmp_path / "a.docx", f"{NAME} came.", author=NAME))
    wait(check, qtbot)
    assert "Do not send this file" in check.answer.text()
    assert "A registered person’s name in paragraph 1 of the text." in lines(check)
    assert "document property Author" in lines(check)
    assert "Quillfeather" not in lines(check)


def test_a_clean_file_is_said_to_be_clean_and_what_it_carries_is_told(
    check: CheckFile, qtbot: QtBot, tmp_path: Path
) -> None:
    check.check(word(tmp_path / "a.docx", "Child A came.", author="Somebody"))
    wait(check, qtbot)
    assert "No registered name or number was found" in check.answer.text()
    assert "It also carries" in lines(check)
    assert check.clean.isVisible()


def test_a_cleaned_copy_is_saved_beside_it(check: CheckFile, qtbot: QtBot, tmp_path: Path) -> None:
    check.check(word(tmp_path / "a.docx", "Child A came.", author=NAME))
    wait(check, qtbot)
    check.save_cleaned(tmp_path / "b.docx")
    qtbot.waitUntil(lambda: check.clean.text() == CLEAN)
    assert "no registered name was found in it" in check.told.text()
    assert docx.Document(str(tmp_path / "b.docx")).core_properties.author == ""


def test_a_copy_that_would_still_hold_a_name_is_refused(
    check: CheckFile, qtbot: QtBot, tmp_path: Path
) -> None:
    check.check(word(tmp_path / "a.docx", f"{NAME} came."))
    wait(check, qtbot)
    check.save_cleaned(tmp_path / "b.docx")
    qtbot.waitUntil(lambda: check.clean.text() == CLEAN)
    assert "No cleaned copy was saved" in check.told.text()
    assert not (tmp_path / "b.docx").exists()


def test_tracked_changes_are_asked_about_where_there_are_some(
    check: CheckFile, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.docx").write_bytes(TRACKED)
    check.check(tmp_path / "a.docx")
    wait(check, qtbot)
    assert "8 tracked changes" in lines(check)
    assert check.changes.isVisible()
    check.changes.show_value("reject")
    check.save_cleaned(tmp_path / "b.docx")
    qtbot.waitUntil(lambda: check.clean.text() == CLEAN)
    text = [one.text for one in docx.Document(str(tmp_path / "b.docx")).paragraphs]
    assert "One old" in text


def test_a_file_that_is_not_word_is_checked_and_not_cleaned(
    check: CheckFile, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(f"{NAME} came.", encoding="utf-8")
    check.check(tmp_path / "a.txt")
    wait(check, qtbot)
    assert "line 1" in lines(check)
    assert not check.clean.isVisible()
    assert "Only a Word file" in check.told.text()


def test_a_file_that_is_gone_is_said_so(check: CheckFile, qtbot: QtBot, tmp_path: Path) -> None:
    check.check(tmp_path / "gone.docx")
    wait(check, qtbot)
    assert "cannot be opened" in check.answer.text()


def test_a_dropped_file_is_checked(check: CheckFile, qtbot: QtBot, tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", "Child A came.")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    check.dropEvent(drop)
    wait(check, qtbot)
    assert check.named.text() == "a.docx"
    assert "No registered name" in check.answer.text()


def test_nothing_of_a_file_is_left_once_the_review_is_locked(
    check: CheckFile, qtbot: QtBot, tmp_path: Path
) -> None:
    check.check(word(tmp_path / "a.docx", f"{NAME} came."))
    wait(check, qtbot)
    check.forget()
    assert check.found.count() == 0
    assert check.named.text() == check.answer.text() == ""


def test_a_file_can_be_checked_from_any_page(
    working: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = word(tmp_path / "a.docx", "Nobody came.")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    working.commands.action("file.check").trigger()
    page = working.workspace.page
    qtbot.waitUntil(lambda: "No registered name" in page.check.answer.text())
    assert page.views.stack.currentWidget() is page.check
