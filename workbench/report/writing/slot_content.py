"""Putting content in a slot, in the looks that its own paragraphs give."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.model.blocks import Block
from workbench.report.parts.ooxml import Element, drop, el, local, paragraph_text, q, value
from workbench.report.reading.headings import in_cell
from workbench.report.reading.styles import Styles
from workbench.report.reading.tables import Card, TableToFill
from workbench.report.writing.blocks import Place, TypedNumbers, each_written, room_above
from workbench.report.writing.clearing import clear
from workbench.report.writing.house import House
from workbench.report.writing.looks import look_of
from workbench.report.writing.slots import Slot, anchor
from workbench.report.writing.targets import drop_spare_cards, fill_target, on_cards, target_for

_TYPED = re.compile(r"^\s*(\d+)\.(\d+)([.)]?\s*)(?=\S|$)")


def place_in(slot: Slot, house: House, level: int, width: int) -> Place:
    """The looks for what is written in the slot: those of its own paragraphs first."""
    body, typed, own_number = house.body, None, None
    spoken = [one for one in slot.texts if paragraph_text(one).strip()]  # not a section's end
    for paragraph in spoken or slot.guidance:
        guided = not spoken
        number = _TYPED.match(paragraph_text(paragraph))
        if number and typed is None:
            typed = TypedNumbers(number[1], _gap(paragraph_text(paragraph), number))
        if local(paragraph) != "p" or house.styles.outline(value(paragraph, "pPr/pStyle")):
            continue
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
    filled: list[TableToFill | Card] = []
    markers = [anchor(slot)]
    waiting: list[Block] = []
    tables = slot.tables
    blocks = on_cards(blocks, tables)
    for block in blocks:
        target = target_for(block, tables)
        if target is None:
            waiting.append(block)
            continue
        _write_before(markers[-1], waiting, place)
        waiting = []
        tables.remove(target.table)
        told.extend(fill_target(block, target, place.house))
        place.written.append((block, []))
        markers.append(_after(target.table))
        filled.append(target)
    _write_before(markers[-1], waiting, place)
    for marker in markers:
        drop(marker)
    drop_spare_cards(filled, tables)
    clear(slot)
    _room_after(slot, place)
    return told


def _room_after(slot: Slot, place: Place) -> None:
    """Room between a table that was written and the board's next heading or text."""
    cell = slot.cell
    heading = slot.heading
    if cell is None and in_cell(heading) is not None:
        heading = next(heading.iterancestors(q("tbl")))
    home = heading.getparent() if cell is None else cell
    for table in home.iterchildren(q("tbl")) if home is not None else ():
        after = table.getnext()
        if after is not None and local(after) == "p" and paragraph_text(after).strip():
            room_above(after, place.house)


def _after(table: Element) -> Element:
    marker = el("p")
    table.addnext(marker)
    return marker


def _write_before(anchor: Element, blocks: Sequence[Block], place: Place) -> None:
    for block, made in each_written(blocks, place):
        place.written.append((block, made))
        for one in made:
            anchor.addprevious(one)
