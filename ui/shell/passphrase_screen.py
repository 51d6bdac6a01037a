"""Changing the passphrase of the open review, or adding another one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ui.shell.passphrase import PassphraseBox
from ui.shell.screen import Screen, row_of
from ui.shell.strength import new_passphrase_faults
from ui.support.session import Session
from ui.support.theme import look
from ui.widgets.field import Field
from ui.widgets.headings import Quiet
from workbench.actions.keys import ways_to_open
from workbench.review import Review
from workbench.strength import strength

_CHANGED = "The passphrase is changed. Copies and backups made earlier still open with the old one."
_ADDED = "The passphrase is added. The other ones go on opening the review too."


class PassphraseScreen(Screen):
    """Asks for the old passphrase and twice for the new one, or for ``another`` one twice."""

    left = Signal()

    def __init__(self, session: Session, *, another: bool = False) -> None:
        super().__init__("Add a passphrase" if another else "Change passphrase")
        self._session, self._another = session, another
        self.old, self.new, self.again = PassphraseBox(), PassphraseBox(), PassphraseBox()
        self.fields = (
            Field("Passphrase &now", self.old),
            Field("Ne&w passphrase", self.new, "Four or more unrelated words."),
            Field("New passphrase &again", self.again),
        )
        for field in self.fields:
            self.column.addWidget(field)
        self.fields[0].setVisible(not another)
        self.strength = Quiet()
        self.strength.setMinimumHeight(self.fontMetrics().height())
        self.fields[1].add_below(self.strength)
        self.new.typed.connect(lambda: self.strength.setText(strength(self.new.text()).words))
        self.change_button, self.cancel_button = QPushButton(), QPushButton("Cancel")
        self.change_button.setText("Add it" if another else "Change it")
        look(self.change_button, "main")
        self.column.addWidget(row_of(self.change_button, self.cancel_button))
        self.change_button.clicked.connect(self._change)
        self.again.entered.connect(self._change)
        self.cancel_button.clicked.connect(self.left)

    def enter(self) -> None:
        """Put the focus where one begins."""
        (self.new if self._another else self.old).setFocus()

    def say(self, text: str) -> None:
        """Say why it was not changed."""
        self.card.setEnabled(True)
        self.fields[1 if self._another else 0].show_error(text)

    def _change(self) -> None:
        old, new = self.old.text(), self.new.text()
        weak, differs = new_passphrase_faults(new, self.again.text())
        for field, wrong in zip(self.fields, ("", weak, differs), strict=True):
            field.show_error(wrong)
        if weak or differs:
            return
        self.card.setEnabled(False)

        def act(review: Review) -> str:
            if self._another:
                review.keys.add_passphrase(new)
            else:
                review.keys.change_passphrase(old, new)
            return " ".join({way.note for way in ways_to_open(review) if way.note})

        self._session.ask(act, done=self._changed, failed=lambda error: self.say(str(error)))

    def _changed(self, weakness: str) -> None:
        self.left.emit()
        self._session.said.emit(f"{_ADDED if self._another else _CHANGED} {weakness}".strip())
