"""The report as it would leave, written out as rich text for reading on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from workbench.disclosure.disclosing import MASK, REMOVED
from workbench.disclosure.gate import Disclosed
from workbench.model.blocks import (
    Block,
    Board,
    BoardColumn,
    DayTimeline,
    Figure,
    Heading,
    Items,
    Paragraph,
    ParagraphStyle,
    Section,
    Table,
    Tone,
    Words,
    spelled_out,
)

_MARKS = {Tone.RISK: "▲ ", Tone.PROTECTIVE: "● ", Tone.PLAIN: ""}


def reading(disclosed: Disclosed, stand_ins: Iterable[str] = ()) -> str:
    """The document as HTML, from what the gate let through and nothing else. ``stand_ins`` are
    the words that stand for names; each is underlined, and so is what was held back."""
    document = disclosed.document
    parts = [f"<h1>{_say(document.title)}</h1>"]
    for number, section in enumerate(document.sections, start=1):
        parts.append(_section(section, number))
    return _underlined("\n".join(parts), {MASK, REMOVED, *stand_ins})


def _underlined(html: str, words: set[str]) -> str:
    """The HTML with these words underlined wherever they stand as text, the longest first."""
    longest = sorted((escape(word.strip()) for word in words if word.strip()), key=len)[::-1]
    found = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)
    # Text and tags alternate: the gaps between tags are the text.
    parts = re.split(r"(<[^>]*>)", html)
    parts[::2] = [found.sub(lambda match: f"<u>{match[0]}</u>", text) for text in parts[::2]]
    return "".join(parts)


def _section(section: Section, number: int) -> str:
    title = f'<h2><a name="{escape(section.id)}"></a>{number}. {_say(section.title)}</h2>'
    blocks = []
    counted = 0
    for block in section.blocks:
        lead = ""
        if isinstance(block, Paragraph) and block.style is ParagraphStyle.NUMBERED:
            counted += 1
            lead = f"{number}.{counted}&nbsp;&nbsp;"
        blocks.append(_block(block, lead))
    return "\n".join([title, *blocks])


def _say(words: Words) -> str:
    """The words as HTML. Only plain text comes out of the gate; anything else is not shown."""
    parts = []
    for part in words:
        if not isinstance(part, str):
            raise TypeError("words that have not been through the gate")
        parts.append(part)
    return escape("".join(parts))


def _block(block: Block, lead: str) -> str:
    match block:
        case Heading():
            level = min(block.level + 1, 5)
            return f"<h{level}>{_say(block.text)}</h{level}>"
        case Paragraph():
            return _paragraph(block, lead)
        case Items():
            tag = "ol" if block.ordered else "ul"
            return f"<{tag}>{''.join(f'<li>{_say(item)}</li>' for item in block.items)}</{tag}>"
        case Figure():
            return "\n".join(_block(one, "") for one in spelled_out(block))
        case Table():
            return _table(block)
        case _:
            return _side_by_side(block)


def _side_by_side(block: Board | DayTimeline) -> str:
    if isinstance(block, Board):
        return _grid([[_column(block.left), _column(block.right)]])
    rows = [
        [f"<b>{_say(point.at)}</b>", _say(point.who), _say(point.what)] for point in block.points
    ]
    return f"<h4>{_say(block.day)}</h4>{_grid(rows)}"


def _paragraph(block: Paragraph, lead: str) -> str:
    text = lead + _say(block.text)
    if block.style is ParagraphStyle.QUOTE:
        return f"<blockquote><i>{text}</i></blockquote>"
    if block.style is ParagraphStyle.NOTE:
        return f"<p><small>{text}</small></p>"
    return f"<p>{text}</p>"


def _column(column: BoardColumn) -> str:
    items = "".join(f"<li>{_say(item)}</li>" for item in column.items)
    return f"<b>{_MARKS[column.tone]}{escape(column.title)}</b><ul>{items}</ul>"


def _table(block: Table) -> str:
    head = [f"<b>{escape(column.title)}</b>" for column in block.columns]
    rows = [[_say(cell) for cell in row] for row in block.rows]
    caption = f"<p><b>{_say(block.caption)}</b></p>" if block.caption else ""
    return caption + _grid([head, *rows])


def _grid(rows: list[list[str]]) -> str:
    """Cells that are HTML already, as a table with thin lines."""
    lines = "".join(
        "<tr>" + "".join(f'<td valign="top">{cell}</td>' for cell in row) + "</tr>" for row in rows
    )
    return (
        '<table width="100%" cellspacing="0" cellpadding="6" border="1" '
        f'style="border-collapse:collapse">{lines}</table>'
    )
