"""What the author decided about a board's Word template: which section stands where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.model.facts import Topic
from workbench.model.ids import BoardTemplateId


@dataclass(frozen=True, slots=True)
class Placing:
    """One place of a template and the section that stands there; ``section`` is empty for a place
    that stays as the board made it. ``place`` is the place's own words, so that it is known again
    in the template's next version."""

    place: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardTemplate:
    """The author's corrections for one board's template. ``board`` is the board's name and
    ``output`` the name of the output that the template is for."""

    kind: ClassVar[str] = "board_template"
    topic: ClassVar[Topic] = Topic.REVIEW

    id: BoardTemplateId
    board: str
    output: str
    name: str = ""
    placings: tuple[Placing, ...] = ()
