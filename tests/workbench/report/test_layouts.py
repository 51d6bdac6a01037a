"""The data of the shipped templates, and what is said of data that is wrong."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from workbench.errors import BadInput
from workbench.model.ids import ReviewId
from workbench.model.reviews import ReviewDetails
from workbench.report.layouts import (
    BINDINGS,
    LAYOUTS,
    PAPERS,
    SLIDES,
    layout,
    layout_for,
    layout_of,
    read_layout,
)
from workbench.report.sections import SUBJECTS
from workbench.resources import read_json, vocabulary


@pytest.fixture
def written() -> Any:
    return deepcopy(read_json("templates", "sar.json"))


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_shipped_layout_covers_findings_recommendations_and_chronology(name: str) -> None:
    plan = layout(name)
    assert {"findings", "recommendations", "chronology"} <= {one.binding for one in plan.sections}
    assert all(one.guidance for one in plan.sections), "an officer is told what belongs here"


def test_the_child_report_must_have_its_risks_and_protective_factors() -> None:
    factors = layout("child").section("factors")
    assert factors is not None
    assert factors.required


@pytest.mark.parametrize("term", vocabulary("review-types"), ids=lambda term: term.code)
def test_every_type_of_review_has_a_report_that_is_meant_for_it(term: Any) -> None:
    plan = layout_for(term.code)
    assert term.code.startswith(plan.types)


def test_a_type_that_nobody_foresaw_gets_the_adult_report() -> None:
    assert layout_for("something new").name == "sar"
    assert layout_for("cspr").name == "lcspr"


def test_an_older_review_of_a_child_is_told_in_four_parts() -> None:
    parts = [one.title for one in layout_for("scr").sections if one.level == 1 and not one.appendix]
    assert parts[1:] == [
        "The child, and what happened",
        "Risks and protective factors",
        "Areas for improvement",
        "Recommendations",
    ]


def test_a_domestic_homicide_review_has_the_headings_of_its_guidance_in_order() -> None:
    titles = [one.title for one in layout("dhr").sections if one.level == 1 and not one.appendix]
    assert titles[2:] == [
        "Introduction",
        "Timescales",
        "Confidentiality",
        "Terms of reference",
        "Methodology",
        "Involvement of family, friends, work colleagues, neighbours and wider community",
        "Contributors to the review",
        "The review panel members",
        "Author of the overview report",
        "Parallel reviews",
        "Equality and diversity",
        "Dissemination",
        "Background information (the facts)",
        "Chronology",
        "Overview",
        "Analysis",
        "Conclusions",
        "Lessons to be learnt",
        "Recommendations",
    ]


@pytest.mark.parametrize(
    "name", ["dhr", "dardr", "dhr-summary", "rapid-review", "cpr", "apr", "susr"]
)
def test_headings_that_were_not_checked_against_the_official_form_say_so(name: str) -> None:
    plan = layout(name)
    assert "Compare them with" in plan.unverified
    printed = " ".join(one.title + one.wording + one.empty for one in plan.sections)
    assert plan.unverified not in printed


def test_each_binding_has_its_subject_and_each_subject_a_use() -> None:
    whole = {"prose", "glossary", "plain_glossary"}
    assert SUBJECTS.keys() | whole == BINDINGS
    used = {one.binding for name in (*LAYOUTS, *PAPERS, *SLIDES) for one in layout(name).sections}
    assert BINDINGS - used == {"decisions"}


def test_a_wording_may_name_only_what_is_known(written: Any) -> None:
    written["sections"][0]["wording"] = "Dear {colleague}"
    with pytest.raises(BadInput, match=r"section 1: wording names the unknown colleague"):
        read_layout(written, "sar.json")


@pytest.mark.parametrize(
    ("field", "wrong", "said"),
    [
        ("form", "scroll", "form must be one of report, paper"),
        ("unverified", 1, "unverified must be a text"),
        ("outputs", ["x"], "outputs must name a layout"),
    ],
)
def test_a_wrong_value_of_the_whole_layout_is_named(
    written: Any, field: str, wrong: object, said: str
) -> None:
    written[field] = wrong
    with pytest.raises(BadInput, match=said):
        read_layout(written, "sar.json")


def test_a_missing_field_is_named_with_its_section(written: Any) -> None:
    del written["sections"][2]["guidance"]
    with pytest.raises(BadInput, match=r"sar\.json, section 3: lacks guidance"):
        read_layout(written, "sar.json")


@pytest.mark.parametrize(
    ("field", "wrong", "said"),
    [
        ("required", 1, "required must be a true or false"),
        ("level", True, "level must be a whole number"),
        ("level", 7, "level must be 1, 2 or 3"),
        ("binding", "astrology", "binding must be one of"),
        ("title", "", "title must not be empty"),
        ("id", "Not An Id", "id must be like_this"),
        ("colour", "red", "has the unknown colour"),
    ],
)
def test_a_wrong_value_is_named(written: Any, field: str, wrong: object, said: str) -> None:
    written["sections"][0][field] = wrong
    with pytest.raises(BadInput, match=f"section 1: {said}"):
        read_layout(written, "sar.json")


def test_two_sections_of_one_id_are_refused(written: Any) -> None:
    written["sections"][1]["id"] = written["sections"][0]["id"]
    with pytest.raises(BadInput, match="two sections have the same id"):
        read_layout(written, "sar.json")


@pytest.mark.parametrize("wrong", [[], {}, {"name": "x"}, None, "text"])
def test_a_file_of_another_shape_is_refused(wrong: object) -> None:
    with pytest.raises(BadInput, match=r"odd\.json must be an object"):
        read_layout(wrong, "odd.json")


def test_every_layout_can_be_chosen_by_its_name() -> None:
    assert {term.code for term in vocabulary("report-layouts")} == set(LAYOUTS)


def test_a_chosen_layout_stands_instead_of_the_usual_one() -> None:
    details = ReviewDetails(id=ReviewId("r"), type="lcspr", title="T")
    assert layout_of(details).name == "lcspr"
    assert layout_of(replace(details, layout="child")).name == "child"
    assert layout_of(replace(details, layout="unknown")).name == "lcspr"
