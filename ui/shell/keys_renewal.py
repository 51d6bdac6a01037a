"""Making all keys of a review anew, for when one has leaked: what it does, then the passphrases."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ui.shell.passphrase import PassphraseBox
from ui.shell.screen import Screen, row_of
from ui.shell.strength import new_passphrase_faults
from ui.support.session import Session
from ui.support.theme import look
from ui.widgets.field import CheckField, Field
from ui.widgets.headings import Quiet
from workbench.errors import WorkbenchError
from workbench.strength import strength

_WHY = (
    "For when somebody may know your passphrase or has the recovery key, or when a key that you "
    "took away may still open a copy. To take a key away is not enough then: the review is "
    "encrypted anew, under keys that nobody has had."
)
_AFTER = (
    "Afterwards only the new passphrase and a new recovery key open it. Add this computer's "
    "keychain and your colleagues again. Copies that were made earlier, on sticks, in e-mails, in "
    "the older versions that a sync program keeps, still open with the old keys: destroy them."
)
_WRONG = "That passphrase does not open this review."


class RenewalScreen(Screen):
    """Asks for the passphrase and twice for a new one; the shell does the rest."""

    left = Signal()
    agreed = Signal(str, str, bool)  # the passphrase, the new one, whether to keep old backups

    def __init__(self, session: Session) -> None:
        super().__init__("Make all keys anew")
        self._session = session
        self.column.addWidget(Quiet(_WHY))
        self.column.addWidget(Quiet(_AFTER))
        self.old, self.new, self.again = PassphraseBox(), PassphraseBox(), PassphraseBox()
        self.fields = (
            Field("Passphrase &now", self.old),
            Field("Ne&w passphrase", self.new, "Four or more unrelated words."),
            Field("New passphrase &again", self.again),
        )
        for field in self.fields:
            self.column.addWidget(field)
        self.strength = Quiet()
        self.strength.setMinimumHeight(self.fontMetrics().height())
        self.fields[1].add_below(self.strength)
        self.new.typed.connect(lambda: self.strength.setText(strength(self.new.text()).words))
        self.keep = CheckField("&Keep this computer's backups, which the old keys open")
        self.column.addWidget(self.keep)
        self.renew_button, self.cancel_button = QPushButton("Make them anew"), QPushButton("Cancel")
        look(self.renew_button, "main")
        self.column.addWidget(row_of(self.renew_button, self.cancel_button))
        self.renew_button.clicked.connect(self._ask)
        self.again.entered.connect(self._ask)
        self.cancel_button.clicked.connect(self.left)

    def enter(self) -> None:
        """Put the focus where one begins."""
        self.old.setFocus()

    def say(self, text: str) -> None:
        """Say why nothing was done."""
        self.card.setEnabled(True)
        self.fields[0].show_error(text)

    def _ask(self) -> None:
        old, new = self.old.text(), self.new.text()
        weak, differs = new_passphrase_faults(new, self.again.text())
        for field, wrong in zip(self.fields, ("", weak, differs), strict=True):
            field.show_error(wrong)
        if weak or differs:
            return
        self.card.setEnabled(False)
        keep = self.keep.isChecked()

        def checked(right: bool) -> None:
            if right:
                self.agreed.emit(old, new, keep)
            else:
                self.say(_WRONG)

        def refused(error: WorkbenchError) -> None:
            self.say(str(error))

        self._session.ask(
            lambda review: review.keys.is_passphrase(old), done=checked, failed=refused
        )
