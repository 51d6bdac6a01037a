"""One column of the board as a Qt list: its cards, their sentences, and what is dropped on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt, Signal

from ui.pages.factors.card_text import accessible_sentence
from workbench.model.factors import Side
from workbench.questions.board import Card

MIME = "application/x-review-factor"
CARD_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_Index = QModelIndex


class Column(QAbstractListModel):
    """The cards of one side. It moves nothing itself: a drop is told, the page acts, the record
    changes, and the cards are set again."""

    dropped = Signal(str, int)  # the factor's id, and the row that it was dropped before

    def __init__(self, side: Side, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self._cards: tuple[Card, ...] = ()

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards shown, from the top."""
        return self._cards

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show these cards. Where the same ones stand in the same order only their text is told
        as changed, so that the selection and the scroll position stay."""
        fresh = tuple(cards)
        if [card.factor.id for card in fresh] == [card.factor.id for card in self._cards]:
            changed = self._cards != fresh
            self._cards = fresh
            if fresh and changed:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._cards = fresh
        self.endResetModel()

    def row_of(self, factor: str) -> int | None:
        """Where the factor stands, or None if it is not shown here."""
        return next((row for row, card in enumerate(self._cards) if card.factor.id == factor), None)

    def rowCount(self, parent: QModelIndex = _ROOT) -> int:  # type: ignore[override]
        """How many cards there are."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]
        """The card's statement, its whole sentence, or the card itself."""
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.factor.statement
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return accessible_sentence(card)
        if role == CARD_ROLE:
            return card
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:  # type: ignore[override]
        """Cards can be dragged; between them, and into an empty column, they can be dropped."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def mimeTypes(self) -> list[str]:
        """What can be dropped: a factor by its id, which means nothing outside the record."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged card's id, and no word of it, so that no other program learns anything."""
        carried = QMimeData()
        if indexes:
            carried.setData(MIME, str(self._cards[indexes[0].row()].factor.id).encode("ascii"))
        return carried

    def supportedDropActions(self) -> Qt.DropAction:
        """Cards are moved, never copied."""
        return Qt.DropAction.MoveAction

    def canDropMimeData(  # type: ignore[override]
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: QModelIndex,
    ) -> bool:
        """Whether a factor is carried."""
        del row, column, parent
        return action == Qt.DropAction.MoveAction and data.hasFormat(MIME)

    def dropMimeData(  # type: ignore[override]
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: QModelIndex,
    ) -> bool:
        """Tell what was dropped, and before which row; on a card means before it."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        if row < 0:
            row = parent.row() if parent.isValid() else len(self._cards)
        self.dropped.emit(bytes(data.data(MIME).data()).decode("ascii"), row)
        return True
