"""Every part of disclosure is reached from anywhere by its words."""

from __future__ import annotations

import pytest

from ui.shell.window import MainWindow


@pytest.mark.parametrize(
    ("command", "tab"),
    [
        ("disclosure.complete", "Complete the register"),
        ("disclosure.rulings", "Rulings"),
        ("disclosure.together", "What identifies together"),
        ("disclosure.log", "Disclosure log"),
        ("disclosure.key", "Key to the pseudonyms"),
    ],
)
def test_a_part_is_reached_by_its_command(working: MainWindow, command: str, tab: str) -> None:
    offered = {each.id: each.text for each in working.commands.usable()}
    assert offered[command] == tab
    working.commands.action(command).trigger()
    page = working.workspace.page
    assert working.workspace.shown == "Disclosure"
    assert page.tabs.tabText(page.tabs.currentIndex()) == tab


def test_the_register_is_completed_from_the_page_of_people(working: MainWindow) -> None:
    working.show_page("People")
    working.workspace.page.complete_button.click()
    assert working.workspace.shown == "Disclosure"
