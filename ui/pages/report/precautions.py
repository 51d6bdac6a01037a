"""What is settled before the report is written: its password, and what its template lacks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.support.theme import em
from ui.widgets.controls import CheckField
from ui.widgets.headings import Quiet
from ui.widgets.wrapping import WrappingRow
from workbench.report.template import Template


class Precautions(QWidget):
    """A password for the Word file, and what the chosen template says of itself."""

    def __init__(self) -> None:
        super().__init__()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.password.setMaximumWidth(em(self, 24))
        self.recipient = QLineEdit()
        self.recipient.setMaximumWidth(em(self, 18))
        self.evidence = CheckField("&Evidence as footnotes")
        self.evidence.setToolTip(
            "Prints the links to evidence in what you wrote. Otherwise they are in no document."
        )
        self.told = Quiet()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.leave_out = CheckField("Leave these sections out")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.3))
        layout.addLayout(self._password_row())
        layout.addWidget(self.told)
        layout.addWidget(self.leave_out)
        self.say_nothing()

    def _password_row(self) -> WrappingRow:
        """One row where there is room for it, so that the report keeps the height."""
        hint = "Optional, at least 12 characters. It is kept nowhere."
        label = QLabel("Pass&word")
        label.setBuddy(self.password)
        self.password.setAccessibleName("Password of the Word file")
        self.password.setAccessibleDescription(hint)
        row = WrappingRow()
        row.add_pair(label, self.password)
        self.password.setPlaceholderText("Optional, at least 12 characters")
        self.password.setToolTip(hint)
        to = QLabel("&Recipient")
        to.setBuddy(self.recipient)
        self.recipient.setAccessibleName("Who gets it")
        by_role = "For the disclosure log: by role, such as the family, and not a registered name."
        self.recipient.setAccessibleDescription(by_role)
        self.recipient.setToolTip(by_role)
        self.recipient.setPlaceholderText("For the log, by role")
        row.add_pair(to, self.recipient)
        row.addWidget(self.evidence)
        return row

    def given_password(self) -> str | None:
        """The password as typed, where one was."""
        return self.password.text() or None

    def given_recipient(self) -> str:
        """Who gets the file, as typed."""
        return self.recipient.text().strip()

    def forget(self) -> None:
        """Forget the password, and who got the last file."""
        self.password.clear()
        self.recipient.clear()

    def say_nothing(self) -> None:
        """There is no template to say anything of, so nothing is to be left out."""
        self.told.hide()
        self.leave_out.show_value(False)
        self.leave_out.hide()

    def show_template(self, template: Template) -> None:
        """Say what was found in the template and which sections it has no heading for."""
        lost = ", ".join(f"“{section.title}”" for section in template.without())
        missing = (f"{template.name} has no heading for {lost}.",) if lost else ()
        self.say(" ".join((*missing, *template.told)), lacking=bool(lost))

    def say(self, text: str, *, lacking: bool = False) -> None:
        """Say this of the template; the tick is offered where it lacks sections."""
        self.told.setText(text)
        self.told.setVisible(bool(text))
        self.leave_out.show_value(False)
        self.leave_out.setVisible(lacking)
