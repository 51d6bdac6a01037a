"""A board's own table to fill: its heading row, its empty row, and which column is which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.report.parts.ooxml import Element, paragraph_text, q
from workbench.report.reading.matching import best

_HEADING_ROWS = 3


@dataclass(frozen=True, slots=True)
class TableToFill:
    """``columns`` maps the report's column keys to the board's columns, by their headings."""

    table: Element
    heading_row: Element
    columns: Mapping[str, int]
    headings: tuple[str, ...]


def table_to_fill(table: Element, keys: Sequence[str]) -> TableToFill | None:
    """The table as one to fill with columns of these keys, or None when it is not for them.

    It is when at least half of its named columns, and two of them, are columns of the report.
    """
    found: TableToFill | None = None
    for row in table.findall(q("tr"))[:_HEADING_ROWS]:
        headings = tuple(_text(cell) for cell in row.findall(q("tc")))
        columns = _columns(headings, keys)
        named = [heading for heading in headings if heading]
        enough = len(columns) >= 2 and len(columns) * 2 >= len(named)
        if enough and (found is None or len(columns) > len(found.columns)):
            found = TableToFill(table, row, columns, headings)
    return found


def _columns(headings: Sequence[str], keys: Sequence[str]) -> dict[str, int]:
    """Each key's column; a heading serves one key, and a key takes the first that fits."""
    columns: dict[str, int] = {}
    for index, heading in enumerate(headings):
        free = [key for key in keys if key not in columns]
        key = best(heading, "columns", free) if heading else None
        if key is not None:
            columns[key] = index
    return columns


def _text(cell: Element) -> str:
    return " ".join(" ".join(map(paragraph_text, cell.iter(q("p")))).split())


def is_blank_row(row: Element) -> bool:
    """Whether the row has no text in any cell."""
    return not any(_text(cell) for cell in row.findall(q("tc")))
