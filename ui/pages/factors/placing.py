"""Where a card lands in the whole column when only some of its cards are shown."""

from __future__ import annotations

from collections.abc import Sequence


def index_in_column(moved: str, shown: Sequence[str], row: int, column: Sequence[str]) -> int:
    """The index, among the column's other factors, of a card dropped before ``row`` of ``shown``.

    ``shown`` are the ids on the screen and ``column`` all ids of that side, in order; either may
    hold ``moved``. With a filter on, a card dropped before another stands right before it, and one
    dropped at the end right after the last one shown.
    """
    others = [each for each in column if each != moved]
    below = [each for each in shown[row:] if each != moved]
    if below:
        return others.index(below[0])
    above = [each for each in shown[:row] if each != moved]
    return others.index(above[-1]) + 1 if above else len(others)
