"""The author's own passages: paragraphs, sub-headings, lists and quotations.

A blank line parts paragraphs. A line that starts with ``# `` (or ``## ``, one level down) is a
sub-heading, with ``- `` an item of a list, with ``1. `` an item of a numbered one, with ``> `` a
quotation.
"""

from __future__ import annotations

import re
from itertools import groupby

from workbench.model.blocks import Block, Heading, Items, Paragraph, ParagraphStyle
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.report.subjects.inline import NO_LINKS, Links, inline
from workbench.report.subjects.linking import links_of

_KINDS = (
    ("heading", re.compile(r"(#{1,3}) +(?=\S)")),
    ("bullet", re.compile(r"[-\u2022] +")),
    ("ordered", re.compile(r"\d{1,2}[.)] +(?=\S)")),
    ("quote", re.compile(r"> ?")),
)


def prose(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """What the author wrote for this section, or until then what the template says there."""
    return passage_blocks(written(plan, material), style_of(plan), plan.title, links_of(material))


def written(plan: SectionPlan, material: Material) -> str:
    """The author's words for the section, else the template's own for it."""
    own = material.passages.get(plan.id, "")
    return own if own.strip() else worded(plan.wording, material.named)


def worded(wording: str, named: dict[str, str]) -> str:
    """The wording with its names filled in; a paragraph that names what is not known is left
    out."""
    kept = []
    for paragraph in wording.split("\n\n"):
        wanted = set(re.findall(r"\{(\w+)\}", paragraph))
        if all(named.get(name) for name in wanted):
            kept.append(re.sub(r"\{(\w+)\}", lambda found: named[found[1]], paragraph))
    return "\n\n".join(kept)


def style_of(plan: SectionPlan) -> ParagraphStyle:
    """Numbered in a report's chapters; plain in an appendix, a letter and their like."""
    return ParagraphStyle.BODY if plan.plain else ParagraphStyle.NUMBERED


def passage_blocks(
    text: str, style: ParagraphStyle, section: str, links: Links = NO_LINKS
) -> tuple[Block, ...]:
    """The text's blocks; its paragraphs in ``style``."""
    blocks: list[Block] = []
    for chunk in re.split(r"\n[^\S\n]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [_kind(line.strip()) for line in chunk.split("\n") if line.strip()]
        for kind, group in groupby(lines, key=lambda line: line[0]):
            place = f"{section}, paragraph {len(blocks) + 1}"
            said = [line for _, line in group]
            blocks += _blocks(kind, said, style, place, links)
    return tuple(blocks)


def _kind(line: str) -> tuple[str, str]:
    """What the line is, and its words."""
    for kind, start in _KINDS:
        found = start.match(line)
        if found:
            name = f"heading {len(found[1])}" if kind == "heading" else kind
            return name, line[found.end() :].strip()
    return "plain", line


def _blocks(
    kind: str, lines: list[str], style: ParagraphStyle, place: str, links: Links
) -> list[Block]:
    if kind in ("bullet", "ordered"):
        items = tuple(inline(line, links) for line in lines if line)
        return [Items(items, kind == "ordered", place)] if items else []
    if kind.startswith("heading"):
        level = min(int(kind[-1]) + 1, 3)
        return [Heading(inline(line, links), level, place) for line in lines]
    words = inline("\n".join(lines), links)
    return [Paragraph(words, ParagraphStyle.QUOTE if kind == "quote" else style, place)]
