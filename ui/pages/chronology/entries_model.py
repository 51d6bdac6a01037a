"""The entries as a table. The store sorts, filters and counts; rows come in pages as they are seen.

Nothing here holds the whole chronology: a page of rows is asked for when one of them is painted,
and pages that have not been seen for a while are forgotten.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from ui.widgets.rows import Index
from workbench.intake.wording import in_words
from workbench.model.chronology import Entry, EntryOrder, EntryQuery
from workbench.model.ids import EntryId
from workbench.resources import label_of
from workbench.review import Review

PAGE = 200
KEPT_PAGES = 12
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Names:
    """The names that entries refer to by id."""

    agencies: Mapping[str, str]
    people: Mapping[str, str]

    def agency(self, entry: Entry) -> str:
        """The agency whose record the entry is from."""
        return self.agencies.get(entry.agency or "", "")

    def who(self, entry: Entry) -> str:
        """The people whom the entry is about."""
        return ", ".join(self.people[each] for each in entry.people if each in self.people)


@dataclass(frozen=True, slots=True)
class EntryColumn:
    """One column: its heading, what it says, its width in characters, and the store's order."""

    title: str
    text: Callable[[Entry, Names], str]
    width: int = 0
    order: EntryOrder | None = None


COLUMNS = (
    EntryColumn("When", lambda entry, _: in_words(entry.when), 13, EntryOrder.WHEN),
    EntryColumn("Agency", lambda entry, names: names.agency(entry), 12, EntryOrder.AGENCY),
    EntryColumn("Who", lambda entry, names: names.who(entry), 10),
    EntryColumn("What happened", lambda entry, _: entry.text, 0, EntryOrder.TEXT),
    EntryColumn("Source", lambda entry, _: entry.source, 9),
    EntryColumn("Mark", lambda entry, _: label_of("entry-marks", entry.mark), 12, EntryOrder.MARK),
)
WHEN, AGENCY, WHO, WHAT, SOURCE, MARK = range(len(COLUMNS))


class EntriesModel(QAbstractTableModel):
    """The rows of one query, fetched from the review a page at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.query = EntryQuery()
        self.names = Names({}, {})
        self._review: Review | None = None
        self._rows = 0
        self._pages: OrderedDict[int, tuple[Entry, ...]] = OrderedDict()

    def show(self, review: Review, query: EntryQuery, names: Names) -> None:
        """Show what this query has now. Where it has as many rows as before, they stay in place
        and only their words change."""
        rows = review.count_entries(query)
        same = review is self._review and query == self.query and rows == self._rows
        if not same:
            self.beginResetModel()
        self._review, self.query, self.names, self._rows = review, query, names, rows
        self._pages.clear()
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, len(COLUMNS) - 1))

    def entry_at(self, row: int) -> Entry | None:
        """The entry in this row; None when the record has changed and it is there no more."""
        if self._review is None or not 0 <= row < self._rows:
            return None
        at, within = divmod(row, PAGE)
        page = self._pages.get(at)
        if page is None:
            page = self._review.entries(self.query, offset=at * PAGE, limit=PAGE)
            self._pages[at] = page
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(at)
        return page[within] if within < len(page) else None

    def row_of(self, id: EntryId) -> int | None:  # noqa: A002 # the field's name
        """The row in which this entry stands, or None when the query leaves it out."""
        return None if self._review is None else self._review.place_of_entry(self.query, id)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many entries the query has."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """What a cell says, aloud with its column's heading."""
        if not index.isValid() or role not in _SERVED:
            return None
        entry = self.entry_at(index.row())
        if entry is None or role == ENTRY_ROLE:
            return entry
        column = COLUMNS[index.column()]
        text = column.text(entry, self.names)
        if role == _Role.AccessibleTextRole:
            return f"{column.title}: {text or 'nothing'}"
        return text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """The columns' headings."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS):
            if role == _Role.DisplayRole:
                return COLUMNS[section].title
            if role == _Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


_SERVED = frozenset(
    {_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole, _Role(ENTRY_ROLE)}
)
