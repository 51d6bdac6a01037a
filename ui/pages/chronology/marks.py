"""Marks of entries as shapes, so that none is told from another by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPolygonF

from ui.support.theme import tones


def colour_of(mark: str) -> QColor:
    """The colour in which a mark's word and shape are painted."""
    tone = tones()
    if mark in ("gap", "missed"):
        return tone.risk
    return tone.protective if mark == "good-practice" else tone.accent


def draw_shape(painter: QPainter, mark: str, box: QRectF) -> None:
    """Fill the mark's shape within ``box``. A mark of the author's own is a square."""
    painter.setBrush(colour_of(mark))
    middle = box.center()
    match mark:
        case "gap" | "missed":
            top = QPointF(middle.x(), box.top())
            painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
        case "key":
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(middle.x(), box.top()),
                        QPointF(box.right(), middle.y()),
                        QPointF(middle.x(), box.bottom()),
                        QPointF(box.left(), middle.y()),
                    ]
                )
            )
        case "good-practice":
            painter.drawEllipse(box)
        case "voice":
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), box.width() / 2, box.height() / 2)
        case _:
            painter.drawRect(box.adjusted(1, 1, -1, -1))
