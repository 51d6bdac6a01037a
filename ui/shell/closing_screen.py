"""Closing a review for good: what to keep, and then no way back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton

from ui.shell.folder_box import FolderBox
from ui.shell.passphrase import PassphraseBox
from ui.shell.screen import Screen, row_of
from ui.support.background import Background
from ui.support.theme import look
from ui.widgets.field import CheckField, Field
from ui.widgets.headings import Quiet, SectionTitle
from ui.widgets.tick_list import TickList
from workbench.actions.closing import OUTPUTS, Closed, Wanted, close_for_good
from workbench.disclosure.audiences import audience
from workbench.strength import strength

_WHY = (
    "Everything that must be kept is exported first, read again, and found whole. Then the keys "
    "are destroyed, in the file and in every backup on this computer, and the files are deleted. "
    "This cannot be undone: without an archive nobody will ever read this review again."
)
_WORKING = "Exporting, and reading what was exported again. Do not turn the computer off…"
_USUAL = "overview:published"


class ClosingScreen(Screen):
    """Asks what is to be kept, for the file's name and for its passphrase."""

    left = Signal()
    closed = Signal(Closed)
    failed = Signal(str)

    def __init__(self, path: Path, background: Background, author: str) -> None:
        super().__init__("Close this review for good")
        self._path, self._background, self._author = path, background, author
        self.folder = FolderBox(path.parent, "Where to keep what is exported")
        self.reports = TickList(lines=5)
        self.reports.offer(_reports())
        self.reports.show_value((_USUAL,))
        self.archive = CheckField("The whole record, encrypted, for the board’s &archive")
        self.archive_words, self.archive_again = PassphraseBox(), PassphraseBox()
        self.log = CheckField("The &log of what left, in counts and kinds")
        self.journal = CheckField("The &journal: who changed what, and when")
        for ticked in (self.archive, self.log, self.journal):
            ticked.show_value(True)
        self.confirm, self.passphrase = QLineEdit(), PassphraseBox()
        self.strength, self.told = Quiet(), Quiet()
        self.fields: Mapping[str, Field] = {
            "folder": Field("&Folder for what is kept", self.folder),
            "reports": Field("&Reports", self.reports, "Each goes through the gate again."),
            "words": Field("A passphrase for the arc&hive", self.archive_words,
                           "Not the one that you use. Give it to the board, not by the same post."),
            "again": Field("The same passphrase a&gain", self.archive_again),
            "confirm": Field("To go on, &type the file’s name", self.confirm, f"It is {path.name}"),
            "passphrase": Field("&Passphrase of this review", self.passphrase),
        }  # fmt: skip
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        fields = self.fields
        fields["words"].add_below(self.strength)
        for part in (
            Quiet(_WHY), fields["folder"], SectionTitle("What is kept"), fields["reports"],
            self.log, self.journal, self.archive, fields["words"], fields["again"],
            SectionTitle("Then everything else is destroyed"), fields["confirm"],
            fields["passphrase"], self.told,
        ):  # fmt: skip
            self.column.addWidget(part)
        self.close_button = QPushButton("Export, then destroy")
        self.cancel_button = QPushButton("Cancel")
        look(self.close_button, "main")
        self.column.addWidget(row_of(self.close_button, self.cancel_button))

    def _connect(self) -> None:
        self.close_button.clicked.connect(self._close)
        self.cancel_button.clicked.connect(self.left)
        self.archive.toggled.connect(self._show_archive)
        self.archive_words.typed.connect(
            lambda: self.strength.setText(strength(self.archive_words.text()).words)
        )

    def _show_archive(self, wanted: bool) -> None:
        for name in ("words", "again"):
            self.fields[name].setVisible(wanted)

    def enter(self) -> None:
        """Put the focus where one begins."""
        self.folder.setFocus()

    def forget(self) -> None:
        """Keep no passphrase that was typed."""
        for box in (self.archive_words, self.archive_again, self.passphrase):
            box.clear()

    def say(self, text: str) -> None:
        """Say why it was not closed, and let the author go on."""
        self.card.setEnabled(True)
        self.told.setText(text)
        self.show_whole(self.told)

    def _missing(self) -> dict[str, str]:
        """What is still wrong, by field."""
        wrong = {}
        folder = self.folder.folder()
        if folder is None or not folder.is_dir():
            wrong["folder"] = "Choose a folder that is there."
        if self.archive.value():
            if not strength(self.archive_words.text()).enough:
                wrong["words"] = "Choose a stronger passphrase: four or more unrelated words."
            elif self.archive_words.text() == self.passphrase.text():
                wrong["words"] = "Choose another passphrase than the review’s own."
            if self.archive_again.text() != self.archive_words.text():
                wrong["again"] = "The two differ. Type the second one again."
        if self.confirm.text().strip() != self._path.name:
            wrong["confirm"] = f"Type {self._path.name} to go on."
        if not self.passphrase.text():
            wrong |= {"passphrase": "Type the passphrase of this review."}
        return wrong

    def wanted(self) -> Wanted:
        """What is to be kept."""
        folder = self.folder.folder() or self._path.parent
        pairs = (each.partition(":") for each in self.reports.value())
        return Wanted(
            folder=folder,
            certificate=folder / f"{self._path.stem}, certificate of destruction.txt",
            reports=tuple((output, readers) for output, _, readers in pairs),
            archive_passphrase=self.archive_words.text() if self.archive.value() else "",
            log=self.log.value(),
            journal=self.journal.value(),
        )

    def _close(self) -> None:
        if self.show_faults(self.fields, self._missing()):
            return
        wanted, words = self.wanted(), self.passphrase.text()
        self.card.setEnabled(False)
        self.told.setText(_WORKING)
        self.show_whole(self.told)
        self._background.start(
            lambda: close_for_good(self._path, words, wanted, author=self._author),
            done=self.closed.emit,
            failed=lambda error: self.failed.emit(str(error)),
            broke=lambda: self.say(""),
        )


