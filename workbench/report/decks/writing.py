"""Writing disclosed content into a copy of the slides' template: the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from workbench.disclosure.gate import Disclosed
from workbench.model.blocks import BoardColumn, Figure, Inline, Mark, Marked, Tone
from workbench.model.figures import Wheel
from workbench.report.decks.paging import (
    BODY_HIGH,
    BODY_WIDE,
    MARGIN,
    ROW_SIZE,
    TOP,
    Grid,
    Line,
    Slide,
    row_height,
    slides_of,
)
from workbench.report.decks.shapes import group
from workbench.report.figures.drawing import drawing_of, said
from workbench.report.figures.drawingml import A
from workbench.report.figures.shapes import Drawing
from workbench.report.parts.package import pack, unpack
from workbench.report.parts.properties import core_properties
from workbench.resources import resource

TEMPLATE = ("templates", "learning-slides.pptx")
TITLE, CONTENT, COMPARISON, TITLE_ONLY = range(4)  # the template's layouts, in their order
TONES = {Tone.RISK: "8A1C1C", Tone.PROTECTIVE: "1E5B3A", Tone.PLAIN: "0B3C49"}
_FIGURE_WIDE, _FIGURE_KEY = 500.0, 1000
_WHITE, _BAND = "FFFFFF", "0B3C49"
_RULED = "{5940675A-B579-460E-94D1-54222C63F5DA}"  # PowerPoint's "No Style, Table Grid"


def render_slides(disclosed: Disclosed) -> bytes:
    """The slides as a PowerPoint file's bytes. Only what has passed the gate is taken."""
    if not isinstance(disclosed, Disclosed):
        raise TypeError("only disclosed content can be written")
    document = disclosed.document
    values = {name: said(words) for name, words in document.values}
    title = said(document.title)
    deck = Presentation(io.BytesIO(resource(*TEMPLATE).read_bytes()))
    foot = values.get("board", "")
    _open(deck, title, values)
    for number, slide in enumerate(slides_of(document), 2):
        _write(deck, slide, number, foot)
    out = io.BytesIO()
    deck.save(out)
    return cleaned(out.getvalue(), title)


def cleaned(content: bytes, title: str) -> bytes:
    """The package with its title and no other property, no thumbnail, no printer, no time."""
    parts = unpack(content)
    parts["docProps/core.xml"] = core_properties(title)
    parts["docProps/app.xml"] = (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'extended-properties"><Application>Microsoft Office PowerPoint</Application></Properties>'
    )
    return pack(parts)


def _open(deck: Any, title: str, values: dict[str, str]) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE])
    slide.shapes.title.text = title
    lines = ("Learning slides", values.get("board", ""), values.get("marking", ""))
    slide.placeholders[1].text = "\n".join(line for line in lines if line)


def _write(deck: Any, slide: Slide, number: int, foot: str) -> None:
    kind = CONTENT if slide.lines else COMPARISON if slide.board else TITLE_ONLY
    made = deck.slides.add_slide(deck.slide_layouts[kind])
    made.shapes.title.text = slide.title
    if slide.lines:
        _lines(made.placeholders[1].text_frame, slide.lines, slide.size)
    elif slide.board is not None:
        for column, at in ((slide.board.left, 1), (slide.board.right, 3)):
            _column(made, column, at, slide.size)
    elif slide.figure is not None:
        _figure(made, slide.figure)
    elif slide.grid is not None:
        _grid(made, slide.grid)
    _foot(made, number, foot)


def _lines(frame: Any, lines: Iterable[Line], size: float) -> None:
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for part in line.parts:
            _run(paragraph, part, size, bold=line.kind == "heading")
        _bullet(paragraph, line)


def _run(paragraph: Any, part: Inline, size: float, *, bold: bool) -> None:
    mark = part.mark if isinstance(part, Marked) else Mark()
    for number, text in enumerate(said((part,)).split("\n")):
        if number:
            paragraph.add_line_break()
        run = paragraph.add_run()
        run.text = text
        run.font.size = Pt(size)
        run.font.bold = True if bold or mark.bold else None
        run.font.italic = True if mark.italic else None


