"""Each block as Word paragraphs and tables in a template's house style."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.model.blocks import (
    Block,
    Board,
    DayTimeline,
    Figure,
    Heading,
    Items,
    Paragraph,
    ParagraphStyle,
    Table,
    spelled_out,
)
from workbench.report.parts.ooxml import Element, el, local, properties, put, q, value
from workbench.report.writing.figures import LEAST_WIDTH, figure_elements
from workbench.report.writing.house import House
from workbench.report.writing.inline import Spoken, after, anchored, ink, said
from workbench.report.writing.looks import Look
from workbench.report.writing.tables import (
    Sheet,
    board_elements,
    table_elements,
    timeline_elements,
)


@dataclass
class TypedNumbers:
    """Paragraph numbers that a board types by hand ("6.1"): where they have got to."""

    chapter: str
    gap: str
    last: int = 0

    def next(self) -> str:
        """The next number, with the board's own gap after it."""
        self.last += 1
        return f"{self.chapter}.{self.last}{self.gap}"


@dataclass
class Place:
    """Where blocks are written: under a heading of ``level``, in these looks; and what has been
    written there, with no elements for a block that filled a table of the board's."""

    house: House
    level: int
    width: int
    body: Look
    numbered: Look
    typed: TypedNumbers | None = None
    written: list[tuple[Block, list[Element]]] = field(default_factory=list)


def elements(blocks: Iterable[Block], place: Place) -> list[Element]:
    """The blocks as elements, with room after tables."""
    return [one for _, made in each_written(blocks, place) for one in made]


def each_written(blocks: Iterable[Block], place: Place) -> list[tuple[Block, list[Element]]]:
    """Each block with its elements, with room after tables."""
    found: list[tuple[Block, list[Element]]] = []
    last: Element | None = None
    for block in blocks:
        made = _block(block, place)
        if last is not None and local(last) == "tbl" and made and local(made[0]) == "p":
            room_above(made[0], place.house)
        last = made[-1] if made else last
        found.append((block, made))
    return found


def _block(block: Block, place: Place) -> list[Element]:
    match block:
        case Heading():
            look = place.house.heading(min(place.level + block.level - 1, 6))
            return [_headed(look, block)]
        case Paragraph():
            return [_paragraph(block, place)]
        case Items():
            look = place.house.new_ordered() if block.ordered else place.house.bullet
            listed = [look.paragraph(said(item)) for item in block.items]
            _room_below(listed[-1:])
            return listed
        case Figure() if place.width < LEAST_WIDTH:
            return elements(spelled_out(block), place)
        case Figure():
            return figure_elements(block, place.house, place.width)
        case _:
            return _grid(block, Sheet(place.house, place.width))


def _grid(block: Table | Board | DayTimeline, sheet: Sheet) -> list[Element]:
    match block:
        case Table():
            return table_elements(block, sheet)
        case Board():
            return board_elements(block, sheet)
        case DayTimeline():
            return timeline_elements(block, sheet)


def _headed(look: Look, block: Heading) -> Element:
    """A heading; a reference shows what stands before its colon: "Finding 1"."""
    text = said(block.text)
    lead, colon, rest = text.partition(": ")
    if not block.anchor or not colon or isinstance(text, Spoken):
        return anchored(look.paragraph(text), block.anchor)
    made = look.paragraph(lead)
    made.extend(ink(colon + rest, look.run_properties))
    return anchored(made, block.anchor, lead)


def _paragraph(block: Paragraph, place: Place) -> Element:
    return anchored(_plain(block, place), block.anchor)


def _plain(block: Paragraph, place: Place) -> Element:
    text = said(block.text)
    match block.style:
        case ParagraphStyle.QUOTE:
            return place.house.quote.paragraph(text)
        case ParagraphStyle.NOTE:
            return place.house.note.paragraph(text)
        case ParagraphStyle.NUMBERED if place.typed is not None:
            return place.body.paragraph(after(place.typed.next(), text))
        case ParagraphStyle.NUMBERED:
            return place.numbered.paragraph(text)
        case _:
            return place.body.paragraph(text)


def room_above(paragraph: Element, house: House) -> None:
    """Space between a table and the paragraph after it, unless its style sees to that."""
    style = value(paragraph, "pPr/pStyle")
    if house.styles.outline(style) is not None or house.styles.name(style) == "caption":
        return
    marks = properties(paragraph, "pPr")
    spacing = marks.find(q("spacing"))
    if spacing is None:
        spacing = put(marks, el("spacing"))
    if spacing.get(q("before")) in {None, "0"}:
        spacing.set(q("before"), "160")


def _room_below(last: list[Element]) -> None:
    """After a list's last item as much room as after a paragraph."""
    for paragraph in last:
        marks = properties(paragraph, "pPr")
        spacing = marks.find(q("spacing"))
        if spacing is None:
            spacing = put(marks, el("spacing"))
        spacing.set(q("after"), "160")
