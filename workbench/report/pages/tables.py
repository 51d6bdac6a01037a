"""Tables measured: the width of each cell, what stands in it, and how high its row is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from workbench.report.pages.columns import adapts, column_widths, left_edge, widened
from workbench.report.pages.grid import Cell, Grid, Inner, Row, with_merged
from workbench.report.pages.letters import Around, ParagraphLook
from workbench.report.pages.marks import TWIP, Border, number_in
from workbench.report.pages.measured import Measurer, Strip
from workbench.report.pages.table_styles import CellLook, TableLook, table_look
from workbench.report.parts.ooxml import Element, local, on, q, value

_CELL = q("tcPr")


class _Form(NamedTuple):
    """What a cell's properties say of it."""

    look: CellLook
    merged: str
    upright: str
    span: int


class TableMeasurer:
    """Measures the tables of one part, and keeps their rows by what they say."""

    def __init__(self, measurer: Measurer, *, older: bool, widens: bool) -> None:
        self._measurer = measurer
        self._older = older
        self._widens = widens
        self._torn = False
        self._looks: dict[bytes, TableLook] = {}
        self._forms: dict[tuple[object, ...], _Form] = {}
        self._rows: dict[tuple[object, ...], Row] = {}
        self._grids: dict[tuple[bytes, float], Grid] = {}

    def table(self, element: Element, width: float) -> Grid:
        """The table in this width."""
        key = (etree.tostring(element, with_tail=False), width)
        found = self._grids.get(key)
        if found is None or found.numbered:  # the numbers of its paragraphs count on
            found = self._grids[key] = self._table(element, width)
        return found

    def _table(self, element: Element, width: float) -> Grid:
        marks = element.find(q("tblPr"))
        look = self._look(marks)
        if marks is not None and marks.find(q("tblpPr")) is not None:
            self._measurer.reader.tell("Text is not led around a table that stands beside it.")
        rows = _rows(element)
        widths = column_widths(element, rows, width, look, self._measurer.reader.tell)
        self._torn = False
        made, numbered = self._all_rows(rows, look, widths)
        if self._torn and self._widens and not numbered and adapts(look):
            widths = widened(widths, _needs(made, widths))
            made, numbered = self._all_rows(rows, look, widths)
        x = left_edge(look, sum(widths), width, older=self._older)
        heading = 0
        while heading < len(made) and made[heading].heads:
            heading += 1
        heading = heading if heading < len(made) else 0
        return Grid(tuple(with_merged(made)), x, sum(widths), heading, numbered)

    def _all_rows(
        self, rows: Sequence[Element], look: TableLook, widths: Sequence[float]
    ) -> tuple[list[Row], bool]:
        """Every row, and whether any of them counts."""
        numbered = False
        made: list[Row] = []
        key = tuple(widths)
        for index, row in enumerate(rows):
            place = look.place(index, len(rows), heads=on(row, "trPr/tblHeader"))
            one, counts = self._row(row, look, place, key)
            numbered = numbered or counts
            made.append(one)
        return made, numbered

    def _look(self, marks: Element | None) -> TableLook:
        key = b"" if marks is None else etree.tostring(marks, with_tail=False)
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = table_look(marks, self._measurer.reader.looks)
        return found

    def _row(
        self, row: Element, look: TableLook, place: tuple[bool, ...], widths: tuple[float, ...]
    ) -> tuple[Row, bool]:
        key = (etree.tostring(row, with_tail=False), id(look), place, widths)
        found = self._rows.get(key)
        if found is None:
            found = self._measured(row, look, place, widths)
            if any(_numbered(cell) for cell in found.cells):
                return found, True
            self._rows[key] = found
        return found, False

    def _measured(
        self, row: Element, look: TableLook, place: tuple[bool, ...], widths: tuple[float, ...]
    ) -> Row:
        marks = row.find(q("trPr"))
        cells = list(_cells(row))
        at = _count(marks, "gridBefore")
        edges = [0.0]
        for one in widths:
            edges.append(edges[-1] + one)
        made: list[Cell] = []
        for number, cell in enumerate(cells):
            ends = (number == 0, number == len(cells) - 1)
            form = self._form(cell.find(_CELL), look, place, ends)
            last = min(at + form.span, len(widths))
            start = min(at, len(widths) - 1) if widths else 0
            made.append(self._cell(cell, form, edges[start], edges[last]))
            at += form.span
        return self._tall(tuple(made), marks)

    def _form(
        self, own: Element | None, look: TableLook, place: tuple[bool, ...], ends: tuple[bool, bool]
    ) -> _Form:
        """What a cell's properties say, read once for all cells of which they say the same."""
        data = b"" if own is None else etree.tostring(own, with_tail=False)
        key = (data, id(look), place, ends)
        found = self._forms.get(key)
        if found is None:
            merge = None if own is None else own.find(q("vMerge"))
            merged = ""
            if merge is not None:
                merged = "start" if merge.get(q("val")) == "restart" else "on"
            upright = value(own, "vAlign") or "top"
            if (value(own, "textDirection") or "lrTb") not in {"lrTb", "lrTbV"}:
                self._measurer.reader.tell("Text that runs upwards in a cell is laid out across.")
            span = max(1, _count(own, "gridSpan"))
            found = _Form(look.cell(own, place, ends), merged, upright, span)
            self._forms[key] = found
        return found

    def _cell(self, cell: Element, form: _Form, x: float, end: float) -> Cell:
        margins = form.look.margins
        inside = max(end - x - margins.left - margins.right, 2.0)
        strips: list[Strip | Inner] = []
        last = self._inside(cell, inside, form.look.around, strips, None)
        below = 0.0 if last is None else last.after
        return Cell(x, end - x, margins, strips, below, form.look, form.merged, form.upright)

    def _inside(
        self,
        cell: Element,
        width: float,
        around: Around,
        strips: list[Strip | Inner],
        before: ParagraphLook | None,
    ) -> ParagraphLook | None:
        """Add what stands in a cell, strip by strip; the look of its last paragraph."""
        for child in cell:
            name = local(child)
            if name == "p":
                what = self._measurer.in_cell(child, width, around)
                self._torn = self._torn or what.parted is not None
                strips += self._measurer.strips(what, before)
                before = what.look
            elif name == "sdt":
                inside = child.find(q("sdtContent"))
                if inside is not None:
                    before = self._inside(inside, width, around, strips, before)
            elif name == "tbl":
                grid = self.table(child, width)
                gap = 0.0 if before is None else before.after
                for index, row in enumerate(grid.rows):
                    strips.append(Inner(gap, row.height, grid, index))
                    gap = 0.0
                before = None
        return before

    def _tall(self, cells: tuple[Cell, ...], marks: Element | None) -> Row:
        line = max([_width(cell.look.borders["top"]) for cell in cells], default=0.0)
        needs = max([cell.height for cell in cells if not cell.merged], default=0.0)
        asked = None if marks is None else marks.find(q("trHeight"))
        exact = False
        if asked is not None:
            least = number_in(asked, "val", TWIP) or 0.0
            exact = asked.get(q("hRule")) == "exact"
            needs = least if exact else max(needs, least)
        first = next((strip for cell in cells[:1] for strip in cell.strips), None)
        keeps = first is not None and first.keeps
        splits = not on(marks, "cantSplit") and not exact
        heads = on(marks, "tblHeader")
        if splits and any(isinstance(strip, Inner) for cell in cells for strip in cell.strips):
            self._measurer.reader.tell("Word may tear a table within a table at another row.")
        return Row(cells, needs + line, line, splits, heads, keeps, exact)


