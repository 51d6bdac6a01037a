"""Columns of a section on a page: of one height where they hold all, else as high as they can."""

from __future__ import annotations

from collections.abc import Callable

from workbench.report.pages.filled import Filled, Place

_NEAR = 1.0  # point: columns are no more even than this

Fill = Callable[[Place, float, int], Filled]


def columns(at: Place, end: int, many: int, room: float, fill: Fill) -> tuple[list[Filled], float]:
    """The blocks from ``at`` to before ``end`` in so many columns, and the columns' height."""
    filled = _filled(at, end, many, room, fill)
    if filled[-1].next is not None:
        return filled, room
    low, high = 0.0, room
    while high - low > _NEAR:
        middle = (high + low) / 2
        tried = _filled(at, end, many, middle, fill)
        if tried[-1].next is None:
            filled, high = tried, middle
        else:
            low = middle
    return filled, high


def _filled(at: Place, end: int, many: int, room: float, fill: Fill) -> list[Filled]:
    """Columns of this height, one after the other."""
    made: list[Filled] = []
    start: Place | None = at
    for _ in range(many):
        if start is not None:
            made.append(fill(start, room, end))
            start = made[-1].next
    return made
