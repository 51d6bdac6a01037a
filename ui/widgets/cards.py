"""Cards: several small forms below each other, one for each fact of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.support.theme import em
from ui.widgets.form import Form
from ui.widgets.headings import Quiet, SectionTitle

C = TypeVar("C", bound=Form)


class Cards(QWidget, Generic[C]):
    """A heading, a form for each fact, and a button that adds one.

    ``make`` makes an empty form for a fact; forms stay while their facts do, so that nobody is
    thrown out of a field by a change elsewhere.
    """

    def __init__(self, title: str, add_text: str, make: Callable[[Any], C]) -> None:
        super().__init__()
        self._make = make
        self.forms: dict[str, C] = {}
        self.add_button = QPushButton(add_text)
        self.empty = Quiet()
        self._list = QVBoxLayout()
        self._list.setSpacing(em(self, 0.8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, em(self, 0.4), 0, 0)
        layout.setSpacing(em(self, 0.5))
        layout.addWidget(SectionTitle(title))
        layout.addWidget(self.empty)
        layout.addLayout(self._list)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        layout.addLayout(row)
        self.say_empty("")

    def show_facts(self, facts: Sequence[Any]) -> None:
        """Have a form for each of these facts, in this order; the caller fills them."""
        wanted = {fact.id for fact in facts}
        for gone in self.forms.keys() - wanted:
            form = self.forms.pop(gone)
            self._list.removeWidget(form)
            form.hide()
            form.deleteLater()
        for place, fact in enumerate(facts):
            if fact.id not in self.forms:
                self.forms[fact.id] = self._make(fact)
            self._list.insertWidget(place, self.forms[fact.id])

    def clear(self) -> None:
        """Have no form, as before another item's are shown."""
        self.show_facts(())

    def say_empty(self, text: str) -> None:
        """Say something below the heading, or with "" nothing."""
        self.empty.setText(text)
        self.empty.setVisible(bool(text))
