"""The genogram laid out: a row for each generation, lines between them, words where needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from workbench.model.figures import Bond, Genogram, Outline, Relative, Tie
from workbench.report.figures.fitting import fitted, text_width, wrapped
from workbench.report.figures.shapes import (
    DEEP,
    INK,
    LINE,
    PALE,
    QUIET,
    WHITE,
    Drawing,
    Form,
    Shape,
    line,
)

_FORMS = {
    Outline.SQUARE: Form.RECTANGLE,
    Outline.CIRCLE: Form.ELLIPSE,
    Outline.DIAMOND: Form.DIAMOND,
}
# How much of a symbol's side the text within may take.
_ROOM = {Outline.SQUARE: 0.92, Outline.CIRCLE: 0.8, Outline.DIAMOND: 0.66}
_SIDE, _GAP, _ABOVE, _LABEL = 76.0, 58.0, 15.0, 8.0
_NAME_SIZES = (10.0, 9.0, 8.0, 7.0)
KEY = "Square: male. Circle: female. Diamond: not known, or not told. Crossed: has died. "
_MARGIN = 10.0
_MOST_BESIDE = 5
_HIGHEST, _LEAST_SIDE = 560.0, 34.0  # all the rows together: a page holds no more


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a person stands: the middle of the symbol, its half side, its place in its row."""

    x: float
    y: float
    half: float
    row: int
    place: int


def genogram_drawing(picture: Genogram, width: float) -> Drawing:
    """The family in this width."""
    rows = _rows(picture)
    over = _over(picture, rows)
    spots = _spots(rows, over, width)
    lines = [shape for tie in picture.ties for shape in _tie(tie, spots, width, over)]
    symbols = [shape for one in picture.relatives for shape in _symbol(one, spots[one.key])]
    bottom = max(spot.y + spot.half for spot in spots.values())
    doubled = "Double outline: the subject of the review."
    key = Shape(
        Form.RECTANGLE, 0, bottom + 12, width, 24, text=KEY + doubled, size=8, ink=QUIET, left=True
    )
    labels = [shape for shape in lines if shape.text]
    plain = [shape for shape in lines if not shape.text]
    return Drawing(width, bottom + 38, (*plain, *symbols, *labels, key))


def _rows(picture: Genogram) -> list[list[Relative]]:
    """Each generation's people, the subject in the middle, couples beside each other."""
    rows: dict[int, list[Relative]] = defaultdict(list)
    for one in picture.relatives:
        rows[one.generation].append(one)
    ordered = [_middled(_coupled(rows[depth], picture.ties)) for depth in sorted(rows)]
    return [part for row in ordered for part in _parted(row)]


