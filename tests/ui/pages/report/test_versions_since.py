"""A document with what changed since a version, written from the window."""

from __future__ import annotations

from pathlib import Path

import docx
from pytestqt.qtbot import QtBot

from tests.ui.pages.report.test_precautions import settle
from tests.ui.pages.report.test_template_places import page as page  # the page, used as a fixture
from ui.pages.report.page import ReportPage
from workbench.actions.set_up import passage_of, write_passage
from workbench.actions.versions import name_version


def test_there_is_nothing_to_choose_while_no_version_has_a_name(page: ReportPage) -> None:
    assert not page.since.isVisible()
    assert page.since.between() is None


def test_changes_since_a_version_are_written_and_the_next_document_is_plain_again(
    page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    session = page.session
    session.run(lambda record: name_version(record, "Panel 1"))
    written = passage_of(session.record, "introduction")
    assert written is not None
    session.run(
        lambda record: write_passage(record, "introduction", f"{written.text}\n\nThis is new here.")
    )
    page.refresh()
    settle(page, qtbot)
    assert page.since.isVisible()
    version = page.since.version
    version.show_value(version.itemData(1))
    page.write_report(tmp_path / "changes.docx")
    settle(page, qtbot)
    body = docx.Document(str(tmp_path / "changes.docx")).paragraphs
    new = next(one for one in body if "This is new here." in one.text)
    assert all(run.font.underline for run in new.runs if run.text.strip())
    assert any("Panel 1" in one.text for one in body)
