"""Whether the letters on a page of a PDF can be told from its numbers."""

from __future__ import annotations

import re

from pypdf import PageObject
from pypdf.generic import DictionaryObject, PdfObject

_MEANINGLESS = re.compile(r"/(?:[a-zA-Z]{0,2}\d{1,5}|cid\d+|glyph\d+|index\d+|\.notdef)$")


def unreadable_font(page: PageObject) -> bool:
    """Whether the page uses a typeface whose letters are numbers that nothing explains."""
    return any(_unexplained(font) for font in _fonts(page.get("/Resources"), 0))


def _fonts(resources: object, deep: int) -> list[DictionaryObject]:
    """The typefaces of a page, and of what is drawn within it."""
    resources = _itself(resources)
    if not isinstance(resources, DictionaryObject) or deep > 5:
        return []
    found: list[DictionaryObject] = []
    for one in _values(resources.get("/Font")):
        found.append(one)
    for one in _values(resources.get("/XObject")):
        if one.get("/Subtype") == "/Form":
            found.extend(_fonts(one.get("/Resources"), deep + 1))
    return found


def _itself(found: object) -> object:
    """What a reference points to; what is none, as it is."""
    return found.get_object() if isinstance(found, PdfObject) else found


def _values(table: object) -> list[DictionaryObject]:
    table = _itself(table)
    if not isinstance(table, DictionaryObject):
        return []
    values = [table[key] for key in table]
    return [one for one in values if isinstance(one, DictionaryObject)]


def _unexplained(font: DictionaryObject) -> bool:
    if "/ToUnicode" in font:
        return False
    kind = font.get("/Subtype")
    if kind in ("/Type0", "/Type3"):
        return True
    encoding = _itself(font.get("/Encoding"))
    if isinstance(encoding, DictionaryObject):
        names = [str(one) for one in encoding.get("/Differences", []) if isinstance(one, str)]
        return bool(names) and sum(map(bool, map(_MEANINGLESS.match, names))) * 2 > len(names)
    return encoding is None and _is_symbolic(font)


def _is_symbolic(font: DictionaryObject) -> bool:
    """An embedded part of a typeface with letters of its own numbering."""
    described = _itself(font.get("/FontDescriptor"))
    if not isinstance(described, DictionaryObject):
        return False
    flags = described.get("/Flags", 0)
    embedded = any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return embedded and isinstance(flags, int) and bool(flags & 4)
