"""Setting words to read, with a mark on each stretch that stands for something else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from ui.support.theme import tones
from workbench.disclosure.standing import Standing, standings
from workbench.model.blocks import Marked, Words

MARK = "stands:"
_Line = QTextCharFormat.UnderlineStyle

Spell = Callable[[Words], str]


@dataclass(frozen=True, slots=True)
class Stood:
    """A marked stretch: what is said there, what was written, whether nobody has ruled on it."""

    said: str
    written: str
    held: bool


class WordSetter:
    """Writes words at a cursor. ``spell`` gives words as they were written; each mark is given a
    number of its own, by which ``stood`` knows what it stands for."""

    def __init__(self, font: QFont, spell: Spell) -> None:
        self._font, self.spell = font, spell
        self.stood: dict[int, Stood] = {}
        self.placed: list[tuple[int, int]] = []  # marks of the part that is set: place and number
        self._count = 0

    def words(
        self, cursor: QTextCursor, said: Words, written: Words, style: QTextCharFormat
    ) -> None:
        """Words with a mark on each stretch that stands for something else."""
        if not all(isinstance(part, str) for part in said):
            raise TypeError("words that have not been through the gate")
        text = "".join(str(part) for part in said)
        found = standings(self.spell(written), text)
        for start, end, made in _runs(said, style):
            at = start
            for one in found:
                first, last = max(one.start, at), min(one.end, end)
                if first < last:
                    cursor.insertText(text[at:first], made)
                    marked = self._marked(one, text[one.start : one.end], made)
                    self.placed.append((cursor.position(), self._count))
                    cursor.insertText(text[first:last], marked)
                    at = last
            cursor.insertText(text[at:end], made)

    def _marked(self, one: Standing, said: str, style: QTextCharFormat) -> QTextCharFormat:
        marked = QTextCharFormat(style)
        self._count += 1
        self.stood[self._count] = Stood(said, one.written, one.held)
        marked.setAnchor(True)
        marked.setAnchorHref(f"{MARK}{self._count}")
        marked.setUnderlineStyle(_Line.WaveUnderline if one.held else _Line.DashUnderline)
        marked.setUnderlineColor(tones().warning if one.held else tones().accent)
        if one.held:
            marked.setFontWeight(QFont.Weight.Bold)
        return marked

    def style(
        self, *, bold: bool = False, italic: bool = False, size: float = 1.0
    ) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFontPointSize(self._font.pointSizeF() * size)
        style.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        style.setFontItalic(italic)
        style.setForeground(tones().text)
        return style

    def em(self, times: float) -> float:
        return self._font.pointSizeF() * 1.6 * times


def _runs(said: Words, style: QTextCharFormat) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """The stretches of one look: where each begins and ends, and how it looks."""
    ends = [0]
    for part in said:
        ends.append(ends[-1] + len(str(part)))
    for part, (start, end) in zip(said, pairwise(ends), strict=True):
        made = style
        if isinstance(part, Marked):
            made = QTextCharFormat(style)
            made.setFontItalic(part.mark.italic or style.fontItalic())
            if part.mark.bold:
                made.setFontWeight(QFont.Weight.Bold)
        yield start, end, made
