"""Taking instructions and blank lines out of a slot, and nothing that the page needs."""

from __future__ import annotations

from workbench.report.parts.ooxml import Element, drop, el, local, paragraph_text, q
from workbench.report.reading.guidance import is_empty
from workbench.report.reading.headings import in_cell
from workbench.report.writing.slots import Slot


def clear(slot: Slot) -> None:
    """Take the guidance and the blank paragraphs out of the slot."""
    gone = set(map(id, slot.guidance))
    for one in slot.items:
        if one.getparent() is None:
            continue
        if id(one) in gone and local(one) == "tbl":
            drop(one)
        elif id(one) in gone or (local(one) == "p" and is_empty(one)):
            _drop_paragraph(one)
            _drop_row_of(one, slot)


def _drop_paragraph(paragraph: Element) -> None:
    """Drop it, but never the end of a section of pages that it may hold, nor the last paragraph
    of a cell, nor what keeps two tables apart."""
    page = paragraph.find(f"{q('pPr')}/{q('sectPr')}")
    if page is not None:
        paragraph.addnext(el("p", el("pPr", page)))
    elif _needed(paragraph):
        for child in list(paragraph):
            if local(child) != "pPr":
                paragraph.remove(child)
        return
    drop(paragraph)


def _drop_row_of(paragraph: Element, slot: Slot) -> None:
    """Drop a form's row that held nothing but what was just taken out of it."""
    cell = in_cell(paragraph)
    row = None if cell is None else cell.getparent()
    if cell is None or row is None or cell is in_cell(slot.heading):
        return
    alone = len(row.findall(q("tc"))) == 1
    if alone and id(cell) in slot.guided_cells and not paragraph_text(cell).strip():
        drop(row)


def _needed(paragraph: Element) -> bool:
    before, after = paragraph.getprevious(), paragraph.getnext()
    parent = paragraph.getparent()
    if parent is not None and local(parent) == "tc" and after is None:
        return before is None or local(before) != "p"
    # A blank line before a table is the only room that there can be above one.
    return _name(after) == "tbl" and before is not None


def _name(element: Element | None) -> str:
    """The element's name; empty for none."""
    return "" if element is None else local(element)
