"""The data of the shipped templates, and what is said of data that is wrong."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from workbench.errors import BadInput
from workbench.report.layouts import LAYOUTS, layout, layout_for, read_layout
from workbench.resources import read_json


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


def test_a_child_review_gets_the_child_report_and_any_other_the_adult_one() -> None:
    assert layout_for("cspr").name == "child"
    assert layout_for("lcspr").name == "child"
    assert layout_for("sar").name == "sar"
    assert layout_for("something new").name == "sar"


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
