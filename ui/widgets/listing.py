"""ListDetailPage: a page that lists facts of one kind and edits the chosen one beside the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.support.commands import Commands
from ui.support.session import Session
from ui.widgets.list_detail import ListDetail
from ui.widgets.notice import NoticeBar
from ui.widgets.rows import Column, RowsModel
from ui.widgets.table import ListTable
from workbench.actions.editing import remove
from workbench.model.changes import Change
from workbench.model.facts import Topic
from workbench.review import Review


class ListDetailPage(QWidget):
    """What a page of facts is made of. A page says its words as class attributes and fills in:

    - ``facts(record, text)``: what to list for the words in the search box, in order;
    - ``make(record)``: add a fact and return ``(fact, change)``;
    - ``take_away(record, fact)``: where deleting is more than removing that fact;
    - ``show_fact(fact | None)``: fill the detail, which was handed to ``__init__``.

    Ctrl+N, Delete, F2, Ctrl+Enter and Ctrl+F come from the shell through ``new_item``,
    ``delete_item``, ``edit_main``, ``back_to_list`` and ``find_here``.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset()
    title: ClassVar[str] = ""
    noun: ClassVar[str] = "item"  # what one of them is called: "Delete person"
    empty: ClassVar[str] = ""  # what to say when there are none yet
    columns: ClassVar[Sequence[Column]] = ()
    add_text: ClassVar[str] = "Add"

    def __init__(self, session: Session, commands: Commands, detail: QWidget) -> None:
        super().__init__()
        self.session, self.commands = session, commands
        self.detail = detail
        self.model = RowsModel(self.columns, self)
        self.table = ListTable(
            self.model, tuple(column.width for column in self.columns), name=self.title
        )
        self.frame = ListDetail(
            title=self.title, add_text=self.add_text, table=self.table, detail=detail
        )
        self.notice = NoticeBar()
        self._text = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.notice)
        layout.addWidget(self.frame, 1)
        self.frame.add_button.clicked.connect(self.new_item)
        self.frame.delete_button.clicked.connect(self.delete_item)
        self.table.delete_pressed.connect(self.delete_item)
        self.table.chosen.connect(self._chosen)
        self.frame.searched.connect(self._search)

    # What a page fills in

    def facts(self, record: Review, text: str) -> Sequence[Any]:
        """What to list for these words of the search box, in order."""
        raise NotImplementedError

    def make(self, record: Review) -> tuple[Any, Any]:
        """Add a fact to the record; returns it with the change."""
        raise NotImplementedError

    def show_fact(self, fact: Any) -> None:
        """Fill the detail with this fact, or with None say that none is chosen."""
        raise NotImplementedError

    def take_away(self, record: Review, fact: Any) -> Change:
        """Delete a fact that is listed."""
        return remove(record, [fact])

    def focus_main(self) -> None:
        """Put the cursor into the field that matters most."""
        self.detail.setFocus()

    # What the shell and the author do

    def refresh(self) -> None:
        """Ask again for what the page shows, and keep what was chosen."""
        chosen = self.chosen_id
        facts = self.facts(self.session.record, self._text)
        self.model.show_facts(facts)
        row = self.model.row_of(chosen) if chosen else None
        if row is not None:
            self.table.select_row(row)
        elif facts:
            self.table.select_row(min(max(self._last_row, 0), len(facts) - 1))
        self._show_chosen()
        self._say_count(len(facts))

    _last_row = 0

    @property
    def chosen_id(self) -> str | None:
        """The id of the chosen fact."""
        return self.model.id_at(self.table.currentIndex().row())

    @property
    def chosen(self) -> Any:
        """The chosen fact as it was last read, or None."""
        row = self.table.currentIndex().row()
        return self.model.facts[row] if 0 <= row < len(self.model.facts) else None

    def choose(self, id: str) -> bool:  # noqa: A002 # the field's name
        """Choose the fact of this id; False when it is not listed."""
        row = self.model.row_of(id)
        if row is None and self._text:
            self.frame.search.clear()
            self._search("")
            row = self.model.row_of(id)
        if row is None:
            return False
        self.table.select_row(row)
        return True

    def new_item(self) -> None:
        """Add one and put the cursor where its words go."""
        self.session.settling.emit()
        made = self.session.run(self.make)
        if made is not None and self.choose(made[0].id):
            self.frame.show_detail()
            self.focus_main()

    def delete_item(self) -> None:
        """Delete the chosen one, and offer to undo that."""
        fact = self.chosen
        if fact is None:
            return
        self.session.settling.emit()
        self._last_row = self.table.currentIndex().row()
        if self.session.run(lambda review: self.take_away(review, fact)) is not None:
            self.notice.say(f"Deleted the {self.noun}.", act="Undo", run=self.session.undo)
            self.frame.show_list()

    def edit_main(self) -> None:
        """Go to the field that matters most."""
        if self.chosen is not None:
            self.frame.show_detail()
            self.focus_main()

    def back_to_list(self) -> None:
        """Leave the fields; what was typed is written."""
        self.session.settling.emit()
        self.frame.show_list()

    def find_here(self) -> None:
        """Go to the search box."""
        self.frame.find_here()

    def _search(self, text: str) -> None:
        self._text = text
        self.refresh()

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self._last_row = row
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.show_fact(self.chosen)

    def _say_count(self, shown: int) -> None:
        found = f"{shown:,} found" if self._text else f"{shown:,}"
        self.frame.count.setText(found if shown or self._text else "")
        nothing = "Nothing here has these words." if self._text else self.empty
        self.frame.say_empty("" if shown else nothing)
