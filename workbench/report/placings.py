"""What was decided about a board's template before: in this review, or in another on this computer.

A review keeps its decisions in its own file. So that the next review for the same board need not be
told again, this computer keeps them too, but only as fingerprints: a template made from an earlier
report may name somebody in a heading, and nothing of a record may stand on the disk in the clear.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.model.board_templates import BoardTemplate, Placing
from workbench.report.layouts import Layout, layout_of
from workbench.report.outputs import OUTPUTS
from workbench.report.reading.places import fingerprint
from workbench.report.template import Template, built_in, read_template
from workbench.report.version_table import with_place_for_versions
from workbench.review import Review
from workbench.settings import data_folder, write_private

Remembered = Mapping[str, tuple[str, ...]]


def board_template(review: Review, output: str) -> BoardTemplate | None:
    """The review's decisions about its board's template for this output, or None."""
    board = review.details.board
    return next(iter(review.where(BoardTemplate, board=board, output=output)), None)


def read_for(review: Review, output: str, path: Path) -> Template:
    """The board's template for this output, as it was decided in this review, or while nothing
    was decided here, in an earlier one."""
    plan = plan_of(review, output)
    decided = board_template(review, output)
    if decided is not None:
        return read_template(path, plan, decided.placings)
    return read_template(path, plan, (), remembered(review.details.board, output))


def template_for(review: Review, output: str, path: Path | None) -> Template:
    """The board's template for this output, or with no path our own."""
    if path is not None:
        return read_for(review, output, path)
    return our_own(OUTPUTS[output].plan(layout_of(review.details)))


def our_own(plan: Layout) -> Template:
    """Our own template for a document of these sections."""
    return replace(built_in(plan.name), plan=plan)


def plan_of(review: Review, output: str) -> Layout:
    """The sections of this output of the review."""
    return with_place_for_versions(OUTPUTS[output].plan(layout_of(review.details)))


def remembered(board: str, output: str) -> Remembered:
    """The sections that stood at each place, by fingerprint, when this board's template was last
    decided about on this computer."""
    known = _kept().get(fingerprint(board), {}).get(output, {}) if board else {}
    return {place: tuple(sections) for place, sections in known.items()}


def remember(board: str, output: str, placings: Sequence[Placing]) -> None:
    """Keep the decisions for this board's next review on this computer."""
    if not board:
        return
    kept = _kept()
    places: dict[str, list[str]] = {}
    for one in placings:
        places.setdefault(fingerprint(one.place), []).extend([one.section] if one.section else [])
    kept.setdefault(fingerprint(board), {})[output] = places
    write_private(_file(), kept)


def _kept() -> dict[str, dict[str, dict[str, list[str]]]]:
    """What is kept; a file that is not as it was written counts as none."""
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if _is_sound(found) else {}


def _is_sound(found: object) -> bool:
    if not isinstance(found, dict):
        return False
    places = [
        sections
        for outputs in found.values()
        if isinstance(outputs, dict)
        for known in outputs.values()
        if isinstance(known, dict)
        for sections in known.values()
    ]
    return all(
        isinstance(sections, list) and all(isinstance(one, str) for one in sections)
        for sections in places
    ) and all(
        isinstance(outputs, dict) and all(isinstance(known, dict) for known in outputs.values())
        for outputs in found.values()
    )


def _file() -> Path:
    return data_folder() / "board-templates.json"
