"""The sample reviews: whole, honest about dates, and taken back in one step."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.opening import create_review
from workbench.actions.sample import SAMPLES, make_sample, sample_details
from workbench.disclosure.audiences import audience
from workbench.disclosure.detectors.numbers import checks_out
from workbench.errors import BadInput
from workbench.model.agencies import Agency, Contribution
from workbench.model.chronology import Entry
from workbench.model.factors import Awareness, Factor, Side
from workbench.model.findings import Evidence, Finding
from workbench.model.kinds import KINDS
from workbench.model.meetings import Decision, Meeting, MeetingAction
from workbench.model.people import Person, Place, Relationship
from workbench.model.recommendations import Recommendation
from workbench.model.reviews import Passage, ReviewDetails
from workbench.model.rulings import Ruling, Verdict
from workbench.model.when import Precision
from workbench.report.release import disclosed_output
from workbench.resources import read_json
from workbench.review import Review
from workbench.store.keys import LEAST


def empty(folder: Path, name: str) -> Review:
    details = sample_details(name)
    return create_review(
        folder / f"{name}.review",
        PASSPHRASE,
        type=details["type"],
        title=details["title"],
        author="Ash Rowan",
        cost=LEAST,
    )


@pytest.fixture
def blank(tmp_path: Path) -> Iterator[Review]:
    review = empty(tmp_path, "adult")
    yield review
    review.close()


@pytest.fixture
def adult(blank: Review) -> Review:
    make_sample(blank, "adult")
    return blank


@pytest.fixture
def child(tmp_path: Path) -> Iterator[Review]:
    review = empty(tmp_path, "child")
    make_sample(review, "child")
    yield review
    review.close()


def test_the_whole_sample_is_one_step_that_undo_takes_back(blank: Review) -> None:
    before = {kind: blank.all(kind) for kind in KINDS}
    change = make_sample(blank, "adult")
    assert change.label == blank.undo_label == "load the sample review"
    loaded = {kind: blank.all(kind) for kind in KINDS}
    blank.undo()
    assert {kind: blank.all(kind) for kind in KINDS} == before
    blank.redo()
    assert {kind: blank.all(kind) for kind in KINDS} == loaded


def test_the_adult_review_has_a_carer_and_at_least_six_agencies(adult: Review) -> None:
    carers = {link.person for link in adult.all(Relationship) if link.relation == "carer"}
    assert len(carers) == 2  # two agencies say otherwise
    assert adult.count(Agency) >= 6
    assert {each.status for each in adult.all(Contribution)} >= {"accepted", "nil-return"}


def test_its_entries_are_written_with_every_kind_of_time(adult: Review) -> None:
    entries = adult.all(Entry)
    assert len(entries) >= 70
    kinds = {each.when.precision for each in entries}
    assert kinds == set(Precision)
    assert any(each.when.approximate for each in entries)
    assert all(each.when.text for each in entries)


def test_one_day_is_known_to_the_minute_in_five_entries_over_about_five_hours(
    adult: Review,
) -> None:
    timed = [
        each.when
        for each in adult.entries()
        if each.when.precision is Precision.MINUTE
        and each.when.start is not None
        and each.when.start.isoformat() == "2023-11-09"
    ]
    clocks = [when.start_time.isoformat("minutes") for when in timed if when.start_time]
    assert clocks == ["09:20", "10:45", "12:10", "13:25", "14:02"]
    written = " ".join(when.text for when in timed)
    assert re.search(r"9\.20am.*10\.45 am.*1210hrs.*13:25.*14:02", written)


def test_two_agencies_contradict_each_other_and_the_reviewer_says_so(adult: Review) -> None:
    disputed = [each for each in adult.all(Entry) if each.conflicts_with]
    by_id = {each.id: each for each in disputed}
    assert len(disputed) >= 4
    for entry in disputed:
        others = [by_id[other] for other in entry.conflicts_with]
        assert all(entry.id in other.conflicts_with for other in others)
        assert all(other.agency != entry.agency for other in others)
        assert entry.comment or any(other.comment for other in others)


@pytest.mark.parametrize(("name", "least"), [("adult", 6), ("child", 4)])
def test_the_board_has_both_columns_and_says_who_knew(
    request: pytest.FixtureRequest, name: str, least: int
) -> None:
    review: Review = request.getfixturevalue(name)
    for side in Side:
        assert len(review.where(Factor, side=side)) >= least
    known = {each.factor for each in review.all(Awareness) if each.agency and each.when.dated}
    assert known == {factor.id for factor in review.all(Factor)}


def test_the_child_review_is_as_small_as_a_board(child: Review) -> None:
    counts = {kind: child.count(kind) for kind in (Factor, Entry, Finding, Recommendation, Meeting)}
    assert counts == {Factor: 8, Entry: 14, Finding: 3, Recommendation: 3, Meeting: 1}


@pytest.mark.parametrize("name", SAMPLES)
def test_each_finding_says_why_and_rests_on_evidence(
    request: pytest.FixtureRequest, name: str
) -> None:
    review: Review = request.getfixturevalue(name)
    rested = {link.finding for link in review.all(Evidence)}
    for finding in review.all(Finding):
        assert finding.statement
        assert finding.why
        assert finding.impact
        assert finding.id in rested


def test_the_findings_reach_all_five_domains_with_good_practice_and_a_contradiction(
    adult: Review,
) -> None:
    findings = adult.all(Finding)
    assert len(findings) >= 7
    assert len({each.domain for each in findings}) == 5
    assert any(each.good_practice for each in findings)
    assert any(not link.supports for link in adult.all(Evidence))


@pytest.mark.parametrize("name", SAMPLES)
def test_each_recommendation_has_an_owner_a_date_a_measure_and_a_finding(
    request: pytest.FixtureRequest, name: str
) -> None:
    review: Review = request.getfixturevalue(name)
    for one in review.all(Recommendation):
        assert one.owner or one.owner_name
        assert one.due
        assert one.measure
        assert one.findings


def test_the_panel_met_twice_and_one_decision_was_not_unanimous(adult: Review) -> None:
    assert adult.count(Meeting) == 2
    assert all(meeting.agenda for meeting in adult.all(Meeting))
    assert sum(1 for each in adult.all(Decision) if each.dissent) == 1
    assert adult.count(MeetingAction) >= 4


@pytest.mark.parametrize("name", SAMPLES)
def test_every_number_in_a_sample_belongs_to_nobody(
    request: pytest.FixtureRequest, name: str
) -> None:
    review: Review = request.getfixturevalue(name)
    numbers = [each for person in review.all(Person) for each in person.identifiers]
    assert numbers
    for number in numbers:
        digits = re.sub(r"\D", "", number)
        if len(digits) == 10:
            assert digits.startswith("999")  # the range that the NHS keeps for tests
            assert checks_out(digits)
        elif len(digits) == 11:
            assert digits.startswith("07700900")  # kept for drama
        else:
            assert number.startswith("HM") or number.endswith(".example")


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("whose", ["panel", "published"])
def test_nothing_in_a_sample_is_left_for_the_author_to_decide(
    request: pytest.FixtureRequest, name: str, whose: str
) -> None:
    review: Review = request.getfixturevalue(name)
    disclosed = disclosed_output(review, "overview", audience(whose))
    assert [one.words for one in disclosed.unresolved] == []
    assert sum(number for _, number in disclosed.replaced) > 50


@pytest.mark.parametrize("name", SAMPLES)
def test_whoever_is_not_named_on_purpose_has_a_pseudonym(
    request: pytest.FixtureRequest, name: str
) -> None:
    review: Review = request.getfixturevalue(name)
    without = [one.name for one in review.all(Person) if not one.keep_name and not one.pseudonym]
    assert without == []


@pytest.mark.parametrize("name", SAMPLES)
def test_no_real_name_was_ruled_to_be_an_ordinary_word(
    request: pytest.FixtureRequest, name: str
) -> None:
    review: Review = request.getfixturevalue(name)
    real = {
        word
        for each in (*review.all(Person), *review.all(Place))
        for form in (each.name, *each.aliases)
        for word in form.lower().split()
    }
    let_stand = [
        ruling
        for ruling in review.all(Ruling)
        if ruling.verdict in (Verdict.ORDINARY, Verdict.KEEP)
    ]
    assert let_stand
    for ruling in let_stand:
        assert ruling.reason
        assert not real & set(ruling.words.lower().split())


def test_the_raw_record_is_full_of_what_the_gate_must_catch(adult: Review) -> None:
    told = "\n".join(
        [*(each.text for each in adult.all(Entry)), *(each.text for each in adult.all(Passage))]
    )
    for slip in ("Gareth’s", "Gaz", "gareth", "G.I.P.", "Lowrie", "07700 900142", "14/03/1966",
                 "999 123 4551", "14 Cinder Ln", "HM4 7QT", "lowri.reid@cinder.example"):  # fmt: skip
        assert slip in told
    assert "Gareth" in adult.details.title


@pytest.mark.parametrize("name", SAMPLES)
def test_the_reviewer_blames_nobody(name: str) -> None:
    sample = read_json("samples", f"{name}.json")
    own = [*sample["passages"].values()]
    own += [
        finding[part]
        for finding in sample["findings"]
        for part in ("title", "statement", "why", "impact")
    ]
    text = "\n".join(own).lower()
    for word in ("should have known", "clearly", "obviously", "failed to", "failure to", "committed suicide",
                 "refused to engage", "did not attend", "negligent", "careless"):  # fmt: skip
        assert word not in text


def test_a_sample_that_is_not_there_is_named_with_those_that_are(blank: Review) -> None:
    with pytest.raises(BadInput, match="adult, child"):
        make_sample(blank, "elder")
    with pytest.raises(BadInput, match="no sample named"):
        sample_details("thematic")


def _spoiled(spoil: str) -> Any:
    sample = copy.deepcopy(read_json("samples", "adult.json"))
    match spoil:
        case "date":
            sample["entries"][3]["when"] = "31 February 2023"
        case "person":
            sample["entries"][3]["people"] = ["nobody"]
        case "field":
            sample["findings"][0]["becuase"] = "a slip of the pen"
        case "ruling":
            sample["rulings"][0]["entity"] = "nobody"
        case "missing":
            del sample["recommendations"][0]["text"]
    return sample


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ("date", "date"),
        ("person", "nobody"),
        ("field", "becuase"),
        ("ruling", "nobody"),
        ("missing", "text"),
    ],
)
def test_a_sample_with_a_mistake_is_refused_in_words_and_nothing_is_loaded(
    blank: Review, monkeypatch: pytest.MonkeyPatch, spoil: str, said: str
) -> None:
    monkeypatch.setattr("workbench.actions.sample.read_json", lambda *_: _spoiled(spoil))
    with pytest.raises(BadInput, match=said):
        make_sample(blank, "adult")
    assert blank.count(Entry) == 0
    assert blank.all(ReviewDetails)[0].board == ""
