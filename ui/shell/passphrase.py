"""The box for a passphrase: it takes pasting, and can show what was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget


class PassphraseBox(QWidget):
    """A line that shows dots, with a Show button beside it."""

    entered = Signal()
    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.show_button = QPushButton("Show")
        self.show_button.setCheckable(True)
        self.show_button.setAccessibleName("Show the passphrase")
        self.show_button.toggled.connect(self._show)
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self.entered)
        self.line.textChanged.connect(lambda _: self.typed.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.show_button)

    def text(self) -> str:
        """The passphrase as typed: spaces count."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed, and hide what comes."""
        self.line.clear()
        self.show_button.setChecked(False)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.show_button.setText("Hide" if shown else "Show")
