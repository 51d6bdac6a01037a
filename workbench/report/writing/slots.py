"""The slot under a heading: what stands there, what of it is guidance, and putting content in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.model.blocks import Block, Board, Table
from workbench.report.parts.ooxml import (
    Element,
    drop,
    el,
    local,
    paragraph_text,
    properties,
    put,
    q,
    value,
)
from workbench.report.reading.forms import is_guidance_box, rows_of
from workbench.report.reading.guidance import is_empty, is_guidance
from workbench.report.reading.headings import in_cell
from workbench.report.reading.styles import Styles
from workbench.report.reading.tables import TableToFill, table_to_fill
from workbench.report.writing.blocks import Place, TypedNumbers, elements
from workbench.report.writing.filling import BOARD_KEYS, fill_board, fill_table
from workbench.report.writing.house import House
from workbench.report.writing.looks import look_of

_TYPED = re.compile(r"^\s*(\d+)\.(\d+)([.)]?\s*)(?=\S|$)")


@dataclass
class Slot:
    """A heading and what stands under it, down to the next heading."""

    heading: Element
    items: list[Element]
    guidance: list[Element] = field(default_factory=list)

    @property
    def texts(self) -> list[Element]:
        """The board's own paragraphs there, which stay."""
        gone = set(map(id, self.guidance))
        return [
            one
            for one in self.items
            if local(one) == "p" and id(one) not in gone and not is_empty(one)
        ]

    @property
    def tables(self) -> list[Element]:
        """The tables there."""
        gone = set(map(id, self.guidance))
        return [one for one in self.items if local(one) == "tbl" and id(one) not in gone]

    @property
    def cell(self) -> Element | None:
        """The cell of a form in which its content will stand, or None for the page itself."""
        first = self.first_free()
        cell = None if first is None else in_cell(first)
        if cell is None and first is None and self._in_long_form():
            return in_cell(self.heading)
        return cell

    def first_free(self) -> Element | None:
        """The first guidance or blank paragraph, in whose place the content goes; of a form's,
        one in another cell than its heading first."""
        gone = set(map(id, self.guidance))
        free = [
            one
            for one in self.items
            if one.getparent() is not None
            and (id(one) in gone or (local(one) == "p" and is_empty(one)))
        ]
        heads = in_cell(self.heading)
        if heads is not None:
            beside = [one for one in free if in_cell(one) not in {None, heads}]
            outside = [one for one in free if in_cell(one) is not heads]
            return next(iter(beside or outside), None)
        return next(iter(free), None)

    def _in_long_form(self) -> bool:
        """Whether the heading stands in a form of several rows, whose next row is not its own."""
        cell = in_cell(self.heading)
        form = None if cell is None else next(cell.iterancestors(q("tbl")), None)
        return form is not None and len(rows_of(form)) > 1 and form not in self.items


def slot_of(heading: Element, items: Sequence[Element], styles: Styles) -> Slot:
    """The slot with its guidance recognised."""
    guided = [
        one
        for one in items
        if (is_guidance(one, styles) if local(one) == "p" else is_guidance_box(one, styles))
    ]
    return Slot(heading, list(items), guided)


def place_in(slot: Slot, house: House, level: int, width: int) -> Place:
    """The looks for what is written in the slot: those of its own paragraphs first."""
    body, typed, own_number = house.body, None, None
    for paragraph in slot.texts or slot.guidance:
        guided = not slot.texts
        number = _TYPED.match(paragraph_text(paragraph))
        if number and typed is None:
            typed = TypedNumbers(number[1], _gap(paragraph_text(paragraph), number))
        if _is_numbered(paragraph, house):
            own_number = own_number or look_of(paragraph, guidance=guided)
        elif _is_prototype(paragraph, house.styles, guided=guided):
            body = look_of(paragraph, guidance=guided)
    kept = [int(found[2]) for one in slot.texts if (found := _TYPED.match(paragraph_text(one)))]
    if typed is not None:
        typed.last = max(kept, default=0)
    numbered = own_number or house.numbered_below(slot.heading) or body
    return Place(house, level, width, body, numbered, typed)


