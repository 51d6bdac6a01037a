"""The settings of this computer, each with what it does. A change is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from ui.shell.folder_box import FolderBox
from ui.shell.screen import Screen, row_of
from ui.support.lazy import load
from ui.support.look import SIZES, Look
from ui.support.theme import look
from ui.widgets.field import CheckField, ChoiceField, Field, LineField
from ui.widgets.headings import Quiet
from workbench.actions import recent
from workbench.settings import Settings

_MINUTES = (1, 2, 5, 10, 15, 20, 30, 60)
_KEPT = (5, 10, 20, 50, 100)
_LIGHTS = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))
_ABOUT = {each.name: str(each.metadata["about"]) for each in fields(Settings)}


class SettingsScreen(Screen):
    """Every setting that a person would change. Nothing of a review is in them."""

    left = Signal()

    def __init__(self, appearance: Look, lock_after: Callable[[int], object]) -> None:
        """``lock_after`` has a new idle time take effect, and keeps it."""
        super().__init__("Settings")
        self._look, self._lock_after = appearance, lock_after
        now = appearance.settings
        self.author = LineField()
        self.author.show_value(now.author)
        self.lock = choice([(each, _minutes(each)) for each in _MINUTES], now.lock_after, _minutes)
        self.text_size = choice([(each, f"{each} %") for each in SIZES], now.text_size, _percent)
        self.light = choice(_LIGHTS, now.light, str)
        self.backups = FolderBox(_path(now.backup_folder), "Choose a folder for backups")
        self.kept = choice([(each, str(each)) for each in _KEPT], now.backups_kept, str)
        self.room = choice([("", "The first that is not yours"), *_screens()], now.room_screen, str)
        self.recent = CheckField("List the files &opened last on the first screen")
        self.recent.show_value(now.remember_recent)
        self.fields = {
            "author": Field("&Your name", self.author, _ABOUT["author"]),
            "lock_after": Field("&Lock after", self.lock, _ABOUT["lock_after"]),
            "text_size": Field("&Text size", self.text_size),
            "light": Field("Light or &dark", self.light),
            "backup_folder": Field("Folder for &backups", self.backups, _ABOUT["backup_folder"]),
            "backups_kept": Field("Latest backups &kept", self.kept, _KEPT_TOO),
            "room_screen": Field("The room’s &screen", self.room, _ABOUT["room_screen"]),
            "remember_recent": Field("", self.recent, name="List the files opened last"),
        }
        for field in self.fields.values():
            self.column.addWidget(field)
        self.told = Quiet()
        self.told.hide()
        self.column.addWidget(self.told)
        self.done_button = QPushButton("Done")
        look(self.done_button, "main")
        self.column.addWidget(row_of(self.done_button))
        self._connect()

    def _connect(self) -> None:
        keep = self._look.change
        self.done_button.clicked.connect(self._leave)
        self.author.edited.connect(lambda: keep(author=self.author.value()))
        self.lock.edited.connect(lambda: self._lock_after(self.lock.value()))
        self.text_size.edited.connect(lambda: keep(text_size=self.text_size.value()))
        self.light.edited.connect(lambda: keep(light=self.light.value()))
        self.kept.edited.connect(lambda: keep(backups_kept=self.kept.value()))
        self.room.edited.connect(lambda: keep(room_screen=self.room.value()))
        self.recent.edited.connect(self._list_or_not)
        self.backups.edited.connect(self._keep_folder)

    def enter(self) -> None:
        """Put the focus where one begins."""
        self.author.setFocus()

    def say(self, text: str) -> None:
        """Show a sentence."""
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _leave(self) -> None:
        self.author.visit.settle()
        self.left.emit()

    def _list_or_not(self) -> None:
        self._look.change(remember_recent=self.recent.value())
        if not self.recent.value():
            recent.forget_all()

    def _keep_folder(self) -> None:
        folder = self.backups.folder()
        wrong = "" if folder is None or folder.is_dir() else "Choose a folder that is there."
        self.fields["backup_folder"].show_error(wrong)
        if not wrong:
            self._look.change(backup_folder=str(folder.absolute()) if folder else "")


_KEPT_TOO = "Besides these, one a day is kept for two weeks and one a week for eight."


def choice(
    offered: Sequence[tuple[Any, str]], value: Any, said: Callable[[Any], str]
) -> ChoiceField:
    """A choice among these, and what is kept now if that is something else."""
    made = ChoiceField()
    others = [] if value in [each for each, _ in offered] else [(value, said(value))]
    made.offer([*offered, *others])
    made.show_value(value)
    return made


def _screens() -> list[tuple[str, str]]:
    """The screens that are there now, by what makes each the same one tomorrow."""
    identity = load("ui.panel.screens", "identity")
    return [(identity(each), each.model() or each.name()) for each in QGuiApplication.screens()]


def _minutes(number: int) -> str:
    return "1 minute" if number == 1 else f"{number} minutes"


def _percent(number: int) -> str:
    return f"{number} %"


def _path(kept: str) -> Path | None:
    return Path(kept) if kept else None
