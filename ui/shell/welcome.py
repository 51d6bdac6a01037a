"""The first screen: make a review, open one, or take up one of the last. It reveals nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.shell.screen import Screen
from ui.support.theme import em, look
from ui.widgets.headings import Quiet, SectionTitle
from workbench.actions.recent import Recent, forget, recent_files


class WelcomeScreen(Screen):
    """New, Open, and the files opened last by name and day alone."""

    new_asked = Signal()
    open_asked = Signal()
    restore_asked = Signal()
    chosen = Signal(Path)

    def __init__(self) -> None:
        super().__init__("Review Panel Workbench")
        self.column.addWidget(
            Quiet("A safeguarding learning review, from referral to published report, in one file.")
        )
        self.notice = QLabel()
        self.notice.setWordWrap(True)
        self.notice.hide()
        look(self.notice, "error")
        self.column.addWidget(self.notice)
        self.open_button = QPushButton("Open a review…")
        self.new_button = QPushButton("New review…")
        self.restore_button = QPushButton("Restore a backup…")
        look(self.open_button, "main")
        look(self.restore_button, "plain")
        buttons = QHBoxLayout()
        for button in (self.open_button, self.new_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.column.addSpacing(em(self, 0.5))
        self.heading = SectionTitle("Opened lately")
        self.column.addWidget(self.heading)
        self.list = QWidget()
        self.rows = QVBoxLayout(self.list)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(em(self, 0.15))
        self.column.addWidget(self.list)
        self.column.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.open_button.clicked.connect(self.open_asked)
        self.new_button.clicked.connect(self.new_asked)
        self.restore_button.clicked.connect(self.restore_asked)
        self.refresh()

    def say(self, text: str) -> None:
        """Show a sentence above the buttons."""
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def refresh(self) -> None:
        """List the files opened last."""
        while (item := self.rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        recent = recent_files()
        self.heading.setVisible(bool(recent))
        for each in recent:
            self.rows.addWidget(self._row(each))

    def _row(self, recent: Recent) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        name = QPushButton(recent.path.name.replace("&", "&&"))
        name.setAccessibleName(f"Open {recent.path.name}, last opened {_day(recent.opened)}")
        when = Quiet(_day(recent.opened))
        when.setWordWrap(False)
        away = QPushButton("Forget")
        away.setAccessibleName(f"Take {recent.path.name} off this list")
        for button in (name, away):
            look(button, "plain")
        name.clicked.connect(lambda: self.chosen.emit(recent.path))
        away.clicked.connect(lambda: self._forget(recent.path))
        layout.addWidget(name)
        layout.addStretch(1)
        layout.addWidget(when)
        layout.addWidget(away)
        return row

    def _forget(self, path: Path) -> None:
        forget(path)
        self.refresh()
        self.open_button.setFocus()


def _day(moment: datetime) -> str:
    local = moment.astimezone()
    return f"{local.day} {local:%B %Y}"