def _gap(text: str, number: re.Match[str]) -> str:
    """What stands between a typed number and its paragraph."""
    return number[3] if text[number.end() :].strip() and number[3] else "\t"


def _is_numbered(paragraph: Element, house: House) -> bool:
    direct = value(paragraph, "pPr/numPr/numId")
    depth = int(value(paragraph, "pPr/numPr/ilvl") or "0")
    found = (direct, depth) if direct else house.styles.numbering(value(paragraph, "pPr/pStyle"))
    return found is not None and found[0] != "0" and not house.lists.is_bullet(*found)


def _is_prototype(paragraph: Element, styles: Styles, *, guided: bool) -> bool:
    """Whether new paragraphs may be cloned from this one; guidance in a style of its own is not
    a pattern, only guidance that is body text dressed up."""
    style = value(paragraph, "pPr/pStyle")
    if guided and any(word in styles.name(style) for word in ("guid", "instruc", "prompt", "help")):
        return False
    return value(paragraph, "pPr/numPr/numId") is None and styles.numbering(style) is None


def fill(slot: Slot, blocks: Sequence[Block], place: Place) -> list[str]:
    """Put the blocks in the slot in place of its guidance, its own tables filled first."""
    told: list[str] = []
    markers = [_anchor(slot)]
    waiting: list[Block] = []
    tables = slot.tables
    for block in blocks:
        target = _target(block, tables)
        if target is None:
            waiting.append(block)
            continue
        _write_before(markers[-1], waiting, place)
        waiting = []
        tables.remove(target.table)
        told.extend(_fill_target(block, target, place))
        markers.append(_after(target.table))
    _write_before(markers[-1], waiting, place)
    for marker in markers:
        drop(marker)
    clear(slot)
    return told


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


def _needed(paragraph: Element) -> bool:
    before, after = paragraph.getprevious(), paragraph.getnext()
    parent = paragraph.getparent()
    if parent is not None and local(parent) == "tc" and after is None:
        return before is None or local(before) != "p"
    return local_of(before) == "tbl" and local_of(after) == "tbl"


def local_of(element: Element | None) -> str:
    """The element's name; empty for none."""
    return "" if element is None else local(element)


def _anchor(slot: Slot) -> Element:
    """An empty marker where the content goes: at the first guidance or blank paragraph, else
    after the board's own words, before a page's or section's end."""
    marker = el("p")
    free = slot.first_free()
    if free is not None:
        free.addprevious(marker)
        return marker
    last = slot.heading
    for one in slot.items:
        ends_page = local(one) == "p" and not paragraph_text(one).strip()
        if not ends_page and one.getparent() is not None:
            last = one
    if last is slot.heading and in_cell(last) is not None and slot.cell is None:
        last = next(last.iterancestors(q("tbl")), last)
    last.addnext(marker)
    return marker


def _after(table: Element) -> Element:
    marker = el("p")
    table.addnext(marker)
    return marker


def _target(block: Block, tables: Sequence[Element]) -> TableToFill | None:
    if isinstance(block, Table):
        keys = [column.key for column in block.columns]
    elif isinstance(block, Board):
        keys = list(BOARD_KEYS)
    else:
        return None
    return next((found for one in tables if (found := table_to_fill(one, keys))), None)


def _fill_target(block: Block, target: TableToFill, place: Place) -> list[str]:
    if isinstance(block, Board):
        fill_board(block, target, place.house)
        return []
    return fill_table(block, target) if isinstance(block, Table) else []


def _write_before(anchor: Element, blocks: Sequence[Block], place: Place) -> None:
    for made in elements(blocks, place):
        anchor.addprevious(made)


def mark_heading(heading: Element, level: int) -> None:
    """Make bold text that serves as a heading one that a screen reader can find."""
    marks = properties(heading, "pPr")
    if marks.find(q("outlineLvl")) is None:
        put(marks, el("keepNext"))
        put(marks, el("outlineLvl", val=level - 1))
