"""An agency's Word paper: shown row by row, and added only when the author says so."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from pytestqt.qtbot import QtBot

from ui.pages.chronology.page import ChronologyPage
from ui.pages.chronology.paper_rows import Fate
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.agencies import add_agency
from workbench.model.agencies import Agency, Contribution
from workbench.model.chronology import Entry
from workbench.report.protection import protected
from workbench.review import Review

ROWS = (
    ("Date", "Event"),
    ("12 March 2017", "Missed paediatric appointment."),
    ("", ""),
    ("some time in spring?", "Neighbour reported shouting."),
    ("4 April 2017", "Home visit. Nobody in."),
)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A Word file with a table of four rows below its headings."""
    document = docx.Document()
    table = document.add_table(len(ROWS), 2)
    for row, cells in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    path = tmp_path / "police.docx"
    document.save(str(path))
    return path


@pytest.fixture
def page(session: Session, commands: Commands, qtbot: QtBot) -> ChronologyPage:
    """The page, shown."""
    page = ChronologyPage(session, commands)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.refresh()
    return page


def read(page: ChronologyPage, paper: Path, qtbot: QtBot, password: str = "") -> None:
    with qtbot.waitSignal(page.papers.shown):
        page.papers.read(paper, password)


def turned_away(page: ChronologyPage, paper: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.papers.left):
        page.papers.read(paper)


def test_every_row_of_the_paper_is_accounted_for(
    page: ChronologyPage, paper: Path, qtbot: QtBot
) -> None:
    read(page, paper, qtbot)
    preview = page.papers.preview
    assert preview.isVisible()
    preview.fate.show_value("Every row")
    preview.fate.edited.emit()
    rows = preview.model.facts
    assert [row.fate for row in rows] == [Fate.TAKEN, Fate.LEFT_OUT, Fate.ASKED, Fate.TAKEN]
    assert rows[1].note == "the row is empty"
    assert rows[0].understood == "12 March 2017"
    assert "4 rows below the headings: 3 to be taken in" in preview.summary.text()
    assert preview.accept_button.text() == "Take in 3 entries"


def test_rows_with_a_question_are_shown_first(
    page: ChronologyPage, paper: Path, qtbot: QtBot
) -> None:
    read(page, paper, qtbot)
    assert [row.written for row in page.papers.preview.model.facts] == ["some time in spring?"]
    assert page.papers.preview.words.value() == "Neighbour reported shouting."


def test_nothing_is_added_before_the_author_says_so(
    page: ChronologyPage, paper: Path, quick_review: Review, qtbot: QtBot
) -> None:
    read(page, paper, qtbot)
    page.papers.preview.accept_button.click()
    assert "Choose whose paper" in page.papers.preview.agency_field.error.text()
    page.papers.preview.cancel_button.click()
    assert page.frame.isVisible()
    assert quick_review.count(Entry) == 0
    assert page.papers.preview.words.value() == ""
    assert page.papers.preview.model.rowCount() == 0, "the paper's words are not kept"


def test_it_is_taken_in_as_one_step(
    page: ChronologyPage, paper: Path, quick_review: Review, session: Session, qtbot: QtBot
) -> None:
    police, _ = add_agency(quick_review, name="Wrenshire Police")
    read(page, paper, qtbot)
    page.papers.preview.agency.show_value(police.id)
    page.papers.preview.accept_button.click()
    entries = quick_review.entries()
    assert [entry.text for entry in entries][:2] == [ROWS[1][1], ROWS[4][1]]
    assert {entry.agency for entry in entries} == {police.id}
    assert quick_review.all(Contribution)[0].paper == "police.docx"
    assert page.notice.text.text() == "Took in 3 entries."
    page.notice.act.click()
    assert quick_review.count(Entry) == 0
    assert quick_review.count(Contribution) == 0


def test_an_agency_can_be_named_on_the_way(
    page: ChronologyPage, paper: Path, quick_review: Review, qtbot: QtBot
) -> None:
    for _ in range(2):
        read(page, paper, qtbot)
        qtbot.keyClicks(page.papers.preview.new_agency, "wrenshire police")
        page.papers.preview.accept_button.click()
    assert [agency.name for agency in quick_review.all(Agency)] == ["wrenshire police"]
    assert quick_review.count(Entry) == 6


def test_the_same_paper_a_second_time_is_noticed(
    page: ChronologyPage, paper: Path, qtbot: QtBot
) -> None:
    read(page, paper, qtbot)
    assert not page.papers.preview.warning.isVisible()
    qtbot.keyClicks(page.papers.preview.new_agency, "Police")
    page.papers.preview.accept_button.click()
    read(page, paper, qtbot)
    assert "taken in already" in page.papers.preview.warning.text()


def test_a_file_that_is_no_chronology_is_answered_with_a_sentence(
    page: ChronologyPage, tmp_path: Path, qtbot: QtBot
) -> None:
    document = docx.Document()
    document.add_paragraph("Only words.")
    empty = tmp_path / "letter.docx"
    document.save(str(empty))
    turned_away(page, empty, qtbot)
    assert "There is no table in letter.docx" in page.notice.text.text()
    assert page.frame.isVisible()
    turned_away(page, tmp_path / "gone.docx", qtbot)
    assert "gone.docx cannot be read" in page.notice.text.text()


def test_a_date_is_put_right_before_it_is_taken_in(
    page: ChronologyPage, paper: Path, quick_review: Review, qtbot: QtBot
) -> None:
    read(page, paper, qtbot)
    preview = page.papers.preview
    assert not preview.when.value().dated
    qtbot.keyClicks(preview.when.line, "April 2017")
    preview.when.line.visit.settle()
    assert preview.model.facts[0].fate is Fate.TAKEN
    assert preview.model.facts[0].understood == "April 2017"
    assert "with a date to check" not in preview.summary.text()
    preview.new_agency.setText("Police")
    preview.accept_button.click()
    entry = next(each for each in quick_review.entries() if "shouting" in each.text)
    assert (str(entry.when.start), entry.when.text) == ("2017-04-01", "some time in spring?")


def test_a_row_is_left_out_and_still_accounted_for(
    page: ChronologyPage, paper: Path, qtbot: QtBot
) -> None:
    read(page, paper, qtbot)
    preview = page.papers.preview
    preview.leave_out_button.click()
    assert preview.model.facts[0].note == "you left it out"
    assert not preview.leave_out_button.isEnabled()
    assert "2 to be taken in; 2 left out" in preview.summary.text()


def test_a_protected_paper_asks_for_its_password(
    page: ChronologyPage, paper: Path, qtbot: QtBot
) -> None:
    paper.write_bytes(protected(paper.read_bytes(), "three plain words"))
    asked = page.papers.password
    for typed, said in (("", "Give the password"), ("wrong one here", "not the password")):
        with qtbot.waitSignal(page.papers.wanted):
            if typed:
                qtbot.keyClicks(asked.line, typed)
                asked.open_button.click()
            else:
                page.papers.read(paper)
        assert asked.isVisible()
        assert said in asked.told.text()
        assert asked.line.text() == ""
    qtbot.keyClicks(asked.line, "three plain words")
    with qtbot.waitSignal(page.papers.shown):
        asked.open_button.click()
    assert page.papers.preview.isVisible()
    assert asked.line.text() == ""
