"""Figures on paper: the same shapes that Word is given, painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.pages.report.paper.looks import UNIT, Look, font_of
from workbench.report.figures.shapes import Drawing, Form, Shape


@dataclass(slots=True)
class DrawingBox:
    """A figure, kept whole and with its caption."""

    drawing: Drawing
    scale: float
    before: float = 4.0
    after: float = 8.0
    keep: bool = True
    lines: int = 1

    def height(self, first: int, last: int) -> float:
        """The figure's height."""
        del first, last
        return self.drawing.height * self.scale

    def draw(self, painter: QPainter, x: float, y: float, first: int, last: int) -> None:
        """Draw every shape, from the back to the front."""
        del first, last
        painter.save()
        painter.translate(x * UNIT, y * UNIT)
        painter.scale(self.scale, self.scale)
        for shape in self.drawing.shapes:
            area = QRectF(shape.x * UNIT, shape.y * UNIT, shape.width * UNIT, shape.height * UNIT)
            painter.setPen(_pen(shape))
            fill = QColor(f"#{shape.fill}") if shape.fill else Qt.BrushStyle.NoBrush
            painter.setBrush(fill)
            _outline(painter, shape.form, area)
            if shape.text:
                _say(painter, shape, area)
        painter.restore()


def _pen(shape: Shape) -> QPen:
    if not shape.stroke:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(QColor(f"#{shape.stroke}"), shape.weight * UNIT)
    if shape.dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def _outline(painter: QPainter, form: Form, area: QRectF) -> None:
    middle = area.center()
    match form:
        case Form.LINE:
            painter.drawLine(area.topLeft(), area.bottomRight())
        case Form.ELLIPSE:
            painter.drawEllipse(area)
        case Form.ROUNDED:
            painter.drawRoundedRect(area, 6 * UNIT, 6 * UNIT)
        case Form.DIAMOND:
            painter.drawPolygon(
                [
                    QPointF(middle.x(), area.top()),
                    QPointF(area.right(), middle.y()),
                    QPointF(middle.x(), area.bottom()),
                    QPointF(area.left(), middle.y()),
                ]
            )
        case Form.RECTANGLE:
            painter.drawRect(area)


def _say(painter: QPainter, shape: Shape, area: QRectF) -> None:
    painter.setPen(QColor(f"#{shape.ink}"))
    painter.setFont(font_of(Look(shape.size, bold=shape.bold)))
    side = Qt.AlignmentFlag.AlignLeft if shape.left else Qt.AlignmentFlag.AlignHCenter
    place = int(side.value | Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value)
    painter.drawText(area, place, shape.text)
