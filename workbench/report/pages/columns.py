"""How wide a table's columns are: as its grid says, or as what stands in them needs."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.report.pages.marks import TWIP, number_in
from workbench.report.pages.table_styles import TableLook
from workbench.report.parts.ooxml import Element, local, q, value

_LEAST = 10.0


def column_widths(
    table: Element,
    rows: Sequence[Element],
    room: float,
    look: TableLook,
    *,
    older: bool,
) -> tuple[list[float], float]:
    """The widths, and where the table begins beside the text's left edge."""
    marks = look.marks
    grid = [
        number_in(one, "w", TWIP) or 0.0 for one in table.findall(f"{q('tblGrid')}/{q('gridCol')}")
    ]
    fixed = marks is not None and _kind(marks.find(q("tblLayout")), "type") == "fixed"
    cells = _cell_widths(rows, len(grid), room)
    widths = [cell or own for cell, own in zip(cells, grid, strict=True)] or _even(rows, room)
    wanted = _wanted(None if marks is None else marks.find(q("tblW")), room)
    if not fixed and (not all(widths) or wanted):
        widths = [one or _LEAST for one in widths]
    if wanted and abs(sum(widths) - wanted) > 1 and sum(widths):
        share = wanted / sum(widths)
        widths = [one * share for one in widths]
    widths = [max(one, 1.0) for one in widths]
    return widths, _start(marks, sum(widths), room, look, older=older)


def _kind(element: Element | None, name: str) -> str:
    return "" if element is None else element.get(q(name), "")


def _wanted(element: Element | None, room: float) -> float:
    """The width that the table asks for; nought where it asks for none."""
    if element is None:
        return 0.0
    size = element.get(q("w"), "0")
    kind = element.get(q("type"), "dxa")
    if kind == "pct":
        return room * (float(size[:-1]) / 100 if size.endswith("%") else float(size) / 5000)
    return (number_in(element, "w", TWIP) or 0.0) if kind == "dxa" else 0.0


def _cell_widths(rows: Sequence[Element], many: int, room: float) -> list[float]:
    """What the cells of a row with one for each column ask for."""
    for row in rows[:3]:
        cells = [one for one in row if local(one) == "tc"]
        if len(cells) != many:
            continue
        found = []
        for cell in cells:
            holder = cell.find(q("tcPr"))
            asked = None if holder is None else holder.find(q("tcW"))
            found.append(_wanted(asked, room))
        if all(found):
            return found
    return [0.0] * many


def _even(rows: Sequence[Element], room: float) -> list[float]:
    many = max([len(row.findall(q("tc"))) for row in rows], default=1) or 1
    return [room / many] * many


def _start(
    marks: Element | None, width: float, room: float, look: TableLook, *, older: bool
) -> float:
    side = value(marks, "jc") or "left"
    if side == "center":
        return (room - width) / 2
    if side in {"right", "end"}:
        return room - width
    indent = None if marks is None else marks.find(q("tblInd"))
    x = (number_in(indent, "w", TWIP) or 0.0) if indent is not None else 0.0
    margins = look.whole.margins | look.own.margins
    return x - margins.get("left", 5.4) if older else x
