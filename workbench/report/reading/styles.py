"""A template's styles, followed to where they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.report.parts.ooxml import Element, local, q, value

_HEADING = re.compile(r"heading ([1-9])$")


class Styles:
    """Styles by id and by name, and what a paragraph inherits from them."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._by_id = {
            style.get(q("styleId"), ""): style for style in root if local(style) == "style"
        }
        self._outlines: dict[str | None, int | None] = {}
        self._numberings: dict[str | None, tuple[str, int] | None] = {}
        self._names: dict[str | None, str] = {}

    def get(self, style: str | None) -> Element | None:
        """The style of this id."""
        return self._by_id.get(style or "")

    def add(self, style: Element) -> None:
        """Make a style known that the template lacked."""
        self.root.append(style)
        self._by_id[style.get(q("styleId"), "")] = style
        for known in (self._outlines, self._numberings, self._names):
            known.clear()

    def name(self, style: str | None) -> str:
        """Its name in small letters ("heading 1"); empty for none."""
        if style not in self._names:
            self._names[style] = (value(self.get(style), "name") or "").casefold()
        return self._names[style]

    def named(self, *names: str, kind: str = "paragraph") -> str | None:
        """The id of the first style that has one of these names, tried in order."""
        by_name = {
            self.name(key): key
            for key, style in self._by_id.items()
            if style.get(q("type")) == kind
        }
        return next((by_name[name] for name in names if name in by_name), None)

    def chain(self, style: str | None) -> Iterator[Element]:
        """The style and those that it is based on."""
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            found = self.get(style)
            if found is None:
                return
            yield found
            style = value(found, "basedOn")

    def outline(self, style: str | None) -> int | None:
        """The heading level (1 is the highest) that the style gives, or None for body text."""
        if style not in self._outlines:
            self._outlines[style] = self._outline(style)
        return self._outlines[style]

    def _outline(self, style: str | None) -> int | None:
        for one in self.chain(style):
            level = value(one, "pPr/outlineLvl")
            if level is not None:
                return int(level) + 1 if level.isdigit() and int(level) < 9 else None
            heading = _HEADING.match((value(one, "name") or "").casefold())
            if heading:
                return int(heading[1])
        return None

    def numbering(self, style: str | None) -> tuple[str, int] | None:
        """The list and level in which the style numbers its paragraphs."""
        if style not in self._numberings:
            self._numberings[style] = self._numbering(style)
        return self._numberings[style]

    def _numbering(self, style: str | None) -> tuple[str, int] | None:
        for one in self.chain(style):
            number = one.find(f"{q('pPr')}/{q('numPr')}")
            if number is not None:
                list_id = value(number, "numId") or ""
                level = value(number, "ilvl") or "0"
                return (list_id, int(level)) if list_id not in {"", "0"} else None
        return None

    def switched_on(self, style: str | None, switch: str) -> bool:
        """Whether the style's text is bold, italic and so on ("b", "i")."""
        for one in self.chain(style):
            found = value(one, f"rPr/{switch}")
            if found is not None:
                return found not in {"0", "false", "off", "none"}
        return False

    def size(self, style: str | None) -> int:
        """The size of the style's text in half points."""
        found = self._run_value(style, "sz")
        return int(found) if found.isdigit() else 20

    def colour(self, style: str | None) -> str:
        """The colour of the style's text; empty where it has none of its own."""
        return self._run_value(style, "color")

    def _run_value(self, style: str | None, name: str) -> str:
        for one in self.chain(style or self.named("normal")):
            found = value(one, f"rPr/{name}")
            if found is not None:
                return found
        return value(self.root, f"docDefaults/rPrDefault/rPr/{name}") or ""

    def headings(self) -> dict[int, str]:
        """The style for each heading level: Word's own first, else the first that has it."""
        found: dict[int, str] = {}
        for key, style in self._by_id.items():
            level = self.outline(key)
            if level is None or style.get(q("type")) != "paragraph":
                continue
            if level not in found or self.name(key) == f"heading {level}":
                found[level] = key
        return found
