"""Blocks: the small language in which pages, slides and reports are described before they leave.

A block holds *words*: text as the author or an agency typed it, with times and people kept as what
they are so that the gate can say them as its audience may hear them. After the gate, words hold
plain text only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.model.figures import Figure as Figure
from workbench.model.figures import Tone as Tone
from workbench.model.figures import rewrite_picture
from workbench.model.words import Inline as Inline
from workbench.model.words import Mark as Mark
from workbench.model.words import Marked as Marked
from workbench.model.words import Mention as Mention
from workbench.model.words import Moment as Moment
from workbench.model.words import Words as Words
from workbench.model.words import words as words


class ParagraphStyle(StrEnum):
    """What a paragraph is for."""

    BODY = "body"
    NUMBERED = "numbered"  # 1.1, 1.2 under its heading
    QUOTE = "quote"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section; level 2 is the first below the section's own. ``anchor`` is the
    name by which references find it: letters, digits and "_"."""

    text: Words
    level: int = 2
    place: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``place`` says where its words stand in the record, for messages."""

    text: Words
    style: ParagraphStyle = ParagraphStyle.BODY
    place: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list, bulleted or numbered."""

    items: tuple[Words, ...]
    ordered: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading, a stable key, and its share of the width."""

    key: str
    title: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a heading row. ``places`` and ``anchors`` have one entry per row, or none."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    caption: Words = ()
    places: tuple[str, ...] = ()
    place: str = ""
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """One column of a board."""

    title: str
    items: tuple[Words, ...]
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Board:
    """Two columns side by side, such as risks and protective factors."""

    left: BoardColumn
    right: BoardColumn
    place: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a day's timeline: the time, who records it, what happened."""

    at: Words
    who: Words
    what: Words
    minutes_since_previous: int | None = None


@dataclass(frozen=True, slots=True)
class DayTimeline:
    """A day told by its times."""

    day: Words
    points: tuple[Point, ...]
    place: str = ""


Block = Heading | Paragraph | Items | Table | Board | DayTimeline | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a document; ``id`` is the section's id in ``resources/templates``."""

    id: str
    title: Words
    blocks: tuple[Block, ...] = ()
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """What one output says: short values for cover, header and properties, and its sections."""

    title: Words
    values: tuple[tuple[str, Words], ...] = ()
    sections: tuple[Section, ...] = ()


Rewrite = Callable[[Words, str], Words]


def rewrite_block(block: Block, say: Rewrite) -> Block:
    """The block with each of its words replaced by ``say(words, place)``."""
    place = block.place
    match block:
        case Heading() | Paragraph():
            said = say(block.text, place)  # most blocks are these: not copied if nothing changes
            return block if said is block.text else replace(block, text=said)
        case Items():
            return replace(block, items=tuple(say(item, place) for item in block.items))
        case Figure():
            picture = rewrite_picture(block.picture, lambda text: say(text, place))
            return replace(
                block, picture=picture, caption=say(block.caption, place), alt=say(block.alt, place)
            )
        case _:
            return _rewrite_grid(block, say)


def _rewrite_grid(block: Table | Board | DayTimeline, say: Rewrite) -> Block:
    place = block.place
    match block:
        case Table():
            where = block.places or (place,) * len(block.rows)
            rows = tuple(
                tuple(say(cell, spot) for cell in row)
                for row, spot in zip(block.rows, where, strict=True)
            )
            return replace(block, rows=rows, caption=say(block.caption, place))
        case Board():
            left, right = (
                replace(column, items=tuple(say(item, place) for item in column.items))
                for column in (block.left, block.right)
            )
            return replace(block, left=left, right=right)
        case DayTimeline():
            points = tuple(
                replace(
                    point,
                    at=say(point.at, place),
                    who=say(point.who, place),
                    what=say(point.what, place),
                )
                for point in block.points
            )
            return replace(block, day=say(block.day, place), points=points)


def spelled_out(block: Figure) -> tuple[Paragraph, ...]:
    """A figure told in paragraphs, for where nothing is drawn."""
    return (
        Paragraph(block.caption, ParagraphStyle.NOTE, block.place),
        Paragraph(block.alt, place=block.place),
    )


def rewrite_document(document: Document, say: Rewrite) -> Document:
    """The document with all of its words replaced by ``say(words, place)``."""
    return Document(
        title=say(document.title, "the title"),
        values=tuple((name, say(value, f"the {name}")) for name, value in document.values),
        sections=tuple(
            replace(
                section,
                title=say(section.title, "a section heading"),
                blocks=tuple(rewrite_block(block, say) for block in section.blocks),
            )
            for section in document.sections
        ),
    )
