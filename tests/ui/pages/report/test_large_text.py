"""At twice the text size the page is read from top to bottom, and never sideways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from ui.shell.window import MainWindow
from workbench.actions.agencies import add_agency
from workbench.actions.versions import name_version
from workbench.report.outputs import OUTPUTS


@pytest.mark.parametrize("about", ["", "agency"])
def test_at_200_per_cent_the_page_does_not_scroll_sideways(
    working: MainWindow, qtbot: QtBot, about: str
) -> None:
    working.session.run(lambda record: add_agency(record, name="Harbour Trust for Adults"))
    working.session.run(lambda record: name_version(record, "As sent", note=""))
    working.resize(1280, 720)
    working.show_page("Report")
    working._look.change(text_size=200)
    page = working.workspace.page
    page.output.show_value(next(one.name for one in OUTPUTS.values() if one.about == about))
    page.refresh()
    seat = page.parentWidget().parentWidget()
    split = page.findChild(QSplitter)
    qtbot.waitUntil(lambda: page.settled and split.orientation() == Qt.Orientation.Vertical)
    assert page.about.isVisible() == bool(about)
    assert page.since.isVisible()
    assert seat.horizontalScrollBar().maximum() == 0
    for field in (page.output, page.audience, page.precautions.password, page.template_button):
        right = field.mapTo(page, field.rect().topRight()).x()
        assert right <= page.width(), field.accessibleName()
    working._look.change(text_size=100)
    qtbot.waitUntil(lambda: split.orientation() == Qt.Orientation.Horizontal)
    one, other = page.output, page.audience
    assert one.mapTo(page, one.rect().center()).y() == other.mapTo(page, other.rect().center()).y()
