"""Checking a file that somebody made: dropped or chosen, looked through, and cleaned."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.support.session import Session
from ui.support.theme import em
from ui.widgets.controls import ChoiceField
from ui.widgets.headings import Quiet, SectionTitle, SizedLabel
from workbench.disclosure.checking import Checked, check_file, clean_file, picture_in_words
from workbench.disclosure.cleaning.changes import Changes
from workbench.disclosure.cleaning.saving import CleanedCopy

ASK = (
    "Drop a finished file here, or choose one: Word, Excel, PowerPoint, PDF, OpenDocument, RTF, "
    "e-mail or text. Every part of it is looked through for the names and numbers of this review. "
    "The file itself is never changed."
)
CLEAN = "&Save a cleaned copy…"
_ALL = "Finished files (*.docx *.xlsx *.pptx *.pdf *.odt *.rtf *.eml *.txt);;All files (*)"


class CheckFile(QWidget):
    """One file at a time: what was found in it and where, and what else it carries."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._path: Path | None = None
        self._asked = 0
        self.setAcceptDrops(True)
        self.choose = QPushButton("&Choose a file…")
        self.choose.clicked.connect(self.ask_which)
        self.named = QLabel()
        self.named.setTextFormat(Qt.TextFormat.PlainText)
        self.answer = SizedLabel("", 1.05, bold=True)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setWordWrap(True)
        self.found = QListWidget()
        self.found.setAccessibleName("What was found in the file")
        self.found.setWordWrap(True)
        self.changes = ChoiceField()
        self.changes.setAccessibleName("What becomes of the tracked changes")
        self.changes.offer([("accept", "Accept them all"), ("reject", "Reject them all")])
        self.changes.show_value("accept")
        self.clean = QPushButton(CLEAN)
        self.clean.clicked.connect(lambda: self.save_cleaned())
        self.told = Quiet()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.forget()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.5))
        layout.addWidget(SectionTitle("Check a file"))
        layout.addWidget(Quiet(ASK))
        top = QHBoxLayout()
        top.addWidget(self.choose)
        top.addWidget(self.named, 1)
        layout.addLayout(top)
        layout.addWidget(self.answer)
        layout.addWidget(self.found, 1)
        self.settling = QWidget()
        row = QHBoxLayout(self.settling)
        row.setContentsMargins(0, 0, 0, 0)
        self.tracked = QLabel("&Tracked changes")
        self.tracked.setBuddy(self.changes)
        for widget in (self.tracked, self.changes, self.clean):
            row.addWidget(widget)
        row.addStretch(1)
        layout.addWidget(self.settling)
        layout.addWidget(self.told)
        layout.addStretch(0)

    def forget(self) -> None:
        """Show no file."""
        self._path = None
        self._asked += 1
        self.named.clear()
        self.answer.clear()
        self.found.clear()
        self.found.hide()
        self.settling.hide()
        self.told.clear()

    # Checking

    def ask_which(self) -> None:
        """Ask for a file, and check it."""
        name, _ = QFileDialog.getOpenFileName(self, "Check a finished file", "", _ALL)
        if name:
            self.check(Path(name))

    def check(self, path: Path) -> None:
        """Look through this file."""
        self.forget()
        self._path = path
        asked = self._asked
        self.named.setText(path.name)
        self.answer.setText("Looking through the file…")
        self._session.ask(
            lambda record: check_file(record, path),
            done=lambda checked: self._show(checked) if asked == self._asked else None,
            failed=lambda error: self.answer.setText(str(error)),
        )

    def _show(self, checked: Checked) -> None:
        self.answer.setText(checked.conclusion)
        shown = map(picture_in_words, checked.report.pictures)
        pictures = [f"Look at this yourself: {one}." for one in shown]
        carries = [f"It also carries: {one}." for one in checked.carries]
        if checked.changes:
            several = f"{checked.changes:,} tracked changes"
            carries.insert(
                0, f"It also carries: {several if checked.changes > 1 else '1 tracked change'}."
            )
        self._list([*checked.found, *pictures, *carries])
        self.settling.setVisible(not checked.not_cleaned)
        self.tracked.setVisible(bool(checked.changes))
        self.changes.setVisible(bool(checked.changes))
        self.told.setText(checked.not_cleaned)

    def _list(self, lines: Sequence[str]) -> None:
        self.found.clear()
        self.found.addItems(list(lines))
        self.found.setVisible(bool(lines))

    # Cleaning

    def save_cleaned(self, target: Path | None = None) -> None:
        """Save a cleaned copy to ``target``, asked for when not given."""
        source = self._path
        if source is None:
            return
        chosen = target or self._ask_where(source)
        if chosen is None:
            return
        changes = Changes(self.changes.value()) if self.changes.isVisibleTo(self) else None
        self.clean.setEnabled(False)
        self.clean.setText("Cleaning…")
        self._session.ask(
            lambda record: clean_file(record, source, chosen, changes),
            done=self._say_cleaned,
            failed=lambda error: self._ready(str(error)),
        )

    def _ask_where(self, source: Path) -> Path | None:
        suggested = str(source.with_name(f"{source.stem} cleaned.docx"))
        name, _ = QFileDialog.getSaveFileName(
            self, "Save a cleaned copy", suggested, "Word documents (*.docx)"
        )
        return Path(name) if name else None

    def _say_cleaned(self, copy: CleanedCopy) -> None:
        taken = f" Taken out: {'; '.join(copy.removed)}." if copy.removed else ""
        told = " ".join(("", *copy.told)) if copy.told else ""
        self._ready(
            f"The cleaned copy is saved as {copy.path.name} and was looked through: no registered "
            f"name was found in it.{taken}{told}"
        )

    def _ready(self, said: str) -> None:
        self.clean.setText(CLEAN)
        self.clean.setEnabled(True)
        self.told.setText(said)

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this computer."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check the file that was dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.check(path)


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        return Path(urls[0].toLocalFile())
    return None
