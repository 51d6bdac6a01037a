"""Tables of the workbench's own: heading row repeated, rows kept whole, columns by their share."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from operator import floordiv

from workbench.model.blocks import Board, BoardColumn, Column, DayTimeline, Table, Tone
from workbench.report.parts.contents import field
from workbench.report.parts.ooxml import Element, el, properties, put, q, say, text_runs, unwrap
from workbench.report.writing.house import House
from workbench.report.writing.inline import Spoken, anchored, ink, said
from workbench.report.writing.looks import Look
from workbench.report.writing.table_looks import PROTECTIVE, RISK, TableLook

_NARROWEST = 640  # room for "No." in bold
_TWIPS_A_LETTER = 108  # about a letter of 10 point Arial: enough to tell a long row
_LINES_KEPT_WHOLE = 34
_BOARD_LINES = 24
_LINES_KEPT_TOGETHER = 18
_TONES = {Tone.RISK: RISK, Tone.PROTECTIVE: PROTECTIVE}
_TIMELINE = (
    Column("at", "Time", 0.8),
    Column("gap", "Since last", 0.9),
    Column("who", "Recorded by", 1.4),
    Column("what", "What happened", 3.9),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where a table is to stand: the house whose style it takes, and its width in twips."""

    house: House
    width: int


def table_elements(block: Table, sheet: Sheet) -> list[Element]:
    """A caption and a table."""
    caption = said(block.caption) or "Table"
    widths = _widths([column.share for column in block.columns], sheet.width)
    table = _frame(sheet.house.table, widths, caption)
    table.append(_heading_row([column.title for column in block.columns], widths, sheet.house))
    prototype = _row(widths, sheet.house.table.cell)
    rows = [[said(cell) for cell in row] for row in even(block).rows]
    _fill(table, prototype, rows, widths)
    for row, anchor in zip(table.findall(q("tr"))[1:], block.anchors, strict=False):
        anchored(next(row.iter(q("p"))), anchor)
    return [_caption(caption, sheet.house), table]


def even(block: Table) -> Table:
    """The table with as many cells in each row as it has columns: a row that lacks some gets blank
    ones, and what a row has too many of stands in its last."""
    many = len(block.columns)
    if all(len(row) == many for row in block.rows):
        return block
    rows = []
    for row in block.rows:
        kept = (*row, *((),) * (many - len(row)))[:many]
        for extra in row[many:]:
            kept = (*kept[:-1], (*kept[-1], "\n", *extra))
        rows.append(kept)
    return replace(block, rows=tuple(rows))


def timeline_elements(block: DayTimeline, sheet: Sheet) -> list[Element]:
    """A day as a table that a screen reader can follow: time, gap, source, what happened."""
    caption = f"Timeline, {said(block.day)}" if said(block.day) else "Timeline"
    widths = _widths([column.share for column in _TIMELINE], sheet.width)
    table = _frame(sheet.house.table, widths, caption)
    table.append(_heading_row([column.title for column in _TIMELINE], widths, sheet.house))
    prototype = _row(widths, sheet.house.table.cell)
    bold = _row(widths, sheet.house.table.cell.with_run(el("b"), el("bCs")))
    prototype.replace(prototype[1], bold[1])  # the first cell: trPr stands before it
    rows = [
        [said(one.at), span(one.minutes_since_previous), said(one.who), said(one.what)]
        for one in block.points
    ]
    _fill(table, prototype, rows, widths)
    return [_caption(caption, sheet.house), table]


def board_elements(block: Board, sheet: Sheet) -> list[Element]:
    """Two columns of equal width, each a list, under headings that say which is which."""
    house = sheet.house
    columns = (block.left, block.right)
    caption = " and ".join((block.left.title, block.right.title.lower()))
    widths = _widths([1, 1], sheet.width)
    table = _frame(house.table, widths, caption)
    table.append(
        _heading_row(
            [column.title for column in columns],
            widths,
            house,
            [_TONES.get(column.tone) for column in columns] if house.table.own else (),
        )
    )
    bullet = board_bullet(house)
    lists = [_paged(column, widths[0]) for column in columns]
    for number in range(max(1, *map(len, lists))):
        row = el("tr", el("trPr", el("cantSplit")))
        for items, width in zip(lists, widths, strict=True):
            shown = items[number] if number < len(items) else []
            paragraphs = [bullet.paragraph(text) for text in shown]
            row.append(_cell(width, paragraphs or [house.table.cell.paragraph()]))
        table.append(row)
    return [_caption(caption, house), table]


def board_bullet(house: House) -> Look:
    """The look of an item within a board's column: the cell's text, with the house's bullet."""
    bullet = house.bullet
    number = None
    if bullet.paragraph_properties is not None:
        number = bullet.paragraph_properties.find(q("numPr"))
        style = bullet.paragraph_properties.find(q("pStyle"))
        if number is None and style is not None:
            found = house.styles.numbering(style.get(q("val")))
            if found:
                number = el("numPr", el("ilvl", val=found[1]), el("numId", val=found[0]))
    look = house.table.cell.with_paragraph(el("ind", left=284, hanging=284))
    return look.with_paragraph(number) if number is not None else look


