"""The entries to pick evidence from: fetched from the record as they are scrolled to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from workbench.intake.wording import in_words
from workbench.model.chronology import Entry, EntryQuery

PAGE = 100
SHOWN = 180  # characters: what the rows can show; eliding long text is what makes lists stutter
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()

Fetch = Callable[[EntryQuery, int, int], tuple[Entry, ...]]
Count = Callable[[EntryQuery], int]


class EntryList(QAbstractListModel):
    """The entries that answer a query, in the store's order; the store does the searching."""

    def __init__(self, fetch: Fetch, count: Count, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._count = count
        self._query = EntryQuery()
        self._entries: list[Entry] = []
        self._total = 0
        self._agencies: dict[str, str] = {}
        self._linked: dict[str, bool] = {}

    @property
    def total(self) -> int:
        """How many entries answer the query."""
        return self._total

    def ask(self, query: EntryQuery, agencies: dict[str, str]) -> None:
        """Show the entries that answer the query; ``agencies`` are the names by id."""
        self.beginResetModel()
        self._query = query
        self._agencies = agencies
        self._total = self._count(query)
        self._entries = list(self._fetch(query, 0, PAGE))
        self.endResetModel()

    def set_linked(self, linked: dict[str, bool]) -> None:
        """Mark the entries (by id) that are evidence already, and whether they support."""
        self._linked = linked
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def entry_at(self, index: QModelIndex) -> Entry | None:
        """The entry in this row."""
        return self._entries[index.row()] if index.isValid() else None

    def rowCount(self, parent: QModelIndex = _ROOT) -> int:  # type: ignore[override]
        """How many entries have been fetched so far."""
        return 0 if parent.isValid() else len(self._entries)

    def canFetchMore(self, parent: QModelIndex) -> bool:  # type: ignore[override]
        """Whether the record holds more."""
        return not parent.isValid() and len(self._entries) < self._total

    def fetchMore(self, parent: QModelIndex) -> None:  # type: ignore[override]
        """Fetch the next page."""
        del parent
        more = self._fetch(self._query, len(self._entries), PAGE)
        if not more:
            self._total = len(self._entries)
            return
        start = len(self._entries)
        self.beginInsertRows(_ROOT, start, start + len(more) - 1)
        self._entries += more
        self.endInsertRows()

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]
        """The entry in two lines, or as one sentence for a screen reader."""
        entry = self.entry_at(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self.heading(entry)}\n{entry.text[:SHOWN]}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.heading(entry)}: {entry.text}"
        if role == ENTRY_ROLE:
            return entry
        return None

    def heading(self, entry: Entry) -> str:
        """When, whose record, and whether it is evidence already."""
        parts = [in_words(entry.when)]
        if entry.agency:
            parts.append(self._agencies.get(entry.agency, ""))
        if entry.id in self._linked:
            parts.append("supports" if self._linked[entry.id] else "contradicts")
        return "  ·  ".join(part for part in parts if part)
