"""Findings with their reasons and what they rest on, and good practice."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.model.blocks import (
    Block,
    Heading,
    Mark,
    Marked,
    Paragraph,
    ParagraphStyle,
    words,
)
from workbench.model.findings import Finding
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.report.subjects.linking import links_of
from workbench.report.subjects.phrasing import count, listed, sentence
from workbench.report.subjects.pictures import theme_wheel
from workbench.report.subjects.prose import passage_blocks, style_of


def numbered(material: Material) -> tuple[tuple[int, Finding], ...]:
    """The findings that are learning, with their numbers."""
    kept = [finding for finding in material.findings if not finding.good_practice]
    return tuple(enumerate(kept, 1))


def findings(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The wheel of all of them, and each finding under its own heading."""
    blocks: list[Block] = [*theme_wheel(material)]
    for number, finding in numbered(material):
        name = f"Finding {number}"
        anchor = f"finding_{number}"
        blocks.append(Heading(words(f"{name}: ", finding.title), 2, f"{name}, title", anchor))
        blocks.extend(_body(finding, name, material, style_of(plan)))
    return tuple(blocks)


def findings_brief(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The wheel, and each finding in a paragraph, for a summary."""
    blocks: list[Block] = [*theme_wheel(material)]
    links = links_of(material)
    for number, finding in numbered(material):
        place = f"Finding {number}, in brief"
        title = Marked(f"Finding {number}: {sentence(finding.title)}", Mark(bold=True))
        told = passage_blocks(finding.statement, style_of(plan), place, links)
        first = told[0] if told and isinstance(told[0], Paragraph) else None
        said = (title, " ", *first.text) if first else (title,)
        blocks.append(Paragraph(said, style_of(plan), place, f"finding_{number}"))
        blocks += told[1:] if first else told
    return tuple(blocks)


def good_practice(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """What was done well, each under its own heading."""
    blocks: list[Block] = []
    kept = [finding for finding in material.findings if finding.good_practice]
    for number, finding in enumerate(kept, 1):
        name = f"{plan.title} {number}"
        blocks.append(Heading(words(finding.title), 2, f"{name}, title"))
        blocks.extend(_body(finding, name, material, style_of(plan)))
    return tuple(blocks)


def _body(
    finding: Finding, name: str, material: Material, style: ParagraphStyle
) -> Iterable[Block]:
    parts = (
        ("", finding.statement, "statement"),
        ("Why this happened", finding.why, "why"),
        ("What difference it made", finding.impact, "impact"),
    )
    links = links_of(material)
    for title, text, part in parts:
        said = passage_blocks(text, style, f"{name}, {part}", links)
        if said and title:
            yield Heading(words(title), 3, f"{name}, {part}")
        yield from said
    rests = resting(finding, material)
    if rests:
        yield Paragraph(words(rests), ParagraphStyle.NOTE, f"{name}, evidence")


def resting(finding: Finding, material: Material) -> str:
    """What the finding rests on, in a sentence; empty while nothing is linked."""
    links = [one for one in material.evidence if one.finding == finding.id]
    support = [one for one in links if one.supports]
    entries = [material.entry_by_id[one.entry] for one in support if one.entry]
    papers = {one.id: one for one in material.contributions}
    sources = [papers[one.contribution] for one in support if one.contribution]
    kinds = []
    if entries:
        kinds.append(count(len(entries), "chronology entry", "chronology entries"))
    if sources:
        kinds.append(count(len(sources), "agency report"))
    if not kinds:
        return ""
    agencies = {one.agency for one in entries if one.agency} | {one.agency for one in sources}
    text = f"This finding rests on {listed(kinds)}"
    if agencies:
        text += f" from {count(len(agencies), 'agency', 'agencies')}"
    against = len(links) - len(support)
    if against:
        text += f"; {count(against, 'record says', 'records say')} otherwise"
    return f"{text}."
