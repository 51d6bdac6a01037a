"""Filling a board's own table: its row cloned, its columns found by their headings."""

from __future__ import annotations

from copy import deepcopy

from workbench.model.blocks import Board, Table
from workbench.report.parts.ooxml import Element, el, local, properties, put, q
from workbench.report.reading.tables import TableToFill, is_blank_row
from workbench.report.writing.house import House
from workbench.report.writing.looks import Look, look_of
from workbench.report.writing.tables import board_bullet, fill_cell, said

BOARD_KEYS = ("left", "right")


def fill_table(block: Table, target: TableToFill) -> list[str]:
    """Clone the board's row for each of the block's; say which columns found no partner."""
    prototype, looks = _prototype(target)
    keys, places = [column.key for column in block.columns], target.columns
    for row in block.rows:
        made = deepcopy(prototype)
        cells = made.findall(q("tc"))
        pairs = zip(keys, row, strict=True)
        texts = {places[key]: said(cell) for key, cell in pairs if key in places}
        for index, cell in enumerate(cells):
            fill_cell(cell, [texts.get(index, "")], looks[index])
        target.table.append(made)
    return _told(block, target)


def fill_board(block: Board, target: TableToFill, house: House) -> None:
    """One row with the two lists in the board's two columns."""
    prototype, looks = _prototype(target)
    row = deepcopy(prototype)
    bullet = board_bullet(house)
    columns = {target.columns.get("left"): block.left, target.columns.get("right"): block.right}
    for index, cell in enumerate(row.findall(q("tc"))):
        column = columns.get(index)
        texts = [said(item) for item in column.items] if column else []
        listed = Look(bullet.paragraph_properties, looks[index].run_properties)
        fill_cell(cell, texts, listed if texts else looks[index])
    target.table.append(row)


def _prototype(target: TableToFill) -> tuple[Element, list[Look]]:
    """The row to clone and the look of each of its cells; the board's blank rows go."""
    rows = target.table.findall(q("tr"))
    below = rows[rows.index(target.heading_row) + 1 :]
    prototype = next((row for row in below if is_blank_row(row)), None)
    if prototype is None:
        prototype = next(
            (row for row in below if _asks(row)), below[-1] if below else target.heading_row
        )
    made = deepcopy(prototype)
    marks = properties(made, "trPr")
    for one in marks.findall(q("tblHeader")):
        marks.remove(one)
    put(marks, el("cantSplit"))
    _repeat(target.heading_row)
    looks = [_cell_look(cell) for cell in made.findall(q("tc"))]
    for row in below:
        if is_blank_row(row) or _asks(row):
            target.table.remove(row)
    return made, looks


def _asks(row: Element) -> bool:
    """Whether the row only shows what belongs there: brackets, or a number alone."""
    cells = row.findall(q("tc"))
    texts = ["".join(node.text or "" for node in cell.iter(q("t"))).strip() for cell in cells]
    spoken = [text for text in texts if text]
    return all(text[0] in "[<\u00ab" or text.rstrip(".").isdigit() for text in spoken)


def _cell_look(cell: Element) -> Look:
    paragraph = cell.find(q("p"))
    if paragraph is None:
        return Look()
    look = look_of(paragraph, guidance=True)
    if look.run_properties is not None and len(look.run_properties):
        return look
    runs = el("rPr")
    for child in paragraph.iterfind(f"{q('pPr')}/{q('rPr')}/*"):
        if local(child) not in {"ins", "del", "rPrChange"}:
            put(runs, deepcopy(child))
    return Look(look.paragraph_properties, runs)


def _repeat(row: Element) -> None:
    marks = properties(row, "trPr")
    put(marks, el("cantSplit"))
    put(marks, el("tblHeader"))


def _told(block: Table, target: TableToFill) -> list[str]:
    told = []
    left_out = [column.title for column in block.columns if column.key not in target.columns]
    empty = [
        heading
        for index, heading in enumerate(target.headings)
        if heading and index not in target.columns.values()
    ]
    name = said(block.caption) or "a table"
    if left_out:
        told.append(
            f"The board's table for \u201c{name}\u201d has no column for {', '.join(left_out)}."
        )
    if empty:
        told.append(
            f"In the board's table for \u201c{name}\u201d nothing was put under {', '.join(empty)}."
        )
    return told
