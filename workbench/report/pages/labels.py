"""The numbers and bullets before paragraphs, counted as Word counts them."""

from __future__ import annotations

from collections import defaultdict

from workbench.report.pages.marks import whole_of
from workbench.report.parts.ooxml import Element, q, value
from workbench.report.writing.lists import printed

_SYMBOLS = {"\uf0b7": "\u2022", "\uf0a7": "\u25aa", "\uf0d8": "\u27a2", "\uf02d": "\u2212"}


class Numbering:
    """The lists that a file defines."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, Element] = {}
        self._list: dict[str, tuple[str, Element]] = {}
        self._levels: dict[tuple[str, int], Element | None] = {}
        if root is None:
            return
        for one in root.findall(q("abstractNum")):
            self._abstract[one.get(q("abstractNumId"), "")] = one
        for one in root.findall(q("num")):
            key = value(one, "abstractNumId") or ""
            self._list[one.get(q("numId"), "")] = (key, one)

    def abstract(self, list_id: str) -> str:
        """What the list shares its counting with."""
        return self._list.get(list_id, ("", None))[0]

    def level(self, list_id: str, depth: int) -> Element | None:
        """One level of a list, the list's own where it has one."""
        key = (list_id, depth)
        if key not in self._levels:
            self._levels[key] = self._level(list_id, depth)
        return self._levels[key]

    def _level(self, list_id: str, depth: int) -> Element | None:
        if list_id not in self._list:
            return None
        key, number = self._list[list_id]
        wanted = str(depth)
        for override in number.findall(q("lvlOverride")):
            own = override.find(q("lvl"))
            if override.get(q("ilvl")) == wanted and own is not None:
                return own
        abstract = self._abstract.get(key)
        levels = () if abstract is None else abstract.findall(q("lvl"))
        return next((one for one in levels if one.get(q("ilvl")) == wanted), None)

    def level_of_style(self, list_id: str, style: str) -> int:
        """The level that the list gives to paragraphs of this style; the first where it says
        nothing."""
        abstract = self._abstract.get(self.abstract(list_id))
        for one in () if abstract is None else abstract.findall(q("lvl")):
            if value(one, "pStyle") == style:
                return whole_of(one.get(q("ilvl")), 0)
        return 0

    def start(self, list_id: str, depth: int) -> tuple[int, bool]:
        """The level's first number, and whether the list says that itself."""
        number = self._list[list_id][1]
        for override in number.findall(q("lvlOverride")):
            said = value(override, "startOverride")
            if override.get(q("ilvl")) == str(depth) and said is not None:
                return whole_of(said, 1), True
        return whole_of(value(self.level(list_id, depth), "start"), 1), False


class Counter:
    """Where each list has got to."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def label(self, number: tuple[str, int] | None) -> str:
        """What the next paragraph of this list and level shows; it counts as printed."""
        if number is None:
            return ""
        list_id, depth = number
        level = self._numbering.level(list_id, depth)
        if level is None:
            return ""
        self._count(list_id, depth)
        return self._said(list_id, depth, level)

    def _count(self, list_id: str, depth: int) -> None:
        counts = self._counts[self._numbering.abstract(list_id)]
        start, own = self._numbering.start(list_id, depth)
        if own and (list_id, depth) not in self._begun:
            counts[depth] = start
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else start
        self._begun.add((list_id, depth))
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]

    def _said(self, list_id: str, depth: int, level: Element) -> str:
        counts = self._counts[self._numbering.abstract(list_id)]
        text = value(level, "lvlText") or ""
        plain = level.find(q("isLgl")) is not None
        if value(level, "numFmt") == "bullet":
            return "".join(_SYMBOLS.get(sign, sign) for sign in text)
        for other in range(depth + 1):
            if f"%{other + 1}" not in text:
                continue
            definition = self._numbering.level(list_id, other)
            style = value(definition, "numFmt") or "decimal"
            if other not in counts:
                counts[other] = self._numbering.start(list_id, other)[0]
            said = printed(counts[other], "decimal" if plain else style)
            text = text.replace(f"%{other + 1}", said)
        return text
