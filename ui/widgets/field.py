"""Field: a label, a hint, an error and a control, tied together so that none can be without a name.

``Field("&Agency", ChoiceField(), hint="The agency that sent this.")``
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.support.theme import em, look
from ui.widgets.controls import CheckField, ChoiceField, Control, LineField, LinesField, TextField
from ui.widgets.headings import Quiet

__all__ = [
    "CheckField",
    "ChoiceField",
    "Control",
    "Field",
    "LineField",
    "LinesField",
    "TextField",
    "plain",
]


def plain(label: str) -> str:
    """A label as it is spoken: without the mark of its access key."""
    return label.replace("&&", "\0").replace("&", "").replace("\0", "&")


class Field(QWidget):
    """A control below its label, with a hint and, when something is wrong, an error."""

    def __init__(self, label: str, control: QWidget, hint: str = "", *, name: str = "") -> None:
        """``name`` is what a screen reader says when the label alone would not do."""
        super().__init__()
        self.control = control
        self._hint_text = hint
        spoken = name or plain(label)
        target = control.focusProxy() or control
        for each in {control, target}:
            each.setAccessibleName(spoken)
        target.setAccessibleDescription(hint)
        self.label = QLabel(label)
        self.label.setBuddy(target)
        self.hint = Quiet(hint)
        self.hint.setVisible(bool(hint))
        self.error = QLabel()
        self.error.setWordWrap(True)
        self.error.setVisible(False)
        look(self.error, "error")
        self._lay_out()

    def _lay_out(self) -> None:
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.18))
        ticked = isinstance(self.control, CheckField)  # it carries its own words
        if not ticked:
            layout.addWidget(self.label)
        self.label.setVisible(not ticked)
        layout.addWidget(self.hint)
        layout.addWidget(self.control, 1)
        layout.addWidget(self.error)
        layout.setAlignment(self.label, Qt.AlignmentFlag.AlignBottom)

    def add_below(self, widget: QWidget) -> None:
        """Put something more below the control."""
        self._column.addWidget(widget)

    def show_error(self, text: str) -> None:
        """Say what is wrong and what to do, or with "" that nothing is."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        target = self.control.focusProxy() or self.control
        target.setAccessibleDescription(f"{text} {self._hint_text}".strip())
