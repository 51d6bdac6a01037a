"""How our own template looks: the page, and each kind of paragraph, in points."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QFont

UNIT = 4  # layout units in a point: whole numbers are fine enough, and letters do not jump
FACE = "Arial"
INK, DEEP, TEAL, QUIET, LINE, PALE = (
    "#1b1b1b",
    "#0b3c49",
    "#0f766e",
    "#595959",
    "#b8c4c8",
    "#e8f1f2",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's size and edges."""

    width: float
    height: float
    top: float
    bottom: float
    side: float
    header: float = 34.0
    footer: float = 28.0

    @property
    def room(self) -> float:
        """The width between the edges."""
        return self.width - 2 * self.side

    @property
    def depth(self) -> float:
        """The height between the edges."""
        return self.height - self.top - self.bottom


PORTRAIT = Sheet(595.3, 841.9, 76.5, 70.9, 70.9)
LANDSCAPE = Sheet(841.9, 595.3, 65.2, 56.7, 56.7)


@dataclass(frozen=True, slots=True)
class Look:
    """A kind of paragraph: letters, the space above and below, line height, and indents; what
    leads it (a number, a bullet) hangs ``hang`` to the left."""

    size: float = 11.0
    bold: bool = False
    italic: bool = False
    colour: str = INK
    before: float = 0.0
    after: float = 8.0
    line: float = 1.2
    left: float = 0.0
    right: float = 0.0
    hang: float = 0.0
    keep: bool = False  # with what follows


BODY = Look()
NUMBERED = Look(left=39.7, hang=39.7)
HEADINGS = {
    1: Look(
        18, bold=True, colour=DEEP, before=24, after=8, line=1.1, left=39.7, hang=39.7, keep=True
    ),
    2: Look(14, bold=True, colour=DEEP, before=16, after=6, line=1.1, keep=True),
    3: Look(12, bold=True, colour=TEAL, before=12, after=4, line=1.1, keep=True),
    4: Look(11, bold=True, before=10, after=4, line=1.1, keep=True),
}
BARE_HEADING = replace(HEADINGS[1], left=0.0, hang=0.0)
ITEM = Look(after=4, line=1.15, left=62.3, hang=20)
QUOTE = Look(colour=DEEP, before=6, after=10, left=51, right=28)
NOTE = Look(10, colour=QUIET, after=10, line=1.1)
CAPTION = Look(10, bold=True, colour=DEEP, before=10, after=5, line=1.1, keep=True)
CELL = Look(10, before=2.5, after=2.5, line=1.05)
CELL_HEAD = replace(CELL, bold=True, colour="#ffffff")
FOOTNOTE = Look(9, after=2, line=1.1, left=39.7, hang=14)
CONTENTS = Look(11, before=2.5, after=1, line=1.05, left=28, right=28, hang=28)
CONTENTS_HEAD = Look(18, bold=True, colour=DEEP, after=14)
COVER_BOARD = Look(16, bold=True, colour=DEEP, before=60, after=120)
COVER_TITLE = Look(30, bold=True, colour=DEEP, after=12, line=1.05)
COVER_LINE = Look(16, colour=QUIET, after=80)
COVER_DETAIL = Look(11, before=4, after=4, left=141, hang=141)


def font_of(look: Look) -> QFont:
    """The letters of a look, in layout units."""
    font = QFont(FACE)
    font.setPixelSize(round(look.size * UNIT))
    font.setBold(look.bold)
    font.setItalic(look.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
