"""The glossary: what the author wrote as "MCA: Mental Capacity Act 2005", one term a line."""

from __future__ import annotations

from workbench.model.blocks import Block, Column, Table, words
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.report.subjects.prose import prose


def glossary(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """A table of terms; a passage that is not written as terms stays prose."""
    lines = [line.strip().removeprefix("- ") for line in _lines(plan, material)]
    pairs = [line.partition(":") for line in lines]
    if not pairs or not all(term and colon and meaning for term, colon, meaning in pairs):
        return prose(plan, material)
    rows = tuple(
        (words(term.strip()), words(meaning.strip()))
        for term, _, meaning in sorted(pairs, key=lambda pair: pair[0].casefold())
    )
    columns = (Column("term", "Term", 1), Column("meaning", "Meaning", 3))
    places = tuple(f"{plan.title}, row {number}" for number in range(1, len(rows) + 1))
    return (Table(columns, rows, words("Terms used in this report"), places, plan.title),)


def _lines(plan: SectionPlan, material: Material) -> list[str]:
    return [line for line in material.passages.get(plan.id, "").splitlines() if line.strip()]
