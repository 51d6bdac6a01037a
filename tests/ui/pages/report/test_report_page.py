"""The report's page: what readers will see, and the words that nobody has ruled on."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from ui.pages.report.page import ReportPage
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.sample import make_sample
from workbench.actions.set_up import write_passage
from workbench.disclosure.audiences import own_folder
from workbench.model.people import Person
from workbench.model.reviews import Passage
from workbench.model.rulings import Ruling
from workbench.report.outputs import OUTPUTS


@pytest.fixture
def page(qtbot: QtBot, session: Session, commands: Commands) -> ReportPage:
    session.run(lambda review: make_sample(review, "adult"))
    page = ReportPage(session, commands)
    qtbot.addWidget(page)
    session.changed.connect(lambda _: page.refresh())
    page.resize(1300, 800)
    page.show()
    qtbot.waitExposed(page)
    page.refresh()
    settle(page, qtbot)
    return page


def settle(page: ReportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.settled and page.write_button.isEnabled(), timeout=10_000)


def plant(page: ReportPage, qtbot: QtBot, text: str) -> None:
    page.session.run(lambda review: write_passage(review, "conclusions", text))
    settle(page, qtbot)


def test_readers_see_pseudonyms(page: ReportPage) -> None:
    text = page.view.toPlainText()
    assert "Adrian" in text
    assert "Penhallow" not in text
    assert page.queue.chosen is None


def test_a_change_of_readers_changes_what_is_seen(page: ReportPage, qtbot: QtBot) -> None:
    assert "9 November 2023" not in page.view.toPlainText()
    page.audience.show_value("panel")
    page.refresh()
    settle(page, qtbot)
    assert "9 November 2023" in page.view.toPlainText()


def test_an_unknown_name_is_masked_asked_about_and_stops_the_report(
    page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    plant(page, qtbot, "Nobody asked Thaddeus Wolverley about it.")
    assert "Wolverley" not in page.view.toPlainText()
    assert page.queue.chosen.words == "Thaddeus Wolverley"
    page.write_report(tmp_path / "report.docx")
    settle(page, qtbot)
    assert "not been ruled on" in page.notice.text.text()
    assert not (tmp_path / "report.docx").exists()


def test_one_key_registers_the_name_and_the_person_then_needs_a_pseudonym(
    page: ReportPage, qtbot: QtBot
) -> None:
    plant(page, qtbot, "Nobody asked Thaddeus Wolverley about it.")
    page.queue.list.setFocus()
    qtbot.keyClick(page.queue.list, Qt.Key.Key_P)
    settle(page, qtbot)
    assert "Thaddeus Wolverley" in {person.name for person in page.session.record.all(Person)}
    assert "Wolverley" not in page.view.toPlainText()
    assert page.queue.chosen is not None


def test_one_key_rules_a_word_ordinary_and_undo_asks_again(page: ReportPage, qtbot: QtBot) -> None:
    before = page.session.record.count(Ruling)
    plant(page, qtbot, "It was all in the Zephyrine Ledger then.")
    assert page.queue.chosen is not None
    page.queue.list.setFocus()
    qtbot.keyClick(page.queue.list, Qt.Key.Key_O)
    settle(page, qtbot)
    assert page.queue.chosen is None
    assert page.session.record.count(Ruling) == before + 1
    page.session.undo()
    settle(page, qtbot)
    assert page.queue.chosen is not None


def test_the_report_is_written_and_said_to_be(
    page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.write_report(tmp_path / "report.docx")
    settle(page, qtbot)
    assert (tmp_path / "report.docx").exists()
    assert "no name was found" in page.notice.text.text()


def test_a_passage_is_written_where_it_is_read(page: ReportPage, qtbot: QtBot) -> None:
    passages = page.passages
    passages.section.show_value("conclusions")
    passages.section.edited.emit()
    passages.text.setFocus()
    qtbot.keyClick(passages.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(passages.text, "Nothing more is needed.")
    page.session.settling.emit()
    settle(page, qtbot)
    assert "Nothing more is needed." in page.view.toPlainText()


def choose_output(page: ReportPage, qtbot: QtBot, name: str) -> None:
    page.output.show_value(name)
    page.output.edited.emit()
    settle(page, qtbot)


def test_the_chosen_document_is_what_is_seen_and_written(
    page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    assert "Terms of reference" in page.view.toPlainText()
    choose_output(page, qtbot, "action-plan")
    assert "Terms of reference" not in page.view.toPlainText()
    assert "action plan" in page.view.toPlainText().casefold()
    page.write_report(tmp_path / "plan.docx")
    settle(page, qtbot)
    headings = [
        one.text
        for one in Document(str(tmp_path / "plan.docx")).paragraphs
        if one.style.name.startswith("Heading")
    ]
    assert len(headings) == 1
    assert "action plan" in headings[0].casefold()


def test_each_document_is_offered_in_plain_words(page: ReportPage) -> None:
    offered = [page.output.itemText(row) for row in range(page.output.count())]
    assert offered[0] == "Overview report"
    assert not [words for words in offered if words in OUTPUTS or words[0].islower()]


def test_the_folder_of_the_written_report_is_shown_on_request(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url)) or True)
    page.write_report(tmp_path / "report.docx")
    settle(page, qtbot)
    assert page.notice.act.text() == "Show in folder"
    page.notice.act.click()
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path]


def test_a_folder_that_cannot_be_shown_is_said(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    page.write_report(tmp_path / "report.docx")
    settle(page, qtbot)
    page.notice.act.click()
    assert "could not be shown" in page.notice.text.text()


def test_a_note_to_oneself_is_kept_beside_the_passage_and_stands_in_no_report(
    page: ReportPage, qtbot: QtBot
) -> None:
    passages = page.passages
    section = "key_days"  # of which the sample says nothing
    passages.section.show_value(section)
    passages.section.edited.emit()
    qtbot.keyClicks(passages.text, "Ordinary words.")
    passages.text.visit.settle()
    qtbot.keyClicks(passages.note, "Ask the chair about zebras.")
    passages.note.visit.settle()
    settle(page, qtbot)
    (written,) = page.session.record.where(Passage, section=section)
    assert (written.text, written.note) == ("Ordinary words.", "Ask the chair about zebras.")
    assert "zebras" not in page.view.toPlainText()
    write_passage(page.session.record, section, "Other words.")
    assert page.session.record.where(Passage, section=section)[0].note == written.note


def test_the_sections_are_those_of_the_chosen_document(page: ReportPage, qtbot: QtBot) -> None:
    before = page.passages.section.count()
    choose_output(page, qtbot, "briefing")
    offered = [page.passages.section.itemText(at) for at in range(page.passages.section.count())]
    assert len(offered) != before
    plan = OUTPUTS["briefing"].plan(page.passages._plan())
    assert offered == [section.title for section in plan.sections]


def test_why_it_was_ruled_so_is_kept_and_the_next_question_has_its_own(
    page: ReportPage, qtbot: QtBot
) -> None:
    plant(page, qtbot, "It was all in the Zephyrine Ledger then.")
    qtbot.keyClicks(page.queue.reason, "A book of prayers")
    page.queue.answer("o")
    settle(page, qtbot)
    (made,) = [one for one in page.session.record.all(Ruling) if one.words == "Zephyrine Ledger"]
    assert made.reason == "A book of prayers"
    assert page.queue.reason.text() == ""


def test_readers_of_the_authors_own_that_cannot_be_used_are_said_beside_the_others(
    page: ReportPage, qtbot: QtBot
) -> None:
    assert not page.unusable.isVisible()
    own_folder().mkdir(parents=True)
    (own_folder() / "coroner.json").write_text('{"label": "C", "date": "never"}', encoding="utf-8")
    page.refresh()
    settle(page, qtbot)
    assert page.unusable.isVisible()
    assert page.unusable.text().startswith("Not among the readers:\n")
    assert "coroner.json" in page.unusable.text()
    (own_folder() / "coroner.json").unlink()
    page.refresh()
    settle(page, qtbot)
    assert not page.unusable.isVisible()
