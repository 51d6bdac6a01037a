"""Whether the document is written as it is, or with what changed since a named version."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from ui.support.session import Session
from ui.widgets.controls import ChoiceField
from ui.widgets.headings import Quiet
from ui.widgets.wrapping import WrappingRow
from workbench.questions.since import Moment, moment_of_version, versions


class ChangesSince(QWidget):
    """Offers the versions that have a name; while there is none, it is not in the way."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.version = ChoiceField(empty="Nothing: the document as it is")
        self.version.setMinimumContentsLength(24)
        label = QLabel("Show &changes since")
        label.setBuddy(self.version)
        self.version.setAccessibleName("Show changes since")
        row = WrappingRow(self)
        row.add_pair(label, self.version)
        row.addWidget(Quiet("Added words are underlined, words that went are struck through."))
        row.add_stretch()
        self.hide()

    def refresh(self) -> None:
        """Offer the versions there are."""
        known = versions(self._session.record)
        self.version.offer([(one.id, one.name) for one in known])
        if self.version.value() not in {one.id for one in known}:
            self.version.show_value(None)
        self.setVisible(bool(known))

    def between(self) -> tuple[Moment, Moment] | None:
        """The version and now, where changes are to be shown."""
        chosen = self.version.value()
        record = self._session.record
        found = next((one for one in versions(record) if one.id == chosen), None)
        return (moment_of_version(found), Moment("now", record.number)) if found else None
