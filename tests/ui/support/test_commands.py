"""Commands: each once, its keys its own, at rest where it would do nothing."""

from __future__ import annotations

import pytest

from ui.shell.window import MainWindow
from ui.support.commands import Command, Commands


def test_two_commands_cannot_have_the_same_keys(commands: Commands) -> None:
    commands.add(Command("one", "One", "Ctrl+T; Ctrl+U"))
    with pytest.raises(ValueError, match="the same keys"):
        commands.add(Command("two", "Two", "Ctrl+U"))


def test_two_commands_cannot_have_the_same_id(commands: Commands) -> None:
    commands.add(Command("one", "One"))
    with pytest.raises(ValueError, match="two commands one"):
        commands.add(Command("one", "Another"))


def test_a_command_runs_without_what_qt_would_hand_it(commands: Commands) -> None:
    ran: list[str] = []
    commands.add(Command("one", "One", run=lambda: ran.append("one"))).trigger()
    assert ran == ["one"]


def test_a_pages_command_works_on_its_page_alone(commands: Commands) -> None:
    action = commands.add(Command("one", "One", page="People"))
    assert not action.isEnabled()
    commands.show_page("People")
    assert action.isEnabled()
    commands.show_page("Report")
    assert not action.isEnabled()


def test_without_a_review_only_what_always_works_does(commands: Commands) -> None:
    commands.add(Command("one", "One"))
    commands.add(Command("two", "Two", always=True))
    commands.show_open(False)
    assert [command.id for command in commands.usable()] == ["two"]


def test_a_pages_commands_go_when_the_review_does(commands: Commands) -> None:
    commands.add(Command("one", "One", "Ctrl+T", page="People"))
    commands.drop_pages()
    assert commands.all() == ()
    commands.add(Command("one", "One", "Ctrl+T", page="People"))


def test_every_command_of_the_window_has_words_and_keys_of_its_own(working: MainWindow) -> None:
    for number in range(4):
        working.show_page(("Overview", "People", "Agencies", "Chronology")[number])
    all_commands = working.commands.all()
    keys = [keys.toString() for command in all_commands for keys in command.sequences]
    assert len(keys) == len(set(keys))
    assert len(all_commands) > 30
    assert all(command.text for command in all_commands)
    words = [command.text.replace("&", "") for command in all_commands]
    assert len(words) == len(set(words)), "two commands that the palette cannot tell apart"
    assert not [key for key in keys if len(key) == 1], "no single letter is a shortcut"
