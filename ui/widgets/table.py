"""The table that every list of the workbench is shown in."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.support.theme import em
from ui.widgets.cells import CellDelegate
from ui.widgets.rows import Index

_FLEXIBLE = 0


class ListTable(QTableView):
    """Whole rows, one at a time, of fixed height; Enter opens, Delete deletes, Tab leaves."""

    chosen = Signal(int)  # row, or -1
    opened = Signal()
    delete_pressed = Signal()

    def __init__(self, model: QAbstractTableModel, widths: tuple[int, ...], *, name: str) -> None:
        super().__init__()
        self._widths = widths
        self._lines = 1.0
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads.setMinimumSectionSize(24)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self._fit()

    def set_lines(self, lines: float) -> None:
        """Make every row as tall as this many lines of text."""
        self._lines = lines
        self._fit()

    def hide_columns(self, hidden: frozenset[int]) -> None:
        """Leave these columns out, as where there is little room, and show all others."""
        for at in range(len(self._widths)):
            self.setColumnHidden(at, at in hidden)
        self._share()

    def select_row(self, row: int) -> None:
        """Select this row and bring it into sight."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def selected_row(self) -> int:
        """The selected row, or -1."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which row was chosen."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row, Delete deletes it, Home and End go to the first and the last."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_Home and self.model().rowCount():
            self.select_row(0)
        elif event.key() == Qt.Key.Key_End and self.model().rowCount():
            self.select_row(self.model().rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the author's text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share()

    def _fit(self) -> None:
        rows = self.verticalHeader()
        height = em(self, self._lines) + em(self, 0.7)
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)
        self._share()

    def _share(self) -> None:
        """Fixed columns get their characters; the flexible ones what is left, never too little."""
        unit = self.fontMetrics().averageCharWidth() + 1
        wanted = [
            0 if self.isColumnHidden(at) else width * unit for at, width in enumerate(self._widths)
        ]
        room = self.viewport().width()
        flexible = [
            at
            for at, width in enumerate(self._widths)
            if width == _FLEXIBLE and not self.isColumnHidden(at)
        ]
        heads = self.horizontalHeader()
        least = {at: max(14 * unit, heads.sectionSizeHint(at)) for at in flexible}
        fixed = sum(wanted)
        spare = room - sum(least.values())
        shrink = min(1.0, max(spare, 0) / fixed) if fixed else 1.0
        shrink = max(shrink, 0.55)
        shrunk = [int(width * shrink) for width in wanted]  # never a pixel more than there is
        each = (room - sum(shrunk)) // max(len(flexible), 1)
        for at, width in enumerate(shrunk):
            self.setColumnWidth(at, max(each, least[at]) if at in least else width)
