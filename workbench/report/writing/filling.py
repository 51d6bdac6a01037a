"""Filling a board's own tables: its row or card cloned, its columns found by their headings."""

from __future__ import annotations

import re
from copy import deepcopy

from workbench.model.blocks import Board, Table
from workbench.report.parts.ooxml import Element, drop, el, local, properties, put, q, say
from workbench.report.reading.patterns import asks, is_pattern
from workbench.report.reading.tables import (
    Card,
    TableToFill,
    cell_text,
    grid,
    is_blank_row,
    row_asks,
)
from workbench.report.writing.house import House
from workbench.report.writing.inline import anchored, said
from workbench.report.writing.looks import Look, look_of
from workbench.report.writing.tables import board_bullet, even, fill_cell

BOARD_KEYS = {"left": "", "right": ""}


def fill_table(block: Table, target: TableToFill) -> list[str]:
    """Clone the board's row for each of the block's; say which columns found no partner."""
    prototype, looks = _prototype(target)
    keys, places = [column.key for column in block.columns], target.columns
    marks = block.anchors or ("",) * len(block.rows)
    for row, anchor in zip(even(block).rows, marks, strict=True):
        made = deepcopy(prototype)
        spread = grid(made)
        pairs = zip(keys, row, strict=True)
        texts = {
            id(spread[places[key]]): said(cell)
            for key, cell in pairs
            if key in places and places[key] < len(spread)
        }
        for index, cell in enumerate(made.findall(q("tc"))):
            fill_cell(cell, [texts.get(id(cell), "")], looks[index])
        anchored(next(made.iter(q("p"))), anchor)
        target.table.append(made)
    return [*_drop_titles(target), *_told(block, target)]


def fill_cards(block: Table, card: Card) -> list[str]:
    """A copy of the card for each of the block's rows, kept apart by a blank line."""
    keys = [column.key for column in block.columns]
    pattern, last = deepcopy(card.table), card.table
    for number, row in enumerate(even(block).rows):
        made = card.table if number == 0 else deepcopy(pattern)
        texts = {
            card.rows[key]: said(cell)
            for key, cell in zip(keys, row, strict=True)
            if key in card.rows
        }
        for index, one in enumerate(made.findall(q("tr"))):
            put(properties(one, "trPr"), el("cantSplit"))
            cells = one.findall(q("tc"))
            if not cells:
                continue
            label, cell = cells[0], cells[-1]
            _number(label, number + 1)
            if len(cells) == 1:  # a title across the card: what belongs there stands below it
                said_there = texts.get(index, "")
                cell.extend([_cell_look(cell).paragraph(said_there)] if said_there else [])
                continue
            fill_cell(cell, [texts.get(index, "")], _cell_look(cell))
        if number:
            last.addnext(el("p"))
            last.getnext().addnext(made)  # type: ignore[union-attr]  # the blank line just made
            last = made
    counted = is_pattern(cell_text(pattern.findall(q("tr"))[0].findall(q("tc"))[0]))
    left_out = [
        one.title
        for one in block.columns
        if one.key not in card.rows and not (counted and one.key == "number")
    ]
    name = said(block.caption) or "a table"
    if not left_out:
        return []
    return [f"The board's card for \u201c{name}\u201d has no line for {', '.join(left_out)}."]


def _number(label: Element, number: int) -> None:
    """Count cards whose label counts: "Recommendation 1"."""
    if is_pattern(cell_text(label)):
        for node in label.iter(q("t")):
            say(node, re.sub(r"\d+|\[[^\]]*\]|\b[NXx]\b", str(number), node.text or "", count=1))


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
    below = rows[len(target.heading_rows) :]
    wide = len(grid(target.heading_rows[-1]))
    full = [row for row in below if len(grid(row)) == wide and len(row.findall(q("tc"))) > 1]
    prototype = next((row for row in full if is_blank_row(row)), None)
    if prototype is None:
        last = full[-1] if full else target.heading_rows[-1]
        prototype = next((row for row in full if row_asks(row)), last)
    made = deepcopy(prototype)
    marks = properties(made, "trPr")
    for one in (*marks.findall(q("tblHeader")), *marks.findall(q("trHeight"))):
        marks.remove(one)
    put(marks, el("cantSplit"))
    for cell in made.findall(q("tc")):  # a row of its own, whatever it was merged with
        for merge in cell.findall(f"{q('tcPr')}/{q('vMerge')}"):
            drop(merge)
    for row in target.heading_rows:
        _repeat(row)
    looks = [_cell_look(cell) for cell in made.findall(q("tc"))]
    for row in below:
        if is_blank_row(row) or row_asks(row):
            target.table.remove(row)
    return made, looks


def _drop_titles(target: TableToFill) -> list[str]:
    """Take out rows that are a mere pattern of a title: "Theme 1 - [name of theme]"."""
    told = []
    for row in target.table.findall(q("tr")):
        cells = row.findall(q("tc"))
        text = cell_text(cells[0]) if len(cells) == 1 else ""
        if text and asks(text):
            target.table.remove(row)
            told.append(f"\u201c{text}\u201d was taken out of the board's table: it names nothing.")
    return told


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
