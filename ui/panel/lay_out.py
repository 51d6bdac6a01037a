"""Laying out blocks: each becomes bands that a slide is filled with."""

from __future__ import annotations

from dataclasses import replace

from ui.panel.boards import board_bands
from ui.panel.pieces import Band, Bar, Ink, Run
from ui.panel.plain import plain
from ui.panel.sizing import Sheet
from ui.panel.timelines import timeline_bands
from ui.panel.wrapping import line_height, wrap
from workbench.model.blocks import (
    Block,
    Board,
    DayTimeline,
    Figure,
    Heading,
    Items,
    Paragraph,
    ParagraphStyle,
    Table,
    spelled_out,
)


def bands_of(block: Block, sheet: Sheet, room: float, full: float) -> list[Band]:
    """The block as bands. ``room`` is what is left of the slide and ``full`` a whole slide's."""
    match block:
        case Heading():
            return _heading(plain(block.text), sheet)
        case Paragraph():
            return _paragraph(plain(block.text), block.style, sheet, full)
        case Items():
            return _items(block, sheet, full)
        case Figure():
            told = spelled_out(block)
            return [band for one in told for band in bands_of(one, sheet, room, full)]
        case Table():
            return _table(block, sheet)
        case _:
            return _side_by_side(block, sheet, room, full)


def _side_by_side(block: Board | DayTimeline, sheet: Sheet, room: float, full: float) -> list[Band]:
    if isinstance(block, Board):
        return board_bands(block, sheet, room, full)
    return timeline_bands(block, sheet)


def _heading(text: str, sheet: Sheet) -> list[Band]:
    lines = wrap(text, sheet.across, sheet.heading, bold=True)
    step = line_height(sheet.heading)
    runs = tuple(
        Run(line, sheet.left, number * step, sheet.heading, bold=True)
        for number, line in enumerate(lines)
    )
    return [Band(step * len(lines) + sheet.body * 0.2, runs, text, keep=True)]


def lines_together(bands: list[Band], full: float) -> list[Band]:
    """The bands kept on one slide where one slide can hold them; otherwise cut anywhere."""
    if sum(band.height for band in bands) > full:
        return bands
    return [replace(band, keep=True) for band in bands[:-1]] + bands[-1:]


def _text(
    text: str,
    sheet: Sheet,
    full: float,
    *,
    indent: float = 0.0,
    lead: str = "",
    ink: Ink = Ink.TEXT,
) -> list[Band]:
    """Lines of text, with ``lead`` (a bullet, a number) hung before the first."""
    lines = wrap(text, sheet.across - indent, sheet.body)
    step = line_height(sheet.body)
    bands = []
    for number, line in enumerate(lines):
        pieces = [Run(line, sheet.left + indent, 0, sheet.body, ink)]
        if lead and number == 0:
            pieces.append(Run(lead, sheet.left, 0, sheet.body, Ink.QUIET, bold=True))
        last = number == len(lines) - 1
        height = step + (sheet.body * 0.4 if last else 0)
        bands.append(Band(height, tuple(pieces), text if number == 0 else ""))
    return lines_together(bands, full)


def _paragraph(text: str, style: ParagraphStyle, sheet: Sheet, full: float) -> list[Band]:
    if style is ParagraphStyle.NOTE:
        return _text(text, sheet, full, ink=Ink.QUIET)
    if style is not ParagraphStyle.QUOTE:
        return _text(text, sheet, full)
    bands = _text(text, sheet, full, indent=sheet.body)
    edge = sheet.left + sheet.body * 0.3
    return [
        replace(band, pieces=(*band.pieces, Bar(edge, 0, 6, line_height(sheet.body), Ink.ACCENT)))
        for band in bands
    ]


def _items(block: Items, sheet: Sheet, full: float) -> list[Band]:
    bands = []
    for number, item in enumerate(block.items, start=1):
        lead = f"{number}." if block.ordered else "•"
        indent = sheet.body * (1.3 if block.ordered else 0.8)
        bands += _text(plain(item), sheet, full, indent=indent, lead=lead)
    return bands


def _table(block: Table, sheet: Sheet) -> list[Band]:
    gap = sheet.body * 0.5
    total = sum(column.share for column in block.columns)
    space = sheet.across - gap * (len(block.columns) - 1)
    widths = [space * column.share / total for column in block.columns]
    lefts = [
        sheet.left + sum(widths[:number]) + gap * number for number in range(len(block.columns))
    ]
    titles = [column.title for column in block.columns]
    places = list(zip(lefts, widths, strict=True))
    head = _row(titles, places, sheet, bold=True)
    head = replace(head, keep=True)
    bands = _heading(plain(block.caption), sheet) if block.caption else []
    bands.append(head)
    for row in block.rows:
        cells = [plain(cell) for cell in row]
        spoken = ". ".join(
            f"{title}: {cell}" for title, cell in zip(titles, cells, strict=True) if cell
        )
        bands += _split_row(cells, places, sheet, spoken, head)
    return bands


def _row(
    cells: list[str], places: list[tuple[float, float]], sheet: Sheet, *, bold: bool = False
) -> Band:
    step = line_height(sheet.dense)
    runs = [
        Run(line, left, number * step + sheet.body * 0.15, sheet.dense, bold=bold)
        for cell, (left, width) in zip(cells, places, strict=True)
        for number, line in enumerate(wrap(cell, width, sheet.dense, bold=bold))
    ]
    tall = max(run.y for run in runs) + step + sheet.body * 0.2
    rule = Bar(sheet.left, tall - 2, sheet.across, 3 if bold else 1.5, Ink.LINE)
    return Band(tall, (*runs, rule), "" if bold else ". ".join(cells))


def _split_row(
    cells: list[str],
    places: list[tuple[float, float]],
    sheet: Sheet,
    spoken: str,
    head: Band,
) -> list[Band]:
    """One row; one that a whole slide could not hold is cut between lines."""
    whole = _row(cells, places, sheet)
    limit = sheet.bottom - sheet.top - line_height(sheet.title) * 2 - head.height
    if whole.height <= limit:
        return [replace(whole, spoken=spoken, head=head)]
    step = line_height(sheet.dense)
    wrapped = [
        wrap(cell, width, sheet.dense) for cell, (_, width) in zip(cells, places, strict=True)
    ]
    at_once = max(1, int((limit - sheet.body * 0.35) / step))
    deepest = max(len(lines) for lines in wrapped)
    bands = []
    for start in range(0, deepest, at_once):
        part = ["\n".join(lines[start : start + at_once]) for lines in wrapped]
        bands.append(replace(_row(part, places, sheet), spoken="" if start else spoken, head=head))
    return bands
