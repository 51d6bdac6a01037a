"""Breaking text into lines for the room: never wider than its space, never over 60 characters."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from ui.panel.sizing import LONGEST_LINE

LEADING = 1.34  # the height of a line in type sizes


@lru_cache(maxsize=64)
def _room_font(family: str, size: float, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(round(size))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # same breaks at any scale
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def room_font(size: float, *, bold: bool = False) -> QFont:
    """The window's typeface at this size of the sheet."""
    return _room_font(QApplication.font().family(), size, bold)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the text is."""
    return QFontMetricsF(room_font(size, bold=bold)).horizontalAdvance(text)


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines of the text; a line break in it is kept, a word too long for a line is broken."""
    metrics = QFontMetricsF(room_font(size, bold=bold))

    def fits(line: str) -> bool:
        return len(line) <= LONGEST_LINE and metrics.horizontalAdvance(line) <= width

    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in paragraph.split():
            if line and fits(f"{line} {word}"):
                line = f"{line} {word}"
                continue
            if line:
                lines.append(line)
            line = word
            while len(line) > 1 and not fits(line):
                cut = next((n for n in range(len(line) - 1, 1, -1) if fits(line[:n])), 1)
                lines.append(line[:cut])
                line = line[cut:]
        lines.append(line)
    return tuple(lines)


def line_height(size: float) -> float:
    """The height of one line of this type size."""
    return size * LEADING
