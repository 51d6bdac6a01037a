"""Finding a template's headings: Word's own, and those that somebody made by how they look."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.report.parts.ooxml import Element, local, q, value
from workbench.report.reading.appearance import Appearance, appearance, own_text
from workbench.report.reading.flow import Heading, Item
from workbench.report.reading.guidance import is_guidance, prompt_words
from workbench.report.reading.matching import how_sure
from workbench.report.reading.phrases import is_appendix
from workbench.report.reading.styles import Styles
from workbench.report.reading.typed_contents import ends_in_page_number, is_contents_title

_TYPED_NUMBER = re.compile(r"^\s*(?P<number>\d+(?:\.\d+)*)[.):]?\s+(?=\S)")
_ENDS = re.compile(r"[.;,]$")
_STYLE = re.compile(r"head|titl|section|chapter|part\b|pennawd")
_LONGEST = 110
_LONGEST_TWICE = 220  # a heading in two languages
# A template with fewer real headings than this has its headings made by hand.
_ENOUGH = 3
_SURE, _VERY_SURE = 0.75, 0.9
_COVER = 40  # a cover takes fewer paragraphs than this


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A short paragraph that may be a heading, how it looks, and how surely its words are those of
    a section."""

    index: int
    text: str
    look: Appearance
    sure: float
    standing_out: int

    @property
    def kind(self) -> tuple[object, ...]:
        """What headings of one kind share."""
        look = self.look
        return (
            look.style,
            look.size,
            look.bold,
            look.underlined,
            look.colour,
            look.depth,
            look.shaded,
        )


def find_headings(items: Sequence[Item], styles: Styles) -> list[Heading]:
    """The headings in order."""
    found = []
    for index, item in enumerate(items):
        if item.is_paragraph and not in_contents(item, styles):
            level = outline_level(item.element, styles)
            text = own_text(item.element)
            if level is not None and text and not is_contents_title(text):
                found.append(Heading(index, level, *parted(text, styled=True)))
    known = {heading.index for heading in found}
    start = _start(items)
    candidates = [
        one for one in _candidates(items, styles) if one.index not in known and one.index >= start
    ]
    if len(found) >= _ENOUGH:
        covered = {key for one in found if (key := _key(one.text))}
        made = [one for one in candidates if _beside_real(one, covered)]
        return _in_order(found, _levels(made, beneath=True))
    return _in_order(found, _levels(_of_a_kind(candidates), beneath=False))


def find_prompts(items: Sequence[Item], headings: Sequence[Heading]) -> list[Heading]:
    """Placeholders and content controls that name a section, where no heading does."""
    found = []
    level = 1
    places = {one.index: one for one in headings}
    for index, item in enumerate(items):
        if index in places:
            level = places[index].level + 1
        elif item.is_paragraph and not item.contents:
            text = prompt_words(item.element)
            if text and how_sure(text) >= _VERY_SURE:
                found.append(Heading(index, level, text, styled=True, prompt=True))
    return found


def outline_level(paragraph: Element, styles: Styles) -> int | None:
    """The level of one of Word's own headings (1 is the highest), or None for other text."""
    direct = value(paragraph, "pPr/outlineLvl")
    if direct is not None and direct.isdigit():
        return int(direct) + 1 if int(direct) < 9 else None
    return styles.outline(value(paragraph, "pPr/pStyle"))


def in_contents(item: Item, styles: Styles) -> bool:
    """Whether the item is a line of a contents list."""
    style = value(item.element, "pPr/pStyle")
    return item.contents or styles.name(style).startswith(("toc ", "table of figures"))


def parted(text: str, *, styled: bool) -> tuple[str, bool, str]:
    """The heading's text without its typed number, and the number."""
    typed = _TYPED_NUMBER.match(text)
    if typed:
        return text[typed.end() :].strip(), styled, typed["number"]
    return text, styled, ""


def _key(text: str) -> str:
    return text.casefold().strip(" :")


def _beside_real(one: _Candidate, covered: set[str]) -> bool:
    """Whether a paragraph heads a section although the template uses Word's headings elsewhere."""
    return one.sure >= _VERY_SURE and one.standing_out >= 2 and _key(one.text) not in covered


