"""One column of the board on the screen: its shape and word, and the list of its cards."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from ui.pages.factors.card_painting import CardDelegate, paint_shape
from ui.pages.factors.column import Column
from workbench.model.factors import Side

HEADINGS = {Side.RISK: "Risks", Side.PROTECTIVE: "Protective factors"}
EMPTY = {
    Side.RISK: "No risk here yet.\nAdd one, or drag one from the other column.",
    Side.PROTECTIVE: "No protective factor here yet.\nAdd one, or drag one from the other column.",
}


class ShapeMark(QWidget):
    """The column's shape beside its word. The word says it all, so it has no name of its own."""

    def __init__(self, side: Side) -> None:
        super().__init__()
        self._side = side
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """As tall as small letters."""
        side = round(self.fontMetrics().ascent() * 0.85)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape."""
        del event
        painter = QPainter(self)
        paint_shape(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._side)
        painter.end()


class CardList(QListView):
    """A column's cards. Ctrl with an arrow key moves the selected card: up and down within the
    column, left and right between the two."""

    nudged = Signal(int)  # rows down (1) or up (-1)
    sent = Signal(Side)  # to that column
    opened = Signal()
    delete_pressed = Signal()

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.column = column
        self.setModel(column)
        self.setItemDelegate(CardDelegate(self))
        self.setAccessibleName(HEADINGS[column.side])
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setTabKeyNavigation(False)
        self.setMinimumWidth(180)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def selected_id(self) -> str | None:
        """The selected factor's id."""
        indexes = self.selectedIndexes()
        return self.column.cards[indexes[0].row()].factor.id if indexes else None

    def select(self, factor: str) -> bool:
        """Select the card of this factor, if it stands here."""
        row = self.column.row_of(factor)
        if row is None:
            return False
        index = self.column.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moving and opening cards by keyboard; the rest is the list's own."""
        if self._moves(event):
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def _moves(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain != Qt.KeyboardModifier.ControlModifier or self.selected_id() is None:
            return False
        match event.key():
            case Qt.Key.Key_Up:
                self.nudged.emit(-1)
            case Qt.Key.Key_Down:
                self.nudged.emit(1)
            case Qt.Key.Key_Left:
                self.sent.emit(Side.RISK)
            case Qt.Key.Key_Right:
                self.sent.emit(Side.PROTECTIVE)
            case _:
                return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cards, or a quiet line where there are none."""
        super().paintEvent(event)
        if self.column.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().placeholderText().color())
        place = self.viewport().rect().adjusted(8, 24, -8, 0)
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(place, int(flags) | int(Qt.TextFlag.TextWordWrap), EMPTY[self.column.side])
        painter.end()


class ColumnView(QWidget):
    """The heading with its shape, and the cards below it."""

    def __init__(self, side: Side) -> None:
        super().__init__()
        self.column = Column(side, self)
        self.cards = CardList(self.column)
        self.heading = QLabel()
        self.heading.setObjectName("section-heading")
        self.heading.setBuddy(self.cards)
        self.column.modelReset.connect(self._count)
        self._count()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        top = QWidget()
        line = QHBoxLayout(top)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(ShapeMark(side))
        line.addWidget(self.heading, 1)
        layout.addWidget(top)
        layout.addWidget(self.cards, 1)

    def _count(self) -> None:
        shown = self.column.rowCount(QModelIndex())
        self.heading.setText(f"{HEADINGS[self.column.side]} ({shown})")
