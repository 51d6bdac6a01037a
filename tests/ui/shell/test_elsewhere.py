"""What a page can do is found with Ctrl+K from everywhere, before the page was ever shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.shell.test_find_anything import lines, typed
from ui.shell.elsewhere import page_commands
from ui.shell.page_entries import PAGES
from ui.shell.window import MainWindow


def test_a_command_of_a_page_never_shown_is_offered_and_goes_there(
    working: MainWindow, qtbot: QtBot
) -> None:
    assert working.workspace.shown == "Overview"
    palette = typed(working, qtbot, "people or places")
    assert lines(palette) == ["People or places, People"]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert working.workspace.shown == "People"
    assert working.workspace.page.tabs.currentIndex() == 1, "it was done there"
    palette = typed(working, qtbot, "people or places")
    assert len(lines(palette)) == 1, "the page's own, and no second"


def test_without_a_review_no_page_s_command_is_offered(window: MainWindow, qtbot: QtBot) -> None:
    palette = typed(window, qtbot, "people or places")
    assert lines(palette) == []


def test_the_words_known_beforehand_are_those_of_every_page(working: MainWindow) -> None:
    for page in PAGES:
        working.show_page(page.name)
    real = {
        (each.id, each.text.replace("&", ""), each.tip, each.page)
        for each in working.commands.all()
        if each.page
    }
    known = {(each.id, each.text, each.tip, each.page) for each in page_commands()}
    assert real == known
