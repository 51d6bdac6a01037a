"""What is being shown: which slide the author is at, which one the room sees, held or blank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from ui.panel.paging import pages_of
from ui.panel.pieces import Page
from ui.panel.sizing import SEATS, Sheet
from workbench.disclosure.gate import Disclosed


@dataclass(frozen=True, slots=True)
class Seen:
    """What a window draws: no page is a blank screen."""

    page: Page | None
    footer: str
    number: int
    count: int


class Show(QObject):
    """The slides of one showing, laid out for the room's screen.

    It takes disclosed documents and nothing else, so that no window of it can draw a real name.
    """

    changed = Signal()

    def __init__(self, slides: Sequence[Disclosed], occasion: str, sheet: Sheet) -> None:
        super().__init__()
        self._slides = tuple(slides)
        self.occasion = occasion
        self._sheet = sheet
        self._pages: tuple[Page, ...] = ()
        self._starts: tuple[int, ...] = ()
        self._at = 0
        self._held: Seen | None = None
        self._blank = False
        self._lay_out()

    @property
    def sheet(self) -> Sheet:
        """The room's screen, as the slides are laid out for it."""
        return self._sheet

    @property
    def held(self) -> bool:
        """Whether the room keeps its slide while the author looks elsewhere."""
        return self._held is not None

    @property
    def blank(self) -> bool:
        """Whether the room sees nothing."""
        return self._blank

    @property
    def room(self) -> Seen:
        """What the room sees."""
        if self._blank:
            return Seen(None, self.occasion, 0, len(self._pages))
        return self._held or self.current

    @property
    def current(self) -> Seen:
        """The slide that the author is at."""
        return self._seen(self._at)

    @property
    def following(self) -> Seen | None:
        """The slide after it, or None at the end."""
        return self._seen(self._at + 1) if self._at + 1 < len(self._pages) else None

    @property
    def titles(self) -> tuple[str, ...]:
        """The title of every slide, in order."""
        return tuple(page.title for page in self._pages)

    def go(self, number: int) -> None:
        """Go to the slide of this number, counted from 0; beyond the ends, to the end."""
        number = max(0, min(number, len(self._pages) - 1))
        if number != self._at:
            self._at = number
            self.changed.emit()

    def forward(self) -> None:
        """The next slide; from blank, back to the one that was there."""
        self._step(1)

    def back(self) -> None:
        """The slide before."""
        self._step(-1)

    def first(self) -> None:
        """The first slide."""
        self.go(0)

    def last(self) -> None:
        """The last slide."""
        self.go(len(self._pages) - 1)

    def toggle_hold(self) -> None:
        """Keep the room's slide as it is, or let it follow the author again."""
        self._held = None if self.held else self.current
        self.changed.emit()

    def toggle_blank(self) -> None:
        """Show the room nothing, or the slide again."""
        self._blank = not self._blank
        self.changed.emit()

    def go_blank(self) -> None:
        """Show the room nothing, and forget what it was held at: the record is being locked."""
        self._blank = True
        self._held = None
        self.changed.emit()

    def forget(self) -> None:
        """Drop every slide."""
        self._slides = ()
        self._pages = ()
        self._at = 0
        self.go_blank()

    def use(self, slides: Sequence[Disclosed]) -> None:
        """Show these slides instead, at the same place as far as there is one."""
        self._slides = tuple(slides)
        self._lay_out()
        self.changed.emit()

    def fit(self, sheet: Sheet) -> None:
        """Lay the slides out for a screen of another shape, or another last seat."""
        if sheet != self._sheet:
            self._sheet = sheet
            self._lay_out()
            self.changed.emit()

    def seat_back(self, by: int) -> None:
        """Size the type for a last seat further back (1) or nearer (-1)."""
        place = max(0, min(SEATS.index(self._sheet.seat) + by, len(SEATS) - 1))
        self.fit(replace(self._sheet, seat=SEATS[place]))

    def _step(self, by: int) -> None:
        if self._blank:
            self._blank = False
            self.changed.emit()
            return
        self.go(self._at + by)

    def _seen(self, number: int) -> Seen:
        count = len(self._pages)
        if not count:
            return Seen(None, self.occasion, 0, 0)
        footer = f"{self.occasion}  ·  Names replaced  ·  {number + 1} of {count}"
        return Seen(self._pages[number], footer, number + 1, count)

    def _lay_out(self) -> None:
        """Make the pages anew, and stay with the same document and the same part of it."""
        document = sum(start <= self._at for start in self._starts) - 1
        part = self._at - self._starts[document] if self._starts else 0
        groups = [pages_of(slide, self._sheet) for slide in self._slides]
        starts = []
        total = 0
        for group in groups:
            starts.append(total)
            total += len(group)
        self._pages = tuple(page for group in groups for page in group)
        self._starts = tuple(starts)
        if 0 <= document < len(groups):
            self._at = starts[document] + min(part, len(groups[document]) - 1)
        self._at = max(0, min(self._at, total - 1))