def span(minutes: int | None) -> str:
    """ "1 h 5 min"; nothing for the first point of a day."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def fill_cell(cell: Element, texts: Sequence[str], look: Look) -> None:
    """Make these texts the cell's paragraphs, in the look that it had."""
    for paragraph in cell.findall(q("p")):
        cell.remove(paragraph)
    cell.extend(look.paragraph(text) for text in texts or [""])


def _frame(look: TableLook, widths: Sequence[int], caption: str) -> Element:
    made = deepcopy(look.properties)
    put(made, el("tblW", w=sum(widths), type="dxa"))
    put(made, el("tblLayout", type="fixed"))
    first = {"firstRow": 1, "lastRow": 0, "firstColumn": 0, "lastColumn": 0}
    put(made, el("tblLook", val="0620", **first, noHBand=1, noVBand=1))
    put(made, el("tblCaption", val=caption))
    grid = el("tblGrid", *(el("gridCol", w=width) for width in widths))
    return el("tbl", made, grid)


def _heading_row(
    titles: Sequence[str], widths: Sequence[int], house: House, fills: Sequence[str | None] = ()
) -> Element:
    row = el("tr", el("trPr", el("cantSplit"), el("tblHeader")))
    for index, (title, width) in enumerate(zip(titles, widths, strict=True)):
        shade = deepcopy(house.table.heading_shade)
        fill = fills[index] if fills else None
        if fill:
            shade = el("shd", val="clear", color="auto", fill=fill)
        row.append(_cell(width, [house.table.heading.paragraph(title)], shade))
    return row


def _row(widths: Sequence[int], look: Look) -> Element:
    """A prototype: each cell holds one paragraph with one empty run."""
    row = el("tr", el("trPr", el("cantSplit")))
    for width in widths:
        row.append(_cell(width, [look.paragraph("\u00a0")]))
    return row


def _lines(texts: Sequence[str], letters: Sequence[int]) -> int:
    """About how many lines the row will take, when so many letters fit on a line of each cell."""
    longest: int = max(map(floordiv, map(len, texts), letters))
    return 1 + longest + max(text.count("\n") for text in texts)


def _fill(
    table: Element, prototype: Element, rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> None:
    """A row for each of ``rows``, cloned; a row longer than a page may break, others may not."""
    letters = [max((width - 200) // _TWIPS_A_LETTER, 2) for width in widths]
    heights = [_lines(texts, letters) for texts in rows]
    for texts, lines in zip(rows, heights, strict=True):
        row = deepcopy(prototype)
        for cell, text in zip(row.iterfind(q("tc")), texts, strict=True):
            _say(cell, text)
        if lines > _LINES_KEPT_WHOLE:
            row.remove(row[0])
        table.append(row)
    _keep_together(table, sum(heights))


def _keep_together(table: Element, lines: float) -> None:
    """A short table stays on one page; a long one begins with two rows under its heading."""
    rows = table.findall(q("tr"))
    for row in rows[:-1] if lines <= _LINES_KEPT_TOGETHER else rows[1:2]:
        for paragraph in row.iter(q("p")):
            put(properties(paragraph, "pPr"), el("keepNext"))


def _say(cell: Element, text: str) -> None:
    node = next(cell.iter(q("t")))
    if "\n" not in text and "\t" not in text and not isinstance(text, Spoken):
        say(node, text)
        return
    run = node.getparent()
    if run is not None:
        unwrap(run, ink(text, run.find(q("rPr"))))


def _cell(width: int, paragraphs: Sequence[Element], shade: Element | None = None) -> Element:
    made = el("tcPr", el("tcW", w=width, type="dxa"))
    if shade is not None:
        put(made, shade)
    return el("tc", made, *paragraphs)


def _widths(shares: Sequence[float], width: int) -> list[int]:
    whole = sum(shares)
    widths = [int(width * share / whole) for share in shares]
    widths[-1] += width - sum(widths)
    for index, one in enumerate(widths):
        if one < _NARROWEST and width > 2 * _NARROWEST * len(widths):
            widest = widths.index(max(widths))
            widths[widest] -= _NARROWEST - one
            widths[index] = _NARROWEST
    return widths


def _paged(column: BoardColumn, width: int) -> list[list[str]]:
    """The column's items in groups that fit a page, one group to a row."""
    groups: list[list[str]] = [[]]
    lines = 0.0
    for item in column.items:
        text = said(item)
        more = 1.3 + len(text) * _TWIPS_A_LETTER / (width - 500)
        if groups[-1] and lines + more > _BOARD_LINES:
            groups.append([])
            lines = 0.0
        groups[-1].append(text)
        lines += more
    return groups


def _caption(text: str, house: House) -> Element:
    house.tables += 1
    paragraph = house.caption.paragraph("Table ")
    paragraph.extend(field("SEQ Table \\* ARABIC", str(house.tables)))
    paragraph.extend(text_runs(f": {text}", house.caption.run_properties))
    return paragraph
