"""Rulings are remembered by meaning, undone like anything, and told when they contradict."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.opening import create_review
from workbench.actions.people import add_person
from workbench.actions.rulings import give_reason, revoke, rule
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import disclose
from workbench.disclosure.register import register_of
from workbench.disclosure.ruled import ruled
from workbench.model.blocks import Document
from workbench.model.ids import RulingId
from workbench.model.rulings import Ruling, Verdict
from workbench.review import Review
from workbench.store.keys import LEAST


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    made = create_review(
        tmp_path / "a.review", PASSPHRASE, type="sar", title="T", author="Ash Rowan", cost=LEAST
    )
    yield made
    made.close()


def held_back(review: Review, text: str) -> int:
    document = Document(title=(text,))
    shown = disclose(document, register_of(review), audience("panel"), review.all(Ruling))
    return len(shown.unresolved)


def test_a_ruling_is_found_again_by_meaning_and_not_by_its_letters(review: Review) -> None:
    rule(review, words="Dr Wolverley", verdict=Verdict.ORDINARY)
    rule(review, words="WOLVERLEY’S", verdict=Verdict.KEEP, reason="the chair")
    (one,) = review.all(Ruling)
    assert (one.verdict, one.reason) == (Verdict.KEEP, "the chair")


def test_a_sentence_laid_out_anew_is_the_same_sentence(review: Review) -> None:
    add_person(review, name="Rose Ashe", pseudonym="Adult C")
    rule(review, words="Rose", verdict=Verdict.ORDINARY, context="Rose, it is called.")
    rule(review, words="rose", verdict=Verdict.KEEP, context="Rose  it\nis called")
    assert review.count(Ruling) == 1


def test_a_ruling_holds_in_a_later_draft_until_it_is_revoked_and_again_after_undo(
    review: Review,
) -> None:
    text = "We thank Thaddeus Wolverley."
    one, _ = rule(review, words="Thaddeus Wolverley", verdict=Verdict.KEEP)
    assert held_back(review, f"Before it, another paragraph. {text}") == 0
    revoke(review, one.id)
    assert held_back(review, text) == 1
    review.undo()
    assert held_back(review, text) == 0


def test_who_when_and_why_stand_beside_each_ruling(review: Review) -> None:
    one, _ = rule(review, words="Zopiclone", verdict=Verdict.ORDINARY)
    give_reason(review, one.id, "A medicine")
    (told,) = ruled(review)
    assert (told.author, told.says, told.ruling.reason) == (
        "Ash Rowan", "Ordinary words", "A medicine",
    )  # fmt: skip
    assert told.at is not None
    assert told.against == ""


def test_contradictory_rulings_are_answered_in_words(review: Review) -> None:
    person, _ = add_person(review, name="Rowan Ashe", pseudonym="Adult C")
    made = [
        Ruling(id=RulingId("1" * 32), words="Rowan", verdict=Verdict.KEEP),
        Ruling(id=RulingId("2" * 32), words="Kit", verdict=Verdict.ORDINARY),
        Ruling(id=RulingId("3" * 32), words="kit", verdict=Verdict.KEEP),
        Ruling(id=RulingId("4" * 32), words="Lin", verdict=Verdict.REGISTERED, entity="gone"),
        Ruling(
            id=RulingId("5" * 32), words="Tor", verdict=Verdict.GENERALISE, replacement="Ashe’s den"
        ),
        Ruling(id=RulingId("6" * 32), words="Ro", verdict=Verdict.REGISTERED, entity=person.id),
        Ruling(id=RulingId("7" * 32), words="Rowan", verdict=Verdict.KEEP, context="Rowan trees."),
    ]
    review.change("rule", put=made)
    against = {one.ruling.words + one.ruling.context: one.against for one in ruled(review)}
    assert "registered name now" in against["Rowan"]
    assert "made later" in against["Kit"] or "made later" in against["kit"]
    assert "not registered any more" in against["Lin"]
    assert "real name" in against["Tor"]
    assert against["Ro"] == against["RowanRowan trees."] == ""
    assert sum(bool(one) for one in against.values()) == 4
