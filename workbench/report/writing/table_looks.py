"""How a template's tables look, taken from its own first table or its table styles."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from workbench.report.parts.ooxml import Element, el, local, on, paragraph_text, put, q
from workbench.report.reading.styles import Styles
from workbench.report.writing.looks import Look, look_of, styled

RISK, PROTECTIVE = "8A1C1C", "1E5B3A"
_TINT = "E7E6E6"


@dataclass(frozen=True, slots=True)
class TableLook:
    """What is cloned for a new table. ``own`` tables may colour a board's two headings."""

    properties: Element
    heading: Look
    heading_shade: Element | None
    cell: Look
    own: bool = False


def table_look(items: Sequence[Element], styles: Styles, body: Look) -> TableLook:
    """The look of the workbench's own style, else of the template's first real table."""
    own = styles.named("report table", kind="table")
    if own:
        return _from_style(own, styles)
    for item in items:
        found = _from_table(item, body) if local(item) == "tbl" else None
        if found is not None:
            return found
    grid = styles.named("table grid", kind="table")
    properties = el("tblPr", el("tblStyle", val=grid)) if grid else el("tblPr", _borders())
    bold = body.with_run(el("b"), el("bCs")).with_paragraph(el("keepNext"), _tight())
    shade = el("shd", val="clear", color="auto", fill=_TINT)
    return TableLook(properties, bold, shade, body.with_paragraph(_tight()))


def _from_style(style: str, styles: Styles) -> TableLook:
    first = styles.get(style)
    row = None
    for one in first.iter(q("tblStylePr")) if first is not None else ():
        if one.get(q("type")) == "firstRow":
            row = one
    shade = None if row is None else row.find(f"{q('tcPr')}/{q('shd')}")
    runs = None if row is None else row.find(q("rPr"))
    heading = styled(styles.named("table heading", "table text"))
    if runs is not None:
        heading = heading.with_run(*runs)
    cell = styled(styles.named("table text"))
    return TableLook(el("tblPr", el("tblStyle", val=style)), heading, shade, cell, own=True)


def _from_table(table: Element, body: Look) -> TableLook | None:
    """The look of a table with a heading row of at least two cells."""
    rows = table.findall(q("tr"))
    if not rows or len(rows[0].findall(q("tc"))) < 2:
        return None
    first = rows[0].findall(q("tc"))
    said = [paragraph for cell in first for paragraph in cell.iter(q("p"))]
    spoken = [paragraph for paragraph in said if paragraph_text(paragraph).strip()]
    if len(spoken) < 2:
        return None
    if not all(map(_bold, spoken)) and first[0].find(f"{q('tcPr')}/{q('shd')}") is None:
        return None  # labels and values, with nothing that heads its columns
    lasts = [row.findall(q("tc"))[-1] for row in rows[1:] if row.find(q("tc")) is not None]
    below = next((one.find(q("p")) for one in lasts), None)
    properties = el("tblPr")
    kept = {"tblStyle", "tblBorders", "tblCellMar", "jc", "shd"}
    for child in table.iterfind(f"{q('tblPr')}/*"):
        if local(child) in kept:
            put(properties, deepcopy(child))
    shade = first[0].find(f"{q('tcPr')}/{q('shd')}")
    heading = look_of(spoken[0]).with_paragraph(el("keepNext"))
    if not _bold(spoken[0]) and shade is None:
        heading = heading.with_run(el("b"), el("bCs"))
    cell = look_of(below, guidance=True) if below is not None else body.with_paragraph(_tight())
    return TableLook(properties, heading, deepcopy(shade), cell.without_numbering())


def _bold(paragraph: Element) -> bool:
    return any(on(run.find(q("rPr")), "b") for run in paragraph.iter(q("r")))


def _tight() -> Element:
    return el("spacing", before=40, after=40)


def _borders() -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = {"val": "single", "sz": 4, "space": 0, "color": "auto"}
    return el("tblBorders", *(el(side, **line) for side in sides))
