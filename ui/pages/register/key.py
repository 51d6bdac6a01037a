"""The key from pseudonyms to names: written as an encrypted file of its own, and no other way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.pages.register.parting import title
from ui.support.session import Session
from ui.support.theme import em, look
from ui.widgets.field import Field
from ui.widgets.headings import Quiet
from ui.widgets.notice import NoticeBar
from workbench.errors import WorkbenchError
from workbench.model.changes import Change
from workbench.report.key_file import EXPLAINED, write_key


class KeyExport(QWidget):
    """A passphrase, typed twice, who gets the file, and one button."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.notice = NoticeBar()
        self.passphrase, self.again, self.recipient = QLineEdit(), QLineEdit(), QLineEdit()
        for secret in (self.passphrase, self.again):
            secret.setEchoMode(QLineEdit.EchoMode.Password)
            secret.setInputMethodHints(
                Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
            )
        self.recipient.setPlaceholderText("For example the board’s business manager")
        self.fields = (
            Field(
                "Pass&phrase of the key",
                self.passphrase,
                "Four or more words that have nothing to do with each other. It is kept nowhere.",
            ),
            Field("The same a&gain", self.again),
            Field("&Who gets it", self.recipient, "By role, for the log: not a registered name."),
        )
        self.button = QPushButton("Write the key…")
        look(self.button, "main")
        self.button.clicked.connect(lambda: self.write())
        session.locked.connect(lambda _: self.forget())
        session.closed.connect(self.forget)
        self._lay_out()

    def _lay_out(self) -> None:
        form = QWidget()
        form.setMaximumWidth(em(self, 30))
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.6))
        for field in self.fields:
            column.addWidget(field)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)
        across = QHBoxLayout()
        across.addWidget(form, 10)
        across.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(em(self, 0.6))
        page.addWidget(self.notice)
        page.addWidget(title("Key to the pseudonyms"))
        page.addWidget(Quiet(EXPLAINED))
        page.addLayout(across)
        page.addStretch(1)

    def refresh(self) -> None:
        """Nothing of the record is shown here."""

    def forget(self) -> None:
        """Forget the passphrase."""
        self.passphrase.clear()
        self.again.clear()

    def write(self, path: Path | None = None) -> None:
        """Write the key, at a place that is asked for when not given."""
        passphrase, recipient = self.passphrase.text(), self.recipient.text().strip()
        same = passphrase == self.again.text()
        self.fields[1].show_error("" if same else "The two are not the same. Type them again.")
        self.fields[0].show_error("")
        if not same:
            return
        target = path or self._ask_where()
        if target is None:
            return
        self.button.setEnabled(False)
        self.session.ask(
            lambda record: write_key(record, target, passphrase, recipient=recipient),
            done=lambda change: self._written(change, target),
            failed=self._refused,
        )

    def _written(self, change: Change, target: Path) -> None:
        self.button.setEnabled(True)
        self.forget()
        self.session.run(lambda _: change)
        self.notice.say(
            f"The key is in {target.name}, encrypted. Keep it apart from every report, and send "
            "its passphrase another way."
        )

    def _refused(self, error: WorkbenchError) -> None:
        self.button.setEnabled(True)
        self.fields[0].show_error(str(error))

    def _ask_where(self) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(
            self, "Write the key", "key.docx", "Word documents (*.docx)"
        )
        return Path(name) if name else None
