"""The letters of a page: those of the file with which its words were measured."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from workbench.report.pages.page import Face
from workbench.report.pages.typefaces import bundled_faces, face_file

UNIT = 4  # letters are set in quarters of a point: whole numbers are fine enough
_SIGNS = frozenset({"symbol", "wingdings", "webdings"})  # their bullets are said as letters


@lru_cache(maxsize=256)
def font_of(face: Face) -> QFont:
    """The letters of a face, in units of which ``UNIT`` make a point."""
    font = QFont(family_of(face))
    font.setPixelSize(max(round(face.size * UNIT), 1))
    font.setBold(face.bold)
    font.setItalic(face.italic)
    font.setKerning(False)  # Word's own way, and that of the layout
    font.setFeature(QFont.Tag("liga"), 0)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def is_sign(face: Face) -> bool:
    """Whether the typeface holds signs, of which only bullets are met."""
    return face.family.casefold() in _SIGNS


def family_of(face: Face) -> str:
    """The family by which Qt knows the file that was measured; our own where there was none."""
    file = None
    if not is_sign(face):
        file = face_file(face.family, bold=face.bold, italic=face.italic)
    file = file or bundled_faces()[face.bold + 2 * face.italic]
    found = _families(file.path)
    if not found:
        return face.family
    return found[file.number] if file.number < len(found) else found[0]


@lru_cache(maxsize=256)
def _families(path: Path) -> list[str]:
    """The families in a file of letters. Qt has it open for as long as the program runs."""
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
