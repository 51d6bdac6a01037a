"""The samples are whole: every reference points at something, and every kind of time is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.actions.opening import create_review
from workbench.actions.sample import SAMPLES, make_sample, sample_details
from workbench.errors import BadInput
from workbench.model.agencies import Agency
from workbench.model.factors import Factor, Side
from workbench.model.findings import Evidence, Finding
from workbench.model.kinds import KINDS
from workbench.model.people import Person
from workbench.model.when import Precision
from workbench.resources import vocabulary
from workbench.review import Review
from workbench.store.keys import LEAST


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Review]:
    details = sample_details(request.param)
    review = create_review(
        tmp_path / "s.review",
        "four words",
        type=details["type"],
        title=details["title"],
        author="A",
        cost=LEAST,
    )
    make_sample(review, request.param)
    yield review
    review.close()


def test_one_undo_takes_the_whole_sample_back(sample: Review) -> None:
    assert sample.undo_label == "load the sample review"
    sample.undo()
    assert {kind.kind: sample.count(kind) for kind in KINDS if sample.count(kind)} == {"review": 1}


def test_every_finding_says_why_and_rests_on_evidence(sample: Review) -> None:
    for finding in sample.all(Finding):
        assert finding.why
        assert sample.where(Evidence, finding=finding.id)


def test_every_code_is_of_its_vocabulary(sample: Review) -> None:
    assert {one.role for one in sample.all(Person)} <= {
        term.code for term in vocabulary("person-roles")
    }
    assert {one.type for one in sample.all(Agency)} <= {
        term.code for term in vocabulary("agency-types")
    }
    assert {one.mark for one in sample.entries()} <= {
        "",
        *(term.code for term in vocabulary("entry-marks")),
    }
    assert {one.domain for one in sample.all(Factor)} <= {
        term.code for term in vocabulary("factor-domains")
    }


def test_whoever_is_not_named_on_purpose_has_a_pseudonym(sample: Review) -> None:
    assert [one.name for one in sample.all(Person) if not one.keep_name and not one.pseudonym] == []


def test_both_sides_of_the_board_are_there(sample: Review) -> None:
    assert len(sample.where(Factor, side=Side.RISK)) >= 4
    assert len(sample.where(Factor, side=Side.PROTECTIVE)) >= 4


def test_the_adult_review_has_every_kind_of_time_and_a_day_of_five_minutes(tmp_path: Path) -> None:
    review = create_review(
        tmp_path / "s.review", "four words", type="sar", title="T", author="A", cost=LEAST
    )
    make_sample(review, "adult")
    entries = review.entries()
    assert {entry.when.precision for entry in entries} >= {
        Precision.MINUTE, Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.SEASON,
        Precision.YEAR, Precision.BETWEEN, Precision.BEFORE, Precision.AFTER, Precision.UNDATED,
    }  # fmt: skip
    day = [
        entry
        for entry in entries
        if str(entry.when.start) == "2023-11-09" and entry.when.start_time
    ]
    assert [f"{entry.when.start_time:%H:%M}" for entry in day] == [
        "09:20",
        "10:45",
        "12:10",
        "13:25",
        "14:02",
    ]
    assert sum(1 for entry in entries if entry.conflicts_with) >= 2
    review.close()


def test_a_sample_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no sample named"):
        sample_details("thematic")
