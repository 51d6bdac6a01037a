"""A folder's place, typed or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget


class FolderBox(QWidget):
    """A line to type a folder in, with a button to choose it instead."""

    edited = Signal()

    def __init__(self, folder: Path | None, title: str) -> None:
        super().__init__()
        self._title = title
        self.line = QLineEdit("" if folder is None else str(folder))
        self.choose_button = QPushButton("Choose…")
        self.choose_button.setAccessibleName(title)
        self.choose_button.clicked.connect(self._choose)
        self.line.editingFinished.connect(self.edited)
        self.setFocusProxy(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.choose_button)

    def folder(self) -> Path | None:
        """The folder, or None while nothing is typed."""
        typed = self.line.text().strip()
        return Path(typed).expanduser() if typed else None

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._title, self.line.text())
        if chosen:
            self.line.setText(chosen)
            self.edited.emit()
