"""Ways to open the review: which keys there are, since when; adding one, and taking one away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.shell.keys_row import KeyRow
from ui.shell.screen import Screen, row_of
from ui.support.session import Session
from ui.support.theme import em, look
from ui.widgets.field import Field, LineField
from ui.widgets.headings import Quiet, SectionTitle
from workbench.actions.keys import KeySlot, keychain_trouble, ways_to_open
from workbench.review import Review

_ABOUT = "Each of these alone opens the review, and whoever has one can do everything in it."
_KEYCHAIN = (
    "The keychain opens the review without a passphrase for anyone who uses your account on this "
    "computer. Leave it off where others use the computer too."
)
_COLLEAGUE = (
    "Your colleague sends you their card, from \u201cMy colleague card\u201d in their File menu. "
    "Read its first and its last group to each other by telephone, so that you know it is theirs."
)
_LEAK = "Somebody may know a key, or have a copy that an old key opens? Make all keys anew."
_TAKEN = (
    "It is taken away. Copies and backups made earlier still open with it: after a leak make all "
    "keys anew."
)
_READ_ONLY = "The review is open to read only, so its keys cannot be changed here."


class KeysScreen(Screen):
    """Lists the keys; each change is in the file at once."""

    left = Signal()
    recovery_asked = Signal()
    passphrase_asked = Signal()
    another_asked = Signal()
    renewal_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("Ways to open this review")
        self._session = session
        self.rows: list[KeyRow] = []
        self.column.addWidget(Quiet(_ABOUT))
        self.list = QWidget()
        self._rows = QVBoxLayout(self.list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(em(self, 0.5))
        self.column.addWidget(self.list)
        self.told = Quiet()
        self.told.hide()
        self.column.addWidget(self.told)
        self.recovery_button = QPushButton("New recovery key…")
        self.passphrase_button = QPushButton("Change passphrase…")
        self.another_button = QPushButton("Add a passphrase…")
        self.column.addWidget(row_of(self.passphrase_button, self.another_button))
        self.column.addWidget(row_of(self.recovery_button))
        self._lay_out_keychain()
        self._lay_out_colleague()
        self.renew_button = QPushButton("Make all keys anew…")
        self._part("After a leak", _LEAK, self.renew_button)
        self.done_button = QPushButton("Done")
        look(self.done_button, "main")
        self.column.addWidget(row_of(self.done_button))
        self.recovery_button.clicked.connect(self.recovery_asked)
        self.passphrase_button.clicked.connect(self.passphrase_asked)
        self.another_button.clicked.connect(self.another_asked)
        self.renew_button.clicked.connect(self.renewal_asked)
        self.done_button.clicked.connect(self.left)

    def _lay_out_keychain(self) -> None:
        self.keychain_button = QPushButton("Let this computer's keychain open it")
        self.keychain_button.setEnabled(False)  # until it is known that there is one
        self.keychain_told = Quiet()
        self._part("This computer's keychain", _KEYCHAIN, self.keychain_button, self.keychain_told)
        self.keychain_button.clicked.connect(
            lambda: self._change(
                lambda review: review.keys.add_keychain(), "The keychain is added."
            )
        )

    def _lay_out_colleague(self) -> None:
        self.name, self.card_text = LineField(), QPlainTextEdit()
        self.card_text.setTabChangesFocus(True)
        self.card_text.setFixedHeight(em(self, 4))
        self.fields = (Field("Colleague's &name", self.name), Field("Their &card", self.card_text))
        self.colleague_button = QPushButton("Add this colleague")
        self._part("A colleague", _COLLEAGUE, *self.fields, self.colleague_button)
        self.colleague_button.clicked.connect(self._add_colleague)

    def _part(self, title: str, about: str, *parts: QWidget) -> None:
        self.column.addSpacing(em(self, 0.3))
        self.column.addWidget(SectionTitle(title))
        self.column.addWidget(Quiet(about))
        for part in parts:
            self.column.addWidget(row_of(part) if isinstance(part, QPushButton) else part)

    def enter(self) -> None:
        """List the keys, and ask whether there is a keychain, which may take a moment."""
        self._show(ways_to_open(self._session.record))
        self._session.ask(lambda _: keychain_trouble(), done=self._offer_keychain)
        (self.done_button if self._session.record.read_only else self.passphrase_button).setFocus()

    def say(self, text: str) -> None:
        """Say how it went, or why not."""
        self.card.setEnabled(True)
        self.told.setText(text)
        self.told.setVisible(bool(text))
        self.ensureWidgetVisible(self.told)

    def _offer_keychain(self, trouble: str) -> None:
        here = any(row.slot.here for row in self.rows)
        self.keychain_told.setText("It opens this review already." if here else trouble)
        self.keychain_told.setVisible(bool(self.keychain_told.text()))
        writable = not self._session.record.read_only
        self.keychain_button.setEnabled(writable and not here and not trouble)
        row = self.keychain_button.parentWidget()
        assert row is not None  # noqa: S101 # it was laid out in one
        row.setVisible(not here)

    def _show(self, slots: tuple[KeySlot, ...]) -> None:
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        writable = not self._session.record.read_only
        passphrases = sum(slot.type == "passphrase" for slot in slots)
        self.rows = [
            KeyRow(slot, last=slot.type == "passphrase" and passphrases == 1, writable=writable)
            for slot in slots
        ]
        for row in self.rows:
            row.taken.connect(self._take_away)
            self._rows.addWidget(row)
            row.show()
        for button in (self.recovery_button, self.passphrase_button, self.another_button,
                       self.colleague_button, self.renew_button):  # fmt: skip
            button.setEnabled(writable)
        if not writable:
            self.say(_READ_ONLY)

    # Changing them

    def _take_away(self, id: str) -> None:  # noqa: A002 # the field's name
        self._change(lambda review: review.keys.remove(id), _TAKEN)

    def _add_colleague(self) -> None:
        name, card = self.name.value(), self.card_text.toPlainText()
        self._change(
            lambda review: review.keys.add_colleague(name, card),
            f"{name} can open the review with the passphrase of their own card.",
            clear=True,
        )

    def _change(self, act: Callable[[Review], object], told: str, *, clear: bool = False) -> None:
        self.card.setEnabled(False)

        def changed(slots: tuple[KeySlot, ...]) -> None:
            self._show(slots)
            self.say(told)
            if clear:
                self.name.clear()
                self.card_text.clear()
            self._session.ask(lambda _: keychain_trouble(), done=self._offer_keychain)
            self.done_button.setFocus()

        def do(review: Review) -> tuple[KeySlot, ...]:
            act(review)
            return ways_to_open(review)

        self._session.ask(do, done=changed, failed=lambda error: self.say(str(error)))
