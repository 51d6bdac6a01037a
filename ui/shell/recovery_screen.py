"""The recovery key: made, shown once to be printed, and typed back to see that it is right."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from ui.shell.screen import Screen, row_of
from ui.support.lazy import load
from ui.support.session import Session
from ui.support.theme import em, look
from ui.widgets.field import Field
from ui.widgets.headings import Quiet
from workbench.actions.safekeeping import check_recovery_key
from workbench.errors import BadInput

SENTENCE = "I understand there is no other way in"
_WHY = (
    "If the passphrase is ever forgotten, this key alone opens the review. Print it, and keep the "
    "sheet locked away from the laptop. It is shown this once."
)
_AGAIN = " A key that was made for this review earlier stops working."


class RecoveryScreen(Screen):
    """Makes a recovery key when asked to; left by typing it back, or by the sentence."""

    left = Signal()
    answered = Signal()  # the key was typed back, or declined in so many words

    def __init__(self, session: Session, *, fresh: bool) -> None:
        """``fresh`` when the review was only just made, and so has no key yet."""
        super().__init__("Recovery key")
        self._session, self._fresh, self._key = session, fresh, ""
        self.column.addWidget(Quiet(_WHY if fresh else _WHY + _AGAIN))
        self.make_button, self.cancel_button = QPushButton("Make the key"), QPushButton("Cancel")
        look(self.make_button, "main")
        self.making = row_of(self.make_button, self.cancel_button)
        self.cancel_button.setVisible(not fresh)
        self.key_label = QLabel()
        self.key_label.setMargin(em(self, 0.5))
        self.key_label.setTextFormat(Qt.TextFormat.PlainText)
        self.key_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.key_label.setAccessibleName("The recovery key")
        look(self.key_label, "notice")
        self.print_button, self.save_button = QPushButton("Print…"), QPushButton("Save as text…")
        self.keeping = row_of(self.print_button, self.save_button)
        self.told = Quiet()
        self.back = Field(
            "&Type the key back", QLineEdit(), "From the sheet, so that you know it can be read."
        )
        self.check_button = QPushButton("Check the key")
        self.checking = row_of(self.check_button)
        self.sentence = Field("&Or go on without it", QLineEdit(), f"Type: {SENTENCE}")
        self.skip_button = QPushButton("Go on without a checked key")
        self.skipping = row_of(self.skip_button)
        for part in (self.making, self.key_label, self.keeping, self.told, self.back,
                     self.checking, self.sentence, self.skipping):  # fmt: skip
            self.column.addWidget(part)
        self._connect()
        self._show_parts()

    def _connect(self) -> None:
        self.make_button.clicked.connect(self._make)
        self.cancel_button.clicked.connect(self.left)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._ask_where)
        self.check_button.clicked.connect(self._check)
        self.skip_button.clicked.connect(self._skip)
        for field, act in ((self.back, self._check), (self.sentence, self._skip)):
            line = field.control
            assert isinstance(line, QLineEdit)  # noqa: S101 # made above
            line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
            line.returnPressed.connect(act)

    def _show_parts(self) -> None:
        shown = bool(self._key)
        self.making.setVisible(not shown)
        for part in (self.key_label, self.keeping, self.told, self.back, self.checking):
            part.setVisible(shown)
        for part in (self.sentence, self.skipping):
            part.setVisible(shown or self._fresh)

    def enter(self) -> None:
        """Put the focus where one begins."""
        self.make_button.setFocus()

    def say(self, text: str) -> None:
        """Show a sentence about what was asked for last."""
        self.told.setText(text)
        self.told.setVisible(bool(text))
        self.card.setEnabled(True)

    def _make(self) -> None:
        self.card.setEnabled(False)  # the key that comes must not miss its screen
        self._session.ask(
            lambda review: review.keys.add_recovery_key(),
            done=self.show_key,
            failed=lambda error: self.say(str(error)),
        )

    def show_key(self, key: str) -> None:
        """Show this key, to be kept and typed back."""
        self._key = key
        groups = key.split("-")
        rows = (" ".join(groups[start : start + 3]) for start in (0, 3, 6))
        self.key_label.setText("\n".join(rows))
        self._show_parts()
        self.say("")
        self.print_button.setFocus()

    # Keeping it

    @property
    def sheet(self) -> str:
        """What is printed or saved. It does not name the review's title or anyone in it."""
        name = self._session.record.path.name
        return (
            f"Recovery key\n\n{self.key_label.text()}\n\nFor the file {name}. Whoever has this "
            "key and the file can read the review. Type the key where the passphrase is asked for."
        )

    def _print(self) -> None:
        printer = load("PySide6.QtPrintSupport", "QPrinter")()
        dialog = load("PySide6.QtPrintSupport", "QPrintDialog")(printer, self)
        if dialog.exec():
            self.print_on(printer)

    def print_on(self, printer: object) -> None:
        """Print the sheet."""
        paper = QTextDocument()
        lines = escape(self.sheet).replace("\n", "<br>")
        paper.setHtml(f"<p style='font-size: 16pt'>{lines}</p>")
        paper.print_(printer)  # type: ignore[arg-type] # a QPrinter, loaded when it is wanted
        self.say("The sheet was sent to the printer.")

    def _ask_where(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, "Save the recovery key", "recovery key.txt", "Text (*.txt)"
        )
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write the sheet to a file, which anyone who finds it can read."""
        try:
            path.write_text(self.sheet + "\n", encoding="utf-8")
            path.chmod(0o600)
        except OSError:
            self.say("The key could not be written there. Choose another place, or print it.")
            return
        self.say(f"Saved as {path.name}. Anyone can read it: move it away from this computer.")

    # Leaving

    def _check(self) -> None:
        try:
            check_recovery_key(self._key, self._typed(self.back))
        except BadInput as error:
            self.back.show_error(str(error))
            self.back.control.setFocus()
            return
        self.answered.emit()
        self.left.emit()

    def _skip(self) -> None:
        said = " ".join(self._typed(self.sentence).split()).rstrip(".")
        if said.casefold() == SENTENCE.casefold():
            self.answered.emit()
            self.left.emit()
            return
        self.sentence.show_error(f"To go on without a checked key, type: {SENTENCE}")
        self.sentence.control.setFocus()

    @staticmethod
    def _typed(field: Field) -> str:
        return str(field.control.property("text"))
