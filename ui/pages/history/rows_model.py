"""The list of the history page: lines under headings, more of them as one scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.support.theme import em, tones
from ui.widgets.cells import CellDelegate
from ui.widgets.rows import NOWHERE, Index
from ui.widgets.table import ListTable

_Role = Qt.ItemDataRole
HEADING_ROLE = Qt.ItemDataRole.UserRole + 7
WIDTHS = (7, 10, 0, 0, 13)  # time, what became of it, what was done, to what, who


Titles = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list; only ``heading`` where it is the heading of those below. ``told`` is
    what the line stands for."""

    id: str
    cells: tuple[str, ...] = ("",) * len(WIDTHS)
    heading: str = ""
    told: Any = None


class HistoryRows(QAbstractTableModel):
    """Rows under headings. ``more_wanted`` asks for those that follow, while there are any."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._titles = ("Time", "Change", "What was done", "To what", "Who")
        self._more = self._asked = False

    def show_rows(self, titles: Titles, rows: Sequence[Row], *, more: bool) -> None:
        """Show these rows under these columns' titles; ``more`` when others may follow."""
        self.beginResetModel()
        self._titles, self.rows = titles, list(rows)
        self._more, self._asked = more, False
        self.endResetModel()

    def add_rows(self, rows: Sequence[Row], *, more: bool) -> None:
        """Add the rows that follow."""
        self._more, self._asked = more, False
        if rows:
            first = len(self.rows)
            self.beginInsertRows(NOWHERE, first, first + len(rows) - 1)
            self.rows.extend(rows)
            self.endInsertRows()

    def row_of(self, id: str) -> int | None:  # noqa: A002 # the field's name
        """The row of the line of this id."""
        found = (at for at, row in enumerate(self.rows) if row.id == id and not row.heading)
        return next(found, None)

    def first_line(self) -> int | None:
        """The first row that is not a heading."""
        return next((at for at, row in enumerate(self.rows) if not row.heading), None)

    def canFetchMore(self, parent: Index = NOWHERE) -> bool:
        """Whether others follow that have not been asked for."""
        return self._more and not self._asked and not parent.isValid()

    def fetchMore(self, parent: Index = NOWHERE) -> None:
        """Ask for those that follow."""
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows there are so far."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns there are, hidden ones with them."""
        return 0 if parent.isValid() else len(WIDTHS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are not chosen: the arrow keys pass them by."""
        if self.rows[index.row()].heading:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """What a cell says, aloud with its column's heading."""
        row, column = self.rows[index.row()], index.column()
        text = row.heading or row.cells[column]
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return text
            case _Role.AccessibleTextRole if row.heading:
                return text
            case _Role.AccessibleTextRole:
                return f"{self._titles[column]}: {text or 'nothing'}"
            case _ if role == HEADING_ROLE:
                return bool(row.heading)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """The columns' titles."""
        if orientation == Qt.Orientation.Horizontal:
            if role == _Role.DisplayRole:
                return self._titles[section]
            if role == _Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class HistoryTable(ListTable):
    """The table of the rows; a heading stretches over all of its columns."""

    def __init__(self, model: HistoryRows) -> None:
        super().__init__(model, WIDTHS, name="History")
        self._rows = model
        self.setItemDelegate(RowDelegate(self))
        model.modelReset.connect(self._span_all)
        model.rowsInserted.connect(lambda _, first, last: self._span(first, last))

    def select_row(self, row: int) -> None:
        """Select this row in a column that is shown: from a hidden one the arrow keys lead
        nowhere."""
        column = next(at for at in range(len(WIDTHS)) if not self.isColumnHidden(at))
        index = self.model().index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _span_all(self) -> None:
        self.clearSpans()
        self._span(0, len(self._rows.rows) - 1)

    def _span(self, first: int, last: int) -> None:
        for at in range(first, last + 1):
            if self._rows.rows[at].heading:
                self.setSpan(at, 0, 1, len(WIDTHS))


class RowDelegate(CellDelegate):
    """Paints headings in bold on the window's own ground, and lines as every list does."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        if not index.data(HEADING_ROLE):
            super().paint(painter, option, index)
            return
        tone = tones()
        painter.save()
        painter.fillRect(option.rect, tone.window)
        font = option.font
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(tone.text)
        pad = em(self._view, 0.5)
        inner = option.rect.adjusted(pad, 0, -pad, 0)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, inner.width()
        )
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, int(start), text)
        painter.restore()
