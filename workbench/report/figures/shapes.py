"""A drawing as shapes, in points: what every way of writing figures writes.

Figures are drawn as the native shapes of Word and PowerPoint and not as pictures. What stands in
them stays text: it is sharp on paper, can be restyled, is read by a screen reader, and the leak
scan reads it like the rest. A picture's pixels it could not read.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

INK, QUIET, LINE = "1B1B1B", "595959", "5B6B70"
DEEP, TEAL, PALE, WHITE = "0B3C49", "0F766E", "E8F1F2", "FFFFFF"


class Form(StrEnum):
    """What a shape looks like."""

    RECTANGLE = "rect"
    ROUNDED = "roundRect"
    ELLIPSE = "ellipse"
    DIAMOND = "diamond"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape. A line goes from ``x``, ``y`` by ``width``, ``height``, which may be negative.

    ``fill`` and ``stroke`` are colours, or empty for none. ``text`` stands within, in the middle
    or, with ``left``, at the left.
    """

    form: Form
    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    weight: float = 1.0
    dashed: bool = False
    text: str = ""
    size: float = 9.0
    bold: bool = False
    ink: str = INK
    left: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of this size, its shapes from the back to the front."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def line(
    x: float, y: float, to_x: float, to_y: float, *, dashed: bool = False, weight: float = 1.0
) -> Shape:
    """A line from one point to another."""
    return Shape(Form.LINE, x, y, to_x - x, to_y - y, stroke=LINE, dashed=dashed, weight=weight)
