"""Painting a card: its statement, whose life and how certain, and who knew, beside its shape."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen, QPolygonF, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.pages.factors.card_text import about, known_to
from ui.pages.factors.column import CARD_ROLE
from ui.support.theme import tones
from workbench.model.factors import Side
from workbench.questions.board import Card

MARGIN = 5.0  # between cards
PADDING = 12.0  # within a card
EDGE = 4.0  # the coloured edge
GAP = 4.0  # between a card's lines of different kinds

_Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Draws cards at the width of their column, as tall as their words need."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The column's width, and the height that the card's words need at that width."""
        card = index.data(CARD_ROLE)
        width = self._view.viewport().width()
        height = _height(card, option.font, _text_width(width))
        return QSize(width, round(height + 2 * (PADDING + MARGIN)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the card."""
        card = index.data(CARD_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1, MARGIN, -MARGIN, -MARGIN)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        _paint_ground(painter, option.palette, box, selected=selected, focused=focused)
        _paint_edge(painter, box, card.factor.side)
        inner = box.adjusted(PADDING + EDGE, PADDING, -PADDING, -PADDING)
        _paint_words(painter, option, card, inner)
        painter.restore()


def _text_width(width: float) -> float:
    return max(width - 1 - MARGIN - EDGE - 2 * PADDING, 60.0)


def _parts(card: Card, font: QFont) -> list[tuple[str, QFont, bool]]:
    """Each text of a card with its font, and whether it is quiet."""
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return [
        (text, face, quiet)
        for text, face, quiet in (
            (card.factor.statement, strong, False),
            (about(card), font, True),
            (known_to(card), font, True),
        )
        if text
    ]


def _laid_out(text: str, font: QFont, width: float) -> tuple[QTextLayout, float]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout, y


def _height(card: Card, font: QFont, width: float) -> float:
    parts = _parts(card, font)
    text = sum(_laid_out(text, face, width)[1] for text, face, _ in parts)
    return text + GAP * (len(parts) - 1)


def _paint_ground(
    painter: QPainter, palette: QPalette, box: QRectF, *, selected: bool, focused: bool
) -> None:
    ground = palette.color(QPalette.ColorRole.Base)
    outline = palette.color(QPalette.ColorRole.Mid)
    if selected:
        ground = tones().selected
    if focused:
        outline = tones().accent
    painter.setBrush(ground)
    painter.setPen(QPen(outline, 2.0 if focused else 1.0))
    painter.drawRoundedRect(box, 4, 4)


def _paint_edge(painter: QPainter, box: QRectF, side: Side) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(side_colour(side))
    painter.drawRoundedRect(QRectF(box.left(), box.top(), EDGE, box.height()), 2, 2)


def _paint_words(
    painter: QPainter, option: QStyleOptionViewItem, card: Card, inner: QRectF
) -> None:
    y = inner.top()
    for text, face, quiet in _parts(card, option.font):
        layout, height = _laid_out(text, face, inner.width())
        role = QPalette.ColorRole.PlaceholderText if quiet else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(role))
        layout.draw(painter, QPointF(inner.left(), y))
        y += height + GAP


def side_colour(side: Side) -> QColor:
    """The colour of a column's heading and of its cards' edge."""
    return tones().risk if side is Side.RISK else tones().protective


def paint_shape(painter: QPainter, box: QRectF, side: Side) -> None:
    """The column's shape: a triangle for risk, a disc for protective."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(side_colour(side))
    if side is Side.PROTECTIVE:
        painter.drawEllipse(box)
        return
    top = QPointF(box.center().x(), box.top())
    painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
