"""Blocks as boxes: paragraphs, rows and figures, in the look of our own template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ui.pages.report.paper.boxes import Box, RowBox, TextBox, row_box, text_box
from ui.pages.report.paper.drawings import DrawingBox
from ui.pages.report.paper.looks import (
    BARE_HEADING,
    BODY,
    CAPTION,
    CELL_HEAD,
    FOOTNOTE,
    HEADINGS,
    ITEM,
    NOTE,
    NUMBERED,
    QUOTE,
)
from workbench.model.blocks import (
    Block,
    Board,
    DayTimeline,
    Figure,
    Heading,
    Items,
    Marked,
    Paragraph,
    ParagraphStyle,
    Section,
    Table,
    Tone,
    Words,
)
from workbench.report.figures.drawing import drawing_of
from workbench.report.numbering import Numbered

_MOST = 20_000
_SIGNS = {Tone.RISK: "▲ ", Tone.PROTECTIVE: "● ", Tone.PLAIN: ""}
_PARAGRAPHS = {ParagraphStyle.QUOTE: QUOTE, ParagraphStyle.NOTE: NOTE}


@dataclass(frozen=True, slots=True)
class Headed:
    """A section with what is numbered in it."""

    section: Section
    numbered: Numbered


class BoxSetter:
    """Makes the boxes of sections, and keeps those of every block for the next time."""

    def __init__(self) -> None:
        # By the block's identity; the block is kept as well, so that it stays the same object.
        self._kept: dict[tuple[int, str, float], tuple[Block, list[Box]]] = {}
        self._used: dict[tuple[int, str, float], tuple[Block, list[Box]]] = {}

    def section(self, headed: Headed, room: float) -> list[Box]:
        """A section's boxes, its heading first."""
        section, heads = headed.section, headed.numbered
        appendix = heads.number.startswith("Appendix")
        look = BARE_HEADING if appendix or not heads.number else HEADINGS[1]
        if heads.level > 1:
            look = HEADINGS[min(heads.level, 4)]
        title = (f"{heads.number} ", *section.title) if appendix else section.title
        boxes: list[Box] = [text_box(title, look, room, "" if appendix else heads.number)]
        counted = heads.done
        for block in section.blocks:
            number = ""
            if isinstance(block, Paragraph) and block.style is ParagraphStyle.NUMBERED:
                counted += 1
                number = f"{heads.chapter}.{counted}" if heads.chapter else ""
            boxes += self._block(block, number, room)
        return boxes

    def turn(self) -> None:
        """Forget the blocks that were not met for long, once there are many."""
        if len(self._used) > _MOST:
            self._kept, self._used = self._used, {}

    def _block(self, block: Block, number: str, room: float) -> list[Box]:
        key = (id(block), number, room)
        made = self._used.get(key) or self._kept.get(key)
        if made is None:
            made = (block, list(_boxes(block, number, room)))
        self._used[key] = made
        return made[1]


def _boxes(block: Block, number: str, room: float) -> Iterator[Box]:
    match block:
        case Heading():
            yield text_box(block.text, HEADINGS[min(block.level, 4)], room)
        case Paragraph():
            yield from _paragraph(block, number, room)
        case Items():
            for at, item in enumerate(block.items, 1):
                yield text_box(item, ITEM, room, f"{at}." if block.ordered else "•")
        case Figure():
            drawing = drawing_of(block.picture, room)
            yield DrawingBox(drawing, min(1.0, room / max(drawing.width, 1)))
            yield text_box(block.caption, replace(CAPTION, keep=False, before=0), room)
        case _:
            yield from _rows(block, room)


def _paragraph(block: Paragraph, number: str, room: float) -> Iterator[TextBox]:
    look = _PARAGRAPHS.get(block.style, NUMBERED if number else BODY)
    yield text_box(block.text, look, room, number)
    notes = [one.mark.footnote for one in block.text if isinstance(one, Marked)]
    for at, note in enumerate(filter(None, notes), 1):
        yield text_box(note, FOOTNOTE, room, str(at))


def _rows(block: Table | Board | DayTimeline, room: float) -> Iterator[Box]:
    match block:
        case Table():
            if block.caption:
                yield text_box(block.caption, CAPTION, room)
            titles: list[Words] = [(column.title,) for column in block.columns]
            shares = [column.share for column in block.columns]
            yield from _table(titles, [list(row) for row in block.rows], shares, room)
        case Board():
            sides = (block.left, block.right)
            titles = [(_SIGNS[side.tone] + side.title,) for side in sides]
            longest = max(len(side.items) for side in sides)
            rows = [
                [side.items[at] if at < len(side.items) else () for side in sides]
                for at in range(longest)
            ]
            yield from _table(titles, rows, [1, 1], room)
        case DayTimeline():
            if block.day:
                yield text_box(block.day, HEADINGS[4], room)
            told = [[point.at, point.who, point.what] for point in block.points]
            yield from _table([], told, [1, 1.5, 4], room)


def _table(
    titles: list[Words], rows: list[list[Words]], shares: list[float], room: float
) -> Iterator[RowBox]:
    head = row_box(titles, shares, room, CELL_HEAD, head=True) if titles else None
    made = [head] if head is not None else []
    for row in rows:
        box = row_box(row, shares, room)
        box.head = head
        made.append(box)
    if made:
        made[-1].after = 10.0
    yield from made
