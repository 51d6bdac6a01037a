"""How wide a table's columns are: as its grid says, or as what stands in them needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.report.pages.marks import TWIP, number_in, number_of
from workbench.report.pages.table_styles import TableLook
from workbench.report.parts.ooxml import Element, local, q, value

_UNLIKE = 0.02  # of the text's width


def column_widths(
    table: Element,
    rows: Sequence[Element],
    room: float,
    look: TableLook,
    tell: Callable[[str], None],
) -> list[float]:
    """The widths of its columns in points."""
    columns = table.findall(f"{q('tblGrid')}/{q('gridCol')}")
    grid = [number_in(one, "w", TWIP) or 0.0 for one in columns]
    cells = _cell_widths(rows, len(grid), room)
    widths = grid if grid and all(grid) else cells
    if not widths or not all(widths):
        widths = _even(rows, room)
        tell("A table does not say how wide its columns are.")
    elif all(cells) and any(
        abs(one - other) > _UNLIKE * room for one, other in zip(cells, grid, strict=True)
    ):
        tell("A table says two things of how wide its columns are.")
    wanted = _wanted(None if look.marks is None else look.marks.find(q("tblW")), room)
    if wanted and abs(sum(widths) - wanted) > 1:
        share = wanted / sum(widths)
        widths = [one * share for one in widths]
    return [max(one, 1.0) for one in widths]


def adapts(look: TableLook) -> bool:
    """Whether its columns grow with what stands in them."""
    layout = None if look.marks is None else look.marks.find(q("tblLayout"))
    return layout is None or layout.get(q("type")) != "fixed"


def _wanted(element: Element | None, room: float) -> float:
    """The width that the table asks for; nought where it asks for none."""
    if element is None:
        return 0.0
    size = element.get(q("w"), "0")
    kind = element.get(q("type"), "dxa")
    if kind == "pct":
        part = number_of(size.removesuffix("%")) or 0.0
        return room * part / (100 if size.endswith("%") else 5000)
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


def left_edge(look: TableLook, width: float, room: float, *, older: bool) -> float:
    """Where the table begins beside the text’s left edge."""
    marks = look.marks
    side = value(marks, "jc") or "left"
    if side == "center":
        return (room - width) / 2
    if side in {"right", "end"}:
        return room - width
    indent = None if marks is None else marks.find(q("tblInd"))
    x = (number_in(indent, "w", TWIP) or 0.0) if indent is not None else 0.0
    margins = look.whole.margins | look.own.margins
    return x - margins.get("left", 5.4) if older else x


def widened(widths: Sequence[float], needs: Sequence[float]) -> list[float]:
    """The widths where columns grow to what their longest word needs; the others make room for
    them, each by what it can spare. The table stays as wide as it was, as long as it can."""
    whole, least = sum(widths), [min(need, sum(widths)) for need in needs]
    grown = [max(width, need) for width, need in zip(widths, least, strict=True)]
    spare = [width - need for width, need in zip(grown, least, strict=True)]
    over, free = sum(grown) - whole, sum(spare)
    if over <= 0 or free <= 0:
        return grown
    part = min(over / free, 1.0)
    return [width - part * more for width, more in zip(grown, spare, strict=True)]
