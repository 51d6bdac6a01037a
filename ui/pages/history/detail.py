"""The right side of the history page: what one step did, what became of one item, or a version."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.pages.history.answers import Detail, One
from ui.pages.history.reading import as_html, spoken
from ui.pages.history.version_form import VersionForm
from ui.support.session import Session
from ui.support.theme import em, look, tones
from ui.widgets.headings import Quiet
from workbench.model.versions import NamedVersion

NOTHING = "No field of the record reads differently."


class HistoryDetail(QWidget):
    """Shows changes to read, or a version to edit."""

    go_asked = Signal(str, str)  # kind and id
    history_asked = Signal(str, str)
    forget_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName("What was done")
        self._one: One | None = None
        self._found: Detail | None = None
        self.version = VersionForm(session)
        self.title = Quiet()
        self.view = QLabel()
        self.view.setTextFormat(Qt.TextFormat.RichText)
        self.view.setWordWrap(True)
        self.view.setAccessibleName("What changed")
        self.view.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        # Not by the mouse: marked words could then be dragged to another program as they are.
        self.view.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.go_button = QPushButton("Go to the item")
        self.history_button = QPushButton("Only this item’s history")
        self.forget_button = QPushButton("Forget this name")
        self.go_button.clicked.connect(lambda: self._ask(self.go_asked))
        self.history_button.clicked.connect(lambda: self._ask(self.history_asked))
        self.forget_button.clicked.connect(self.forget_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.5))
        acts = QHBoxLayout()
        for button in (self.go_button, self.history_button):
            look(button, "plain")
            acts.addWidget(button)
        acts.addStretch(1)
        column.addWidget(self.title)
        column.addLayout(acts)
        column.addWidget(self.view, 1)
        editing = QWidget()
        beside = QVBoxLayout(editing)
        beside.setContentsMargins(0, 0, 0, 0)
        look(self.forget_button, "plain")
        beside.addWidget(self.version)
        beside.addWidget(self.forget_button, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.addWidget(reading)
        self.stack.addWidget(editing)
        self._reading, self._editing = reading, editing
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _ask(self, signal: SignalInstance) -> None:
        if self._one is not None:
            signal.emit(*self._one)

    def show_changes(self, title: str, found: Detail) -> None:
        """Show what was done, to be read."""
        self._found, self._one = found, found.one
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.go_button.setVisible(found.one is not None)
        self.history_button.setVisible(found.one is not None)
        self.paint_anew()
        self.view.setAccessibleDescription(spoken(found.told) or NOTHING)
        self.stack.setCurrentWidget(self._reading)

    def paint_anew(self) -> None:
        """Write the changes out in the colours of the screen as it is."""
        if self._found is not None:
            found = self._found
            self.view.setText(as_html(found.told, tones(), more=found.more, nothing=NOTHING))

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        self.show_changes("", Detail((), 0, None))
        self.view.clear()
        self._found = None

    def show_version(self, version: NamedVersion) -> None:
        """Show a version, to be edited."""
        self._found = self._one = None
        self.version.show_version(version)
        self.stack.setCurrentWidget(self._editing)

    def focus_main(self) -> None:
        """Go to the version's name."""
        if self.stack.currentWidget() is self._editing:
            self.version.name.setFocus()
            self.version.name.selectAll()
        else:
            self.view.setFocus()
