"""People both of whose names are words of the language, and whom nobody registered."""

from __future__ import annotations

import pytest

from workbench.disclosure.finder import finder_of
from workbench.disclosure.register import Register


def raised(text: str) -> list[str]:
    return [text[one.start : one.end] for one in finder_of(Register()).find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "{} said that he was hungry.",
        "The panel heard from {} about it.",
        "{}'s account was different.",
        "Next day {}, a neighbour, called the police.",
        "Apologies came from {} (Chair) only.",
    ],
)
@pytest.mark.parametrize("name", ["Grant Hill", "Daisy Fox", "Rob Beech", "Will Young"])
def test_a_person_of_two_words_is_asked_about_whole(text: str, name: str) -> None:
    assert name in raised(text.format(name))


@pytest.mark.parametrize(
    "text",
    [
        "The Summer Fair was in July.",
        "A Grant Award was made to the school.",
        "Rose bushes were drawn.",
        "Bloods were normal but for Vit D. Spoke to the GP.",
        "MS Teams was down, and Dr. Rang at noon.",
    ],
)
def test_the_same_words_of_things_are_left_alone(text: str) -> None:
    assert raised(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nurse Wells gave the dose.", "Nurse Wells"),
        ("Constable Long called about the tax.", "Constable Long"),
        ("They met Hamza Sheikh at the gate.", "Hamza Sheikh"),
        ("His partner, Summer, and he have a bench.", "Summer"),
    ],
)
def test_words_that_only_their_place_makes_a_name(text: str, name: str) -> None:
    assert name in raised(text)


def test_a_title_at_the_end_of_a_line_takes_no_name_of_the_next() -> None:
    assert "Sadaf Holt-Uddin" in raised("Usha Vyasa, Designated Nurse\nSadaf Holt-Uddin, Housing")