def _bullet(paragraph: Any, line: Line) -> None:
    """Points keep the template's bullet; what is none loses it, and numbers count on."""
    marks = paragraph._p.get_or_add_pPr()
    if line.kind == "point":
        return
    if line.kind == "number":
        kind = "a:buAutoNum"
        attributes = {"type": "arabicPeriod", "startAt": str(line.number)}
        marks.set("marL", str(Pt(34)))
        marks.set("indent", str(-Pt(34)))
    else:
        kind, attributes = "a:buNone", {}
        marks.set("marL", "0")
        marks.set("indent", "0")
    made = marks.makeelement(_named(kind), attributes)
    marks.append(made)


def _named(name: str) -> str:
    return f"{{{A}}}{name.partition(':')[2]}"


def _column(made: Any, column: BoardColumn, at: int, size: float) -> None:
    head = made.placeholders[at].text_frame
    head.text = column.title
    head.paragraphs[0].runs[0].font.color.rgb = _colour(TONES[column.tone])
    items = [Line(item, "point") for item in column.items]
    _lines(made.placeholders[at + 1].text_frame, items or [Line(("None are recorded.",))], size)


def figure_place(block: Figure) -> tuple[Drawing, tuple[float, float], float]:
    """The figure's drawing, where on the slide its upper left corner is, and how far enlarged."""
    wide = BODY_WIDE if isinstance(block.picture, Wheel) else _FIGURE_WIDE
    drawing = drawing_of(block.picture, wide)
    scale = min(BODY_WIDE / drawing.width, BODY_HIGH / drawing.height)
    return drawing, (MARGIN + (BODY_WIDE - drawing.width * scale) / 2, TOP), scale


def _figure(made: Any, block: Figure) -> None:
    drawing, at, scale = figure_place(block)
    name, alt = said(block.caption), said(block.alt)
    shapes = made.shapes._spTree
    shapes.append(group(drawing, key=_FIGURE_KEY, name=name, alt=alt, at=at, scale=scale))


def _grid(made: Any, grid: Grid) -> None:
    whole = sum(grid.shares)
    widths = [BODY_WIDE * share / whole for share in grid.shares]
    room = [width - 16 for width in widths]
    heights = [row_height(row, room) for row in (grid.titles, *grid.rows)]
    frame = made.shapes.add_table(
        len(heights), len(widths), Pt(MARGIN), Pt(TOP), Pt(BODY_WIDE), Pt(sum(heights))
    )
    frame.name = grid.caption
    frame._element.nvGraphicFramePr.cNvPr.set("descr", grid.caption)
    table = frame.table
    table.horz_banding = False
    frame._element.graphic.graphicData.tbl.tblPr.find(_named("a:tableStyleId")).text = _RULED
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for at, (row, high) in enumerate(zip((grid.titles, *grid.rows), heights, strict=True)):
        table.rows[at].height = Pt(high)
        for place, text in enumerate(row):
            _cell(table.cell(at, place), text, heading=at == 0)


def _colour(digits: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(digits))  # type: ignore[no-untyped-call] # python-pptx's own


def _cell(cell: Any, text: str, *, heading: bool) -> None:
    cell.text = text
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    for paragraph in cell.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(ROW_SIZE)
            run.font.bold = heading
            if heading:
                run.font.color.rgb = _colour(_WHITE)
    if heading:
        cell.fill.solid()
        cell.fill.fore_color.rgb = _colour(_BAND)


def _foot(made: Any, number: int, foot: str) -> None:
    """The layout's own places for the footer and the number, which new slides lack."""
    for place in made.slide_layout.placeholders:
        kind = place.placeholder_format.type
        if kind is None or kind.name not in ("FOOTER", "SLIDE_NUMBER"):
            continue
        element = deepcopy(place._element)
        made.shapes._spTree.append(element)
        if kind.name == "FOOTER":
            made.shapes[-1].text_frame.text = foot
        else:
            for text in element.iter(_named("a:t")):
                text.text = str(number)
