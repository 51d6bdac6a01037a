"""Which agency or meeting the chosen document is about; not there for a document about neither."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ui.support.session import Session
from ui.support.theme import em
from ui.widgets.controls import ChoiceField
from ui.widgets.wrapping import WrappingRow
from workbench.report.outputs import OUTPUTS, subjects_of

_ASKED = {"agency": "A&gency", "meeting": "&Meeting"}


class About(QWidget):
    """A choice among the record's agencies or meetings, the latest meeting chosen to begin with."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._kind = ""
        self.label = QLabel()
        self.field = ChoiceField()
        self.field.setMinimumContentsLength(28)
        self.label.setBuddy(self.field)
        self.each = QPushButton("One for each…")
        row = WrappingRow(self)
        row.setSpacing(em(self, 0.5))
        row.add_pair(self.label, self.field)
        row.addWidget(self.each)
        row.add_stretch()
        self.setVisible(False)

    def offer_for(self, output: str) -> None:
        """Offer what this output can be about."""
        one = OUTPUTS[output]
        self.setVisible(bool(one.about))
        if not one.about:
            return
        known = subjects_of(one, self._session.record)
        if self._kind != one.about or self.field.value() not in {key for key, _ in known}:
            self.field.clear()
        first = self.field.count() == 0
        self._kind = one.about
        self.label.setText(_ASKED[one.about])
        self.field.setAccessibleName(f"Which {one.about} it is about")
        self.each.setToolTip(f"Writes a file for each {one.about} into a folder")
        self.each.setVisible(one.about == "agency")
        self.field.offer(known)
        if first and known:
            self.field.show_value(known[-1 if one.about == "meeting" else 0][0])

    def value(self) -> str:
        """The id of what the output is about; empty where it is about neither."""
        return "" if self.isHidden() else self.field.value() or ""
