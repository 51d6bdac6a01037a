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


def test_every_row_of_the_paper_is_accounted_for(page: ChronologyPage, paper: Path) -> None:
    page.papers.read(paper)
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


def test_rows_with_a_question_are_shown_first(page: ChronologyPage, paper: Path) -> None:
    page.papers.read(paper)
    assert [row.written for row in page.papers.preview.model.facts] == ["some time in spring?"]
    assert page.papers.preview.words.value() == "Neighbour reported shouting."


def test_nothing_is_added_before_the_author_says_so(
    page: ChronologyPage, paper: Path, quick_review: Review
) -> None:
    page.papers.read(paper)
    page.papers.preview.accept_button.click()
    assert "Choose whose paper" in page.papers.preview.agency_field.error.text()
    page.papers.preview.cancel_button.click()
    assert page.frame.isVisible()
    assert quick_review.count(Entry) == 0
    assert page.papers.preview.words.value() == ""
    assert page.papers.preview.model.rowCount() == 0, "the paper's words are not kept"


def test_it_is_taken_in_as_one_step(
    page: ChronologyPage, paper: Path, quick_review: Review, session: Session
) -> None:
    police, _ = add_agency(quick_review, name="Wrenshire Police")
    page.papers.read(paper)
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
        page.papers.read(paper)
        qtbot.keyClicks(page.papers.preview.new_agency, "wrenshire police")
        page.papers.preview.accept_button.click()
    assert [agency.name for agency in quick_review.all(Agency)] == ["wrenshire police"]
    assert quick_review.count(Entry) == 6


def test_the_same_paper_a_second_time_is_noticed(
    page: ChronologyPage, paper: Path, qtbot: QtBot
) -> None:
    page.papers.read(paper)
    assert not page.papers.preview.warning.isVisible()
    qtbot.keyClicks(page.papers.preview.new_agency, "Police")
    page.papers.preview.accept_button.click()
    page.papers.read(paper)
    assert "taken in already" in page.papers.preview.warning.text()


def test_a_file_that_is_no_chronology_is_answered_with_a_sentence(
    page: ChronologyPage, tmp_path: Path
) -> None:
    document = docx.Document()
    document.add_paragraph("Only words.")
    empty = tmp_path / "letter.docx"
    document.save(str(empty))
    page.papers.read(empty)
    assert "There is no table in letter.docx" in page.notice.text.text()
    assert page.frame.isVisible()
    page.papers.read(tmp_path / "gone.docx")
    assert "gone.docx cannot be read" in page.notice.text.text()
