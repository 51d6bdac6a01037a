"""A board's own table to fill: its heading rows, its empty row, and which column is which."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.report.parts.ooxml import Element, paragraph_text, q, value
from workbench.report.reading.matching import alike
from workbench.report.reading.patterns import asks

_HEADING_ROWS = 3
_SURE = 0.75
_EXAMPLE = re.compile(
    r"^(e\.?g\.?\b|for example|dd[/. -]|insert|enter|choose|select|type|xx)", re.I
)


@dataclass(frozen=True, slots=True)
class TableToFill:
    """``columns`` maps the report's column keys to columns of the board's grid, by their headings;
    ``heading_rows`` are all rows from the first down to the last that heads the columns."""

    table: Element
    heading_rows: tuple[Element, ...]
    columns: Mapping[str, int]
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A table of labels on the left and blanks on the right, to be filled once for each row of the
    report: ``rows`` maps the report's column keys to the card's rows."""

    table: Element
    rows: Mapping[str, int]


def table_to_fill(table: Element, keys: Mapping[str, str]) -> TableToFill | None:
    """The table as one to fill with columns of these keys (each with its title), or None when it
    is not for them: it is when half of its named columns, or three, are columns of the report."""
    rows = table.findall(q("tr"))[: _HEADING_ROWS + 1]
    found: TableToFill | None = None
    for last, row in enumerate(rows[:_HEADING_ROWS]):
        if len(row.findall(q("tc"))) < 2 or is_blank_row(row) or row_asks(row):
            continue
        said = _headed(rows[: last + 1])
        columns = _columns(said, keys)
        named = [texts for texts in said if any(texts)]
        enough = len(columns) >= 2 and (len(columns) * 2 >= len(named) or len(columns) >= 3)
        if enough and _heads_better(columns, row, found):
            headings = tuple(next(iter(texts), "") for texts in said)
            found = TableToFill(table, tuple(rows[: last + 1]), columns, headings)
    return found


def _heads_better(columns: Mapping[str, int], row: Element, found: TableToFill | None) -> bool:
    """Whether the rows down to this one head more columns than those above it did, or as many when
    the row goes on with a heading that is merged with the one above."""
    if found is None or len(columns) > len(found.columns):
        return True
    merged = row.findall(f"{q('tc')}/{q('tcPr')}/{q('vMerge')}")
    goes_on = any(one.get(q("val")) in {None, "continue"} for one in merged)
    return goes_on and len(columns) == len(found.columns)


def card_to_fill(table: Element, keys: Mapping[str, str]) -> Card | None:
    """The table as a card to fill for each row of the report, or None."""
    labels, blank = [], True
    for row in table.findall(q("tr")):
        cells = row.findall(q("tc"))
        if len(cells) != 2:
            return None
        labels.append((cell_text(cells[0]),))
        blank = blank and (not cell_text(cells[1]) or _cell_asks(cells[1]))
    rows = _columns(labels, keys)
    return Card(table, rows) if blank and len(rows) >= 2 else None


def grid(row: Element) -> list[Element]:
    """The row's cells by the columns of the grid; a cell across two columns stands there twice."""
    cells: list[Element] = []
    for cell in row.findall(q("tc")):
        cells += [cell] * int(value(cell, "tcPr/gridSpan") or "1")
    return cells


def _headed(rows: Sequence[Element]) -> list[tuple[str, ...]]:
    """What heads each column of the grid, the nearest words first; a title across all the columns
    heads none."""
    columns: list[list[str]] = []
    for row in reversed(rows):
        if len(row.findall(q("tc"))) == 1:
            continue
        for index, cell in enumerate(grid(row)):
            if index == len(columns):
                columns.append([])
            text = cell_text(cell)
            if text:
                columns[index].append(text)
    return [tuple(texts) for texts in columns]


def _columns(said: Sequence[Sequence[str]], keys: Mapping[str, str]) -> dict[str, int]:
    """Each key's column, the surest first; a column serves one key."""
    bids = sorted(
        (-alike(text, "columns", key, title) + 0.02 * depth, index, place, key)
        for index, texts in enumerate(said)
        for depth, text in enumerate(texts)
        for place, (key, title) in enumerate(keys.items())
    )
    columns: dict[str, int] = {}
    for score, index, _, key in bids:
        if -score >= _SURE and key not in columns and index not in columns.values():
            columns[key] = index
    return columns


def cell_text(cell: Element) -> str:
    """What the cell says, in one line."""
    return " ".join(" ".join(map(paragraph_text, cell.iter(q("p")))).split())


def is_blank_row(row: Element) -> bool:
    """Whether the row has no text in any cell."""
    return not any(cell_text(cell) for cell in row.findall(q("tc")))


def row_asks(row: Element) -> bool:
    """Whether the row only shows what belongs there: brackets, examples, prompts, a number."""
    cells = [cell for cell in row.findall(q("tc")) if cell_text(cell)]
    asking = [cell for cell in cells if _cell_asks(cell)]
    return bool(cells) and len(asking) * 2 >= len(cells)


def _cell_asks(cell: Element) -> bool:
    text = cell_text(cell)
    prompts = [value(run, "rPr/rStyle") for run in cell.iter(q("r")) if paragraph_text(run).strip()]
    prompted = bool(prompts) and all(
        (style or "").casefold() == "placeholdertext" for style in prompts
    )
    numbered = text.rstrip(".").isdigit()
    return prompted or numbered or asks(text) or _EXAMPLE.match(text) is not None
