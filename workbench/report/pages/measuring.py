"""How wide words are and how high lines, from the computer's own typefaces, as Word takes them.

Word adds no kerning and no ligatures unless the text asks for kerning; the height of a line is
the typeface's Windows height and what its designer wants between lines.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise

from fontTools.ttLib import TTFont

from workbench.report.pages.kerning import Kerning
from workbench.report.pages.typefaces import BROKEN, FaceFile, bundled_faces, face_file, opened

_MISSING = 0.6  # of the size: a letter that the typeface lacks
_USE_TYPO = 1 << 7
# The typefaces of signs: how high their lines are, where the computer lacks them, and the bullets
# in them by what letters show instead.
_SIGNS = {"symbol": (1.005, 0.22), "wingdings": (0.899, 0.21), "webdings": (0.8, 0.2)}
_BULLETS = {0xF0B7: "\u2022", 0xF0A7: "\u25aa", 0xF0FC: "\u2713", 0xF06F: "\u25a1"}


class Metrics:
    """One face: the widths of its letters and the height of its lines, in parts of the size."""

    def __init__(self, face: FaceFile) -> None:
        self._face = face
        font = opened(face)
        try:
            scale = 1 / font["head"].unitsPerEm
            advances = font["hmtx"].metrics
            names = _letters(font)
            self._advances = {code: advances[name][0] * scale for code, name in names.items()}
            self.ascent, self.descent = _heights(font, scale)
        finally:
            font.close()
        self._words: dict[str, float] = {}
        self._kerning: tuple[Kerning, dict[int, str], float] | None = None

    def width(self, word: str) -> float:
        """The word's width at size 1."""
        found = self._words.get(word)
        if found is None:
            get = self._advances.get
            found = sum([get(ord(letter), _MISSING) for letter in word])
            self._words[word] = found
        return found

    def kerned(self, word: str) -> float:
        """By how much kerning makes the word wider at size 1; mostly it is less than nothing."""
        if self._kerning is None:
            font = opened(self._face)
            try:
                scale = 1 / font["head"].unitsPerEm
                self._kerning = (Kerning(font), _letters(font), scale)
            finally:
                font.close()
        kerning, names, scale = self._kerning
        glyphs = [names.get(ord(letter), "") for letter in word]
        return scale * sum(kerning.between(one, other) for one, other in pairwise(glyphs))


def _letters(font: TTFont) -> dict[int, str]:
    """The glyphs of its characters. Those of a typeface of signs stand in a range of their own."""
    best: dict[int, str] | None = font.getBestCmap()
    if best is not None:
        return best
    signs: dict[int, str] = next((one.cmap for one in font["cmap"].tables), {})
    return signs | {ord(sign): signs[code] for code, sign in _BULLETS.items() if code in signs}


def _heights(font: TTFont, scale: float) -> tuple[float, float]:
    """Above and below the baseline; what stands between lines is above."""
    system, across = font["OS/2"], font["hhea"]
    if system.fsSelection & _USE_TYPO:
        above, below, gap = system.sTypoAscender, -system.sTypoDescender, system.sTypoLineGap
    else:
        above, below = system.usWinAscent, system.usWinDescent
        gap = max(0, across.lineGap - (above + below - across.ascent + across.descent))
    return (above + gap) * scale, below * scale


class Fonts:
    """The faces that a document asks for, each read once."""

    def __init__(self, find: Callable[..., FaceFile | None] = face_file) -> None:
        self._find = find
        self._known: dict[tuple[str, bool, bool], Metrics] = {}
        self._missing: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """The typefaces that were asked for and are not here, nor any of equal widths."""
        return tuple(self._missing)

    def stand_in(self, family: str) -> str:
        """The typeface whose letters were measured where this one was asked for."""
        found = self._find(family, bold=False, italic=False)
        return bundled_faces()[0].family if found is None else found.family

    def metrics(self, family: str, bold: bool, italic: bool) -> Metrics:
        """The face, or one of our own where the computer has none like it."""
        key = (family, bold, italic)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._read(family, bold=bold, italic=italic)
        return found

    def _read(self, family: str, *, bold: bool, italic: bool) -> Metrics:
        file = self._find(family, bold=bold, italic=italic)
        if file is not None:
            try:
                return _read(file)
            except BROKEN:
                pass  # as good as missing
        own = bundled_faces()[bold + 2 * italic]
        heights = _SIGNS.get(family.casefold())
        if heights is None:
            self._missing[family] = None
            return _read(own)
        made = Metrics(own)
        made.ascent, made.descent = heights
        return made


@cache
def _read(face: FaceFile) -> Metrics:
    return Metrics(face)


@cache
def computer_fonts() -> Fonts:
    """The typefaces of this computer. Finding them takes a moment: not on the window's thread."""
    return Fonts()


@cache
def bundled_fonts() -> Fonts:
    """The workbench's own typeface for whatever is asked for: the same on every computer."""
    return Fonts(lambda _family, *, bold, italic: bundled_faces()[bold + 2 * italic])
