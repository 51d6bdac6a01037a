"""Which agency or meeting a document is about: asked for where there is one, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pptx
import pytest
from docx import Document
from pytestqt.qtbot import QtBot

from ui.pages.report.page import ReportPage
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.sample import make_sample
from workbench.actions.set_up import write_passage


def settle(page: ReportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.settled and page.write_button.isEnabled(), timeout=10_000)


@pytest.fixture
def empty_page(qtbot: QtBot, session: Session, commands: Commands) -> ReportPage:
    page = ReportPage(session, commands)
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot, session: Session, empty_page: ReportPage) -> ReportPage:
    session.run(lambda review: make_sample(review, "adult"))
    empty_page.refresh()
    settle(empty_page, qtbot)
    return empty_page


def choose(page: ReportPage, output: str, qtbot: QtBot) -> None:
    page.output.show_value(output)
    page.output.edited.emit()
    settle(page, qtbot)


def test_only_a_document_about_one_agency_asks_for_it(page: ReportPage, qtbot: QtBot) -> None:
    assert page.about.isHidden()
    choose(page, "request-letter", qtbot)
    assert not page.about.isHidden()
    assert page.about.label.text() == "A&gency"
    assert page.about.field.count() == 9
    assert page.audience.value() == "agency"
    choose(page, "overview", qtbot)
    assert page.about.isHidden()
    assert page.about.value() == ""
    assert page.audience.value() == "published"


def test_the_letter_is_to_the_agency_that_was_chosen(
    page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(page, "request-letter", qtbot)
    at = page.about.field.findText("Wrenshire Police")
    page.about.field.setCurrentIndex(at)
    page.about.field.edited.emit()
    settle(page, qtbot)
    path = tmp_path / "letter.docx"
    page.write_report(path)
    settle(page, qtbot)
    said = "\n".join(one.text for one in Document(str(path)).paragraphs)
    assert "Wrenshire Police is asked to contribute" in said


def test_minutes_are_of_the_latest_meeting_to_begin_with(page: ReportPage, qtbot: QtBot) -> None:
    choose(page, "panel-minutes", qtbot)
    assert page.about.field.currentText() == "Panel meeting 2: emerging findings"
    assert page.audience.value() == "panel"


def test_without_a_meeting_there_are_no_minutes_and_a_sentence_says_so(
    empty_page: ReportPage,
) -> None:
    empty_page.output.show_value("panel-minutes")
    empty_page.output.edited.emit()
    assert empty_page.state.text() == "Add a meeting first: this document is about one."


def test_slides_are_written_as_slides(page: ReportPage, qtbot: QtBot, tmp_path: Path) -> None:
    choose(page, "learning-slides", qtbot)
    path = tmp_path / "slides.pptx"
    page.write_report(path)
    settle(page, qtbot)
    assert len(pptx.Presentation(str(path)).slides) > 10


def test_a_link_to_evidence_is_a_footnote_when_that_is_ticked(
    page: ReportPage, qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    entry = session.record.entries()[0]
    text = f"It was written down.{{entry:{entry.id}}}"
    session.run(lambda review: write_passage(review, "conclusions", text))
    for ticked in (False, True):
        page.precautions.evidence.show_value(ticked)
        page.refresh()
        settle(page, qtbot)
        assert "{entry" not in page.view.toPlainText()
        path = tmp_path / f"report-{ticked}.docx"
        page.write_report(path)
        settle(page, qtbot)
        with ZipFile(path) as package:
            notes = package.read("word/footnotes.xml").decode()
        assert (", record of " in notes) is ticked


def test_an_empty_text_shows_the_words_that_stand_there_meanwhile(
    page: ReportPage, qtbot: QtBot
) -> None:
    choose(page, "request-letter", qtbot)
    shown = page.passages.text.placeholderText()
    assert shown.startswith("Until you write your own:")
    assert "[agency] is asked to contribute" in shown
    choose(page, "overview", qtbot)
    assert page.passages.text.placeholderText() == "Leave a blank line between paragraphs."


def test_one_press_writes_a_letter_to_each_agency_and_says_which_is_whose(
    page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(page, "request-letter", qtbot)
    folder = tmp_path / "letters"
    folder.mkdir()
    page.write_button.write_each(folder)
    settle(page, qtbot)
    assert len(list(folder.glob("request-letter-*.docx"))) == 9
    said = page.notice.text.text()
    assert "9 files are written" in said
    assert "request-letter-6.docx is for Wrenshire Police" in said
    page.write_button.write_each(folder)
    settle(page, qtbot)
    assert "already a file named request-letter-1.docx" in page.notice.text.text()
