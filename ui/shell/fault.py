"""The one window for what nobody foresaw. What it copies holds versions and code lines alone."""

from __future__ import annotations

import platform
import sys
import traceback
from functools import cache
from importlib.metadata import version
from types import TracebackType

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.support.clipboard import AS_IT_IS
from ui.support.theme import em, look
from ui.widgets.headings import SectionTitle

SENTENCE = (
    "Something went wrong inside the workbench. What you had typed is kept: every change is "
    "written down as it is made. You can go on; if the screen behaves oddly, close the review and "
    "open it again. The details below hold no word of your review, so you can send them to "
    "whoever supports you."
)


def details_of(kind: type[BaseException], place: TracebackType | None) -> str:
    """Versions, the kind of error, and the lines of code; never the error's text or any value."""
    lines = [
        f"Review Panel Workbench {version('review-panel-workbench')}",
        f"Python {platform.python_version()}, Qt {PySide6.__version__}, {platform.platform()}",
        f"{kind.__module__}.{kind.__name__}",
    ]
    for frame in traceback.extract_tb(place):
        name = frame.filename.replace("\\", "/").rsplit("/", 1)[-1]
        lines.append(f"  {name}:{frame.lineno} in {frame.name}: {frame.line or ''}")
    return "\n".join(lines)


@cache
def fault_window() -> FaultWindow:
    """The window, made when it is first needed."""
    return FaultWindow()


class FaultWindow(QWidget):
    """Says that something went wrong, what is safe, and what to do."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle("Review Panel Workbench")
        self.setProperty(AS_IT_IS, True)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName("Details of the fault")
        self.copy_button, self.close_button = QPushButton("Copy the details"), QPushButton("Close")
        look(self.close_button, "main")
        self.copy_button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.details.toPlainText())
        )
        self.close_button.clicked.connect(self.close)
        sentence = QLabel(SENTENCE)
        sentence.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(SectionTitle("Something went wrong"))
        layout.addWidget(sentence)
        layout.addWidget(self.details, 1)
        layout.addLayout(buttons)
        self.resize(em(self, 32), em(self, 20))

    def tell(
        self, kind: type[BaseException], _error: BaseException, place: TracebackType | None
    ) -> None:
        """Show what can be said of this error."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        details = details_of(kind, place)
        if sys.stderr is not None:  # a bundled program on Windows has none
            sys.stderr.write(f"{details}\n")
        self.details.setPlainText(details)
        self.show()
        self.activateWindow()
