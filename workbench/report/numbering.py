"""The numbers that Word will print: before the headings of a layout, and where paragraphs go on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.model.blocks import Document, Paragraph, ParagraphStyle, Section
from workbench.report.layouts import Layout


@dataclass(frozen=True, slots=True)
class Numbered:
    """A section's heading: its number, or nothing, and its level. Its paragraphs are numbered
    within ``chapter`` and go on after the first ``done`` of that."""

    number: str
    level: int = 1
    chapter: str = ""
    done: int = 0


def numbers_of(plan: Layout, document: Document) -> tuple[Numbered, ...]:
    """The numbers of a document made to this layout."""
    return tuple(_numbers(plan, document))


def _numbers(plan: Layout, document: Document) -> Iterator[Numbered]:
    chapters = appendices = done = 0
    chapter = ""
    for section, filled in zip(plan.sections, document.sections, strict=True):
        number = ""
        if section.appendix:
            number, chapter, done = f"Appendix {chr(ord('A') + appendices)}:", "", 0
            appendices += 1
        elif section.level == 1 and section.numbered:
            chapters += 1
            number, chapter, done = str(chapters), str(chapters), 0
        yield Numbered(number, 1 if section.appendix else section.level, chapter, done)
        done += _numbered_in(filled)


def _numbered_in(section: Section) -> int:
    return sum(
        isinstance(one, Paragraph) and one.style is ParagraphStyle.NUMBERED
        for one in section.blocks
    )
