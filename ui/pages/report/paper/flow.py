"""Boxes on pages: what stands on which, what is kept together, what is repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ui.pages.report.paper.boxes import Box, RowBox


@dataclass(frozen=True, slots=True)
class Placed:
    """Lines of a box at a height of the page."""

    box: Box
    first: int
    last: int
    y: float


@dataclass(slots=True)
class Flow:
    """Boxes on as many pages as they need: the first goes on with a page that is begun. ``end`` is
    how far down the last is filled."""

    pages: list[list[Placed]]
    end: float


@dataclass(slots=True)
class _State:
    depth: float
    y: float
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])

    def turn(self) -> None:
        self.pages.append([])
        self.y = 0.0

    def put(self, box: Box, first: int, last: int) -> None:
        self.pages[-1].append(Placed(box, first, last, self.y))
        self.y += box.height(first, last)


def flow(boxes: Sequence[Box], depth: float, y: float = 0.0) -> Flow:
    """Place boxes from ``y`` on, on pages of this depth."""
    state = _State(depth, y)
    for number, box in enumerate(boxes):
        if state.y > 0 and state.y + box.before + _least(boxes, number) > depth:
            state.turn()
        if state.y > 0:
            state.y += box.before
        _repeat_head(state, box)
        _place(state, box)
        state.y += box.after
    return Flow(state.pages, min(state.y, depth))


def _least(boxes: Sequence[Box], number: int) -> float:
    """The height that must be free for a box to begin: a heading brings along what follows it."""
    needed = 0.0
    for box in boxes[number : number + 6]:
        if not box.keep:
            last = box.lines if isinstance(box, RowBox) else min(2, box.lines)
            return needed + box.height(0, last)
        needed += box.before + box.height(0, box.lines) + box.after
    return needed


def _repeat_head(state: _State, box: Box) -> None:
    if isinstance(box, RowBox) and box.head is not None and state.y == 0:
        state.put(box.head, 0, box.head.lines)


def _place(state: _State, box: Box) -> None:
    first = 0
    while first < box.lines:
        last = _fitting(state, box, first)
        if last == first and (state.y > 0 and state.pages[-1]):
            state.turn()
            _repeat_head(state, box)
            last = max(_fitting(state, box, first), first + 1)
        last = max(last, first + 1)
        state.put(box, first, last)
        first = last
        if first < box.lines:
            state.turn()
            _repeat_head(state, box)


def _fitting(state: _State, box: Box, first: int) -> int:
    """Up to which line the box fits; no line of a paragraph is left alone."""
    left = state.depth - state.y
    if box.height(first, box.lines) <= left:
        return box.lines
    if isinstance(box, RowBox) and box.height(0, box.lines) <= state.depth * 0.9:
        return first  # a row is kept whole
    last = first
    while last < box.lines and box.height(first, last + 1) <= left:
        last += 1
    last = min(last, box.lines - 2)
    return last if last - first >= 2 else first
