"""Audiences: read from data, checked, and the one that may read least comes first."""

from __future__ import annotations

import json
from typing import Any

import pytest

from workbench.disclosure import audiences
from workbench.disclosure.audiences import (
    audience,
    audience_faults,
    audience_names,
    own_folder,
)
from workbench.errors import BadInput


def test_every_audience_is_read_and_the_public_comes_first() -> None:
    assert audience_names() == ("published", "board", "family", "panel", "agency")
    assert all(audience(name).label for name in audience_names())


def test_only_those_at_work_on_the_review_read_exact_dates_and_nobody_a_number() -> None:
    exact = {name for name in audience_names() if audience(name).date == "exact"}
    assert exact == {"panel", "agency"}
    assert {audience(name).identifier for name in audience_names()} == {"remove"}
    assert {audience(name).birth_date for name in audience_names()} == {"year"}


def test_an_audience_that_is_not_known_is_refused_in_words() -> None:
    with pytest.raises(BadInput, match="Choose one of these: published, board"):
        audience("everyone")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"date": "everything"}, '"date" must be one of exact, relative'),
        ({"colour": "red"}, "must have exactly these entries"),
        ({"name": "other"}, "the name of the file"),
        ({"order": "first"}, "order must be a number"),
    ],
)
def test_a_data_file_with_a_mistake_is_named_with_the_mistake(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], says: str
) -> None:
    row = json.loads(audiences.resource("audiences", "panel.json").read_text(encoding="utf-8"))
    monkeypatch.setattr(audiences, "read_json", lambda *_: row | change)
    with pytest.raises(BadInput, match=says) as refusal:
        audiences._read("panel.json")
    assert "audiences/panel.json" in str(refusal.value)


def own(name: str, content: str) -> None:
    own_folder().mkdir(parents=True, exist_ok=True)
    (own_folder() / f"{name}.json").write_text(content, encoding="utf-8")


def test_an_authors_own_audience_may_read_only_what_its_file_says() -> None:
    own("coroner", '{"label": "The coroner", "date": "exact", "order": 9}')
    assert audience_names()[-1] == "coroner"
    coroner = audience("coroner")
    assert (coroner.label, coroner.date) == ("The coroner", "exact")
    assert (coroner.person, coroner.place, coroner.clock, coroner.age) == (
        "remove",
        "remove",
        "remove",
        "band",
    )
    own("coroner", '{"label": "The coroner", "date": "month", "order": 10}')
    assert audience("coroner").date == "month"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("coroner", "{", "Your own audience file coroner.json is not JSON: look at line 1"),
        ("coroner", "[]", "must be one JSON object"),
        ("coroner", '{"label": "", "date": "exact"}', '"label" must be text'),
        ("coroner", '{"label": "C", "date": "never"}', '"date" must be one of exact, relative'),
        ("coroner", '{"label": "C", "colour": "red"}', "must have exactly these entries"),
        ("coroner", '{"label": "C", "name": "clerk"}', "name the name of the file"),
        ("panel", '{"label": "C"}', "the name of an audience that comes with the workbench"),
    ],
)
def test_a_mistake_in_an_own_audience_is_said_and_the_others_stay_usable(
    name: str, content: str, says: str
) -> None:
    own(name, content)
    assert [fault for fault in audience_faults() if says in fault], audience_faults()
    assert audience_names() == ("published", "board", "family", "panel", "agency")
    if name != "panel":
        with pytest.raises(BadInput, match=says):
            audience(name)


def test_an_audience_file_that_is_no_text_is_said_so() -> None:
    own("coroner", "{}")
    (own_folder() / "coroner.json").write_bytes(b"\xff\xfe\x00")
    assert "cannot be read" in audience_faults()[0]
