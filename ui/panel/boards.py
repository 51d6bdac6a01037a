"""Laying out a board: two columns of equal weight, each with its word and its shape."""

from __future__ import annotations

from dataclasses import dataclass

from ui.panel.pieces import Band, Bar, Form, Ink, Piece, Run, Shape, lowered
from ui.panel.plain import plain
from ui.panel.sizing import Sheet
from ui.panel.wrapping import line_height, wrap
from workbench.model.blocks import Board, BoardColumn, Tone

_INKS = {Tone.RISK: Ink.RISK, Tone.PROTECTIVE: Ink.PROTECTIVE, Tone.PLAIN: Ink.TEXT}
_FORMS = {Tone.RISK: Form.TRIANGLE, Tone.PROTECTIVE: Form.DISC}


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a column, or the part of one that a slide can hold."""

    lines: tuple[str, ...]
    spoken: str


def board_bands(block: Board, sheet: Sheet, room: float, full: float) -> list[Band]:
    """One band for each slide that the board fills, its headings at the top of each."""
    gutter = sheet.body * 1.2
    width = (sheet.across - gutter) / 2
    head = line_height(sheet.heading) + sheet.body * 0.35
    least = head + line_height(sheet.body) * 2
    if room < least:
        room = full
    columns = [_items(column, sheet, width, full - head) for column in (block.left, block.right)]
    places = (sheet.left, sheet.left + width + gutter)
    bands: list[Band] = []
    while columns[0] or columns[1] or not bands:
        height = (full if bands else room) - head
        pieces: list[Piece] = []
        spoken: list[str] = []
        deepest = 0.0
        for number, column in enumerate((block.left, block.right)):
            shown, columns[number] = _fill(columns[number], sheet, height)
            pieces += _head(column, sheet, places[number])
            drawn, depth = _draw(shown, column.tone, sheet, places[number], head)
            pieces += drawn
            deepest = max(deepest, depth)
            spoken.append(_say(column, shown))
        bands.append(Band(deepest + head, tuple(pieces), " ".join(spoken)))
    return bands


def _items(column: BoardColumn, sheet: Sheet, width: float, full: float) -> list[_Item]:
    at_most = max(1, int((full - sheet.body) / line_height(sheet.body)))
    items = []
    for words in column.items:
        text = plain(words)
        lines = wrap(text, width - _inset(sheet), sheet.body)
        for start in range(0, len(lines), at_most):
            items.append(_Item(lines[start : start + at_most], "" if start else text))
    return items


def _inset(sheet: Sheet) -> float:
    return sheet.body * 0.55


def _height(item: _Item, sheet: Sheet) -> float:
    return len(item.lines) * line_height(sheet.body) + sheet.body * 0.45


def _fill(items: list[_Item], sheet: Sheet, height: float) -> tuple[list[_Item], list[_Item]]:
    """As many items as the height holds, at least one, and the rest."""
    used = 0.0
    for number, item in enumerate(items):
        used += _height(item, sheet)
        if used > height and number:
            return items[:number], items[number:]
    return items, []


def _head(column: BoardColumn, sheet: Sheet, left: float) -> list[Piece]:
    ink = _INKS[column.tone]
    form = _FORMS.get(column.tone)
    side = sheet.heading * 0.62
    indent = side + sheet.heading * 0.35 if form else 0.0
    pieces: list[Piece] = [Run(column.title, left + indent, 0, sheet.heading, ink, bold=True)]
    if form:
        top = (line_height(sheet.heading) - side) / 2
        pieces.append(Shape(form, left, top, side, ink))
    return pieces


def _draw(
    items: list[_Item], tone: Tone, sheet: Sheet, left: float, top: float
) -> tuple[list[Piece], float]:
    step = line_height(sheet.body)
    pieces: list[Piece] = []
    y = 0.0
    for item in items:
        pieces.append(Bar(left, y + 4, 5, len(item.lines) * step - 8, _INKS[tone]))
        pieces += [
            Run(line, left + _inset(sheet), y + number * step, sheet.body)
            for number, line in enumerate(item.lines)
        ]
        y += _height(item, sheet)
    if not items:
        pieces.append(Run("None recorded", left + _inset(sheet), 0, sheet.body, Ink.QUIET))
        y = step
    return [lowered(piece, top) for piece in pieces], y


def _say(column: BoardColumn, items: list[_Item]) -> str:
    said = "; ".join(item.spoken for item in items if item.spoken) or "none recorded"
    return f"{column.title}: {said}."
