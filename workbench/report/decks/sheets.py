"""Slides as they will be shown: what is written for PowerPoint, as pages to be painted."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from workbench.disclosure.gate import Disclosed
from workbench.model.blocks import Board, BoardColumn, Document, Figure, Tone
from workbench.report.decks.lettering import Ink, set_lines
from workbench.report.decks.paging import (
    BODY_WIDE,
    GAP,
    HIGH,
    MARGIN,
    ROW_SIZE,
    TOP,
    WIDE,
    Grid,
    Line,
    Slide,
    row_height,
    slides_of,
)
from workbench.report.decks.writing import TONES, figure_place
from workbench.report.figures.drawing import said
from workbench.report.figures.drawingml import INSET
from workbench.report.figures.shapes import DEEP, INK, LINE, TEAL, WHITE, Form
from workbench.report.figures.shapes import Shape as Drawn
from workbench.report.pages.measuring import Fonts
from workbench.report.pages.page import Fill, Item, Page, Rule, Shape, Text

_EDGE, _ABOVE = 7.2, 3.6  # PowerPoint's space between a place's edges and its words
_FOOT, _QUIET = 12.0, "404040"
_HALF = BODY_WIDE / 2 - 10


def slide_pages(disclosed: Disclosed, fonts: Fonts) -> tuple[Page, ...]:
    """The slides as pages. Only what has passed the gate is taken."""
    if not isinstance(disclosed, Disclosed):
        raise TypeError("only disclosed content can be shown")
    document = disclosed.document
    values = {name: said(words) for name, words in document.values}
    made = [_page(1, _opening(document, values, fonts))]
    for number, slide in enumerate(slides_of(document), 2):
        foot = _foot(values.get("board", ""), number, fonts)
        made.append(_page(number, (*_slide(slide, fonts), *foot)))
    return tuple(made)


def _page(number: int, items: Iterable[Item]) -> Page:
    return Page(WIDE, HIGH, str(number), (Fill(0, 0, WIDE, 8, TEAL), *items))


def _opening(document: Document, values: dict[str, str], fonts: Fonts) -> Iterator[Item]:
    yield from _title(said(document.title), 150 + 120, fonts)
    y = 290 + _ABOVE
    for text in ("Learning slides", values.get("board", ""), values.get("marking", "")):
        if text:
            items, high = set_lines((text,), _inner(BODY_WIDE), Ink(24, _QUIET), fonts)
            yield from moved(items, MARGIN + _EDGE, y)
            y += high + GAP


def _title(text: str, bottom: float, fonts: Fonts) -> Iterator[Item]:
    items, high = set_lines((text,), _inner(BODY_WIDE), Ink(30, DEEP, bold=True), fonts)
    return moved(items, MARGIN + _EDGE, bottom - _ABOVE - high)


def _slide(slide: Slide, fonts: Fonts) -> Iterator[Item]:
    yield from _title(slide.title, 34 + 80, fonts)
    if slide.lines:
        yield from _lines(slide.lines, slide.size, (MARGIN, TOP, BODY_WIDE), fonts)
    elif slide.board is not None:
        yield from _board(slide.board, slide.size, fonts)
    elif slide.figure is not None:
        yield from _figure(slide.figure, fonts)
    elif slide.grid is not None:
        yield from _grid(slide.grid, fonts)


def _lines(
    lines: Sequence[Line], size: float, place: tuple[float, float, float], fonts: Fonts
) -> Iterator[Item]:
    left, y, width = place
    left, y, width = left + _EDGE, y + _ABOVE, _inner(width)
    for line in lines:
        hang = {"point": 22.0, "number": 34.0}.get(line.kind, 0.0)
        ink = Ink(size, INK, bold=line.kind == "heading")
        lead = {"point": "•", "number": f"{line.number}."}.get(line.kind)
        if lead:
            yield from moved(set_lines((lead,), width, ink, fonts)[0], left, y)
        items, high = set_lines(line.parts, width - hang, ink, fonts)
        yield from moved(items, left + hang, y)
        y += high + GAP


def _board(board: Board, size: float, fonts: Fonts) -> Iterator[Item]:
    for column, left in ((board.left, MARGIN), (board.right, MARGIN + _HALF + 20)):
        yield from _column(column, left, size, fonts)


def _column(column: BoardColumn, left: float, size: float, fonts: Fonts) -> Iterator[Item]:
    ink = Ink(24, TONES.get(column.tone, TONES[Tone.PLAIN]), bold=True)
    items, high = set_lines((column.title,), _inner(_HALF), ink, fonts)
    yield from moved(items, left + _EDGE, TOP - 6 + 34 - _ABOVE - high)
    lines = [Line(item, "point") for item in column.items] or [Line(("None are recorded.",))]
    yield from _lines(lines, size, (left, TOP + 32, _HALF), fonts)


def _figure(block: Figure, fonts: Fonts) -> Iterator[Item]:
    drawing, (left, top), scale = figure_place(block)
    for shape in drawing.shapes:
        yield from moved(_drawn(shape, scale, fonts), left, top)


def _drawn(shape: Drawn, scale: float, fonts: Fonts) -> Iterator[Item]:
    x, y = shape.x * scale, shape.y * scale
    wide, high = shape.width * scale, shape.height * scale
    if shape.form is Form.LINE:
        weight = shape.weight * scale
        yield Rule(x, y, x + wide, y + high, weight, shape.stroke or LINE, shape.dashed)
        return
    weight = shape.weight * scale
    yield Shape(shape.form.value, x, y, wide, high, shape.fill, shape.stroke, weight)
    if shape.text:
        side = "left" if shape.left else "middle"
        ink = Ink(shape.size * scale, shape.ink, bold=shape.bold, side=side)
        edge = INSET * scale + _corner(shape.form, wide, high)
        items, deep = set_lines((shape.text,), wide - 2 * edge, ink, fonts)
        yield from moved(items, x + edge, y + (high - deep) / 2)


def _corner(form: Form, wide: float, high: float) -> float:
    """How far from a shape's sides its words begin, for what its corners lack."""
    if form is Form.ELLIPSE:
        return wide * (1 - math.sqrt(0.5)) / 2
    return min(wide, high) / 6 * (1 - math.sqrt(0.5)) if form is Form.ROUNDED else 0.0


