"""A registered given name that is also a word, at the opening of a note."""

from __future__ import annotations

import pytest

from workbench.disclosure.finder import finder_of
from workbench.disclosure.register import Entity, EntityKind, Register

NAMES = ("Dean", "Grace", "Will")
REGISTER = Register(
    tuple(
        Entity(id=name, kind=EntityKind.PERSON, name=f"{name} Prosser", shown_as=f"Person {name}")
        for name in NAMES
    )
)
NOTES = (
    "{} not seen.",
    "{} unwell.",
    "{} at work.",
    "Visit made; {} not seen at home.",
    "Assessment begun. {} not met.",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("note", NOTES)
def test_a_name_in_a_note_without_a_verb_never_passes_in_silence(name: str, note: str) -> None:
    text = note.format(name)
    found = finder_of(REGISTER).find(text)
    assert name in [text[one.start : one.end] for one in found]


@pytest.mark.parametrize("note", ["Dean no longer there.", "Dean missing.", "Grace crying."])
def test_a_word_after_it_that_could_be_anything_makes_it_a_question(note: str) -> None:
    assert [one.certain for one in finder_of(REGISTER).find(note)] == [False]


@pytest.mark.parametrize("text", ["Will the panel agree?", "Will call back.", "Grace of manner."])
def test_the_same_word_used_as_a_word_is_left_alone(text: str) -> None:
    assert finder_of(REGISTER).find(text) == []
