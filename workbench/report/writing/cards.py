"""A board's cards for findings: a small table for each, with questions on the left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.model.blocks import Block, Column, Heading, Items, Marked, Paragraph, Table, Words
from workbench.report.parts.ooxml import Element, q
from workbench.report.reading.matching import alike
from workbench.report.reading.patterns import is_pattern
from workbench.report.reading.tables import cell_text

_PARTS: Mapping[str, str] = {"title": "", "statement": "", "why": "", "impact": ""}
_SURE = 0.75


def is_pattern_card(table: Element) -> bool:
    """Whether the table is headed as a pattern ("FINDING 1"), with labels below it."""
    rows = [row.findall(q("tc")) for row in table.findall(q("tr"))]
    return (
        len(rows) > 1
        and bool(rows[0])
        and all(len(cells) == 2 for cells in rows[1:])
        and is_pattern(cell_text(rows[0][0]))
    )


def cards_of(table: Element) -> dict[str, int] | None:
    """Which row of the card takes which part of a finding, or None for a table that is no card."""
    if not is_pattern_card(table):
        return None
    found = {"title": 0}
    for index, row in enumerate(table.findall(q("tr"))[1:], 1):
        label = cell_text(row.findall(q("tc"))[0])
        bids = [(alike(label, "columns", part), part) for part in _PARTS if part not in found]
        score, part = max(bids, default=(0.0, ""))
        if score >= _SURE:
            found[part] = index
    return found if len(found) > 1 else None


def as_table(blocks: Sequence[Block]) -> tuple[list[Block], Table] | None:
    """Findings under headings as rows of their parts, with what stands before the first; None
    where something would be lost in that."""
    before: list[Block] = []
    rows: list[dict[str, list[str]]] = []
    part = "title"
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            rows.append({"title": [_text(block.text)]})
            part = "statement"
        elif not rows:
            before.append(block)
        elif isinstance(block, Heading):
            part = _part(_text(block.text))
        elif isinstance(block, Paragraph) and part and not _marked(block.text):
            rows[-1].setdefault(part, []).append(_text(block.text))
        elif isinstance(block, Items) and part and not any(map(_marked, block.items)):
            rows[-1].setdefault(part, []).extend(f"\u2022 {_text(one)}" for one in block.items)
        else:
            return None
    if not rows:
        return None
    columns = tuple(Column(part, part) for part in _PARTS)
    cells = tuple(
        tuple(("\n".join(row[part]),) if part in row else () for part in _PARTS) for row in rows
    )
    return before, Table(columns, cells, ("Findings",))


def _part(title: str) -> str:
    scores = [(alike(title, "columns", part), part) for part in _PARTS if part != "title"]
    score, part = max(scores)
    return part if score >= _SURE else ""


def _text(words: Words) -> str:
    return "".join(part for part in words if isinstance(part, str))


def _marked(words: Words) -> bool:
    """Whether a footnote or reference would be lost."""
    return any(
        isinstance(part, Marked) and (part.mark.footnote or part.mark.refers_to) for part in words
    )