def _in_order(*found: Iterable[Heading]) -> list[Heading]:
    return sorted((one for some in found for one in some), key=lambda one: one.index)


def _start(items: Sequence[Item]) -> int:
    """Where the report begins: after the contents list, else after the cover's page."""
    listed = [index for index, item in enumerate(items) if item.contents]
    if listed:
        return listed[-1] + 1
    for index, item in enumerate(items[:_COVER]):
        if item.is_paragraph and _ends_page(item.element):
            return index + 1 if index else 0
    return 0


def _ends_page(paragraph: Element) -> bool:
    if paragraph.find(f"{q('pPr')}/{q('sectPr')}") is not None:
        return True
    return any(one.get(q("type")) == "page" for one in paragraph.iter(q("br")))


def _candidates(items: Sequence[Item], styles: Styles) -> list[_Candidate]:
    found = []
    plain = styles.size(None)
    for index, item in enumerate(items):
        if not item.is_paragraph or in_contents(item, styles):
            continue
        text = own_text(item.element)
        if not _is_short(text, item.element) or is_guidance(item.element, styles):
            continue
        look = appearance(item.element, styles)
        standing = _standing_out(look, text, plain)
        if standing:
            found.append(_Candidate(index, text, look, how_sure(text), standing))
    return found


def _is_short(text: str, paragraph: Element) -> bool:
    longest = _LONGEST_TWICE if " / " in text else _LONGEST
    if not text or len(text) > longest or ends_in_page_number(paragraph):
        return False
    if _ENDS.search(text) or is_contents_title(text):
        return False
    return text[0] not in "[<\u00ab({" and any(letter.isalpha() for letter in text)


def _standing_out(look: Appearance, text: str, plain: int) -> int:
    """In how many ways the paragraph stands out from body text; 0 for body text."""
    ways = (
        look.bold,
        look.capitals,
        look.underlined,
        look.size > plain + 1,
        look.coloured and not look.grey,
        look.shaded,
        look.depth == 0,
        bool(_TYPED_NUMBER.match(text)),
        bool(_STYLE.search(look.style)),
    )
    # Bold by itself is how most headings are made; a size or a rule of one's own nearly so.
    return sum(ways) + (1 if look.bold else 0)


def _of_a_kind(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Those that are headings: bold ones, and kinds of which some are known for sections' words."""
    kinds: dict[tuple[object, ...], list[_Candidate]] = defaultdict(list)
    for one in candidates:
        kinds[one.kind].append(one)
    kept: list[_Candidate] = []
    for members in kinds.values():
        sure = [one for one in members if one.sure >= _SURE]
        known = len(sure) >= 2 and len(sure) * 4 >= len(members)
        for one in members:
            bold = one.look.bold or (one.look.capitals and one.standing_out >= 2)
            if bold or known or (one.sure >= _VERY_SURE and one.standing_out >= 2):
                kept.append(one)
    return kept


def _levels(made: Sequence[_Candidate], *, beneath: bool) -> list[Heading]:
    """The hand-made headings with their levels: by number, else by size and weight among those
    that name sections."""
    named = [one for one in made if one.sure >= _SURE]
    weights = sorted({_weight(one) for one in named or made}, reverse=True)
    found = []
    for one in sorted(made, key=lambda one: one.index):
        text, styled, number = parted(one.text, styled=False)
        if number:
            level = len(re.sub(r"(\.0)+$", "", number).split("."))
        elif is_appendix(text):
            level = 1
        elif one.look.depth is not None:
            level = one.look.depth + 1
        else:
            level = 1 + sum(1 for weight in weights if weight > _weight(one))
        found.append(
            Heading(one.index, min(level + (1 if beneath else 0), 4), text, styled, number)
        )
    return found


def _weight(one: _Candidate) -> tuple[int, bool, bool]:
    return (one.look.size, one.look.capitals, one.look.bold or one.look.shaded)


def in_cell(element: Element) -> Element | None:
    """The table cell in which the paragraph stands by itself, or None."""
    parent = element.getparent()
    return parent if parent is not None and local(parent) == "tc" else None
