"""Choosing the board's template, and reading it for the chosen document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton

from ui.support.session import Session
from workbench.errors import WorkbenchError
from workbench.report.placings import read_for
from workbench.report.template import Template


class TemplateButton(QPushButton):
    """Says which template is written on. ``found`` is the board's, once it is read; with None, and
    while nothing is ``waited_for``, it is our own."""

    began = Signal()  # a template is to be read, or none
    read = Signal(object)  # the Template, or None for our own
    refused = Signal(str)  # why the board's cannot be used

    def __init__(self, session: Session, output: Callable[[], str]) -> None:
        super().__init__("Template: our own")
        self._session, self._output = session, output
        self.path: Path | None = None
        self.found: Template | None = None
        self.waited_for = False
        self.clicked.connect(self.choose)

    def choose(self) -> None:
        """Choose the board's own template, or with Cancel go back to ours."""
        name, _ = QFileDialog.getOpenFileName(
            self, "Choose the board’s template", "", "Word documents and templates (*.docx *.dotx)"
        )
        self.use(Path(name) if name else None)

    def use(self, path: Path | None) -> None:
        """Write on this template; with None on our own."""
        self.path = path
        self.setText(f"Template: {path.name if path else 'our own'}")
        self.read_again()

    def read_again(self) -> None:
        """Read it for the chosen document, before anything is written."""
        self.found = None
        path, output = self.path, self._output()
        self.waited_for = path is not None
        self.began.emit()
        if path is None:
            self.read.emit(None)
            return

        def still() -> bool:
            return (path, output) == (self.path, self._output())

        def take(found: Template) -> None:
            if still():
                self.found, self.waited_for = found, False
                self.read.emit(found)

        def refuse(error: WorkbenchError) -> None:
            if still():
                self.waited_for = False
                self.refused.emit(str(error))

        self._session.ask(lambda record: read_for(record, output, path), done=take, failed=refuse)
