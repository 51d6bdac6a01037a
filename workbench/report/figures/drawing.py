"""A figure's picture as a drawing: only of words that have passed the gate."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from workbench.model.figures import Course, Genogram, Happening, Picture, Wheel
from workbench.model.words import Words
from workbench.report.figures.fitting import fitted
from workbench.report.figures.genograms import genogram_drawing
from workbench.report.figures.shapes import (
    DEEP,
    INK,
    LINE,
    PALE,
    QUIET,
    TEAL,
    WHITE,
    Drawing,
    Form,
    Shape,
    line,
)

_SIZES = (9.5, 9.0, 8.5, 8.0)
_LARGE_SIZES = (14.0, 13.0, 12.0, 11.0)
# A box's width and height, how far down it hangs from the centre, the hub's size, the letters'.
_ON_PAPER = (118.0, 60.0, 132.0, (132.0, 76.0), _SIZES)
_ON_A_SLIDE = (190.0, 78.0, 130.0, (190.0, 84.0), _LARGE_SIZES)
_WIDE = 560.0
_STEP, _WHEN = 47.0, 104.0


def drawing_of(picture: Picture, width: float) -> Drawing:
    """The picture laid out in this width, in points."""
    match picture:
        case Wheel():
            return _cropped(_wheel(picture, width))
        case Genogram():
            return _cropped(genogram_drawing(picture, width))
        case Course():
            return _cropped(_course(picture, width))


def _cropped(drawing: Drawing) -> Drawing:
    """The drawing as high as what is drawn: LibreOffice shows it no higher, and then the pages
    would end at other lines than in Word."""
    ends = [end for one in drawing.shapes for end in (one.y, one.y + one.height)]
    top, low = min(ends), max(ends)
    shapes = tuple(replace(one, y=one.y - top) for one in drawing.shapes)
    return Drawing(drawing.width, low - top, shapes)


def said(words: Words) -> str:
    """Disclosed words as text. Anything but text means that the gate was passed by."""
    if not all(isinstance(part, str) for part in words):
        raise TypeError("words that did not pass the gate cannot be drawn")
    return "".join(map(str, words))


def _wheel(wheel: Wheel, width: float) -> Drawing:
    wide, high, down, hub, sizes = _ON_A_SLIDE if width > _WIDE else _ON_PAPER
    number = len(wheel.themes)
    across = min(width / 2 - wide / 2, 1.5 * wide)
    middle, centre = width / 2, down + high / 2
    spokes: list[Shape] = []
    boxes: list[Shape] = []
    for place, theme in enumerate(wheel.themes):
        angle = 2 * math.pi * place / number - math.pi / 2
        x, y = middle + across * math.cos(angle), centre + down * math.sin(angle)
        spokes.append(line(middle, centre, x, y, weight=1.5))
        text, size = fitted(said(theme), wide - 14, high - 8, sizes)
        boxes.append(
            Shape(
                Form.ROUNDED, x - wide / 2, y - high / 2, wide, high,
                fill=PALE, stroke=TEAL, text=text, size=size,
            )
        )  # fmt: skip
    large = tuple(size + 1.5 for size in sizes)
    text, size = fitted(said(wheel.centre), hub[0] * 0.7, hub[1] * 0.6, large, bold=True)
    round_it = Shape(
        Form.ELLIPSE, middle - hub[0] / 2, centre - hub[1] / 2, *hub,
        fill=DEEP, text=text, size=size, bold=True, ink=WHITE,
    )  # fmt: skip
    return Drawing(width, 2 * down + high, (*spokes, *boxes, round_it))


def _course(course: Course, width: float) -> Drawing:
    at = _WHEN + 16
    height = _STEP * len(course.happenings)
    # A bar and no line: LibreOffice lays a group on its side that begins with an upright line.
    bar = Shape(Form.RECTANGLE, at - 1, _STEP / 2, 2, height - _STEP, fill=LINE)
    shapes = [bar]
    for place, one in enumerate(course.happenings):
        shapes += _point(one, place * _STEP, at, width)
    return Drawing(width, height, tuple(shapes))


def _point(one: Happening, top: float, at: float, width: float) -> Iterator[Shape]:
    when, size = fitted(said(one.when), _WHEN - 6, _STEP - 8, _SIZES, bold=True)
    yield Shape(
        Form.RECTANGLE, 0, top, _WHEN, _STEP, text=when, size=size, bold=True, ink=DEEP, left=True
    )
    yield Shape(Form.ELLIPSE, at - 5, top + _STEP / 2 - 5, 10, 10, fill=TEAL, stroke=WHITE)
    who = said(one.who)
    room = width - at - 20
    text, size = fitted(said(one.what), room - 6, _STEP - (15 if who else 6), _SIZES)
    high = _STEP - 13 if who else _STEP
    yield Shape(Form.RECTANGLE, at + 14, top, room, high, text=text, size=size, ink=INK, left=True)
    if who:
        name, small = fitted(who, room - 6, 11, (8.0,))
        yield Shape(
            Form.RECTANGLE, at + 14, top + high - 2, room, 13,
            text=name, size=small, ink=QUIET, left=True,
        )  # fmt: skip
