"""Completing the register: the papers are mined, spellings come together, and there is an end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import PASSPHRASE
from workbench.actions.agencies import add_agency
from workbench.actions.chronology import add_entry
from workbench.actions.completing import (
    accept_form,
    note_complete,
    refuse_form,
    register_agency,
    register_alias,
    register_person,
    register_place,
    rule_out,
)
from workbench.actions.meetings import add_meeting
from workbench.actions.opening import create_review
from workbench.actions.people import add_person
from workbench.actions.set_up import write_passage
from workbench.disclosure.completing import Candidate, Completion, completion
from workbench.disclosure.mining import Mine
from workbench.disclosure.mining_groups import groups_of
from workbench.disclosure.mining_texts import Paper
from workbench.model.agencies import Agency
from workbench.model.people import Person, Place
from workbench.model.rulings import Ruling, Verdict
from workbench.review import Review
from workbench.store.keys import LEAST


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    made = create_review(
        tmp_path / "a.review", PASSPHRASE, type="sar", title="A review", author="Ash", cost=LEAST
    )
    yield made
    made.close()


def entries(review: Review, *texts: str) -> None:
    agency, _ = add_agency(review, name="Adult social care", named=True)
    for text in texts:
        add_entry(review, text=text, agency=agency.id)


def found(review: Review) -> Completion:
    return completion(review, Mine())


def words(review: Review) -> list[str]:
    return [one.words for one in found(review).candidates]


def only(review: Review) -> Candidate:
    (one,) = found(review).candidates
    return one


# What is found


def test_spellings_of_one_name_come_together_under_the_fullest(review: Review) -> None:
    entries(
        review,
        "Dr Jonathan Oduya saw him at home.",
        "J. Oduya rang the ward. Mrs Oduya was out.",
        "Told by oduya that the door was open.",
        "Seen by Odyua again in clinic.",
    )
    one = only(review)
    assert one.words == "Dr Jonathan Oduya"
    assert {spelling for spelling, _ in one.spellings} >= {
        "Dr Jonathan Oduya", "J. Oduya", "Mrs Oduya", "oduya", "Odyua",
    }  # fmt: skip
    assert one.count == 5
    assert ("the chronology", "Dr Jonathan Oduya saw him at home.") in one.samples


def test_two_people_of_one_family_are_two_names(review: Review) -> None:
    entries(review, "Jonathan Oduya came with Perpetua Oduya.", "Oduya left.")
    assert {"Jonathan Oduya", "Perpetua Oduya", "Oduya"} == set(words(review))


def test_every_paper_is_read_and_not_the_chronology_alone(review: Review) -> None:
    write_passage(review, "conclusions", "We thank Thaddeus Wolverley.")
    add_meeting(review, title="First panel", minutes="Eustacia Brock gave apologies.")
    assert set(words(review)) == {"Thaddeus Wolverley", "Eustacia Brock"}


def test_a_common_name_in_small_letters_is_found(review: Review) -> None:
    entries(review, "she said karen had gone out again")
    one = only(review)
    assert (one.words, one.small) == ("karen", True)


def test_places_and_agencies_are_guessed_and_come_last(review: Review) -> None:
    entries(review, "Moved to Farthingloe Road.", "Thaddeus Wolverley of Pellerin Housing came.")
    told = {one.words: one.guess for one in found(review).candidates}
    assert told["Farthingloe Road"] == "place"
    assert told["Pellerin Housing"] == "agency"
    assert next(iter(told)) == "Thaddeus Wolverley"


def test_who_a_name_may_mean_is_suggested_and_it_comes_first(review: Review) -> None:
    person, _ = add_person(review, name="Perpetua Oduya", pseudonym="Adult C")
    entries(review, "Thaddeus Wolverley called.", "Perpetua Brackenbury called.")
    first = found(review).candidates[0]
    assert first.words == "Perpetua Brackenbury"
    assert first.suggestions == (person.id,)


# What is ruled


def test_each_answer_settles_the_name_and_undo_opens_it_again(review: Review) -> None:
    person, _ = add_person(review, name="Perpetua Oduya", pseudonym="Adult C")
    entries(review, "Dr Thaddeus Wolverley called. Wolverley left.")
    answers = (
        register_person,
        register_place,
        register_agency,
        lambda review, one: register_alias(review, one, person.id),
        lambda review, one: rule_out(review, one, Verdict.ORDINARY, "a trade mark"),
        lambda review, one: rule_out(review, one, Verdict.KEEP),
    )
    for answer in answers:
        answer(review, only(review))
        done = found(review)
        assert done.complete
        assert done.looked_at == done.names == 1
        review.undo()
        assert words(review) == ["Dr Thaddeus Wolverley"]


def test_a_person_is_registered_with_the_spellings_that_its_name_does_not_cover(
    review: Review,
) -> None:
    entries(review, "Dr Jonathan Oduya came.", "J. Oduya rang.", "Seen by Odyua again in clinic.")
    person, _ = register_person(review, only(review))
    assert person.name == "Dr Jonathan Oduya"
    assert person.aliases == ("Odyua",)
    assert review.count(Place) == 0
    assert review.count(Agency) == 1


def test_the_end_is_kept_and_a_later_paper_says_how_many_are_new(review: Review) -> None:
    entries(review, "Thaddeus Wolverley called.")
    assert note_complete(review, found(review)) is None
    rule_out(review, only(review), Verdict.KEEP)
    assert note_complete(review, found(review)) is not None
    done = found(review)
    assert done.complete
    assert done.last is not None
    assert done.last.names == 1
    assert note_complete(review, done) is None, "it is kept once"

    write_passage(review, "conclusions", "We thank Eustacia Brock.")
    later = found(review)
    assert [one.words for one in later.candidates] == ["Eustacia Brock"]
    assert later.last == done.last
    assert (later.looked_at, later.names) == (1, 2)


def test_a_ruling_for_one_sentence_does_not_settle_a_name(review: Review) -> None:
    from workbench.actions.rulings import rule

    entries(review, "Thaddeus Wolverley called.")
    rule(
        review,
        words="Thaddeus Wolverley",
        verdict=Verdict.ORDINARY,
        context="Thaddeus Wolverley called.",
    )
    assert words(review) == ["Thaddeus Wolverley"]


# Proposed forms


def test_forms_of_a_registered_name_are_proposed_with_the_reason(review: Review) -> None:
    add_person(review, name="Michael Wolverley", pseudonym="Adult C")
    entries(
        review,
        "Mikey was at home.",
        "Michael Wolverley (formerly Tannahill) agreed.",
        "His address is m.wolverley@post.example and he posts as @wolverley77.",
        "M.W. was seen.",
    )
    told = {one.words: one.why for one in found(review).proposals}
    assert told["Mikey"] == "a short form"
    assert told["Tannahill"] == "a former name"
    assert told["m.wolverley@post.example"] == "an e-mail address"
    assert told["@wolverley77"] == "a user name"


def test_an_accepted_form_is_registered_and_a_refused_one_not_proposed_again(
    review: Review,
) -> None:
    add_person(review, name="Michael Wolverley", pseudonym="Adult C")
    entries(review, "Mikey was at home.", "Write to m.wolverley@post.example there.")
    forms = {one.words: one for one in found(review).proposals}
    accept_form(review, forms["m.wolverley@post.example"])
    ruling, _ = refuse_form(review, forms["Mikey"])
    assert review.all(Person)[0].identifiers == ("m.wolverley@post.example",)
    left = found(review)
    assert left.proposals == ()
    assert [one.words for one in left.candidates] == ["Mikey"], "refusing lets nothing pass"

    review.undo()
    assert review.find(Ruling, ruling.id) is None
    assert [one.words for one in found(review).proposals] == ["Mikey"]


# Bad input, and how it grows


@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_text_whatever_is_mined_into_groups_without_losing_a_name(texts: list[str]) -> None:
    haul = Mine().dig([Paper("a paper", text) for text in texts])
    held = [one.surface for group in groups_of(haul) for one in group.members]
    assert sorted(held) == sorted(haul.names)


def test_a_paper_is_read_once_and_forgotten_when_it_goes() -> None:
    mine = Mine()
    papers = [Paper("a paper", f"Thaddeus Wolverley {number} called.") for number in range(3)]
    heard: list[tuple[int, int]] = []
    mine.dig(papers, lambda done, of: heard.append((done, of)))
    assert heard[-1] == (3, 3)
    known = dict(mine._known)
    mine.dig(papers[:2])
    assert all(known[mark] is read for mark, read in mine._known.items())
    assert len(mine._known) == 2


@pytest.mark.parametrize("text", ["Aa" * 300_000, "Ab " * 100_000, "@" * 100_000, "Иван " * 20_000])
def test_a_text_of_any_shape_is_mined_and_shown_at_a_glance(text: str) -> None:
    haul = Mine().dig([Paper("a paper", text)])
    groups = groups_of(haul)
    assert all(len(sample) < 600 for one in haul.names.values() for _, sample in one.samples)
    assert sum(len(group.members) for group in groups) == len(haul.names)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mr oduya said she was ill", ["oduya"]),
        ("told by brackenbury that he left", ["brackenbury"]),
        ("wolverley rang to say he was late; wolverley's key was lost", ["wolverley"]),
        ("dr said no, pt c/o abdo pain, hx copd; paracetamol given by the nurse", []),
        ("gp rang the chemist; zopiclone continued with omeprazole", []),
    ],
)
def test_a_rare_name_in_small_letters_is_found_where_it_stands_as_one(
    text: str, found: list[str]
) -> None:
    assert list(Mine().dig([Paper("a paper", text)]).names) == found


def test_once_it_stands_as_a_name_it_is_counted_wherever_it_stands() -> None:
    papers = [Paper("a paper", "mr oduya came"), Paper("a paper", "left the bag at oduya, locked")]
    assert Mine().dig(papers).names["oduya"].count == 2
