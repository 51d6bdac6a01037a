"""A screen before the work: one calm column in the middle of the window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.support.theme import em, look
from ui.widgets.headings import PageTitle

if TYPE_CHECKING:  # the first screen has no fields
    from ui.widgets.field import Field

WIDTH = 25  # lines' heights


class Screen(QScrollArea):
    """A title and what is below it, in a column that never grows too wide to read."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card = QFrame()
        look(self.card, "card")
        self.column = QVBoxLayout(self.card)
        room = em(self, 1.6)
        self.column.setContentsMargins(room, room, room, room)
        self.column.setSpacing(em(self, 0.75))
        self.title = PageTitle(title)
        self.title.setWordWrap(True)
        self.column.addWidget(self.title)
        ground = self._ground = QWidget()
        across = QHBoxLayout(ground)
        across.addStretch(1)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.card)
        middle.addStretch(2)
        across.addLayout(middle, 100)
        across.addStretch(1)
        self.card.setMaximumWidth(em(self, WIDTH))
        self.setWidget(ground)

    def show_faults(self, fields: Mapping[str, Field], faults: Mapping[str, str]) -> bool:
        """Say in each field what is wrong with it, and go to the first that is; whether any is."""
        for name, field in fields.items():
            field.show_error(faults.get(name, ""))
        if faults:
            first = fields[next(iter(faults))]
            first.control.setFocus()
            self.show_whole(first)
        return bool(faults)

    def show_whole(self, part: QWidget) -> None:
        """Scroll until this part is seen, with what was said in it just now."""
        for layout in (part.layout(), self.column, self._ground.layout()):
            if layout is not None:
                layout.activate()
        self._ground.adjustSize()
        self.ensureWidgetVisible(part)


def row_of(*buttons: QPushButton) -> QWidget:
    """Buttons side by side, at the left."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for button in buttons:
        layout.addWidget(button)
    layout.addStretch(1)
    return row
