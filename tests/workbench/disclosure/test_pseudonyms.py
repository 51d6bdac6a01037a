"""A pseudonym that gives somebody away is refused, wherever the real name hides in it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions.editing import amend
from workbench.actions.opening import create_review
from workbench.actions.people import add_person
from workbench.disclosure.elsewhere import (
    forget_pseudonyms,
    note_pseudonyms,
    used_elsewhere,
)
from workbench.disclosure.forgetting import forget
from workbench.disclosure.pseudonyms import (
    Fault,
    objection,
    problems,
    real_names_of,
    shared_by,
)
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.disclosure.soundness import soundness, standing_of
from workbench.review import Review
from workbench.store.keys import LEAST


def person(key: str, name: str, shown: str = "", *aliases: str, keep: bool = False) -> Entity:
    return Entity(
        id=key, kind=EntityKind.PERSON, name=name, aliases=aliases, shown_as=shown, keep=keep
    )


KNOWN = Register(
    (
        person("a", "Ngozi Blessing Okafor", "Adult A", "Goz"),
        person("b", "Rose Green", "Adult B"),
        person("c", "Ottoline Marchbank", "", keep=True),
        Entity(id="d", kind=EntityKind.PLACE, name="Wexcombe", shown_as="a coastal town"),
    )
)


@pytest.mark.parametrize(
    "typed",
    ["Ngozi", "okafor", "Blessing", "Goz", "Mrs Okafor", "OKAFOR B", "Okafors", "Okafer",
     "AdultOkafor", "Rose", "Adult Green", "the Wexcombe nurse", "Ok\u200bafor"],
)  # fmt: skip
def test_a_pseudonym_that_is_or_holds_any_real_form_is_refused(typed: str) -> None:
    assert "real name" in objection(KNOWN, "b", typed)


@pytest.mark.parametrize(
    "typed", ["Adult Z", "the friend who rose early", "Ottoline", "", "Child K"]
)
def test_a_pseudonym_that_gives_nobody_away_is_taken(typed: str) -> None:
    assert objection(KNOWN, "b", typed) == ""


def test_two_people_cannot_have_one_pseudonym() -> None:
    assert "Somebody else" in objection(KNOWN, "b", "adult  A")
    assert objection(KNOWN, "a", "Adult A") == ""


def test_an_ordinary_word_in_what_a_place_is_called_is_no_name() -> None:
    assert objection(KNOWN, "d", "a village green") == ""


def test_names_of_one_letter_or_none_are_told_and_stop_nothing() -> None:
    odd = Register((person("a", "K", "Adult A"), person("b", "Ada Hart", "Adult B", "?!")))
    found = problems(odd)
    assert {(one.entity, one.fault) for one in found} == {
        ("a", Fault.LETTER), ("b", Fault.WORDLESS),
    }  # fmt: skip
    assert not any(one.stops for one in found)


def test_a_person_who_is_an_alias_of_another_is_registered_twice() -> None:
    twice = Register((person("a", "Ada Hart", "A1", "Ada Smythe"), person("b", "ada smythe", "B1")))
    assert {(one.entity, one.fault) for one in problems(twice)} == {
        ("a", Fault.TWICE), ("b", Fault.TWICE),
    }  # fmt: skip


# Two reviews on one computer


def review_at(path: Path) -> Review:
    return create_review(path, PASSPHRASE, type="sar", title="T", author="Ash", cost=LEAST)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Review, Review]]:
    one, two = review_at(tmp_path / "one.review"), review_at(tmp_path / "two.review")
    yield one, two
    one.close()
    two.close()


def test_a_pseudonym_of_another_review_is_told_of_without_naming_that_review(
    pair: tuple[Review, Review],
) -> None:
    one, two = pair
    add_person(one, name="Ada Hart", pseudonym="Bettany")
    note_pseudonyms(one)
    assert used_elsewhere(one) == frozenset()

    added, _ = add_person(two, name="Zeb Quill", pseudonym="BETTANY")
    add_person(two, name="Una Strick", pseudonym="Corisande")
    assert used_elsewhere(two) == {added.id}
    (told,) = standing_of(two, added.id)
    assert "Another review on this computer" in told
    assert [one["fault"] for one in soundness(two)] == ["elsewhere"]

    amend(one, one.all(type(added))[0], pseudonym="Dorothea")
    note_pseudonyms(one)
    assert used_elsewhere(two) == frozenset()


def test_roles_and_codes_are_used_in_every_review(pair: tuple[Review, Review]) -> None:
    for review in pair:
        add_person(review, name="Ada Hart", pseudonym="the mother")
        add_person(review, name="Zeb Quill", pseudonym="SW1")
        note_pseudonyms(review)
    assert used_elsewhere(pair[1]) == frozenset()


def test_what_is_kept_holds_no_pseudonym_and_no_review(
    pair: tuple[Review, Review], private_data: Path
) -> None:
    add_person(pair[0], name="Ada Hart", pseudonym="Bettany")
    note_pseudonyms(pair[0])
    file = private_data / "pseudonyms.json"
    text = file.read_text(encoding="utf-8").casefold()
    assert "bettany" not in text
    assert "hart" not in text
    assert pair[0].details.id not in text
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0

    forget_pseudonyms(pair[0])
    assert json.loads(file.read_text(encoding="utf-8"))["reviews"] == {}


def test_a_memory_that_cannot_be_read_is_begun_anew(
    pair: tuple[Review, Review], private_data: Path
) -> None:
    add_person(pair[0], name="Ada Hart", pseudonym="Bettany")
    added, _ = add_person(pair[1], name="Zeb Quill", pseudonym="Bettany")
    for broken in ("", "[]", '{"key": 3}', '{"key": "00", "reviews": {"a": 1}}'):
        (private_data / "pseudonyms.json").write_text(broken, encoding="utf-8")
        assert used_elsewhere(pair[1]) == frozenset()
        note_pseudonyms(pair[0])
        assert used_elsewhere(pair[1]) == {added.id}


def test_what_was_made_ready_of_a_register_is_dropped_when_it_is_locked() -> None:
    problems(KNOWN)
    objection(KNOWN, "b", "Okafor")
    forget()
    kept = (problems, real_names_of, shared_by)
    assert [each.cache_info().currsize for each in kept] == [0, 0, 0]
