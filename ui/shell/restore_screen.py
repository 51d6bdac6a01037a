"""Putting a backup in the place of a review's file, after showing what differs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from ui.shell.page_entries import FOUND
from ui.shell.passphrase import PassphraseBox
from ui.shell.screen import Screen
from ui.support.background import Background
from ui.support.theme import look
from ui.widgets.field import ChoiceField, Field
from ui.widgets.headings import Quiet
from workbench.actions.safekeeping import (
    Backup,
    Held,
    compare_backup,
    list_backups,
    restore_backup,
)
from workbench.errors import WorkbenchError

_KEPT = "What is in the file now is kept, as a backup or beside the file, before it is replaced."
_NONE = "There is no backup of this file on this computer."


class RestoreScreen(Screen):
    """Lists the backups of one file; compares, then restores."""

    left = Signal(str)  # with what was done, in a sentence

    def __init__(self, path: Path, background: Background) -> None:
        super().__init__("Restore a backup")
        self._path, self._background = path, background
        self.column.addWidget(Quiet(path.name))
        self.column.addWidget(Quiet(_KEPT))
        self.backups, self.passphrase = ChoiceField(), PassphraseBox()
        self.fields = (Field("&Backup", self.backups), Field("Pa&ssphrase", self.passphrase))
        for field in self.fields:
            self.column.addWidget(field)
        self.told = Quiet()
        self.column.addWidget(self.told)
        self.compare_button = QPushButton("Compare it with the file")
        self.restore_button = QPushButton("Restore it")
        self.cancel_button = QPushButton("Cancel")
        look(self.compare_button, "main")
        buttons = QHBoxLayout()
        for button in (self.compare_button, self.restore_button, self.cancel_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.compare_button.clicked.connect(self._compare)
        self.restore_button.clicked.connect(self._restore)
        self.cancel_button.clicked.connect(lambda: self.left.emit(""))
        self.backups.edited.connect(lambda: self.restore_button.setEnabled(False))
        self._list()

    def _list(self) -> None:
        self.restore_button.setEnabled(False)
        try:
            found = list_backups(self._path)
        except WorkbenchError as error:
            found = ()
            self.told.setText(str(error))
        else:
            self.told.setText("" if found else _NONE)
        self.backups.offer([(each.path, line_of(each)) for each in found])
        self.compare_button.setEnabled(bool(found))

    def say(self, text: str) -> None:
        """Say how it went, and let the author go on."""
        self.card.setEnabled(True)
        self.told.setText(text)

    def _compare(self) -> None:
        backup, words = self.backups.value(), self.passphrase.text()
        self.card.setEnabled(False)
        self._background.start(
            lambda: compare_backup(backup, self._path, words),
            done=lambda held: self._offer(differences(*held)),
            failed=lambda error: self._offer(str(error)),
            broke=lambda: self.say(""),
        )

    def _offer(self, text: str) -> None:
        # Also when comparing failed: a damaged file is what backups are for, and restoring
        # opens the backup with this passphrase before it touches anything.
        self.say(text)
        self.restore_button.setEnabled(True)

    def _restore(self) -> None:
        backup, words = self.backups.value(), self.passphrase.text()
        self.card.setEnabled(False)
        self._background.start(
            lambda: restore_backup(backup, self._path, words),
            done=lambda _: self.left.emit("The backup is restored. What it replaced is kept."),
            failed=lambda error: self.say(str(error)),
            broke=lambda: self.say(""),
        )


def line_of(backup: Backup) -> str:
    """When a backup was made, and its size."""
    at = backup.at.astimezone()
    size = backup.path.stat().st_size / 1_000_000
    return f"{at.day} {at:%B %Y at %H:%M:%S}, {size:.1f} MB"


def differences(backup: Held, now: Held) -> str:
    """How the backup differs from the file, in numbers."""
    lines = [
        f"{FOUND[kind].word}: {number:,} in the backup, {now.counts[kind]:,} in the file now."
        for kind, number in backup.counts.items()
        if kind in FOUND and number != now.counts[kind]
    ]
    steps = now.transactions - backup.transactions
    if steps > 0:
        lines.append(f"The file has {steps:,} later changes.")
    return "\n".join(lines) or "Both hold the same numbers of everything."
