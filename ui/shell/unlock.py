"""The unlock screen: the file's name, why it is locked, and the passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton

from ui.shell.passphrase import PassphraseBox
from ui.shell.screen import Screen
from ui.support.theme import look
from ui.widgets.field import Field
from ui.widgets.headings import Quiet


class UnlockScreen(Screen):
    """Asks for the passphrase of one file."""

    asked = Signal(Path, object, bool)  # the file, the passphrase or None, to read only
    left = Signal()
    restore_asked = Signal(Path)

    def __init__(self) -> None:
        super().__init__("Unlock the review")
        self._path: Path | None = None
        self.reason = Quiet()
        self.file = Quiet()
        self.passphrase = PassphraseBox()
        self.field = Field(
            "&Passphrase", self.passphrase, hint="Forgotten? Type the recovery key from its sheet."
        )
        self.unlock_button = QPushButton("Unlock")
        look(self.unlock_button, "main")
        self.other_button = QPushButton("Another review…")
        self.restore_button = QPushButton("Restore a backup…")
        self.keychain_button = QPushButton("Open with this computer's keychain")
        for button in (self.restore_button, self.keychain_button):
            look(button, "plain")
        self.keychain_button.hide()
        self.column.addWidget(self.reason)
        self.column.addWidget(self.file)
        self.read_only = QCheckBox("Open to &read only")
        self.read_only.setAccessibleName("Open to read only")
        self.column.addWidget(self.field)
        self.column.addWidget(self.read_only)
        buttons = QHBoxLayout()
        buttons.addWidget(self.unlock_button)
        buttons.addWidget(self.other_button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        for button in (self.keychain_button, self.restore_button):
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.passphrase.entered.connect(self._ask)
        self.passphrase.typed.connect(lambda: self.field.show_error(""))
        self.unlock_button.clicked.connect(self._ask)
        self.other_button.clicked.connect(self.left)
        self.restore_button.clicked.connect(self._ask_to_restore)
        self.keychain_button.clicked.connect(lambda: self._ask_by(None))

    def ask_for(self, path: Path, reason: str = "") -> None:
        """Ask for this file's passphrase; ``reason`` says why it was locked."""
        self._path = path
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.file.setText(path.name)
        self.passphrase.clear()
        self.keychain_button.hide()
        self.read_only.setChecked(False)
        self.field.show_error("")
        self.busy(False)

    def forget(self) -> None:
        """Keep no passphrase that was typed."""
        self.passphrase.clear()

    def busy(self, unlocking: bool) -> None:
        """Say that the passphrase is being tried, which takes a moment on purpose."""
        self.unlock_button.setText("Unlocking…" if unlocking else "Unlock")
        self.unlock_button.setEnabled(not unlocking)
        self.keychain_button.setEnabled(not unlocking)
        self.passphrase.setEnabled(not unlocking)
        if not unlocking:
            self.passphrase.setFocus()

    def offer_keychain(self, path: Path, held: bool) -> None:
        """Offer this computer's keychain, if it was given a key for the file that is shown."""
        self.keychain_button.setVisible(held and path == self._path)

    def refuse(self, text: str) -> None:
        """Say why it did not open."""
        self.busy(False)
        self.field.show_error(text)
        self.passphrase.line.selectAll()

    def say(self, text: str) -> None:
        """Show a sentence that has nothing to do with the passphrase."""
        self.reason.setText(text)
        self.reason.setVisible(bool(text))

    def _ask_to_restore(self) -> None:
        if self._path is not None:
            self.restore_asked.emit(self._path)

    def _ask(self) -> None:
        if not self.passphrase.text():
            self.field.show_error("Type the passphrase of this review.")
            return
        self._ask_by(self.passphrase.text())

    def _ask_by(self, passphrase: str | None) -> None:
        if self._path is not None:
            self.busy(True)
            self.asked.emit(self._path, passphrase, self.read_only.isChecked())
