"""The learning slides: what stands on one while the author has not written it themselves."""

from __future__ import annotations

from workbench.model.blocks import Block, Items, words
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.report.subjects.factors import board
from workbench.report.subjects.linking import links_of
from workbench.report.subjects.phrasing import day, sentence
from workbench.report.subjects.prose import passage_blocks, style_of
from workbench.report.subjects.recommendations import owner


def two_columns(_plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """Risks and protective factors, without who knew of them."""
    columns = board(material)
    return () if columns is None else (columns,)


def slides_person(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The pen portrait."""
    return _borrowed(plan, material, "pen_portrait")


def slides_changed(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """What the report says has changed already."""
    return _borrowed(plan, material, "changes")


def _borrowed(plan: SectionPlan, material: Material, section: str) -> tuple[Block, ...]:
    if material.passages.get(plan.id, "").strip():
        return ()
    text = material.passages.get(section, "")
    return passage_blocks(text, style_of(plan), plan.title, links_of(material))


def slides_recommendations(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The recommendations, each with its owner and date."""
    said = []
    for one in material.recommendations:
        parts = [owner(one, material), f"by {day(one.due)}" if one.due else ""]
        when = ", ".join(part for part in parts if part)
        said.append(words(sentence(one.text), f" ({when})" if when else ""))
    return (Items(tuple(said), ordered=True, place=plan.title),) if said else ()