class ClosedScreen(Screen):
    """Says what became of a review that was closed for good."""

    left = Signal()

    def __init__(self, name: str, closed: Closed) -> None:
        super().__init__("This review is closed")
        self.told = Quiet(_outcome(name, closed))
        self.where = QLineEdit(str(closed.certificate))
        self.where.setReadOnly(True)
        self.column.addWidget(self.told)
        self.column.addWidget(Field("The &certificate of destruction", self.where))
        for each in closed.kept:
            self.column.addWidget(Quiet(f"Kept: {each.what}."))
        for one in closed.left:
            line = Quiet(f"Not destroyed: {one.what}: {one.trouble}")
            look(line, "error")
            self.column.addWidget(line)
        self.done_button = QPushButton("Done")
        look(self.done_button, "main")
        self.done_button.clicked.connect(self.left)
        self.column.addWidget(row_of(self.done_button))

    def enter(self) -> None:
        """Put the focus where one begins."""
        self.done_button.setFocus()

    def forget(self) -> None:
        """It shows nothing that need be forgotten."""

    def say(self, text: str) -> None:
        """Show a sentence in place of what became of it."""
        self.told.setText(text)


def _reports() -> list[tuple[str, str]]:
    """What can be kept of the review, by output and audience, as its author reads it."""
    return [
        (f"{name}:{one.readers}", f"{one.document.capitalize()}, for: {_readers(one.readers)}")
        for name, one in OUTPUTS.items()
        if not one.about
    ]


def _readers(name: str) -> str:
    label = audience(name).label
    return label[:1].lower() + label[1:]


def _outcome(name: str, closed: Closed) -> str:
    if closed.left:
        return (
            f"{name} no longer opens, but something could not be deleted. Delete it by hand, or "
            "start the workbench again to have it try once more."
        )
    return (
        f"{name} and its backups on this computer are destroyed. Copies elsewhere are not: on "
        "sticks, in mail, with a sync service. The certificate says what is claimed."
    )
