"""The settings screen: each change is kept at once, and takes effect."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tests.ui.test_accessible_names import nameless
from ui.panel.screens import Choice, identity
from ui.shell.settings_screen import SettingsScreen
from ui.shell.window import MainWindow
from workbench.actions.recent import recent_files, remember
from workbench.settings import load_settings


def settings(window: MainWindow) -> SettingsScreen:
    """The screen, wherever it is shown."""
    window.commands.action("file.settings").trigger()
    screen = window.over.screen or window.entrance.currentWidget()
    assert isinstance(screen, SettingsScreen)
    return screen


def pick(control: QWidget, value: object) -> None:
    """Choose a value as its author would."""
    control.show_value(value)  # type: ignore[attr-defined]
    control.edited.emit()  # type: ignore[attr-defined]


CHANGES = (
    ("text_size", 125, "text_size"),
    ("light", "dark", "light"),
    ("kept", 20, "backups_kept"),
    ("lock", 5, "lock_after"),
    ("recent", False, "remember_recent"),
    ("author", "Morgan Vale", "author"),
)


def test_a_change_is_kept_at_once(working: MainWindow) -> None:
    screen = settings(working)
    for control, value, setting in CHANGES:
        pick(getattr(screen, control), value)
        assert getattr(load_settings(), setting) == value


def test_the_idle_time_takes_effect_at_once(working: MainWindow) -> None:
    screen = settings(working)
    pick(screen.lock, 2)
    assert working.locking.idle.minutes == 2
    assert working.locking.label.text() == "Locks after 2 minutes without use"


def test_everything_on_it_has_a_name_and_done_goes_back_to_the_work(working: MainWindow) -> None:
    screen = settings(working)
    assert nameless(working) == []
    screen.done_button.click()
    assert working.stack.currentWidget() is working.workspace


def test_it_opens_without_a_review_too(window: MainWindow) -> None:
    screen = settings(window)
    assert nameless(window) == []
    screen.done_button.click()
    assert window.entrance.currentWidget() is window.entrance.welcome


def test_a_folder_for_backups_must_be_there(working: MainWindow, tmp_path: Path) -> None:
    screen = settings(working)
    screen.backups.line.setText(str(tmp_path / "nowhere"))
    screen.backups.edited.emit()
    assert "is there" in screen.fields["backup_folder"].error.text()
    assert load_settings().backup_folder == ""
    screen.backups.line.setText(str(tmp_path))
    screen.backups.edited.emit()
    assert screen.fields["backup_folder"].error.text() == ""
    assert load_settings().backup_folder == str(tmp_path)
    screen.backups.line.clear()
    screen.backups.edited.emit()
    assert load_settings().backup_folder == ""


def test_without_a_list_of_files_the_one_that_was_kept_is_deleted(window: MainWindow) -> None:
    remember(Path("/reviews/a.review"))
    pick(settings(window).recent, False)
    assert recent_files() == ()


def test_a_value_that_is_not_among_those_offered_is_shown_as_it_is(window: MainWindow) -> None:
    window._look.change(lock_after=7, text_size=113)
    screen = settings(window)
    assert (screen.lock.currentText(), screen.text_size.currentText()) == ("7 minutes", "113 %")


def test_the_room_s_screen_is_the_one_of_last_time_and_is_remembered(
    working: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    screen = QGuiApplication.primaryScreen()

    def choose(_screens: object, _author: object, remembered: str) -> Choice:
        asked.append(remembered)
        return Choice(screen)

    monkeypatch.setattr("ui.panel.present.room_screen", choose)
    working._look.change(room_screen="Maker/Model/1")
    working.present()
    assert asked == ["Maker/Model/1"]
    assert load_settings().room_screen == identity(screen)
    assert working.beside.panel is not None
    working.beside.panel.close()
