"""What a report consists of: its sections in order, read from ``resources/templates``."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from workbench.errors import BadInput
from workbench.model.reviews import ReviewDetails
from workbench.resources import read_json

# The reports, one or more for each type of review; the first is for a type that none is meant for.
LAYOUTS = (
    *("sar", "lcspr", "child", "dhr", "dardr", "rapid-review", "table-top", "cpr", "apr", "susr"),
    "thematic",
)
# What is written around a report, each with headings of its own.
PAPERS = (
    *("dhr-summary", "briefing", "terms-of-reference", "decision-letter", "request-letter"),
    *("panel-agenda", "panel-minutes", "factual-accuracy", "disclosure-log"),
)
SLIDES = ("learning-slides",)
BINDINGS = {
    *("prose", "introduction", "mandate", "scope", "timescales", "contributions", "panel"),
    *("people", "course", "key_days", "factors", "findings", "findings_brief", "disagreements"),
    *("good_practice", "recommendations", "action_plan", "action_plan_staged", "chronology"),
    *("decisions", "glossary", "plain_glossary", "commission", "enquiry"),
    *("contributions_asked", "meetings", "asked_of_agency", "meeting_details", "agenda"),
    *("actions_open", "minutes", "decisions_made", "actions_taken", "next_meeting"),
    *("accuracy_text", "accuracy_record", "briefing_background", "briefing_why"),
    *("briefing_direct", "briefing_together", "briefing_organisations", "briefing_do"),
    *("decided", "members", "board", "slides_person", "slides_recommendations", "slides_changed"),
}
FORMS = ("report", "paper", "letter", "sheet", "slides")
# What a section's own wording may name in curly brackets.
NAMED = frozenset({"author", "board", "agency", "type", "reference"})
_NAME = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """One section as the template's data describes it.

    ``binding`` names what fills it beside the author's own passage. ``required`` sections must
    have a place in a board's template. ``empty`` is printed when there is nothing to say.
    ``wording`` is the passage while the author has written none. A section with ``only`` is part
    of the output of that name and no other. ``plain`` follows from the layout's form: paragraphs
    without numbers.
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
    wording: str = ""
    only: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of report: ``title`` and ``document`` stand on its cover; ``types`` are the review
    types, or the beginnings of their codes, for which it is meant.

    ``form`` is how its pages are set: a report with cover and contents, a paper without, a letter,
    a single sheet, or slides. ``unverified`` says what of its headings was not checked against the
    official form; it is told to the author and never printed. ``outputs`` names the layouts that
    some outputs of such a review have instead of a part of this one. ``chapters`` says that each
    of its sections stands as a chapter, as in an output of a few of them.
    """

    name: str
    title: str
    document: str
    types: tuple[str, ...]
    sections: tuple[SectionPlan, ...]
    form: str = "report"
    unverified: str = ""
    outputs: tuple[tuple[str, str], ...] = ()
    chapters: bool = False

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


def layout_of(details: ReviewDetails) -> Layout:
    """The layout that was chosen for the review, else the one for its type."""
    return layout(details.layout) if details.layout in LAYOUTS else layout_for(details.type)


def read_layout(found: Any, file: str) -> Layout:
    """The layout that a JSON document describes; what is wrong with it is said in plain words."""
    needed = {"name", "title", "document", "types", "sections"}
    allowed = needed | {"form", "unverified", "outputs"}
    if not isinstance(found, dict) or not needed <= found.keys() <= allowed:
        raise BadInput(f"{file} must be an object with {', '.join(sorted(needed))}.")
    for name in ("name", "title", "document"):
        _demand(isinstance(found[name], str) and found[name], file, f"{name} must be a text")
    _demand(_texts(found["types"]), file, "types must be a list of texts")
    form, unverified = found.get("form", "report"), found.get("unverified", "")
    _demand(form in FORMS, file, f"form must be one of {', '.join(FORMS)}")
    _demand(isinstance(unverified, str), file, "unverified must be a text")
    outputs = found.get("outputs", {})
    _demand(
        isinstance(outputs, dict) and _texts(list(outputs.values())),
        file,
        "outputs must name a layout for each output",
    )
    rows = found["sections"]
    _demand(isinstance(rows, list) and rows, file, "sections must be a list")
    plans = tuple(_section(row, f"{file}, section {n}") for n, row in enumerate(rows, 1))
    ids = [plan.id for plan in plans]
    _demand(len(set(ids)) == len(ids), file, "two sections have the same id")
    _demand(plans[0].level == 1, file, "the first section must have level 1")
    plain = tuple(replace(one, plain=_plain(one, form)) for one in plans)
    return Layout(
        name=found["name"],
        title=found["title"],
        document=found["document"],
        types=tuple(found["types"]),
        sections=plain,
        form=form,
        unverified=unverified,
        outputs=tuple(sorted(outputs.items())),
    )


def _plain(plan: SectionPlan, form: str) -> bool:
    """Whether its paragraphs have no numbers: below a heading without one they would count on."""
    return plan.appendix or (not plan.numbered and (form != "report" or plan.level == 1))


def _section(row: Any, where: str) -> SectionPlan:
    known = {field.name: str(field.type) for field in fields(SectionPlan)}
    known.pop("plain")
    needed = known.keys() - {"appendix", "empty", "wording", "only"}
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
    unnamed = sorted(set(_NAME.findall(plan.wording)) - NAMED)
    _demand(not unnamed, where, f"wording names the unknown {', '.join(unnamed)}")
    return plan


_CALLED = {"str": "text", "int": "whole number", "bool": "true or false"}


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _demand(holds: object, where: str, what: str) -> None:
    if not holds:
        raise BadInput(f"{where}: {what}.")