def _parted(row: list[Relative]) -> list[list[Relative]]:
    """A row, or as many as it needs for names to be read."""
    parts = -(-len(row) // _MOST_BESIDE)
    each = -(-len(row) // parts)
    return [row[at : at + each] for at in range(0, len(row), each)]


def _coupled(row: list[Relative], ties: tuple[Tie, ...]) -> list[Relative]:
    ordered = list(row)
    for tie in ties:
        if tie.bond in (Bond.COUPLE, Bond.PARTED):
            keys = [one.key for one in ordered]
            if tie.first in keys and tie.second in keys:
                moved = ordered.pop(keys.index(tie.second))
                at = [one.key for one in ordered].index(tie.first)
                ordered.insert(at + 1, moved)
    return ordered


def _middled(row: list[Relative]) -> list[Relative]:
    subject = next((one for one in row if one.subject), None)
    if subject is None:
        return row
    others = [one for one in row if one is not subject]
    half = len(others) // 2
    return [*others[:half], subject, *others[half:]]


def _over(picture: Genogram, rows: list[list[Relative]]) -> dict[int, int]:
    """How many lines must pass above each row: between people of it who are not neighbours."""
    place = {one.key: (r, p) for r, row in enumerate(rows) for p, one in enumerate(row)}
    passing: dict[int, int] = defaultdict(int)
    for tie in picture.ties:
        (row, left), (other, right) = place[tie.first], place[tie.second]
        if row == other and abs(left - right) > 1:
            passing[row] += 1
    return passing


def _spots(rows: list[list[Relative]], over: dict[int, int], width: float) -> dict[str, _Spot]:
    widest = max(map(len, rows))
    step = (width - 2 * _MARGIN) / widest
    gap = min(_GAP, (_HIGHEST - _LEAST_SIDE * len(rows)) / max(len(rows) - 1, 1))
    high = (_HIGHEST - gap * (len(rows) - 1)) / len(rows)
    half = max(min(_SIDE, step - 34, high), _LEAST_SIDE) / 2
    spots: dict[str, _Spot] = {}
    top = 2.0
    for depth, row in enumerate(rows):
        y = top + over[depth] * _ABOVE * 1.4 + (_LABEL if over[depth] else 0) + half
        wide = min(step, 170.0) if len(row) < widest else step
        first = width / 2 - wide * (len(row) - 1) / 2
        for place, one in enumerate(row):
            spots[one.key] = _Spot(first + wide * place, y, half, depth, place)
        top = y + half + gap
    return spots


def _symbol(one: Relative, spot: _Spot) -> Iterator[Shape]:
    form, half = _FORMS[one.outline], spot.half
    yield Shape(
        form, spot.x - half, spot.y - half, 2 * half, 2 * half,
        fill=PALE if one.subject else WHITE, stroke=DEEP, weight=1.5,
    )  # fmt: skip
    if one.subject:
        inner = half - 3.5
        yield Shape(form, spot.x - inner, spot.y - inner, 2 * inner, 2 * inner, stroke=DEEP)
    if one.dead:
        reach = half * (0.98 if one.outline is Outline.SQUARE else 0.7)
        reach = half * 0.5 if one.outline is Outline.DIAMOND else reach
        x, y = spot.x, spot.y
        yield _cross(x - reach, y - reach, x + reach, y + reach)
        yield _cross(x - reach, y + reach, x + reach, y - reach)
    room = 2 * half * _ROOM[one.outline]
    name = "".join(map(str, one.name))
    text, size = fitted(name, room - 4, room - 4, _NAME_SIZES, bold=True)
    high = len(wrapped(text, room - 4, size, bold=True)) * size * 1.2 + 4
    wide = min(
        room,
        max(text_width(part, size, bold=True) for part in wrapped(text, room - 4, size, bold=True))
        + 8,
    )
    fill = (PALE if one.subject else WHITE) if one.dead else ""
    yield Shape(
        Form.RECTANGLE, spot.x - wide / 2, spot.y - high / 2, wide, high,
        fill=fill, text=text, size=size, bold=True, ink=INK,
    )  # fmt: skip


def _cross(x: float, y: float, to_x: float, to_y: float) -> Shape:
    return Shape(Form.LINE, x, y, to_x - x, to_y - y, stroke=LINE, weight=1.25)


def _tie(tie: Tie, spots: dict[str, _Spot], width: float, over: dict[int, int]) -> Iterator[Shape]:
    first, second = spots[tie.first], spots[tie.second]
    dashed = tie.bond is Bond.OTHER
    if first.row == second.row:
        yield from _beside(tie, first, second, over, dashed=dashed)
        return
    upper, lower = sorted((first, second), key=lambda spot: spot.row)
    down, up = upper.y + upper.half, lower.y - lower.half
    if lower.row - upper.row == 1:
        bus = (down + up) / 2
        points = [(upper.x, down), (upper.x, bus), (lower.x, bus), (lower.x, up)]
        at = ((upper.x + lower.x) / 2, bus)
    else:  # around the rows between, along the edge
        edge = 4.0 if lower.x <= width / 2 else width - 4.0
        high, low = down + 12, up - 12
        points = [
            *((upper.x, down), (upper.x, high), (edge, high), (edge, low)),
            *((lower.x, low), (lower.x, up)),
        ]
        at = ((upper.x + edge) / 2, high)
    yield from _path(points, dashed=dashed)
    yield from _label(tie, at, 150)


def _beside(
    tie: Tie, first: _Spot, second: _Spot, over: dict[int, int], *, dashed: bool
) -> Iterator[Shape]:
    left, right = sorted((first, second), key=lambda spot: spot.x)
    if right.place - left.place == 1:
        start, end = left.x + left.half, right.x - right.half
        middle = (start + end) / 2
        yield line(start, left.y, end, left.y, dashed=dashed, weight=1.5)
        if tie.bond is Bond.PARTED:
            yield line(middle - 5, left.y + 7, middle + 1, left.y - 7, weight=1.5)
            yield line(middle, left.y + 7, middle + 6, left.y - 7, weight=1.5)
        yield from _label(tie, (middle, left.y - 2), end - start - 2, above=True)
        return
    high = left.y - left.half - _ABOVE * 1.2 * over[left.row]
    over[left.row] -= 1
    points = [
        (left.x, left.y - left.half),
        (left.x, high),
        (right.x, high),
        (right.x, right.y - right.half),
    ]
    yield from _path(points, dashed=dashed)
    yield from _label(tie, ((left.x + right.x) / 2, high), 150)


def _path(points: list[tuple[float, float]], *, dashed: bool) -> Iterator[Shape]:
    for (x, y), (to_x, to_y) in pairwise(points):
        if (x, y) != (to_x, to_y):
            yield line(x, y, to_x, to_y, dashed=dashed, weight=1.25)


def _label(
    tie: Tie, at: tuple[float, float], room: float, *, above: bool = False
) -> Iterator[Shape]:
    words = "".join(map(str, tie.label))
    if not words:
        return
    room = max(room, 40.0)
    text, size = fitted(words, room - 4, 44, (8.0, 7.5, 7.0))
    lines = wrapped(text, room - 4, size)
    wide = min(room, max(text_width(part, size) for part in lines) + 8)
    high = len(lines) * size * 1.2 + 4
    top = at[1] - high if above else at[1] - high / 2
    yield Shape(
        Form.RECTANGLE, at[0] - wide / 2, top, wide, high, fill=WHITE, text=text, size=size, ink=INK
    )
