"""A template's lists: finding them, starting them again, and the numbers that Word will print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from workbench.report.parts.ooxml import Element, el, q, value

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class Lists:
    """The numbering part, with lists added as they are needed."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def level(self, number: str, depth: int) -> Element | None:
        """The definition of one level of the list ``number``."""
        abstract = self._abstract(number)
        if abstract is None:
            return None
        wanted = str(depth)
        return next((one for one in abstract.iter(q("lvl")) if one.get(q("ilvl")) == wanted), None)

    def is_bullet(self, number: str, depth: int) -> bool:
        """Whether the level prints a bullet rather than a number."""
        return value(self.level(number, depth), "numFmt") in {"bullet", "none", None}

    def linked_below(self, number: str) -> list[tuple[int, str]]:
        """The styles that the list's lower levels number, with their levels."""
        abstract = self._abstract(number)
        if abstract is None:
            return []
        found = []
        for one in abstract.iter(q("lvl")):
            style, depth = value(one, "pStyle"), int(one.get(q("ilvl"), "0"))
            if style and depth:
                found.append((depth, style))
        return found

    def again(self, number: str) -> str:
        """A list that looks like ``number`` and starts at 1 again."""
        abstract = self._abstract_id(number)
        override = el("lvlOverride", el("startOverride", val=1), ilvl=0)
        return self._add(abstract, override)

    def make(self, *, bullet: bool) -> str:
        """A list of the workbench's own, for a template that has none."""
        taken = {
            int(one.get(q("abstractNumId"), "0")) for one in self.root.findall(q("abstractNum"))
        }
        key = max(taken, default=-1) + 1
        level = el("lvl", el("start", val=1), ilvl=0)
        level.append(el("numFmt", val="bullet" if bullet else "decimal"))
        level.append(el("lvlText", val="\u2022" if bullet else "%1."))
        level.append(el("lvlJc", val="left"))
        level.append(el("pPr", el("ind", left=720, hanging=360)))
        abstract = el("abstractNum", el("multiLevelType", val="hybridMultilevel"), level)
        abstract.set(q("abstractNumId"), str(key))
        first = self.root.find(q("num"))
        self.root.insert(len(self.root) if first is None else self.root.index(first), abstract)
        return self._add(str(key))

    def label(self, number: str, depth: int) -> str:
        """The number that the next paragraph of this level will show; it counts as printed."""
        definition = self.level(number, depth)
        if definition is None:
            return ""
        counts = self._counts[self._abstract_id(number)]
        start = int(value(definition, "start") or "1")
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        text = value(definition, "lvlText") or ""
        for other in range(depth + 1):
            style = value(self.level(number, other), "numFmt") or "decimal"
            text = text.replace(f"%{other + 1}", printed(counts.get(other, 1), style))
        return "" if value(definition, "numFmt") in {"bullet", "none"} else text.strip()

    def _abstract_id(self, number: str) -> str:
        for one in self.root.findall(q("num")):
            if one.get(q("numId")) == number:
                return value(one, "abstractNumId") or ""
        return ""

    def _abstract(self, number: str) -> Element | None:
        key = self._abstract_id(number)
        for one in self.root.findall(q("abstractNum")):
            if one.get(q("abstractNumId")) == key:
                return one
        return None

    def _add(self, abstract: str, *overrides: Element) -> str:
        taken = {int(one.get(q("numId"), "0")) for one in self.root.findall(q("num"))}
        number = str(max(taken, default=0) + 1)
        made = el("num", el("abstractNumId", val=abstract), *overrides, numId=number)
        last = self.root.findall(q("num"))
        at = self.root.index(last[-1]) + 1 if last else len(self.root)
        cleanup = self.root.find(q("numIdMacAtCleanup"))
        if not last and cleanup is not None:
            at = self.root.index(cleanup)
        self.root.insert(at, made)
        return number


def printed(count: int, style: str) -> str:
    """The count as a list of this format prints it."""
    forms: dict[str, Callable[[int], str]] = {
        "upperLetter": lambda n: _letters(n).upper(),
        "lowerLetter": _letters,
        "upperRoman": lambda n: _roman(n).upper(),
        "lowerRoman": _roman,
        "none": lambda _n: "",
        "decimalZero": lambda n: f"{n:02}",
    }
    return forms.get(style, str)(count)


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    made = ""
    for worth, sign in _ROMAN:
        while count >= worth:
            made += sign
            count -= worth
    return made
