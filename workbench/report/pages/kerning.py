"""Kerning: by how much a typeface moves two letters together, for text that asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fontTools.ttLib import TTFont

_PAIRS, _EXTENSION = 2, 9
_SCRIPTS = ("latn", "DFLT")
_FIRST, _BOTH = 1, 2


class Kerning:
    """The pairs of one face, in its own units; looked up as they are met."""

    def __init__(self, font: TTFont) -> None:
        self._tables = list(_pair_tables(font["GPOS"].table)) if "GPOS" in font else []
        self._covered = [frozenset(table.Coverage.glyphs) for table in self._tables]
        self._known: dict[tuple[str, str], int] = {}

    def between(self, first: str, second: str) -> int:
        """How far the second glyph moves to the right; mostly it is less than nothing."""
        key = (first, second)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._find(first, second)
        return found

    def _find(self, first: str, second: str) -> int:
        for table, covered in zip(self._tables, self._covered, strict=True):
            if first in covered:
                found = _in_table(table, first, second)
                if found is not None:
                    return found
        return 0


def _pair_tables(positions: Any) -> Iterator[Any]:
    """The tables of pairs that Latin text uses."""
    if positions.ScriptList is None or positions.LookupList is None:
        return
    scripts = {one.ScriptTag.strip(): one.Script for one in positions.ScriptList.ScriptRecord}
    script = next((scripts[name] for name in _SCRIPTS if name in scripts), None)
    if script is None or script.DefaultLangSys is None:
        return
    features = positions.FeatureList.FeatureRecord
    for index in script.DefaultLangSys.FeatureIndex:
        if features[index].FeatureTag != "kern":
            continue
        for number in features[index].Feature.LookupListIndex:
            for table in positions.LookupList.Lookup[number].SubTable:
                inner = table.ExtSubTable if table.LookupType == _EXTENSION else table
                if inner.LookupType == _PAIRS:
                    yield inner


def _in_table(table: Any, first: str, second: str) -> int | None:
    """What a table says of the pair; None where it leaves that to the next."""
    if table.Format == _FIRST:
        pairs = table.PairSet[table.Coverage.glyphs.index(first)].PairValueRecord
        record = next((one for one in pairs if one.SecondGlyph == second), None)
        return None if record is None else _advance(record.Value1)
    if table.Format == _BOTH:
        row = table.ClassDef1.classDefs.get(first, 0)
        column = table.ClassDef2.classDefs.get(second, 0)
        return _advance(table.Class1Record[row].Class2Record[column].Value1)
    return None


def _advance(value: Any) -> int:
    return int(getattr(value, "XAdvance", 0) or 0) if value is not None else 0