def _grid(grid: Grid, fonts: Fonts) -> Iterator[Item]:
    whole = sum(grid.shares)
    widths = [BODY_WIDE * share / whole for share in grid.shares]
    lefts = list(accumulate(widths, initial=MARGIN))
    y = TOP
    for at, row in enumerate((grid.titles, *grid.rows)):
        high = row_height(row, [width - 16 for width in widths])
        if at == 0:
            yield Fill(MARGIN, y, BODY_WIDE, high, DEEP)
        ink = Ink(ROW_SIZE, INK if at else WHITE, bold=at == 0)
        for text, left, width in zip(row, lefts, widths, strict=False):
            items, deep = set_lines((text,), _inner(width), ink, fonts)
            yield from moved(items, left + _EDGE, y + (high - deep) / 2)
            yield Shape("rect", left, y, width, high, "", INK, 1)
        y += high


def _foot(board: str, number: int, fonts: Fonts) -> Iterator[Item]:
    ink = Ink(_FOOT, _QUIET)
    middle = HIGH - 44 + 13
    for text, left, side in ((board, MARGIN, "left"), (str(number), WIDE - MARGIN - 100, "right")):
        width = 100.0 if side == "right" else BODY_WIDE - 110
        items, high = set_lines((text,), _inner(width), ink.to(side), fonts)
        yield from moved(items, left + _EDGE, middle - high / 2)


def _inner(width: float) -> float:
    return width - 2 * _EDGE


def moved(items: Iterable[Item], x: float, y: float) -> Iterator[Item]:
    """The words and shapes moved to the right and down."""
    for item in items:
        match item:
            case Text():
                yield Text(
                    item.x + x, item.baseline + y, item.words, item.face, item.width, item.colour
                )
            case Shape():
                yield Shape(
                    item.kind, item.x + x, item.y + y, item.width, item.height,
                    item.fill, item.line, item.line_width,
                )  # fmt: skip
            case Rule():
                yield Rule(
                    item.x1 + x, item.y1 + y, item.x2 + x, item.y2 + y,
                    item.width, item.colour, item.dashed,
                )  # fmt: skip
            case _:
                yield item
