"""Disclosure: completing the register, rulings, what identifies together, the log and the key."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ui.pages.register.completing import Completing
from ui.pages.register.intruder import Intruder
from ui.pages.register.key import KeyExport
from ui.pages.register.log import LogListing
from ui.pages.register.rulings import RulingsListing
from ui.support.commands import Commands
from ui.support.session import Session
from ui.support.theme import em
from workbench.model.facts import Topic


class DisclosurePage(QWidget):
    """One tab for each. What is shown is asked again at once, the others when turned to."""

    topics = frozenset(Topic)

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        self.session = session
        self._stale: set[int] = set()
        self.completing = Completing(session)
        self.rulings = RulingsListing(session, commands)
        self.intruder = Intruder(session)
        self.log = LogListing(session, commands)
        self.key = KeyExport(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Disclosure")
        self._add("Complete the register", self.completing)
        self._add("Rulings", self.rulings)
        self._add("What identifies together", self.intruder)
        self._add("Disclosure log", self.log)
        self._add("Key to the pseudonyms", self.key)
        self.tabs.currentChanged.connect(lambda _: self._freshen())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)

    def _add(self, title: str, part: QWidget) -> None:
        part.setContentsMargins(0, em(self, 0.5), 0, 0)
        self.tabs.addTab(part, title)

    @property
    def shown(self) -> Any:
        """The part that is shown."""
        return self.tabs.currentWidget()

    def refresh(self) -> None:
        """Ask again for what is shown."""
        self._stale = set(range(self.tabs.count()))
        self._freshen()

    def _freshen(self) -> None:
        at = self.tabs.currentIndex()
        if at in self._stale:
            self._stale.discard(at)
            self.shown.refresh()

    def _do(self, what: str) -> None:
        act = getattr(self.shown, what, None)
        if act is not None:
            act()

    def new_item(self) -> None:
        """What Ctrl+N does here."""
        self._do("new_item")

    def delete_item(self) -> None:
        """Revoke the chosen ruling."""
        self._do("delete_item")

    def edit_main(self) -> None:
        """Go to what can be changed."""
        self._do("edit_main")

    def back_to_list(self) -> None:
        """Leave the fields."""
        self._do("back_to_list")

    def find_here(self) -> None:
        """Go to what is listed."""
        self._do("find_here")

    def choose(self, id: str) -> bool:  # noqa: A002 # the field's name
        """Turn to the tab of this name."""
        for at in range(self.tabs.count()):
            if self.tabs.tabText(at) == id:
                self.tabs.setCurrentIndex(at)
                self.find_here()
                return True
        return False
