"""Putting a backup in the place of a review's file, after showing what differs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ui.shell.new_review import PlaceBox
from ui.shell.passphrase import PassphraseBox
from ui.shell.screen import Screen, row_of
from ui.support.background import Background
from ui.support.theme import look
from ui.widgets.field import ChoiceField, Field
from ui.widgets.headings import Quiet
from workbench.actions.safekeeping import (
    BackedUp,
    Backup,
    Held,
    backed_up,
    compare_backup,
    contents,
    list_backups,
    restore_backup,
)
from workbench.errors import WorkbenchError

_KEPT = "What is in the file now is kept, as a backup or beside the file, before it is replaced."
_NONE = "There is no backup of this file on this computer."
_NONE_AT_ALL = "There are no backups on this computer."


class RestoreScreen(Screen):
    """Lists the backups of one file, or of every review; compares, then restores."""

    left = Signal(str)  # with what was done, in a sentence
    failed = Signal(str)

    def __init__(self, path: Path | None, background: Background) -> None:
        """``path`` is the file, or None to choose among all reviews that have backups."""
        super().__init__("Restore a backup")
        self._path, self._background = path, background
        self.reviews, self.place = ChoiceField(), PlaceBox()
        self.backups, self.passphrase = ChoiceField(), PassphraseBox()
        self.file = Quiet(path.name if path else "")
        self.fields = (
            Field("&Review", self.reviews),
            Field("&Backup", self.backups),
            Field("&Where to put it", self.place),
            Field("Pa&ssphrase", self.passphrase, "The one that opened the review at that time."),
        )
        self.told = Quiet()
        for part in (self.file, Quiet(_KEPT), *self.fields, self.told):
            self.column.addWidget(part)
        for part in (self.fields[0], self.fields[2]):
            part.setVisible(path is None)
        self.file.setVisible(path is not None)
        self._add_buttons()
        self.reviews.edited.connect(self._choose_review)
        for each in (self.backups.edited, self.place.line.textEdited):
            each.connect(lambda *_: self.restore_button.setEnabled(False))
        self._list()

    def _add_buttons(self) -> None:
        self.compare_button = QPushButton("Compare it with the file")
        self.restore_button = QPushButton("Restore it")
        self.cancel_button = QPushButton("Cancel")
        look(self.compare_button, "main")
        self.column.addWidget(row_of(self.compare_button, self.restore_button, self.cancel_button))
        self.compare_button.clicked.connect(self._compare)
        self.restore_button.clicked.connect(self._restore)
        self.cancel_button.clicked.connect(lambda: self.left.emit(""))

    def _list(self) -> None:
        self.restore_button.setEnabled(False)
        if self._path is None:
            found = backed_up()
            self.reviews.offer([(each, name_of(each)) for each in found])
            self.told.setText("" if found else _NONE_AT_ALL)
            self._choose_review()
            return
        try:
            self._offer_backups(list_backups(self._path))
        except WorkbenchError as error:
            self._offer_backups(())
            self.told.setText(str(error))

    def _choose_review(self) -> None:
        chosen = self.reviews.value()
        self.place.line.setText(str(chosen.path or "") if chosen else "")
        self._offer_backups(chosen.backups if chosen else ())

    def _offer_backups(self, found: tuple[Backup, ...]) -> None:
        self.restore_button.setEnabled(False)
        self.backups.clear()
        self.backups.offer([(each.path, line_of(each)) for each in found])
        self.compare_button.setEnabled(bool(found))
        if self._path is not None and not found:
            self.told.setText(_NONE)

    def enter(self) -> None:
        """Put the focus where one begins."""
        (self.passphrase if self._path else self.reviews).setFocus()

    def forget(self) -> None:
        """Keep no passphrase that was typed, and nothing that was found with it."""
        self.passphrase.clear()
        self.restore_button.setEnabled(False)
        self.told.clear()

    def say(self, text: str) -> None:
        """Say how it went, and let the author go on."""
        self.card.setEnabled(True)
        self.told.setText(text)
        self.show_whole(self.told)

    @property
    def target(self) -> Path | None:
        """Where the backup is to be put."""
        return self._path or self.place.path()

    def _asked(self) -> tuple[Path, Path, str] | None:
        target = self.target
        self.fields[2].show_error("" if target else "Say where to put the file.")
        if target is None:
            return None
        self.card.setEnabled(False)
        return self.backups.value(), target, self.passphrase.text()

    def _compare(self) -> None:
        asked = self._asked()
        if asked is not None:
            self.told.setText("Comparing…")
            self._background.start(
                lambda: compare_backup(*asked),
                done=lambda told: self._offer("\n".join(told)),
                failed=lambda error: self._offer(str(error)),
                broke=lambda: self.say(""),
            )

    def _offer(self, text: str) -> None:
        # Also when comparing failed: a damaged file is what backups are for, and restoring
        # opens the backup with this passphrase before it touches anything.
        self.say(text)
        self.restore_button.setEnabled(True)

    def _restore(self) -> None:
        asked, name = self._asked(), self.backups.currentText()
        if asked is not None:
            self.told.setText("Restoring…")
            self._background.start(
                lambda: restore_backup(*asked),
                done=lambda held: self.left.emit(restored(asked[1].name, name, held)),
                failed=lambda error: self.failed.emit(str(error)),
                broke=lambda: self.say(""),
            )


def name_of(review: BackedUp) -> str:
    """What a review with backups is called: by its file's name, where that is known."""
    number = len(review.backups)
    kept = "1 backup" if number == 1 else f"{number} backups"
    latest = review.backups[0].at.astimezone()
    name = review.path.name if review.path else "A review whose file is not in the list of files"
    return f"{name}: {kept}, the last of {latest.day} {latest:%B %Y}"


def line_of(backup: Backup) -> str:
    """When a backup was made, and its size."""
    at = backup.at.astimezone()
    size = backup.path.stat().st_size / 1_000_000
    return f"{at.day} {at:%B %Y at %H:%M:%S}, {size:.1f} MB"


def restored(name: str, backup: str, held: Held) -> str:
    """What was done, in a sentence."""
    made = backup.rpartition(",")[0]
    return (
        f"{name} is restored from the backup of {made}, and was read again. {contents(held)} "
        "What it replaced is kept."
    )
