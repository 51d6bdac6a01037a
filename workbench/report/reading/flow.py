"""A template's body as one flow of paragraphs and tables, its forms opened into their cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.report.parts.ooxml import Element, local, q, value
from workbench.report.reading.typed_contents import typed_contents

Opened = Callable[[Element], list[Element] | None]


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph or table of the flow; ``contents`` marks the contents list, and ``typed`` one
    that somebody typed by hand."""

    element: Element
    contents: bool = False
    typed: bool = False

    @property
    def is_paragraph(self) -> bool:
        """Whether it is a paragraph (else a table)."""
        return local(self.element) == "p"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at ``index`` of the flow. ``styled`` tells Word's headings from bold text, and
    ``prompt`` an instruction that names a section ("[insert findings]") and gives way to it."""

    index: int
    level: int
    text: str
    styled: bool
    number: str = ""
    prompt: bool = False


def flow(body: Element, opened: Opened = lambda _: None, *, typed_lists: bool = True) -> list[Item]:
    """The body's paragraphs and tables in order, content controls and all. A table for which
    ``opened`` has an answer is a form, and its cells stand in its place. Contents lists that
    somebody typed are looked for with ``typed_lists``: in a template, not in a finished report."""
    items: list[Item] = []
    depth = 0  # within the field of a contents list
    for element, listed in _blocks(body, listed=False):
        if local(element) != "p":
            items.append(Item(element, listed))
            continue
        before = depth
        depth = _contents_depth(element, depth)
        items.append(Item(element, listed or before > 0 or depth > 0 or _whole_field(element)))
    typed = typed_contents([item.element for item in items]) if typed_lists else set()
    items = [
        replace(item, contents=True, typed=not item.contents) if index in typed else item
        for index, item in enumerate(items)
    ]
    return list(_with_forms(items, opened))


def _with_forms(items: Sequence[Item], opened: Opened) -> Iterator[Item]:
    for item in items:
        inside = None if item.is_paragraph or item.contents else opened(item.element)
        if inside is None:
            yield item
        else:
            yield from map(Item, inside)


def _blocks(parent: Element, *, listed: bool) -> Iterator[tuple[Element, bool]]:
    for child in parent:
        name = local(child)
        if name in {"p", "tbl"}:
            yield child, listed
        elif name == "sdt":
            gallery = value(child, "sdtPr/docPartObj/docPartGallery") or ""
            content = child.find(q("sdtContent"))
            if content is not None:
                yield from _blocks(content, listed=listed or "Contents" in gallery)


def _contents_depth(paragraph: Element, depth: int) -> int:
    """How deep within a contents field the flow is after this paragraph; 0 is outside."""
    for node in paragraph.iter(q("fldChar"), q("instrText")):
        kind = node.get(q("fldCharType"))
        if kind is None and depth == 0 and (node.text or "").strip().startswith("TOC"):
            depth = 1
        elif depth:
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
    return depth


def _whole_field(paragraph: Element) -> bool:
    codes = [(node.text or "").strip() for node in paragraph.iter(q("instrText"))]
    simple = [node.get(q("instr"), "").strip() for node in paragraph.iter(q("fldSimple"))]
    return any(code.startswith("TOC") for code in codes + simple)


def contents_field(items: Sequence[Item]) -> tuple[list[Element], str]:
    """The lines of the contents field, from its first to its last, and its code."""
    lines: list[Element] = []
    depth = 0
    for item in items:
        if not item.is_paragraph:
            continue
        before = depth
        depth = _contents_depth(item.element, depth)
        if before or depth or (not lines and _whole_field(item.element)):
            lines.append(item.element)
        elif lines:
            break
    codes = [node.text or "" for line in lines for node in line.iter(q("instrText"))]
    simple = [node.get(q("instr"), "") for line in lines for node in line.iter(q("fldSimple"))]
    code = "".join(_outer(codes)) or "".join(simple[:1])
    return lines, code


def _outer(codes: Sequence[str]) -> list[str]:
    """The contents field's own code: what comes before the first code of an inner field."""
    inner = ("PAGEREF", "HYPERLINK", "REF ")
    own: list[str] = []
    for code in codes:
        if own and code.strip().startswith(inner):
            break
        own.append(code)
    return own
