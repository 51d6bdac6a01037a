"""A named version beside the list: its name, a note, and what can be done with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.support.session import Session
from ui.support.theme import em, look
from ui.widgets.field import Field, LineField, TextField
from ui.widgets.headings import Quiet, SectionTitle
from workbench.actions.versions import (
    check_passphrase,
    export_version,
    note_version,
    rename_version,
)
from workbench.model.versions import NamedVersion
from workbench.questions.history_words import moment_said
from workbench.review import Review

SAME = (
    "Writes what the review held then to a file of its own, encrypted, which the same passphrase "
    "opens. Type that passphrase to confirm that it is you."
)


class VersionForm(QWidget):
    """Edits one version's name and note."""

    compare_asked = Signal(object)  # NamedVersion
    told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.version: NamedVersion | None = None
        self.named = Quiet()
        self.name, self.note = LineField(), TextField(lines=3)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.compare_button = QPushButton("What changed since")
        self.export_button = QPushButton("Export this version…")
        look(self.compare_button, "main")
        self.name.edited.connect(self._rename)
        self.note.edited.connect(self._write_note)
        self.compare_button.clicked.connect(lambda: self.compare_asked.emit(self.version))
        self.export_button.clicked.connect(self.choose_file)
        session.settling.connect(self._settle)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.6))
        column.addWidget(self.named)
        self.name_field = Field("&Name", self.name)
        column.addWidget(self.name_field)
        column.addWidget(Field("N&ote", self.note))
        acts = QHBoxLayout()
        acts.addWidget(self.compare_button)
        acts.addStretch(1)
        column.addLayout(acts)
        column.addSpacing(em(self, 0.6))
        column.addWidget(SectionTitle("Export"))
        self.passphrase_field = Field("&Passphrase of this review", self.passphrase, SAME)
        column.addWidget(self.passphrase_field)
        row = QHBoxLayout()
        row.addWidget(self.export_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def show_version(self, version: NamedVersion) -> None:
        """Fill the form."""
        other = self.version is None or self.version.id != version.id
        self.version = version
        if other:
            self.passphrase.clear()
            self.passphrase_field.show_error("")
            for each in (self.name, self.note):
                each.visit.forget()
        self.named.setText(f"Named on {moment_said(version.at)}.")
        self.name.show_value(version.name)
        self.note.show_value(version.note)

    def _settle(self) -> None:
        self.name.visit.settle()
        self.note.visit.settle()

    def _rename(self) -> None:
        version, name = self.version, self.name.value()
        if version is None:
            return
        if not name:
            self.name_field.show_error("A version needs a name.")
            return
        self.name_field.show_error("")
        if self._session.run(lambda review: rename_version(review, version, name)) is None:
            self.name.show_value(version.name)

    def _write_note(self) -> None:
        version, note = self.version, self.note.value()
        if version is not None:
            self._session.run(lambda review: note_version(review, version, note))

    # Taking it out

    def choose_file(self) -> None:
        """Choose where the version is written to."""
        if self.version is None:
            return
        if not self.passphrase.text():
            self.passphrase_field.show_error("Type the passphrase of this review first.")
            self.passphrase.setFocus()
            return
        suffix = self._session.record.path.suffix
        name, _ = QFileDialog.getSaveFileName(
            self,
            "Where to write the version",
            f"Version{suffix}",
            f"Reviews (*{suffix})",
            options=QFileDialog.Option.DontConfirmOverwrite,  # a file that is there is refused
        )
        if name:
            path = Path(name)
            self.export_to(path if path.suffix else path.with_suffix(suffix))

    def export_to(self, path: Path) -> None:
        """Write the version there, away from the screen."""
        version, typed = self.version, self.passphrase.text()
        if version is None:
            return
        number = version.number
        self.export_button.setEnabled(False)

        def write(review: Review) -> None:
            check_passphrase(review, typed)
            export_version(review, number, path, typed)

        self._session.ask(
            write,
            done=lambda _: self._exported(path),
            failed=lambda error: self._refused(str(error)),
        )

    def _exported(self, path: Path) -> None:
        self.export_button.setEnabled(True)
        self.passphrase.clear()
        self.passphrase_field.show_error("")
        self.told.emit(f"The version is written to {path.name}.")

    def _refused(self, reason: str) -> None:
        self.export_button.setEnabled(True)
        self.passphrase_field.show_error(reason)
