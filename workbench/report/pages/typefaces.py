"""The typefaces of this computer: which file holds which face, read from the files' own names."""

from __future__ import annotations

import logging
import os
import struct
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont, TTLibError
from fontTools.ttLib.sfnt import SFNTReader

from workbench.resources import read_json, resource

# It warns of old clocks in fonts, which is nobody's concern here.
logging.getLogger("fontTools").setLevel(logging.ERROR)
_ENDINGS = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_BOLD, _ITALIC = 1, 2
# What reading a file raises that is no typeface, or a damaged one.
BROKEN = (
    OSError, TTLibError, AssertionError, ValueError, KeyError, IndexError, AttributeError,
    struct.error,
)  # fmt: skip


class FaceFile(NamedTuple):
    """One face in a file; ``number`` is its place in a collection, ``family`` what it is of."""

    path: Path
    number: int
    family: str


def face_file(family: str, *, bold: bool, italic: bool) -> FaceFile | None:
    """The file of this face, or of one of equal widths; None where the computer has neither."""
    faces = _faces()
    for name in _equals().get(family.casefold(), [family]):
        found = faces.get(name.casefold())
        if found:
            want = bold * _BOLD + italic * _ITALIC
            order = (want, want & ~_ITALIC, want & ~_BOLD, 0, *found)
            return next(found[one] for one in order if one in found)
    return None


def bundled_faces() -> dict[int, FaceFile]:
    """The faces that the workbench brings with it, by bold and italic."""
    names = {0: "Regular", _BOLD: "Bold", _ITALIC: "Italic", _BOLD | _ITALIC: "Bold"}
    return {
        style: FaceFile(Path(str(resource("fonts", f"NotoSans-{name}.ttf"))), 0, "Noto Sans")
        for style, name in names.items()
    }


@cache
def _equals() -> dict[str, list[str]]:
    """Families of equal widths, by the name in small letters."""
    found: dict[str, list[str]] = read_json("typefaces", "equals.json")
    return found


@cache
def _faces() -> dict[str, dict[int, FaceFile]]:
    """Every family of the computer in small letters, with its faces by bold and italic."""
    known: dict[str, dict[int, FaceFile]] = {"noto sans": bundled_faces()}
    for folder in _folders():
        for path in _font_files(folder):
            for family, style, face in _named(path):
                known.setdefault(family.casefold(), {}).setdefault(style, face)
    return known


def _folders() -> list[Path]:
    """Where the system keeps its typefaces, the author's own first."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        return [local / "Microsoft/Windows/Fonts", windows / "Fonts"]
    if sys.platform == "darwin":
        office = "Microsoft Word.app/Contents/Resources/DFonts"
        return [
            home / "Library/Fonts",
            Path("/Applications") / office,
            Path("/Library/Fonts"),
            Path("/System/Library/Fonts"),
        ]
    return [home / ".fonts", home / ".local/share/fonts", Path("/usr/local/share/fonts"),
            Path("/usr/share/fonts")]  # fmt: skip


def _font_files(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if Path(name).suffix.casefold() in _ENDINGS:
                yield Path(where) / name


def _named(path: Path) -> Iterator[tuple[str, int, FaceFile]]:
    """The families that a file holds; nothing of a file that is no typeface."""
    try:
        with path.open("rb") as file:
            number, many = 0, 1
            while number < many:
                file.seek(0)
                reader = SFNTReader(file, checkChecksums=0, fontNumber=number)
                many = getattr(reader, "numFonts", 1)
                yield from _names(reader, path, number)
                number += 1
    except BROKEN:
        return  # nobody's typeface: what is missing is told by its name


def _names(reader: SFNTReader, path: Path, number: int) -> Iterator[tuple[str, int, FaceFile]]:
    names, head = reader["name"], reader["head"]
    style = head[45] & (_BOLD | _ITALIC)
    for family in _families(names):
        yield family, style, FaceFile(path, number, family)


def _families(table: bytes) -> set[str]:
    """The names 1 of a name table that are English or of the Macintosh."""
    count = int.from_bytes(table[2:4], "big")
    start = int.from_bytes(table[4:6], "big")
    found = set()
    for at in range(6, 6 + 12 * count, 12):
        row = [int.from_bytes(table[at + n : at + n + 2], "big") for n in range(0, 12, 2)]
        platform, _, _, kind, length, offset = row
        if kind == 1:
            raw = table[start + offset : start + offset + length]
            found.add(raw.decode("latin-1" if platform == 1 else "utf-16-be", "replace"))
    return found


def opened(face: FaceFile) -> TTFont:
    """The face, its tables read when they are asked for."""
    return TTFont(face.path, fontNumber=face.number, lazy=True)
