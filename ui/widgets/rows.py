"""Rows: the thin table between plain facts and Qt. Sorting and grouping happened before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
ID_ROLE = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what it says of a fact, and perhaps its colour and its width.

    ``width`` is in characters; the column with none takes what is left.
    """

    title: str
    text: Callable[[Any], str]
    width: int = 0
    colour: Callable[[Any], QColor | None] | None = None


class RowsModel(QAbstractTableModel):
    """A table of facts, one a row, found again by their ids."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.facts: tuple[Any, ...] = ()

    def show_facts(self, facts: Sequence[Any]) -> None:
        """Show these facts in this order. Where the same ones stand, only their words change."""
        same = [each.id for each in facts] == [each.id for each in self.facts]
        if same:
            self.facts = tuple(facts)
            if self.facts:
                last = self.index(len(self.facts) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.facts = tuple(facts)
        self.endResetModel()

    def id_at(self, row: int) -> str | None:
        """The id of the fact in this row."""
        return self.facts[row].id if 0 <= row < len(self.facts) else None

    def row_of(self, id: str) -> int | None:  # noqa: A002 # the field's name
        """The row of the fact of this id."""
        return next((row for row, fact in enumerate(self.facts) if fact.id == id), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many facts there are."""
        return 0 if parent.isValid() else len(self.facts)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """What a cell says, aloud with its column's heading."""
        if not index.isValid():
            return None
        column, fact = self.columns[index.column()], self.facts[index.row()]
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return column.text(fact)
            case _Role.AccessibleTextRole:
                return f"{column.title}: {column.text(fact) or 'nothing'}"
            case _Role.ForegroundRole:
                return column.colour(fact) if column.colour else None
            case _ if role == ID_ROLE:
                return fact.id
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """The columns' headings."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == _Role.DisplayRole:
                return self.columns[section].title
            if role == _Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
