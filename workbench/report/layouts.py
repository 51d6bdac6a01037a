"""What a report consists of: its sections in order, read from ``resources/templates``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from workbench.errors import BadInput
from workbench.resources import read_json

LAYOUTS = ("sar", "child")
BINDINGS = frozenset(
    {
        "prose",
        "introduction",
        "mandate",
        "scope",
        "contributions",
        "panel",
        "people",
        "key_days",
        "factors",
        "findings",
        "disagreements",
        "good_practice",
        "recommendations",
        "action_plan",
        "chronology",
        "decisions",
        "glossary",
    }
)


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """One section as the template's data describes it.

    ``binding`` names what fills it beside the author's own passage. ``required`` sections must
    have a place in a board's template. ``empty`` is printed when there is nothing to say.
    """

    id: str
    title: str
    level: int
    numbered: bool
    required: bool
    guidance: str
    binding: str
    landscape: bool
    appendix: bool = False
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of report: ``title`` and ``document`` stand on its cover; ``types`` are the review
    types, or the beginnings of their codes, for which it is meant."""

    name: str
    title: str
    document: str
    types: tuple[str, ...]
    sections: tuple[SectionPlan, ...]

    def section(self, named: str) -> SectionPlan | None:
        """The plan of the section with this id, if the report has one."""
        return next((plan for plan in self.sections if plan.id == named), None)


@cache
def layout(name: str) -> Layout:
    """The layout of this name, checked."""
    return read_layout(read_json("templates", f"{name}.json"), f"templates/{name}.json")


def layout_for(review_type: str) -> Layout:
    """The layout for reviews of this type; an adult one where no other is meant for it."""
    known = [layout(name) for name in LAYOUTS]
    code = review_type.casefold()
    return next((one for one in known if code.startswith(one.types)), known[0])


def read_layout(found: Any, file: str) -> Layout:
    """The layout that a JSON document describes; what is wrong with it is said in plain words."""
    names = {"name", "title", "document", "types", "sections"}
    if not isinstance(found, dict) or found.keys() != names:
        raise BadInput(f"{file} must be an object with {', '.join(sorted(names))}.")
    for name in ("name", "title", "document"):
        _demand(isinstance(found[name], str) and found[name], file, f"{name} must be a text")
    _demand(_texts(found["types"]), file, "types must be a list of texts")
    rows = found["sections"]
    _demand(isinstance(rows, list) and rows, file, "sections must be a list")
    plans = tuple(_section(row, f"{file}, section {n}") for n, row in enumerate(rows, 1))
    ids = [plan.id for plan in plans]
    _demand(len(set(ids)) == len(ids), file, "two sections have the same id")
    _demand(plans[0].level == 1, file, "the first section must have level 1")
    return Layout(found["name"], found["title"], found["document"], tuple(found["types"]), plans)


def _section(row: Any, where: str) -> SectionPlan:
    known = {field.name: str(field.type) for field in fields(SectionPlan)}
    needed = known.keys() - {"appendix", "empty"}
    _demand(isinstance(row, dict), where, "must be an object")
    missing, unknown = sorted(needed - row.keys()), sorted(row.keys() - known.keys())
    _demand(not missing, where, f"lacks {', '.join(missing)}")
    _demand(not unknown, where, f"has the unknown {', '.join(unknown)}")
    kinds: dict[str, type] = {"str": str, "int": int, "bool": bool}
    for name, value in row.items():
        right = type(value) is kinds[known[name]]
        _demand(right, where, f"{name} must be a {_CALLED[known[name]]}")
    plan = SectionPlan(**row)
    _demand(plan.id.isidentifier() and plan.id.islower(), where, "id must be like_this")
    _demand(plan.title, where, "title must not be empty")
    _demand(1 <= plan.level <= 3, where, "level must be 1, 2 or 3")
    _demand(
        plan.binding in BINDINGS, where, f"binding must be one of {', '.join(sorted(BINDINGS))}"
    )
    return plan


_CALLED = {"str": "text", "int": "whole number", "bool": "true or false"}


def _texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) for one in value)


def _demand(holds: object, where: str, what: str) -> None:
    if not holds:
        raise BadInput(f"{where}: {what}.")
