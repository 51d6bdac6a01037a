"""Risks and protective factors: the board of two columns, and who knew what, and when."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model.blocks import (
    Block,
    Board,
    BoardColumn,
    Column,
    Heading,
    Inline,
    Moment,
    Table,
    Tone,
    Words,
    words,
)
from workbench.model.factors import Awareness, Factor, Side
from workbench.report.layouts import SectionPlan
from workbench.report.material import Material
from workbench.resources import label_of

_SIDES = {Side.RISK: "Risk", Side.PROTECTIVE: "Protective factor"}


def board(material: Material) -> Board | None:
    """The two columns, or None while both are empty."""
    if not material.factors:
        return None
    left, right = (
        BoardColumn(
            title,
            tuple(_said(factor) for factor in material.factors if factor.side is side),
            tone,
        )
        for side, title, tone in (
            (Side.RISK, "Risks", Tone.RISK),
            (Side.PROTECTIVE, "Protective factors", Tone.PROTECTIVE),
        )
    )
    return Board(left, right, "Risks and protective factors, the board")


def factors(plan: SectionPlan, material: Material) -> tuple[Block, ...]:
    """The board, and below it who knew of which factor."""
    columns = board(material)
    if columns is None:
        return ()
    known = awareness(plan, material)
    if known is None:
        return (columns,)
    heading = Heading(words("Who knew what, and when"), 2, f"{plan.title}, heading")
    return columns, heading, known


def awareness(plan: SectionPlan, material: Material) -> Table | None:
    """Who knew of each factor and since when, in the factors' order."""
    rows = []
    for factor in material.factors:
        knew = [one for one in material.awareness if one.factor == factor.id]
        if knew:
            rows.append(
                (words(f"{_SIDES[factor.side]}: ", factor.statement), _known(knew, material))
            )
    if not rows:
        return None
    columns = (
        Column("factor", "Risk or protective factor", 1.2),
        Column("who", "Known to, and since when", 1),
    )
    places = tuple(f"{plan.title}, who knew, row {number}" for number in range(1, len(rows) + 1))
    return Table(columns, tuple(rows), words("Who knew what, and when"), places, plan.title)


def _known(knew: Sequence[Awareness], material: Material) -> Words:
    """A line for each who knew: "The GP practice: October 2021 (suspected)"."""
    parts: list[Inline] = []
    for known in knew:
        if parts:
            parts.append("\n")
        parts.append(material.agency(known.agency) or "Family and network")
        if known.when.dated:
            parts += [": ", Moment(known.when)]
        if known.certainty not in ("", "known"):
            parts.append(f" ({label_of('certainties', known.certainty).lower()})")
    return words(*parts)


def _said(factor: Factor) -> Words:
    if factor.certainty == "known" or not factor.certainty:
        return words(factor.statement)
    return words(factor.statement, f" ({label_of('certainties', factor.certainty).lower()})")
