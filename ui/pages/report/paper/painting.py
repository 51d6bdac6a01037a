"""Painting a page as the layout gives it, at any size: sharp, for nothing in it is a picture but
what is one in the file."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from ui.pages.report.paper.lettering import UNIT, font_of, is_sign
from workbench.report.pages.page import CAPITALS, Fill, Item, Page, Picture, Rule, Shape, Text

_FARTHEST = 0.04  # of its width: farther off, the letters themselves are made narrower or wider
_UNSEEN_GAP = 0.25 * UNIT  # over a whole stretch of words
_UNSEEN = QColor("#dfe3e6")
_CORNERS = {
    "diamond": ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    "triangle": ((0.5, 0.0), (1.0, 1.0), (0.0, 1.0)),
    "rtTriangle": ((0.0, 0.0), (1.0, 1.0), (0.0, 1.0)),
}

Pictures = Callable[[str, QSize], QImage | None]


def paint_page(painter: QPainter, page: Page, pictures: Pictures) -> None:
    """Paint the page; one point is one of the painter's units. ``pictures`` gives those of the
    file by name, in so many dots, or None for one that cannot be shown."""
    area = QRectF(0, 0, page.width, page.height)
    painter.fillRect(area, Qt.GlobalColor.white)
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for item in page.items:
        _paint(painter, item, pictures)
    painter.restore()


def _paint(painter: QPainter, item: Item, pictures: Pictures) -> None:
    match item:
        case Text():
            _write(painter, item)
        case Fill():
            area = QRectF(item.x, item.y, item.width, item.height)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.fillRect(area, _colour(item.colour))
        case Rule():
            _rule(painter, item)
        case Shape():
            _shape(painter, item)
        case Picture():
            _picture(painter, item, pictures)


# Letters


def _write(painter: QPainter, text: Text) -> None:
    """The words, from where they begin to where the layout says that they end."""
    font = font_of(text.face)
    natural = QFontMetricsF(font).horizontalAdvance(text.words)
    over = text.width * UNIT - natural
    stretch = 1.0
    if is_sign(text.face):
        pass  # a bullet keeps its form
    elif natural > 0 and abs(over) > _FARTHEST * natural:
        stretch = text.width * UNIT / natural
    elif abs(over) > _UNSEEN_GAP:
        font = _spread(font, text.words, over)
    if text.underlined or text.struck:
        font = QFont(font)
        font.setUnderline(text.underlined)
        font.setStrikeOut(text.struck)
    painter.save()
    if text.angle:
        middle = text.face.size * CAPITALS / 2
        painter.translate(text.x + text.width / 2, text.baseline - middle)
        painter.rotate(text.angle)
        painter.translate(-text.width / 2, middle)
    else:
        painter.translate(text.x, text.baseline)
    painter.scale(stretch / UNIT, 1 / UNIT)
    painter.setFont(font)
    painter.setPen(_colour(text.colour))
    painter.drawText(QPointF(0, 0), text.words)
    painter.restore()


def _spread(font: QFont, words: str, over: float) -> QFont:
    """The font with what is over shared out between the letters."""
    made = QFont(font)
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, over / len(words))
    return made


@lru_cache(maxsize=256)
def _colour(digits: str) -> QColor:
    return QColor(f"#{digits}")


# Lines and shapes


def _rule(painter: QPainter, rule: Rule) -> None:
    pen = _pen(painter, rule.colour, rule.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if rule.dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    slanting = rule.x1 != rule.x2 and rule.y1 != rule.y2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=slanting)
    painter.setPen(pen)
    painter.drawLine(QLineF(rule.x1, rule.y1, rule.x2, rule.y2))


def _pen(painter: QPainter, colour: str, width: float) -> QPen:
    """A pen of whole dots, at least one, so that lines of one width look alike."""
    pen = QPen(_colour(colour), max(round(width * painter.deviceTransform().m11()), 1))
    pen.setCosmetic(True)
    return pen


def _shape(painter: QPainter, shape: Shape) -> None:
    area = QRectF(shape.x, shape.y, shape.width, shape.height)
    painter.setPen(Qt.PenStyle.NoPen)
    if shape.line:
        painter.setPen(_pen(painter, shape.line, shape.line_width))
    painter.setBrush(_colour(shape.fill) if shape.fill else Qt.BrushStyle.NoBrush)
    straight = shape.kind == "rect"
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=not straight)
    if shape.kind == "ellipse":
        painter.drawEllipse(area)
    elif shape.kind == "roundRect":
        corner = min(shape.width, shape.height) / 6  # Word's own measure
        painter.drawRoundedRect(area, corner, corner)
    elif shape.kind in _CORNERS:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(area.x() + across * area.width(), area.y() + down * area.height())
                    for across, down in _CORNERS[shape.kind]
                ]
            )
        )
    else:
        painter.drawRect(area)


def _picture(painter: QPainter, picture: Picture, pictures: Pictures) -> None:
    """The picture, or a grey field of its size where it cannot be shown."""
    area = QRectF(picture.x, picture.y, picture.width, picture.height)
    dots = painter.deviceTransform().mapRect(area).size().toSize()
    image = pictures(picture.part, dots)
    if image is None:
        painter.fillRect(area, _UNSEEN)
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(area, image)
