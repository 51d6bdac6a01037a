"""A protected paper: the password that its agency sent, asked for in the page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.support.theme import em, look
from ui.widgets.field import Field
from ui.widgets.headings import PageTitle, Quiet


class PaperPassword(QWidget):
    """Asks for the password of one paper. It is used once and kept nowhere."""

    given = Signal(Path, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._path = Path()
        self.title = PageTitle("Take in a chronology")
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMaximumWidth(em(self, 24))
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.open_button = QPushButton("Open the paper")
        look(self.open_button, "main")
        self.cancel_button = QPushButton("Cancel")
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.8))
        column.addWidget(self.title)
        column.addWidget(self.told)
        column.addWidget(Field("&Password of the paper", self.line))
        column.addLayout(buttons)
        column.addWidget(Quiet("The password is used once, to open the paper, and is not kept."))
        column.addStretch(1)
        self.line.textChanged.connect(lambda text: self.open_button.setEnabled(bool(text)))
        self.line.returnPressed.connect(self.open_button.click)
        self.open_button.clicked.connect(lambda: self.given.emit(self._path, self.line.text()))
        self.cancel_button.clicked.connect(self.left)

    def ask(self, path: Path, why: str) -> None:
        """Ask for the password of this paper."""
        self._path = path
        self.title.setText(path.name)
        self.told.setText(why)
        self.line.clear()
        self.open_button.setEnabled(False)
        self.line.setFocus()

    def forget(self) -> None:
        """Hold nothing of the paper any more."""
        self._path = Path()
        self.line.clear()
        self.title.clear()
        self.told.clear()
