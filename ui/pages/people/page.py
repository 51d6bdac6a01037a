"""People: everyone whom papers name, and the places that could give them away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QTabWidget, QVBoxLayout, QWidget

from ui.pages.people.listings import PeopleListing, PlacesListing
from ui.support.commands import Command, Commands
from ui.support.session import Session
from ui.support.theme import em
from ui.widgets.list_detail import ListDetail
from ui.widgets.listing import ListDetailPage
from workbench.disclosure.elsewhere import note_pseudonyms
from workbench.model.facts import Topic


class PeoplePage(QWidget):
    """Two lists on two tabs; the keys go to the one that is shown."""

    topics = frozenset({Topic.PEOPLE, Topic.AGENCIES})
    asked_for = Signal(str, str)  # the page and the item to show

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        self.session = session
        self.people = PeopleListing(session, commands)
        self.places = PlacesListing(session, commands)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("People and places")
        for listing in (self.people, self.places):
            listing.setContentsMargins(0, em(self, 0.5), 0, 0)
        self.tabs.addTab(self.people, "People")
        self.tabs.addTab(self.places, "Places")
        self.complete_button = QPushButton("Complete the register")
        self.complete_button.setToolTip("Looks through the papers for names that are not here")
        self.complete_button.clicked.connect(self._complete)
        self.people.frame.filters.addWidget(self.complete_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        commands.add(
            Command(
                "people.places",
                "People or places",
                "Ctrl+Shift+P",
                self._turn,
                "Turns between the list of people and the list of places",
                "View",
                page="People",
            )
        )

    def _complete(self) -> None:
        self.asked_for.emit("Disclosure", "Complete the register")

    @property
    def shown(self) -> ListDetailPage:
        """The list that is shown."""
        return self.places if self.tabs.currentWidget() is self.places else self.people

    @property
    def frame(self) -> ListDetail:
        """The frame of the list that is shown."""
        return self.shown.frame

    def refresh(self) -> None:
        """Ask again for both lists."""
        self.people.refresh()
        self.places.refresh()
        note_pseudonyms(self.session.record)  # for this computer's other reviews

    def _turn(self) -> None:
        self.tabs.setCurrentWidget(self.people if self.shown is self.places else self.places)

    def new_item(self) -> None:
        """Add a person or a place."""
        self.shown.new_item()

    def delete_item(self) -> None:
        """Delete the chosen one."""
        self.shown.delete_item()

    def edit_main(self) -> None:
        """Go to the name of the chosen one."""
        self.shown.edit_main()

    def back_to_list(self) -> None:
        """Leave the fields."""
        self.shown.back_to_list()

    def find_here(self) -> None:
        """Go to the search box."""
        self.shown.find_here()

    def choose(self, id: str) -> bool:  # noqa: A002 # the field's name
        """Show this person or place."""
        for listing in (self.people, self.places):
            if listing.choose(id):
                self.tabs.setCurrentWidget(listing)
                return True
        return False
