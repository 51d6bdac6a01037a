"""One way to open a review, in its list: what it is, since when, and taking it away."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.support.theme import em, look
from ui.widgets.headings import Quiet
from workbench.actions.keys import KeySlot

_LAST = "It is the only passphrase, so it cannot be taken away."


class KeyRow(QFrame):
    """A key. Taking it away is asked for twice, because a key that is gone does not come back."""

    taken = Signal(str)

    def __init__(self, slot: KeySlot, *, last: bool, writable: bool) -> None:
        """``last`` when it is the only passphrase."""
        super().__init__()
        self.slot = slot
        look(self, "card")
        self.title = QLabel(title_of(slot))
        self.title.setWordWrap(True)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        since = f"Since {day_of(slot.created)}."
        self.about = Quiet(" ".join(filter(None, (since, _LAST if last else "", slot.note))))
        self.away_button, self.sure_button = QPushButton("Take away"), QPushButton("Yes, take away")
        self.keep_button = QPushButton("Keep")
        named = f"{title_of(slot)}, since {day_of(slot.created)}"
        self.away_button.setAccessibleName(f"Take away: {named}")
        self.sure_button.setAccessibleName(f"Yes, take away: {named}")
        self.keep_button.setAccessibleName(f"Keep: {named}")
        look(self.away_button, "plain")
        self.away_button.setVisible(writable and not last)
        words = QVBoxLayout()
        words.setSpacing(em(self, 0.1))
        words.addWidget(self.title)
        words.addWidget(self.about)
        across = QHBoxLayout(self)
        room = em(self, 0.5)
        across.setContentsMargins(room, round(room * 0.7), room, round(room * 0.7))
        across.addLayout(words, 1)
        for button in (self.away_button, self.sure_button, self.keep_button):
            across.addWidget(button)
        self.away_button.clicked.connect(lambda: self._ask(True))
        self.keep_button.clicked.connect(lambda: self._ask(False))
        self.sure_button.clicked.connect(lambda: self.taken.emit(slot.id))
        self.sure_button.hide()
        self.keep_button.hide()

    def _ask(self, asking: bool) -> None:
        self.away_button.setVisible(not asking)
        self.sure_button.setVisible(asking)
        self.keep_button.setVisible(asking)
        (self.keep_button if asking else self.away_button).setFocus()


def title_of(slot: KeySlot) -> str:
    """What kind of key it is, and whose."""
    if slot.type == "keyring":
        named = f" of {slot.name}" if slot.name else " of a computer"
        return f"The keychain{named}" + (", this computer" if slot.here else "")
    if slot.type == "x25519":
        return f"A colleague: {slot.name}" if slot.name else "A colleague"
    return {"passphrase": "A passphrase", "recovery": "The recovery key, on paper"}.get(
        slot.type, "A key of a kind that this version does not know"
    )


def day_of(created: str) -> str:
    """When a key was added, as one reads it."""
    at = datetime.fromisoformat(created).astimezone()
    return f"{at.day} {at:%B %Y at %H:%M}"


def stack_of(*parts: QWidget) -> QWidget:
    """Parts one below the other."""
    stack = QWidget()
    layout = QVBoxLayout(stack)
    layout.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        layout.addWidget(part)
    return stack
