"""Before the report is written: its password, and what its template has no place for."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from msoffcrypto.format.ooxml import OOXMLFile
from pytestqt.qtbot import QtBot

from ui.pages.report.page import ReportPage
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.sample import make_sample
from workbench.disclosure.log import log_of


@pytest.fixture
def page(qtbot: QtBot, session: Session, commands: Commands) -> ReportPage:
    session.run(lambda review: make_sample(review, "adult"))
    page = ReportPage(session, commands)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    settle(page, qtbot)
    return page


def settle(page: ReportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.settled and page.write_button.isEnabled(), timeout=10_000)


@pytest.fixture
def short_template(tmp_path: Path) -> Path:
    """A board's template with nothing but conclusions."""
    document = Document()
    document.add_heading("Conclusions", 1)
    document.save(str(tmp_path / "board.docx"))
    return tmp_path / "board.docx"


def test_the_password_opens_the_report_and_is_then_forgotten(
    page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    page.precautions.password.setText("seven grey herons")
    page.write_report(path)
    settle(page, qtbot)
    locked, plain = OOXMLFile(io.BytesIO(path.read_bytes())), io.BytesIO()
    locked.load_key(password="seven grey herons")
    locked.decrypt(plain)
    assert Document(plain).paragraphs
    assert page.precautions.password.text() == ""


def test_a_short_password_is_refused_in_a_sentence(
    page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.precautions.password.setText("too short")
    page.write_report(tmp_path / "report.docx")
    settle(page, qtbot)
    assert "at least 12 characters" in page.notice.text.text()
    assert not (tmp_path / "report.docx").exists()


def test_locking_forgets_the_password(page: ReportPage) -> None:
    page.precautions.password.setText("seven grey herons")
    page.session.locked.emit("Locked.")
    assert page.precautions.password.text() == ""


def test_what_the_template_lacks_is_said_before_writing_and_left_out_when_ticked(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, short_template: Path
) -> None:
    path, before = tmp_path / "report.docx", page.precautions
    page.use_template(short_template)
    qtbot.waitUntil(before.leave_out.isVisible, timeout=10_000)
    assert "board.docx has no heading for" in before.told.text()
    page.write_report(path)
    settle(page, qtbot)
    assert not path.exists()
    before.leave_out.show_value(True)
    page.write_report(path)
    settle(page, qtbot)
    assert path.exists()
    page.use_template(None)
    assert not before.leave_out.isVisible()
    assert not before.leave_out.value()


def test_a_file_that_is_no_template_is_said_when_it_is_chosen(
    page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "notes.docx").write_text("not a Word file")
    page.use_template(tmp_path / "notes.docx")
    qtbot.waitUntil(page.precautions.told.isVisible, timeout=10_000)
    assert "notes.docx" in page.precautions.told.text()


def test_who_gets_it_is_logged_and_forgotten(
    page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.precautions.recipient.setText("the chair of the board")
    page.write_report(tmp_path / "report.docx")
    settle(page, qtbot)
    assert [entry.recipient for entry in log_of(page.session.record)] == ["the chair of the board"]
    assert page.precautions.recipient.text() == ""


def test_the_log_is_a_button_away(page: ReportPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.asked_for) as heard:
        page.log_button.click()
    assert heard.args == ["Disclosure", "Disclosure log"]
