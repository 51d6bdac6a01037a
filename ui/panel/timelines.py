"""Laying out a day: its times down the left, what happened beside them, the silences between."""

from __future__ import annotations

from ui.panel.pieces import Band, Bar, Form, Ink, Piece, Run, Shape
from ui.panel.plain import plain
from ui.panel.sizing import Sheet
from ui.panel.wrapping import line_height, width_of, wrap
from workbench.model.blocks import DayTimeline, Point


def span(minutes: int) -> str:
    """A stretch of time in words: "75 minutes", "3 hours", "5 hours 20 minutes"."""
    if minutes < 120:
        return f"{minutes} minute{'' if minutes == 1 else 's'}"
    hours, rest = divmod(minutes, 60)
    if not rest:
        return f"{hours} hours"
    return f"{hours} hours {rest} minute{'' if rest == 1 else 's'}"


def timeline_bands(block: DayTimeline, sheet: Sheet) -> list[Band]:
    """A band for the day, for each point, and for the time that passed before it."""
    bands = []
    day = plain(block.day)
    if day:
        run = Run(day, sheet.left, 0, sheet.heading, bold=True)
        bands.append(Band(line_height(sheet.heading) + sheet.body * 0.25, (run,), day, keep=True))
    clocks = [plain(point.at) for point in block.points]
    widest = max((width_of(clock, sheet.body, bold=True) for clock in clocks), default=0.0)
    line = sheet.left + min(widest, sheet.across * 0.3) + sheet.body * 0.7
    for number, point in enumerate(block.points):
        if number and point.minutes_since_previous:
            bands.append(_gap(point.minutes_since_previous, sheet, line))
        last = number == len(block.points) - 1
        bands.append(_point(point, sheet, line, last=last))
    return bands


def _gap(minutes: int, sheet: Sheet, line: float) -> Band:
    """The silence before a point: dashes, taller the longer it was, with its length in words."""
    tall = sheet.dense * (1.5 if minutes < 60 else 1.9 if minutes < 180 else 2.4)
    dashes = int(tall // 16)
    pieces: list[Piece] = [
        Bar(line - 2, number * 16 + 3, 4, 9, Ink.QUIET) for number in range(dashes)
    ]
    top = (tall - line_height(sheet.dense)) / 2
    pieces.append(Run(span(minutes), line + sheet.body * 0.7, top, sheet.dense, Ink.QUIET))
    return Band(tall, tuple(pieces), f"{span(minutes)} later", keep=True)


def _point(point: Point, sheet: Sheet, line: float, *, last: bool) -> Band:
    step = line_height(sheet.body)
    small = line_height(sheet.dense)
    text = line + sheet.body * 0.7
    clock, who, what = plain(point.at), plain(point.who), plain(point.what)
    clock_lines = wrap(clock, line - sheet.left - sheet.body * 0.5, sheet.body, bold=True)
    pieces: list[Piece] = [
        Run(part, sheet.left, number * step, sheet.body, bold=True)
        for number, part in enumerate(clock_lines)
    ]
    y = 0.0
    for part in wrap(what, sheet.right - text, sheet.body):
        pieces.append(Run(part, text, y, sheet.body))
        y += step
    if who:
        for part in wrap(who, sheet.right - text, sheet.dense):
            pieces.append(Run(part, text, y, sheet.dense, Ink.QUIET))
            y += small
    tall = max(y, len(clock_lines) * step) + sheet.body * 0.2
    dot = sheet.body * 0.4
    if not last:
        pieces.append(Bar(line - 2, step / 2, 4, tall - step / 2, Ink.QUIET))
    pieces.append(Shape(Form.DISC, line - dot / 2, (step - dot) / 2, dot, Ink.ACCENT))
    spoken = ". ".join(part.rstrip(".") for part in (clock, what, who) if part)
    return Band(tall, tuple(pieces), spoken)
