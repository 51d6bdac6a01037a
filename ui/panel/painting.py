"""Painting a laid-out slide at any size: the room's screen and the author's small preview alike."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPolygonF

from ui.panel.pieces import Bar, Form, Ink, Page, Piece, Run, Shape
from ui.panel.sizing import HEIGHT, SAFE_EDGE, Sheet
from ui.panel.wrapping import line_height, room_font

PAPER = QColor("#f4f5f7")
# Stray light in a room takes contrast away, so text has at least 7:1 on the desk (a test holds it).
INKS = {
    Ink.TEXT: QColor("#14161b"),
    Ink.QUIET: QColor("#454b57"),
    Ink.RISK: QColor("#8a1f12"),
    Ink.PROTECTIVE: QColor("#0b4a3a"),
    Ink.LINE: QColor("#b9c0ca"),
    Ink.ACCENT: QColor("#0f4471"),
}


def paint_page(
    painter: QPainter, page: Page | None, footer: str, sheet: Sheet, target: QRectF
) -> None:
    """Paint the slide into ``target``; with no page, the footer alone on an empty slide."""
    painter.save()
    painter.fillRect(target, PAPER)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(target)
    painter.translate(target.topLeft())
    scale = target.height() / HEIGHT
    painter.scale(scale, scale)
    for piece in page.pieces if page else ():
        _paint(painter, piece)
    low = HEIGHT * (1 - SAFE_EDGE) - line_height(sheet.footer)
    _paint(painter, Run(footer, sheet.left, low, sheet.footer, Ink.QUIET))
    painter.restore()


def _paint(painter: QPainter, piece: Piece) -> None:
    ink = INKS[piece.ink]
    match piece:
        case Run():
            font = room_font(piece.size, bold=piece.bold)
            metrics = QFontMetricsF(font)
            spare = line_height(piece.size) - metrics.height()
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(QPointF(piece.x, piece.y + spare / 2 + metrics.ascent()), piece.text)
        case Bar():
            painter.fillRect(QRectF(piece.x, piece.y, piece.width, piece.height), ink)
        case Shape():
            _paint_shape(painter, piece, ink)


def _paint_shape(painter: QPainter, shape: Shape, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    box = QRectF(shape.x, shape.y, shape.size, shape.size)
    if shape.form is Form.DISC:
        painter.drawEllipse(box)
    else:
        top = QPointF(box.center().x(), box.top())
        painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
