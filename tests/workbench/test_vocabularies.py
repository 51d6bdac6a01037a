"""The vocabularies: every code that the model speaks of has a label, and only one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest

from workbench.model.agencies import Agency, Contribution
from workbench.model.chronology import Entry
from workbench.model.factors import Awareness, Factor
from workbench.model.facts import Fact
from workbench.model.findings import Finding
from workbench.model.meetings import Meeting, MeetingAction
from workbench.model.people import Person, Relationship
from workbench.model.recommendations import Recommendation
from workbench.model.reviews import ReviewDetails
from workbench.resources import read_json, resource, vocabulary

USED: tuple[tuple[type[Fact], str, str], ...] = (
    (ReviewDetails, "type", "review-types"),
    (ReviewDetails, "status", "review-statuses"),
    (ReviewDetails, "mandate", "mandates"),
    (ReviewDetails, "layout", "report-layouts"),
    (Person, "role", "person-roles"),
    (Person, "sex", "sexes"),
    (Relationship, "relation", "relations"),
    (Relationship, "certainty", "certainties"),
    (Agency, "type", "agency-types"),
    (Contribution, "type", "contribution-types"),
    (Contribution, "status", "contribution-statuses"),
    (Entry, "mark", "entry-marks"),
    (Factor, "domain", "factor-domains"),
    (Factor, "certainty", "certainties"),
    (Awareness, "certainty", "certainties"),
    (Finding, "domain", "finding-domains"),
    (Finding, "status", "finding-statuses"),
    (Recommendation, "scope", "recommendation-scopes"),
    (Recommendation, "status", "recommendation-statuses"),
    (Meeting, "type", "meeting-types"),
    (MeetingAction, "status", "action-statuses"),
)
NAMES = sorted(each.name.removesuffix(".json") for each in resource("vocabularies").iterdir())
SAMPLES = ("adult", "child")
ROWS = {
    ReviewDetails: ("review",),
    Person: ("people",),
    Relationship: ("relationships",),
    Agency: ("agencies",),
    Contribution: ("contributions",),
    Entry: ("entries",),
    Factor: ("factors",),
    Awareness: ("factors", "aware"),
    Finding: ("findings",),
    Recommendation: ("recommendations",),
    Meeting: ("meetings",),
    MeetingAction: ("meetings", "actions"),
}


def codes(name: str) -> set[str]:
    return {term.code for term in vocabulary(name)}


def test_every_vocabulary_is_used_and_every_use_has_one() -> None:
    assert {name for _, _, name in USED} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_no_code_and_no_label_stands_twice(name: str) -> None:
    terms = vocabulary(name)
    assert len(terms) >= 3
    assert len({term.code for term in terms}) == len(terms)
    assert len({term.label for term in terms}) == len(terms)
    assert all(term.label.strip() == term.label != "" for term in terms)


@pytest.mark.parametrize(("kind", "field", "name"), USED)
def test_what_a_new_fact_is_given_is_a_code_or_nothing(
    kind: type[Fact], field: str, name: str
) -> None:
    given = next(each.default for each in fields(kind) if each.name == field)
    if isinstance(given, str):
        assert given in {"", *codes(name)}
    else:
        assert kind in (ReviewDetails, Relationship)  # these two have to be told


def _rows(sample: str, kind: type[Fact]) -> Iterator[dict[str, object]]:
    found = [read_json("samples", f"{sample}.json")]
    for step in ROWS[kind]:
        found = [
            row
            for each in found
            for row in (each[step] if isinstance(each[step], list) else [each[step]])
        ]
    yield from found


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize(("kind", "field", "name"), USED)
def test_the_samples_use_no_code_that_is_not_in_its_vocabulary(
    sample: str, kind: type[Fact], field: str, name: str
) -> None:
    rows = list(_rows(sample, kind))
    assert rows
    assert {row.get(field) or "" for row in rows} <= {"", *codes(name)}


def test_adult_reviews_are_mandatory_or_discretionary_and_never_non_statutory() -> None:
    labels = [term.label for term in vocabulary("mandates") if term.code.startswith("sar")]
    assert any("Mandatory" in label for label in labels)
    assert any("Discretionary" in label and "44(4)" in label for label in labels)
    assert not any("statutory" in label.lower() for label in labels)


def test_findings_have_the_five_domains() -> None:
    assert codes("finding-domains") == {
        "direct-practice",
        "interagency",
        "organisational",
        "governance",
        "national",
    }
