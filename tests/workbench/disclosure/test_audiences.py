"""Audiences: read from data, checked, and the one that may read least comes first."""

from __future__ import annotations

import json
from typing import Any

import pytest

from workbench.disclosure import audiences
from workbench.disclosure.audiences import audience, audience_names
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
        ({"date": "everything"}, '"date" must be one of exact, month'),
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
