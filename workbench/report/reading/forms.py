"""Tables that are forms: a heading in one cell, and the place for what belongs under it in another.

Rapid reviews and practice reviews are often asked for in this way. A form is opened into its cells,
so that its headings are read as those of the body are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from workbench.report.parts.ooxml import Element, local, q, value
from workbench.report.reading.appearance import appearance, own_text
from workbench.report.reading.guidance import is_empty, is_guidance
from workbench.report.reading.patterns import asks, is_pattern
from workbench.report.reading.styles import Styles

_LONGEST = 160
_NUMBER = re.compile(r"\s*(\d+(\.\d+)*|[a-z]|[ivx]+)?\s*[.):]?\s*", re.IGNORECASE)
_COUNT = re.compile(r"\s*\d+(\.\d+)*\s*[.):]?\s*")
_FORM = 3  # with so many known labels, its other bold labels are headings too
Names = Callable[[str], bool]


def rows_of(table: Element) -> list[Element]:
    """The table's rows, those within content controls too."""
    return list(_children(table, "tr"))


def cells_of(row: Element) -> list[Element]:
    """The row's cells, those within content controls too."""
    return list(_children(row, "tc"))


def _children(parent: Element, name: str) -> Iterator[Element]:
    for child in parent:
        if local(child) == name:
            yield child
        elif local(child) in {"sdt", "sdtContent", "customXml"}:
            yield from _children(child, name)


def paragraphs_in(cell: Element) -> list[Element]:
    """The cell's own paragraphs and tables, those within content controls too."""
    found: list[Element] = []
    for child in cell:
        if local(child) in {"p", "tbl"}:
            found.append(child)
        elif local(child) in {"sdt", "sdtContent", "customXml"}:
            found.extend(paragraphs_in(child))
    return found


def cell_text(cell: Element) -> str:
    """What the cell says, in one line."""
    return " ".join(filter(None, map(own_text, cell.iter(q("p")))))


def is_guidance_box(table: Element, styles: Styles) -> bool:
    """Whether the table is only a frame around instructions to the author."""
    rows = rows_of(table)
    if not rows or any(len(cells_of(row)) != 1 for row in rows):
        return False
    said = [one for one in table.iter(q("p")) if own_text(one)]
    if not said:
        return False
    guided = [is_guidance(one, styles) for one in said]
    return all(guided) or (len(rows) == 1 and guided[0] and sum(guided) * 2 >= len(said))


def open_form(table: Element, styles: Styles, names: Names) -> list[Element] | None:
    """The form's headings and places in order, or None for a table that is no form. A table under
    a title of its own stands for itself after the title's paragraphs."""
    rows = [cells for row in rows_of(table) if (cells := cells_of(row))]
    if not rows or is_guidance_box(table, styles) or is_pattern(_first_line(rows[0][0])):
        return None
    if _titled(rows, names):
        return [*paragraphs_in(rows[0][0]), table]
    opened: list[Element] = []
    found = False
    pairs = [cells for cells in map(_numberless, rows) if len(cells) == 2]
    labelled = sum(1 for cells in pairs if _labels(cells, names, styles)) >= _FORM
    for number, whole in enumerate(rows):
        cells = _numberless(whole)
        below = rows[number + 1] if number + 1 < len(rows) else None
        if len(cells) == 1 and _heads(cells[0], below, names, styles):
            found = True
            opened += paragraphs_in(cells[0])
        elif len(cells) == 1:
            opened += paragraphs_in(cells[0])
        elif len(cells) == 2 and (
            _labels(cells, names, styles) or (labelled and _looks_labelled(cells, styles))
        ):
            found = True
            opened += paragraphs_in(cells[0]) + paragraphs_in(cells[1])
    return opened if found else None


def _numberless(cells: list[Element]) -> list[Element]:
    """The row's cells without a first one that only numbers the row."""
    if len(cells) == 2 and _COUNT.fullmatch(cell_text(cells[0])):
        return cells[1:]
    if len(cells) == 3 and _NUMBER.fullmatch(cell_text(cells[0])):
        return cells[1:]
    return cells


def _titled(rows: list[list[Element]], names: Names) -> bool:
    """Whether the first row is a title across the table for the columns below it."""
    if len(rows) < 2 or len(rows[0]) != 1 or asks(_first_line(rows[0][0])):
        return False
    if not names(_first_line(rows[0][0])):
        return False
    return len(rows[1]) > 1 and all(len(cells) > 1 for cells in rows[1:])


def _heads(cell: Element, below: list[Element] | None, names: Names, styles: Styles) -> bool:
    """Whether the cell holds a heading: one that is known, or one above a place to write in."""
    text = _first_line(cell)
    if not text or len(text) > _LONGEST or asks(text):
        return False
    if names(text):
        return True
    if below is None and _is_banner(cell, styles):
        return True
    return below is not None and len(below) == 1 and _is_place(below[0], styles)


def _is_banner(cell: Element, styles: Styles) -> bool:
    """Whether the cell is a table of its own that serves as a coloured bar for a heading."""
    table = next(cell.iterancestors(q("tbl")))
    said = [one for one in cell.iter(q("p")) if own_text(one)]
    look = appearance(said[0], styles)
    return len(rows_of(table)) == 1 and len(said) == 1 and look.shaded and look.bold


def _labels(cells: list[Element], names: Names, styles: Styles) -> bool:
    return names(_first_line(cells[0])) and _is_place(cells[1], styles)


def _looks_labelled(cells: list[Element], styles: Styles) -> bool:
    """Whether the pair looks as the form's known ones do: a bold label beside a place."""
    said = [one for one in cells[0].iter(q("p")) if own_text(one)]
    return bool(said) and appearance(said[0], styles).bold and _is_place(cells[1], styles)


def _first_line(cell: Element) -> str:
    return next((text for one in cell.iter(q("p")) if (text := own_text(one))), "")


def _is_place(cell: Element, styles: Styles) -> bool:
    """Whether something is to be written there: the cell is blank or only says what to write."""
    said = [one for one in cell.iter(q("p")) if not is_empty(one)]
    return all(is_guidance(one, styles) for one in said)


def let_grow(cell: Element) -> None:
    """Let the cell's row be as high as what is written in it, over as many pages as it needs."""
    row = cell.getparent()
    marks = None if row is None else row.find(q("trPr"))
    for name in ("cantSplit", "trHeight") if marks is not None else ():
        for found in marks.findall(q(name)):  # type: ignore[union-attr]  # not None: see above
            marks.remove(found)  # type: ignore[union-attr]


def cell_width(cell: Element) -> int:
    """The cell's width in twips, inside its usual margins; 0 where the table does not say."""
    table = next(cell.iterancestors(q("tbl")), None)
    row = cell.getparent()
    if table is None or row is None:
        return 0
    grid = [int(one.get(q("w"), "0")) for one in table.iterfind(f"{q('tblGrid')}/{q('gridCol')}")]
    at = 0
    for other in cells_of(row):
        span = int(value(other, "tcPr/gridSpan") or "1")
        if other is cell:
            whole = sum(grid[at : at + span])
            return max(whole - 220, 0)
        at += span
    return 0