def _needs(rows: Sequence[Row], widths: Sequence[float]) -> list[float]:
    """What the longest word in each column needs."""
    starts = [sum(widths[:number]) for number in range(len(widths))]
    needs = [0.0] * len(widths)
    for cell in (one for row in rows for one in row.cells):
        for number, (start, width) in enumerate(zip(starts, widths, strict=True)):
            if abs(cell.x - start) < 1 and abs(cell.width - width) < 1:
                needs[number] = max(needs[number], _widest(cell))
    return needs


def _widest(cell: Cell) -> float:
    found = 0.0
    for strip in cell.strips:
        if isinstance(strip, Strip) and not strip.line:
            look = strip.paragraph.look
            words = [atom.width for atom in strip.paragraph.spoken.atoms]
            found = max(found, look.left + look.right + max(words, default=0.0))
    return found + cell.margins.left + cell.margins.right + 0.1


def _numbered(cell: Cell) -> bool:
    return any(strip.numbered for strip in cell.strips)


def _width(border: Border | None) -> float:
    return 0.0 if border is None else border.width


def _count(marks: Element | None, name: str) -> int:
    said = value(marks, name) or "0"
    return int(said) if said.isdigit() else 0


def _rows(table: Element) -> list[Element]:
    """The table's rows, through controls and what was inserted."""
    found: list[Element] = []
    for child in table:
        if local(child) == "tr":
            if child.find(f"{q('trPr')}/{q('del')}") is None:
                found.append(child)
        elif local(child) in {"sdt", "sdtContent", "ins"}:
            found += _rows(child)
    return found


def _cells(row: Element) -> list[Element]:
    found: list[Element] = []
    for child in row:
        if local(child) == "tc":
            found.append(child)
        elif local(child) in {"sdt", "sdtContent"}:
            found += _cells(child)
    return found
