"""A document's sections as slides: what stands on each, and what goes on to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from workbench.model.blocks import (
    Block,
    Board,
    DayTimeline,
    Document,
    Figure,
    Heading,
    Items,
    Paragraph,
    ParagraphStyle,
    Section,
    Table,
    Words,
)
from workbench.model.figures import Course
from workbench.report.figures.drawing import said
from workbench.report.figures.fitting import LEADING, wrapped
from workbench.report.writing.tables import span

WIDE, HIGH = 960.0, 540.0  # points
MARGIN, TOP = 48.0, 128.0
BODY_WIDE, BODY_HIGH = WIDE - 2 * MARGIN, 340.0
SIZES = (24.0, 22.0, 20.0, 18.0)
ROW_SIZE = 16.0
GAP = 8.0
EVENTS = 4  # on one slide


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a slide: plain, a point, a numbered point, or a bold heading. ``parts`` are
    its words with the marks that stand on them."""

    parts: Words
    kind: str = "plain"
    number: int = 0

    @property
    def text(self) -> str:
        """The words without their marks."""
        return said(self.parts)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's part that fits on a slide."""

    caption: str
    titles: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its title, and one of the things that it can hold."""

    title: str
    lines: tuple[Line, ...] = ()
    size: float = SIZES[0]
    board: Board | None = None
    figure: Figure | None = None
    grid: Grid | None = None


@dataclass
class _Page:
    title: str
    lines: list[Line] = field(default_factory=list)


def slides_of(document: Document) -> tuple[Slide, ...]:
    """The document's slides; a section in which nothing stands has none."""
    return tuple(slide for section in document.sections for slide in _section(section))


def _section(section: Section) -> Iterator[Slide]:
    title = said(section.title)
    page = _Page(title)
    for block in section.blocks:
        if isinstance(block, Heading) and block.level == 2:
            yield from _texts(page)
            heading = said(block.text)  # one that is not known by its number needs its section
            page = _Page(heading if block.anchor else f"{title}: {heading}")
        elif isinstance(block, Figure | Board | DayTimeline | Table):
            yield from _texts(page)
            page = _Page(page.title)
            yield from _drawn(block, page.title)
        else:
            page.lines += _lines(block)
    yield from _texts(page)


def _lines(block: Block) -> list[Line]:
    match block:
        case Heading():
            return [Line(block.text, "heading")]
        case Paragraph() if block.style is ParagraphStyle.NOTE:
            return []
        case Paragraph():
            return [Line(block.text)]
        case Items():
            kind = "number" if block.ordered else "point"
            return [Line(item, kind, n) for n, item in enumerate(block.items, 1)]
        case _:
            return []


def _texts(page: _Page) -> Iterator[Slide]:
    """The lines on as many slides as they need, at the largest size at which few are needed."""
    if not page.lines:
        return
    for size in SIZES:
        cut = _cut(page.lines, size)
        if len(cut) == 1 or size == SIZES[-1]:
            size = size if len(cut) == 1 else SIZES[-2]
            break
    for number, lines in enumerate(_cut(page.lines, size)):
        yield Slide(_continued(page.title, number), tuple(lines), size)


def _cut(lines: Sequence[Line], size: float) -> list[list[Line]]:
    cut: list[list[Line]] = [[]]
    used = 0.0
    for line in lines:
        high = _height(line, size)
        if cut[-1] and used + high > BODY_HIGH:
            moved = [cut[-1].pop()] if cut[-1][-1].kind == "heading" and len(cut[-1]) > 1 else []
            cut.append(moved)
            used = sum(_height(one, size) for one in moved)
        cut[-1].append(line)
        used += high
    return cut


def _height(line: Line, size: float) -> float:
    room = BODY_WIDE - 14 - (0 if line.kind in ("plain", "heading") else 28)
    bold = line.kind == "heading"
    return len(wrapped(line.text, room, size, bold=bold)) * size * LEADING + GAP


def _continued(title: str, number: int) -> str:
    return f"{title} (continued)" if number else title


def _drawn(block: Figure | Board | DayTimeline | Table, title: str) -> Iterator[Slide]:
    match block:
        case Figure():
            for number, part in enumerate(_parts(block)):
                yield Slide(_continued(title, number), figure=part)
        case Board():
            yield from _boards(block, title)
        case DayTimeline():
            yield from _grids(_timeline(block), title)
        case Table():
            caption = said(block.caption) or title
            titles = tuple(column.title for column in block.columns)
            shares = tuple(column.share for column in block.columns)
            rows = tuple(tuple(map(said, row)) for row in block.rows)
            yield from _grids(Grid(caption, titles, shares, rows), title)


def _parts(figure: Figure) -> Iterator[Figure]:
    """The figure, or as much of a long course of events at a time as can be read from afar."""
    if not isinstance(figure.picture, Course):
        yield figure
        return
    for at in range(0, len(figure.picture.happenings), EVENTS):
        some = figure.picture.happenings[at : at + EVENTS]
        yield replace(figure, picture=Course(some))


def _timeline(block: DayTimeline) -> Grid:
    rows = tuple(
        (said(one.at), span(one.minutes_since_previous), said(one.who), said(one.what))
        for one in block.points
    )
    titles = ("Time", "Since last", "Recorded by", "What happened")
    day = said(block.day)
    return Grid(f"Timeline, {day}" if day else "Timeline", titles, (0.8, 1.0, 1.7, 5.0), rows)


def _grids(grid: Grid, title: str) -> Iterator[Slide]:
    whole = sum(grid.shares)
    widths = [BODY_WIDE * share / whole - 16 for share in grid.shares]
    pages: list[list[tuple[str, ...]]] = [[]]
    used = row_height(grid.titles, widths)
    for row in grid.rows:
        high = row_height(row, widths)
        if pages[-1] and used + high > BODY_HIGH:
            pages.append([])
            used = row_height(grid.titles, widths)
        pages[-1].append(row)
        used += high
    for number, rows in enumerate(pages):
        part = Grid(grid.caption, grid.titles, grid.shares, tuple(rows))
        yield Slide(_continued(title, number), grid=part)


def row_height(row: Iterable[str], widths: Sequence[float]) -> float:
    """How high a row of a slide's table is, in points."""
    cells = zip(row, widths, strict=True)
    most = max(len(wrapped(text, width, ROW_SIZE)) for text, width in cells)
    return most * ROW_SIZE * LEADING + 14


def _boards(board: Board, title: str) -> Iterator[Slide]:
    """The board, on as many slides as its longer column needs."""
    size, room, high = 18.0, BODY_WIDE / 2 - 50, BODY_HIGH - 40
    parts = [_columns(column.items, size, room, high) for column in (board.left, board.right)]
    for number in range(max(map(len, parts))):
        left, right = (part[number] if number < len(part) else () for part in parts)
        shown = Board(
            left=type(board.left)(board.left.title, left, board.left.tone),
            right=type(board.right)(board.right.title, right, board.right.tone),
        )
        yield Slide(_continued(title, number), board=shown, size=size)


def _columns(
    items: Sequence[Words], size: float, room: float, high: float
) -> list[tuple[Words, ...]]:
    pages: list[list[Words]] = [[]]
    used = 0.0
    for item in items:
        more = len(wrapped(said(item), room, size)) * size * LEADING + GAP
        if pages[-1] and used + more > high:
            pages.append([])
            used = 0.0
        pages[-1].append(item)
        used += more
    return [tuple(page) for page in pages]
