"""The author's own passages: paragraphs and lists."""

from __future__ import annotations

import re
from itertools import groupby

from workbench.model.blocks import Block, Items, Paragraph, ParagraphStyle
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material


def prose(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """What the author wrote for this section."""
    style = ParagraphStyle.BODY if plan.appendix else ParagraphStyle.NUMBERED
    return passage_blocks(material.passages.get(plan.id, ""), style, plan.title)


def passage_blocks(text: str, style: ParagraphStyle, section: str) -> tuple[Block, ...]:
    """Paragraphs, parted by blank lines, and lists, whose lines start with "- "."""
    blocks: list[Block] = []
    for chunk in re.split(r"\n[^\S\n]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line.rstrip() for line in chunk.split("\n") if line.strip()]
        for listed, group in groupby(lines, key=lambda line: line.lstrip().startswith("- ")):
            number = len(blocks) + 1
            place = f"{section}, paragraph {number}"
            if listed:
                items = tuple((line.lstrip()[2:].strip(),) for line in group)
                blocks.append(Items(items, place=place))
            else:
                words = "\n".join(line.strip() for line in group)
                blocks.append(Paragraph((words,), style, place))
    return tuple(blocks)
