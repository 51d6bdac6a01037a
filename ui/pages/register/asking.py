"""The names that are open, one after the other: what is asked, and one key for each answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.support.theme import em, look
from ui.widgets.controls import ChoiceField
from ui.widgets.headings import Quiet, SectionTitle
from workbench.disclosure.completing import Candidate, Proposal

Asked = Candidate | Proposal
GUESS = {"person": "a person", "place": "a place", "agency": "an agency"}
LINE = 120  # characters of a name that are shown
SHOWN = 2_000  # entries of the list at once: nobody rules on more at a sitting
NAMES_KEYS, FORM_KEYS = "PLASOK", "YN"


class AskedList(QListWidget):
    """What is asked. The letters on the buttons answer the chosen one."""

    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each answer, while the list has the focus."""
        key = event.text().upper()
        if key and key in NAMES_KEYS + FORM_KEYS and self.currentItem() is not None:
            self.answered.emit(key)
        else:
            super().keyPressEvent(event)


class Answers(QWidget):
    """The chosen name with its spellings and sentences, and a button for each answer."""

    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.words = SectionTitle()
        self.about, self.spellings = Quiet(), Quiet()
        self.samples = QLabel()
        self.words.setWordWrap(True)
        self.samples.setWordWrap(True)
        for label in (self.words, self.about, self.spellings, self.samples):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.who = ChoiceField()
        self.who.setAccessibleName("Whose other name it is")
        self.who.setMinimumContentsLength(14)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Optional, for example a medicine")
        self.buttons = {key: QPushButton(text) for key, text in _BUTTONS.items()}
        look(self.buttons["P"], "main")
        look(self.buttons["Y"], "main")
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _=False, key=key: self.answered.emit(key))
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.5))
        for label in (self.words, self.about, self.spellings, self.samples):
            column.addWidget(label)
        self.naming, self.forming = QWidget(), QWidget()
        inside = QVBoxLayout(self.naming)
        inside.setContentsMargins(0, em(self, 0.4), 0, 0)
        inside.addWidget(Quiet("It is new. Register it as:"))
        inside.addLayout(self._row("P", "L"))
        inside.addLayout(self._row("A"))
        label = QLabel("It is &another name of")
        label.setBuddy(self.who)
        inside.addWidget(label)
        same = QHBoxLayout()
        same.addWidget(self.who, 1)
        same.addWidget(self.buttons["S"])
        inside.addLayout(same)
        inside.addWidget(Quiet("Nobody is to be kept out:"))
        inside.addLayout(self._row("O", "K"))
        why = QLabel("&Reason")
        why.setBuddy(self.reason)
        self.reason.setAccessibleName("Reason for ruling it out")
        inside.addWidget(why)
        inside.addWidget(self.reason)
        within = QVBoxLayout(self.forming)
        within.setContentsMargins(0, em(self, 0.4), 0, 0)
        within.addLayout(self._row("Y", "N"))
        column.addWidget(self.naming)
        column.addWidget(self.forming)
        column.addStretch(1)

    def _row(self, *keys: str) -> QHBoxLayout:
        row = QHBoxLayout()
        for key in keys:
            row.addWidget(self.buttons[key])
        row.addStretch(1)
        return row

    def offer(self, entities: Sequence[tuple[str, str]]) -> None:
        """Offer these people, places and agencies as the bearers of the name."""
        self.who.offer(entities)

    def ask(self, one: Asked | None) -> None:
        """Show what is asked."""
        self.naming.setVisible(isinstance(one, Candidate))
        self.forming.setVisible(isinstance(one, Proposal))
        self.reason.clear()
        if isinstance(one, Candidate):
            self._ask_name(one)
        elif isinstance(one, Proposal):
            self.words.setText(f"{shown(one.words)}: {one.why} of {one.name}?")
            self.about.setText(f"It stands in the papers {times(one.count)}.")
            self.spellings.clear()
            self.samples.setText(f"“{one.sample}”" if one.sample else "")
        else:
            for label in (self.words, self.about, self.spellings, self.samples):
                label.clear()

    def _ask_name(self, one: Candidate) -> None:
        self.words.setText(shown(one.words))
        said = f"It stands in the papers {times(one.count)}. It may be {GUESS[one.guess]}."
        small = " It is in small letters, as no gate would see it." if one.small else ""
        self.about.setText(said + small)
        others = [f"{shown(words)} ({count})" for words, count in one.spellings[1:9]]
        self.spellings.setText(f"Also written: {', '.join(others)}" if others else "")
        self.samples.setText("\n\n".join(f"“{text}”\nin {place}" for place, text in one.samples))
        self.who.show_value(one.suggestions[0] if one.suggestions else None)


def shown(words: str) -> str:
    """The words, or the beginning of those that no line can hold."""
    return words if len(words) <= LINE else f"{words[:LINE]}…"


def times(count: int) -> str:
    """How often, in words."""
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def item_for(one: Asked) -> QListWidgetItem:
    """One line of the list."""
    if isinstance(one, Proposal):
        item = QListWidgetItem(f"{shown(one.words)}  ({one.why} of {one.name}?)")
    else:
        many = f", {len(one.spellings)} spellings" if len(one.spellings) > 1 else ""
        item = QListWidgetItem(f"{shown(one.words)}  ({times(one.count)}{many})")
    item.setData(Qt.ItemDataRole.UserRole, one.id)
    return item


_BUTTONS = {
    "P": "A person (P)",
    "L": "A place (L)",
    "A": "An agency (A)",
    "S": "The same (S)",
    "O": "Ordinary words (O)",
    "K": "Keep the name (K)",
    "Y": "Yes, record it (Y)",
    "N": "No (N)",
}
