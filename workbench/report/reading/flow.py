"""A template's body as one flow of paragraphs and tables, and the headings in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.report.parts.ooxml import Element, local, on, paragraph_text, q, value
from workbench.report.reading.styles import Styles

_TYPED_NUMBER = re.compile(r"^\s*(?P<number>\d+(?:\.\d+)*)[.)]?\s+(?=\S)")
_LEADER = re.compile(r"(\t|\.{3,}|…|_{3,})\s*\d{1,3}\s*$")
_APPENDIX = re.compile(r"^\s*(appendix|annex)\b", re.IGNORECASE)
_LONGEST_HEADING = 110
# A template with fewer real headings than this has its headings made by hand.
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph or table of the flow; ``contents`` marks the contents list."""

    element: Element
    contents: bool = False

    @property
    def is_paragraph(self) -> bool:
        """Whether it is a paragraph (else a table)."""
        return local(self.element) == "p"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at ``index`` of the flow. ``styled`` tells Word's headings from bold text."""

    index: int
    level: int
    text: str
    styled: bool
    number: str = ""


def flow(body: Element) -> list[Item]:
    """The body's paragraphs and tables in order, content controls and all."""
    items: list[Item] = []
    depth = 0  # within the field of a contents list
    for element, listed in _blocks(body, listed=False):
        if local(element) != "p":
            items.append(Item(element, listed))
            continue
        before = depth
        depth = _contents_depth(element, depth)
        items.append(Item(element, listed or before > 0 or depth > 0 or _whole_field(element)))
    return items


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


def find_headings(items: Sequence[Item], styles: Styles) -> list[Heading]:
    """The headings: Word's own, and where there are hardly any, those made by hand."""
    found = []
    for index, item in enumerate(items):
        if item.is_paragraph and not _in_contents(item, styles):
            level = _level(item.element, styles)
            text = " ".join(paragraph_text(item.element).split())
            if level is not None and text:
                found.append(Heading(index, level, *_parted(text, styled=True)))
    if len(found) >= _ENOUGH:
        return found
    known = {heading.index for heading in found}
    by_hand = [one for one in _by_hand(items, styles) if one.index not in known]
    return sorted([*found, *by_hand], key=lambda one: one.index)


def _in_contents(item: Item, styles: Styles) -> bool:
    style = value(item.element, "pPr/pStyle")
    return item.contents or styles.name(style).startswith(("toc ", "table of figures"))


def _level(paragraph: Element, styles: Styles) -> int | None:
    direct = value(paragraph, "pPr/outlineLvl")
    if direct is not None and direct.isdigit():
        return int(direct) + 1 if int(direct) < 9 else None
    return styles.outline(value(paragraph, "pPr/pStyle"))


def _parted(text: str, *, styled: bool) -> tuple[str, bool, str]:
    """The heading's text without its typed number, and the number."""
    typed = _TYPED_NUMBER.match(text)
    if typed:
        return text[typed.end() :].strip(), styled, typed["number"]
    return text, styled, ""


def _by_hand(items: Sequence[Item], styles: Styles) -> list[Heading]:
    """Short paragraphs all in bold (or numbered and in capitals) that stand as headings."""
    found: list[Heading] = []
    level = 1
    for index, item in enumerate(items):
        if not item.is_paragraph or _in_contents(item, styles):
            continue
        text = " ".join(paragraph_text(item.element).split())
        if not _looks_like_heading(item.element, text, styles):
            continue
        bare, styled, number = _parted(text, styled=False)
        if number:
            level = number.count(".") + 1
        elif _APPENDIX.match(bare) or bare.isupper():
            level = 1
        found.append(Heading(index, level, bare, styled, number))
    return found


def _looks_like_heading(paragraph: Element, text: str, styles: Styles) -> bool:
    if not text or len(text) > _LONGEST_HEADING or _LEADER.search(text) or text[-1] in ".;,":
        return False
    if text[0] in "[<«(" or not any(letter.isalpha() for letter in text):
        return False
    if _all_bold(paragraph, styles):
        return True
    return bool(_TYPED_NUMBER.match(text)) and text.upper() == text


def _all_bold(paragraph: Element, styles: Styles) -> bool:
    """Whether each run that says something is bold, by itself or by its style."""
    style_bold = styles.switched_on(value(paragraph, "pPr/pStyle"), "b")
    runs = [run for run in paragraph.iter(q("r")) if paragraph_text(run).strip()]
    for run in runs:
        properties = run.find(q("rPr"))
        if value(properties, "b") is not None:
            bold = on(properties, "b")
        else:
            bold = styles.switched_on(value(properties, "rStyle"), "b") or style_bold
        if not bold:
            return False
    return bool(runs)
