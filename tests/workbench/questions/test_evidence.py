"""How much a finding rests on, in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.agencies import add_agency, add_contribution
from workbench.actions.chronology import add_entry
from workbench.actions.findings import add_finding, link_evidence
from workbench.actions.opening import create_review
from workbench.questions.evidence import Weight, weight_of
from workbench.store.keys import LEAST


@pytest.mark.parametrize(
    ("weight", "sentence"),
    [
        (Weight(0, 0, 0), "No evidence yet."),
        (Weight(1, 1, 0), "1 piece of evidence from 1 agency. None contradicts."),
        (Weight(5, 3, 0), "5 pieces of evidence from 3 agencies. None contradicts."),
        (Weight(5, 3, 1), "5 pieces of evidence from 3 agencies. 1 contradicts."),
        (Weight(2, 0, 2), "2 pieces of evidence. 2 contradict."),
    ],
)
def test_the_sentence_counts_in_plain_words(weight: Weight, sentence: str) -> None:
    assert weight.sentence == sentence


def test_evidence_is_counted_by_agency_whether_entry_or_contribution(tmp_path: Path) -> None:
    review = create_review(
        tmp_path / "a.review",
        PASSPHRASE,
        type="sar",
        title="T",
        author="A",
        cost=LEAST,
    )
    surgery, _ = add_agency(review, name="Bridge Surgery")
    police, _ = add_agency(review, name="Police")
    finding, _ = add_finding(review, title="letters were not read")
    first, _ = add_entry(review, text="letter sent", agency=surgery.id)
    second, _ = add_entry(review, text="letter returned", agency=surgery.id)
    paper, _ = add_contribution(review, agency=police.id)
    link_evidence(review, finding=finding.id, entry=first.id)
    link_evidence(review, finding=finding.id, entry=second.id, supports=False)
    link_evidence(review, finding=finding.id, contribution=paper.id)

    assert weight_of(review, finding.id) == Weight(pieces=3, agencies=2, contradicting=1)
    review.close()
