"""What the author decides about a board's template: which section stands at which of its places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.errors import BadInput
from workbench.model.board_templates import BoardTemplate, Placing
from workbench.model.changes import Change
from workbench.model.ids import BoardTemplateId, new_id
from workbench.report.layouts import Layout
from workbench.report.placings import board_template, remember
from workbench.report.reading.phrases import normal
from workbench.report.template import Template
from workbench.review import Review


def place_sections(
    review: Review,
    output: str,
    template: Template,
    decided: Mapping[str, Sequence[str]],
) -> Change:
    """Decide what stands at these places of the template: the ids of sections, none for a place
    that stays as the board made it. Kept in the review, and for the board's next review too."""
    known = board_template(review, output)
    before = known.placings if known else _as_shown(template)
    changed = {place_named(template, place): tuple(ids) for place, ids in decided.items()}
    given = {one for ids in changed.values() for one in ids}
    kept = [one for one in before if one.place not in changed and one.section not in given]
    for place, ids in changed.items():
        kept += [Placing(place, one) for one in ids] or [Placing(place, "")]
    fresh = BoardTemplate(
        id=known.id if known else BoardTemplateId(new_id()),
        board=review.details.board,
        output=output,
        name=template.name,
        placings=tuple(kept),
    )
    # Undo does not take it back: it is no word of the review, and the board's next review has it.
    change = review.change("decide what stands in the board's template", put=[fresh], lasting=True)
    remember(fresh.board, output, fresh.placings)
    return change


def _as_shown(template: Template) -> tuple[Placing, ...]:
    """What an earlier review decided goes on holding where this one decides for the first time."""
    names = template.place_names
    return tuple(
        Placing(names[index], section)
        for section, index in template.placed.sections.items()
        if section in template.placed.decided
    )


def forget_places(review: Review, output: str) -> Change:
    """Go back to what the workbench proposes for this board's template."""
    known = board_template(review, output)
    remember(review.details.board, output, ())
    return review.change(
        "forget what stands in the board's template", remove=[known] if known else [], lasting=True
    )


def place_named(template: Template, asked: str) -> str:
    """The place of the template that these words name."""
    names = template.place_names
    exact = next((one for one in names if one.casefold() == asked.strip().casefold()), None)
    found = exact or next((one for one in names if normal(one) == normal(asked)), None)
    if found is None:
        raise BadInput(
            f"{template.name} has no place called \u201c{asked}\u201d. It has: {'; '.join(names)}."
        )
    return found


def section_named(plan: Layout, asked: str) -> str:
    """The id of the section that this id or title names; "" for none."""
    if not asked.strip() or asked.strip().casefold() in {"nothing", "none"}:
        return ""
    named = normal(asked)
    for one in plan.sections:
        if asked.strip() == one.id or named == normal(one.title):
            return one.id
    known = "; ".join(f"{one.id} (\u201c{one.title}\u201d)" for one in plan.sections)
    raise BadInput(f"This document has no section called \u201c{asked}\u201d. It has: {known}.")
