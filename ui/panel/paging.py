"""Filling slides: a document's bands, with its title on each, and more slides before less type."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ui.panel.lay_out import bands_of
from ui.panel.pieces import Band, Ink, Page, Piece, Run, lowered
from ui.panel.plain import plain
from ui.panel.sizing import Sheet
from ui.panel.wrapping import line_height, wrap
from workbench.disclosure.gate import Disclosed
from workbench.model.blocks import Section, Table


def pages_of(slide: Disclosed, sheet: Sheet) -> tuple[Page, ...]:
    """The slides that one disclosed document needs."""
    pages: list[Page] = []
    for section in slide.document.sections:
        pages += _section_pages(section, sheet)
    if not pages:
        pages = _section_pages(Section("", slide.document.title), sheet)
    return tuple(
        replace(page, part=number, parts=len(pages)) for number, page in enumerate(pages, start=1)
    )


@dataclass(slots=True)
class _Slides:
    """Slides being filled from the top."""

    sheet: Sheet
    title: str
    filled: list[list[tuple[float, Band]]] = field(default_factory=lambda: [[]])
    used: float = 0.0

    @property
    def full(self) -> float:
        return self.sheet.bottom - self.below_title(continued=len(self.filled) > 1)

    @property
    def room(self) -> float:
        return self.full - self.used

    def title_lines(self, *, continued: bool) -> tuple[str, ...]:
        lines = wrap(self.title, self.sheet.across, self.sheet.title, bold=True)
        if continued and len(lines) > 1:
            # A page that goes on names itself in one line; the whole title was on the first.
            short = lines[0].rstrip(" ,;:")
            return (f"{short}…",)
        return lines

    def below_title(self, *, continued: bool) -> float:
        lines = self.title_lines(continued=continued)
        height = line_height(self.sheet.title) * len(lines) if self.title else 0.0
        return self.sheet.top + height + self.sheet.body * 0.45

    def turn(self) -> None:
        self.filled.append([])
        self.used = 0.0

    def put(self, clump: list[Band]) -> None:
        """Place bands that belong together, on the next slide when this one cannot hold them."""
        height = sum(band.height for band in clump)
        if height > self.room and self.used:
            self.turn()
            if clump[0].head is not None:
                self._place(clump[0].head)
        for band in clump:
            if band.height > self.room and self.used:
                self.turn()
            self._place(band)

    def _place(self, band: Band) -> None:
        self.filled[-1].append((self.used, band))
        self.used += band.height


def _section_pages(section: Section, sheet: Sheet) -> list[Page]:
    slides = _Slides(sheet, plain(section.title))
    if slides.room < sheet.body * 4:  # a title this long has a slide of its own
        slides.turn()
    for block in section.blocks:
        if isinstance(block, Table) and plain(block.caption) == slides.title:
            block = replace(block, caption=())  # the title says it already
        clump: list[Band] = []
        for band in bands_of(block, sheet, slides.room, slides.full):
            clump.append(band)
            if not band.keep:
                slides.put(clump)
                clump = []
        if clump:
            slides.put(clump)
    return [_page(slides, number) for number in range(len(slides.filled))]


def _page(slides: _Slides, number: int) -> Page:
    sheet = slides.sheet
    continued = number > 0
    step = line_height(sheet.title)
    pieces: list[Piece] = [
        Run(line, sheet.left, sheet.top + row * step, sheet.title, Ink.TEXT, bold=True)
        for row, line in enumerate(slides.title_lines(continued=continued))
        if line
    ]
    top = slides.below_title(continued=continued)
    spoken = [slides.title]
    for y, band in slides.filled[number]:
        pieces += [lowered(piece, top + y) for piece in band.pieces]
        spoken.append(band.spoken)
    said = " ".join(
        part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in spoken if part
    )
    return Page(slides.title, tuple(pieces), said)
