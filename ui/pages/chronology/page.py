"""Chronology: what each agency's record says happened, filtered and sorted by the store."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.chronology.entries_model import COLUMNS, SOURCE, WHO, EntriesModel, Names
from ui.pages.chronology.entry_form import EntryForm
from ui.pages.chronology.filters import FilterBar
from ui.pages.chronology.page_commands import page_commands
from ui.pages.chronology.papers import Papers
from ui.pages.chronology.row_painting import LINES, EntryDelegate
from ui.support.commands import Commands
from ui.support.session import Session
from ui.widgets.choices import agency_choices, people_choices
from ui.widgets.list_detail import ListDetail
from ui.widgets.notice import NoticeBar
from ui.widgets.table import ListTable
from workbench.actions.chronology import (
    add_entry,
    contradict,
    move_within_its_time,
    reconcile,
)
from workbench.actions.editing import remove
from workbench.model.chronology import Entry, EntryOrder, EntryQuery
from workbench.model.facts import Topic
from workbench.model.ids import EntryId

EMPTY = (
    "No entry yet. Add what the agencies’ records say, one thing at a time, or take in the "
    "chronology that an agency sent."
)
SHORT = 70  # characters
NOT_FOUND = "No entry fits these words and choices."


class ChronologyPage(QWidget):
    """The list of entries and the chosen one beside it."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.CHRONOLOGY, Topic.AGENCIES, Topic.PEOPLE, Topic.FINDINGS}
    )

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        self.session = session
        self._text = ""
        self._order, self._descending = EntryOrder.WHEN, False
        self._chosen: EntryId | None = None
        self._last_row = 0
        self._filling = False
        self.model = EntriesModel(self)
        widths = tuple(column.width for column in COLUMNS)
        self.table = ListTable(self.model, widths, name="Chronology")
        self.table.setItemDelegate(EntryDelegate(self.table))
        self.table.setAlternatingRowColors(False)
        self.table.set_lines(LINES)
        self.form = EntryForm(session)
        self.filters = FilterBar()
        self.frame = ListDetail(
            title="Chronology",
            add_text="Add an entry",
            table=self.table,
            detail=self.form,
            list_share=70,  # six columns need more than a list of names
        )
        self.notice = NoticeBar()
        self.papers = Papers(session)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        for command in page_commands(self):
            commands.add(command)

    def _lay_out(self) -> None:
        holder = self.table.parentWidget()
        left = holder.layout() if holder is not None else None
        if isinstance(left, QBoxLayout):  # below the search box, above the list
            left.insertWidget(left.indexOf(self.table) - 1, self.filters)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.notice)
        page.addWidget(self.stack, 1)
        self.stack.addWidget(self.frame)
        self.stack.addWidget(self.papers.preview)
        self.stack.addWidget(self.papers.password)
        self.take_in_button = QPushButton("Take in a paper…")
        self.frame.filters.addWidget(self.take_in_button)
        heads = self.table.horizontalHeader()
        heads.setSectionsClickable(True)
        heads.setSortIndicatorShown(True)
        heads.setSortIndicator(0, Qt.SortOrder.AscendingOrder)

    def _connect(self) -> None:
        self.table.horizontalHeader().sectionClicked.connect(self.sort_by_column)
        self.table.chosen.connect(self._choose_row)
        self.table.delete_pressed.connect(self.delete_item)
        self.filters.changed.connect(self._begin_again)
        self.frame.searched.connect(self._search)
        self.frame.narrowed.connect(self._fit)
        self.frame.add_button.clicked.connect(self.new_item)
        self.frame.delete_button.clicked.connect(self.delete_item)
        self.take_in_button.clicked.connect(self.take_in)
        disagreements = self.form.disagreements
        disagreements.asked.connect(self.mark_disagreement)
        disagreements.went.connect(self.choose)
        disagreements.reconciled.connect(self._reconcile)
        self.papers.said.connect(self.notice.say)
        self.papers.shown.connect(lambda: self._show_paper(self.papers.preview))
        self.papers.wanted.connect(lambda: self._show_paper(self.papers.password))
        self.papers.left.connect(self._show_list)
        self.papers.taken.connect(self._took_in)

    def _fit(self, narrow: bool) -> None:
        """Where there is little room, who and source are read beside the list alone."""
        self.table.hide_columns(frozenset({WHO, SOURCE}) if narrow else frozenset())

    # What is shown

    @property
    def query(self) -> EntryQuery:
        """What is asked of the store now."""
        asked = self.filters.query(self._text)
        return replace(asked, order=self._order, descending=self._descending)

    def refresh(self) -> None:
        """Ask again for what the page shows, and keep what was chosen."""
        record = self.session.record
        self.filters.offer(record)
        self.form.offer()
        names = Names(dict(agency_choices(record)), dict(people_choices(record)))
        self._filling = True
        self.model.show(record, self.query, names)
        row = self._row_of_chosen()
        rows = self.model.rowCount()
        if row is None and rows:
            row = min(self._last_row, rows - 1)
        if row is not None and row != self.table.currentIndex().row():
            self.table.select_row(row)
        self._filling = False
        self._choose_row(-1 if row is None else row)
        self._say_count(rows)

    def _row_of_chosen(self) -> int | None:
        """Where the chosen entry stands now: mostly where it stood before."""
        row = self.table.currentIndex().row()
        there = self.model.entry_at(row)
        if there is not None and there.id == self._chosen:
            return row
        return self.model.row_of(self._chosen) if self._chosen else None

    def _say_count(self, rows: int) -> None:
        total = self.session.record.count(Entry)
        narrowed = rows != total
        self.frame.count.setText(f"{rows:,} of {total:,}" if narrowed else f"{total:,}")
        self.frame.count.setVisible(bool(total))
        self.frame.say_empty("" if rows else NOT_FOUND if total else EMPTY)

    def _search(self, text: str) -> None:
        self._text = text
        self._begin_again()

    def _begin_again(self) -> None:
        """List what is asked for now, from the top unless what was chosen is in it."""
        self._last_row = 0
        self.refresh()

    def sort_by_column(self, column: int) -> None:
        """Sort by this column, or where it is so already the other way round."""
        order = COLUMNS[column].order
        heads = self.table.horizontalHeader()
        if order is not None:
            self._descending = order is self._order and not self._descending
            self._order = order
            self.refresh()
        shown = next(at for at, each in enumerate(COLUMNS) if each.order is self._order)
        way = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
        heads.setSortIndicator(shown, way)

    # What is chosen

    def _choose_row(self, row: int) -> None:
        if self._filling:
            return
        entry = self.model.entry_at(row)
        self._chosen = entry.id if entry else None
        if entry is not None:
            self._last_row = row
        self.form.show_entry(entry)
        self.frame.delete_button.setEnabled(entry is not None)

    @property
    def chosen(self) -> Entry | None:
        """The chosen entry, as the list last read it."""
        return self.model.entry_at(self.table.currentIndex().row())

    def choose(self, id: EntryId) -> bool:  # noqa: A002 # the field's name
        """Choose this entry; what leaves it out of the list is cleared. False when it is gone."""
        if self.model.row_of(id) is None:
            self._show_everything()
        row = self.model.row_of(id)
        if row is None:
            return False
        self.table.select_row(row)
        return True

    def _show_everything(self) -> None:
        self._text = ""
        self.frame.search.clear()
        self.filters.clear()

    # What the shell and the author do

    def new_item(self) -> None:
        """Add an entry, of the agency and person that the list is narrowed to."""
        self.session.settling.emit()
        asked = self.query
        people = (asked.person,) if asked.person else ()
        made = self.session.run(
            lambda review: add_entry(review, text="", agency=asked.agency, people=people)
        )
        if made is not None and self.choose(made[0].id):
            self.frame.show_detail()
            self.form.focus("when")

    def delete_item(self) -> None:
        """Delete the chosen entry, and offer to undo that."""
        entry = self.chosen
        if entry is None:
            return
        self.session.settling.emit()
        if self.session.run(lambda review: remove(review, [entry])) is not None:
            self.notice.say("Deleted the entry.", act="Undo", run=self.session.undo)
            self.frame.show_list()

    def edit_main(self) -> None:
        """Go to the time, which is what is most often put right."""
        if self.chosen is not None:
            self.frame.show_detail()
            self.form.focus("when")

    def back_to_list(self) -> None:
        """Leave the fields; what was typed is written."""
        self.session.settling.emit()
        self.frame.show_list()

    def find_here(self) -> None:
        """Go to the search box."""
        self.frame.find_here()

    def mark_disagreement(self) -> None:
        """Ask for the record that says otherwise than the chosen entry."""
        entry = self.chosen
        if entry is None:
            return
        self.session.settling.emit()
        self.frame.show_list()
        self.notice.say(
            f"Choose in the list the record that disagrees with “{_short(entry.text)}”",
            act="It is this one",
            run=lambda: self._contradict(entry.id),
        )

    def _contradict(self, first: EntryId) -> None:
        second = self.chosen
        if second is not None:
            self.session.run(lambda review: contradict(review, first, second.id))
            self.choose(first)

    def _reconcile(self, other: EntryId) -> None:
        entry = self.chosen
        if entry is not None:
            self.session.run(lambda review: reconcile(review, entry.id, other))

    def move_item(self, step: int) -> None:
        """Move the chosen entry one place among those of the same day and time."""
        entry = self.chosen
        if entry is not None:
            self.session.settling.emit()
            self.session.run(lambda review: move_within_its_time(review, entry.id, step))
            self.choose(entry.id)

    def take_in(self) -> None:
        """Let the author choose an agency's paper, and show what is in it."""
        self.session.settling.emit()
        self.papers.choose(self)

    def _show_paper(self, screen: QWidget) -> None:
        self.notice.clear()
        self.stack.setCurrentWidget(screen)

    def _show_list(self) -> None:
        self.stack.setCurrentWidget(self.frame)
        self.take_in_button.setFocus()

    def _took_in(self, sentence: str) -> None:
        self._show_list()
        self.notice.say(sentence, act="Undo", run=self.session.undo)


def _short(text: str) -> str:
    """The first words of a text."""
    flat = " ".join(text.split())
    return flat if len(flat) <= SHORT else f"{flat[:SHORT].rsplit(' ', 1)[0]}…"
