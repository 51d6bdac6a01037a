"""The 7-minute briefing: what stands in a box while the author has not written it themselves."""

from __future__ import annotations

from collections.abc import Callable

from workbench.model.blocks import Block, Items, Paragraph, words
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.report.subjects.linking import links_of
from workbench.report.subjects.phrasing import sentence
from workbench.report.subjects.prose import passage_blocks, style_of

_MOST = 3
_KNOWN = ("direct-practice", "interagency")


def _own(plan: SectionPlan, material: Material) -> bool:
    return bool(material.passages.get(plan.id, "").strip())


def briefing_background(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The opening paragraph of the report's summary."""
    sections = ("executive_summary", "background", "introduction")
    return () if _own(plan, material) else _opening(plan, material, sections)


def briefing_why(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The opening paragraph of the conclusions."""
    return () if _own(plan, material) else _opening(plan, material, ("conclusions",))


def _opening(plan: SectionPlan, material: Material, sections: tuple[str, ...]) -> tuple[Block, ...]:
    for section in sections:
        text = material.passages.get(section, "")
        blocks = passage_blocks(text, style_of(plan), plan.title, links_of(material))
        for block in blocks:
            if isinstance(block, Paragraph):
                return (block,)
    return ()


def _learning(wanted: Callable[[str], bool]) -> Callable[..., tuple[Block, ...]]:
    def box(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
        """The titles of the findings of one kind."""
        if _own(plan, material):
            return ()
        titles = [
            words(sentence(one.title))
            for one in material.findings
            if not one.good_practice and wanted(one.domain)
        ]
        return (Items(tuple(titles[:_MOST]), place=plan.title),) if titles else ()

    return box


briefing_direct = _learning(lambda domain: domain == "direct-practice")
briefing_together = _learning(lambda domain: domain == "interagency")
briefing_organisations = _learning(lambda domain: domain not in _KNOWN)


def briefing_do(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The first recommendations."""
    if _own(plan, material) or not material.recommendations:
        return ()
    first = tuple(words(sentence(one.text)) for one in material.recommendations[:_MOST])
    return (Items(first, place=plan.title),)
