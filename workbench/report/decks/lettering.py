"""Words set in lines on a slide, in the slides' own typeface."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.model.blocks import Marked, Words
from workbench.report.figures.drawing import said
from workbench.report.pages.measuring import Fonts
from workbench.report.pages.page import Face, Text

_FACE = "Arial"
_PIECES = re.compile(r"\n|[^\S\n]+|\S+")


@dataclass(frozen=True, slots=True)
class Ink:
    """How words look, and to which side they stand: left, middle or right."""

    size: float
    colour: str
    bold: bool = False
    side: str = "left"

    def to(self, side: str) -> Ink:
        """The same, to another side."""
        return replace(self, side=side)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, the space between two, or the end of a line."""

    text: str
    face: Face
    width: float


def set_lines(words: Words, width: float, ink: Ink, fonts: Fonts) -> tuple[list[Text], float]:
    """The words in lines of this width, measured from their own top left corner; their height."""
    plain = fonts.metrics(_FACE, ink.bold, italic=False)
    high = (plain.ascent + plain.descent) * ink.size
    made: list[Text] = []
    down = 0.0
    for line in _broken(list(_pieces(words, ink, fonts)), width):
        room = width - sum(piece.width for piece in line)
        x = {"left": 0.0, "middle": room / 2, "right": room}[ink.side]
        for piece in _joined(line):
            baseline = down + plain.ascent * ink.size
            made.append(Text(x, baseline, piece.text, piece.face, piece.width, ink.colour))
            x += piece.width
        down += high
    return made, down


def _pieces(words: Words, ink: Ink, fonts: Fonts) -> Iterator[_Piece]:
    for part in words:
        mark = part.mark if isinstance(part, Marked) else None
        bold = ink.bold or bool(mark and mark.bold)
        face = Face(_FACE, ink.size, bold, bool(mark and mark.italic))
        metrics = fonts.metrics(_FACE, bold, face.italic)
        for text in _PIECES.findall(said((part,))):
            shown = text if text == "\n" else " " if text.isspace() else text
            yield _Piece(shown, face, 0.0 if text == "\n" else metrics.width(shown) * ink.size)


def _broken(pieces: list[_Piece], width: float) -> Iterator[list[_Piece]]:
    """The pieces in lines; a word that was marked in part stays whole."""
    line: list[_Piece] = []
    word: list[_Piece] = []

    def fits(more: list[_Piece]) -> bool:
        return not line or sum(one.width for one in (*line, *more)) <= width

    for piece in [*pieces, _Piece("\n", Face(_FACE, 0), 0.0)]:
        if piece.text not in (" ", "\n"):
            word.append(piece)
            continue
        if not fits(word):
            yield _trimmed(line)
            line = []
        line += word
        word = []
        if piece.text == "\n":
            yield _trimmed(line)
            line = []
        else:
            line.append(piece)


def _trimmed(line: list[_Piece]) -> list[_Piece]:
    while line and line[-1].text == " ":
        line = line[:-1]
    return line


def _joined(line: list[_Piece]) -> Iterator[_Piece]:
    """Neighbours of one face in one piece."""
    held: _Piece | None = None
    for piece in line:
        if held is not None and held.face == piece.face:
            held = _Piece(held.text + piece.text, held.face, held.width + piece.width)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held
