"""Every part of disclosure is reached from anywhere by its words."""

from __future__ import annotations

from ui.shell.window import MainWindow


def test_every_part_is_reached_by_its_command(working: MainWindow) -> None:
    offered = {each.id: each.text for each in working.commands.usable()}
    parts = {name: text for name, text in offered.items() if name.startswith("disclosure.")}
    assert len(parts) == 5
    for command, tab in parts.items():
        working.show_page("Overview")
        working.commands.action(command).trigger()
        page = working.workspace.page
        assert working.workspace.shown == "Disclosure"
        assert page.tabs.tabText(page.tabs.currentIndex()) == tab


def test_the_register_is_completed_from_the_page_of_people(working: MainWindow) -> None:
    working.show_page("People")
    working.workspace.page.complete_button.click()
    assert working.workspace.shown == "Disclosure"
