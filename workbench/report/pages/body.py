"""The body as blocks in their order, each with the section that it stands in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from workbench.report.pages.sections import Section, section
from workbench.report.parts.ooxml import Element, local, q

_SEEN = frozenset({"p", "tbl"})
_OPEN = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})


@dataclass(eq=False, slots=True)
class Block:
    """One paragraph or table of the body. ``marks`` are bookmarks that stand before it."""

    element: Element
    data: bytes
    section: int
    marks: tuple[str, ...] = ()

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return local(self.element) == "tbl"


@dataclass(eq=False, slots=True)
class Body:
    """All blocks, and the sections; ``begins`` is the first block of each section."""

    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)


def read_body(body: Element, targets: Mapping[str, str], tell: Callable[[str], None]) -> Body:
    """The body's blocks and sections."""
    made = Body(begins=[0])
    waiting: list[str] = []
    ends: list[Element | None] = []
    for element in _flat(body):
        if local(element) == "bookmarkStart":
            waiting.append(element.get(q("name"), ""))
            continue
        data = etree.tostring(element, with_tail=False)
        made.blocks.append(Block(element, data, len(ends), tuple(waiting)))
        waiting.clear()
        if local(element) == "p" and b"sectPr" in data:
            end = element.find(f"{q('pPr')}/{q('sectPr')}")
            if end is not None:
                ends.append(end)
                made.begins.append(len(made.blocks))
    last = body.find(q("sectPr"))
    before: Section | None = None
    for end in [*ends, last]:
        before = section(end, before, targets, tell)
        made.sections.append(before)
    return made


def _flat(holder: Element) -> Sequence[Element]:
    found: list[Element] = []
    for child in holder:
        name = local(child)
        if name in _SEEN or name == "bookmarkStart":
            found.append(child)
        elif name in _OPEN:
            found += _flat(child)
    return found
