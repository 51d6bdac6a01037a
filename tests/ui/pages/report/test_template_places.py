"""The places of a board's template, seen and corrected in the window before anything is written."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages.report.test_precautions import settle
from ui.pages.report.page import ReportPage
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.sample import make_sample


@pytest.fixture
def page(qtbot: QtBot, session: Session, commands: Commands) -> ReportPage:
    session.run(lambda review: make_sample(review, "adult"))
    page = ReportPage(session, commands)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    settle(page, qtbot)
    return page


@pytest.fixture
def template(tmp_path: Path) -> Path:
    document = docx.Document()
    for title in ("Introduction", "Method", "Story so far", "Findings", "Recommendations"):
        document.add_heading(title, 1)
        document.add_paragraph("[Insert text]")
    path = tmp_path / "board.docx"
    document.save(str(path))
    return path


def chosen(page: ReportPage, qtbot: QtBot, path: Path) -> None:
    page.use_template(path)
    qtbot.waitUntil(lambda: len(page.places.model.facts) == 5, timeout=10_000)


def there(page: ReportPage) -> dict[str, tuple[str, ...]]:
    return {one.id: one.sections for one in page.places.model.facts}


def test_each_place_is_listed_with_what_will_stand_there_and_how_it_begins(
    page: ReportPage, qtbot: QtBot, template: Path
) -> None:
    chosen(page, qtbot, template)
    assert there(page)["Introduction"][0] == "introduction"
    page.places.table.select_row(0)
    assert page.places.section.value() == "introduction"
    assert page.places.preview.text().startswith("It begins: ")


def test_a_correction_stands_in_the_list_and_in_the_finished_report(
    page: ReportPage, qtbot: QtBot, template: Path, tmp_path: Path
) -> None:
    chosen(page, qtbot, template)
    page.places.table.select_row(1)
    page.places.section.show_value("good_practice")
    page.places.section.edited.emit()
    qtbot.waitUntil(lambda: there(page)["Method"][:1] == ("good_practice",), timeout=10_000)
    assert "You decided this" in page.places.how.text()
    page.precautions.leave_out.show_value(True)
    out = tmp_path / "report.docx"
    page.write_report(out)
    settle(page, qtbot)
    said = [one.text for one in docx.Document(str(out)).paragraphs]
    assert said.index("Method") < said.index("Story so far")


def test_what_was_decided_can_be_forgotten(page: ReportPage, qtbot: QtBot, template: Path) -> None:
    chosen(page, qtbot, template)
    before = there(page)
    page.places.table.select_row(0)
    page.places.section.show_value(None)
    page.places.section.edited.emit()
    qtbot.waitUntil(lambda: there(page)["Introduction"] == (), timeout=10_000)
    page.places.forget_button.click()
    qtbot.waitUntil(lambda: there(page) == before, timeout=10_000)


def test_a_marked_copy_is_saved_from_the_window(
    page: ReportPage, qtbot: QtBot, template: Path, tmp_path: Path
) -> None:
    chosen(page, qtbot, template)
    page.places.save_marked(tmp_path / "marked.docx")
    assert len(list(docx.Document(str(tmp_path / "marked.docx")).comments)) >= 5
    assert "marked.docx" in page.places.said.text()


def test_without_a_template_there_is_nothing_to_correct(
    page: ReportPage, qtbot: QtBot, template: Path
) -> None:
    chosen(page, qtbot, template)
    page.use_template(None)
    assert page.places.model.facts == ()
    assert not page.places.section.isEnabled()


def test_writing_can_be_stopped_and_says_that_nothing_was_written(
    page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[str] = []
    page.write_button.stage.connect(told.append)
    page.write_report(tmp_path / "report.docx")
    page.write_button.stop()
    settle(page, qtbot)
    qtbot.waitUntil(lambda: "Nothing was written" in page.notice.text.text(), timeout=10_000)
    assert list(tmp_path.glob("*.docx")) == []
    page.write_report(tmp_path / "report.docx")
    settle(page, qtbot)
    assert (tmp_path / "report.docx").exists()
    assert told[-1].startswith("Putting it in place")
