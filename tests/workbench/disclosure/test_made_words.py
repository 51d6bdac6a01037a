"""Words that no list has: which are asked about, and which name nobody."""

from __future__ import annotations

import pytest

from workbench.disclosure.finder import finder_of
from workbench.disclosure.register import Register


def raised(text: str) -> list[str]:
    return [text[one.start : one.end] for one in finder_of(Register()).find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The MyConcern entry was late.",
        "Oxygen Saturations were low, and Lymphoedema was noted.",
        "IDTS: Integrated Drug Treatment System. The RARs lapsed.",
        "Seen alone? Y. Ref sent to the team.",
        "She showed the burn to Miss. Body Map not done.",
        "He was moved to B Wing.",
    ],
)
def test_words_made_of_known_ones_are_left_alone(text: str) -> None:
    assert raised(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was seen by Mullings and by nobody else.", "Mullings"),
        ("It was Pascall who rang.", "Pascall"),
        ("Then LaToya and DeShawn came.", "LaToya"),
        ("We heard from MacArthur again.", "MacArthur"),
        ("There was a letter from Kanakaritis.", "Kanakaritis"),
        ("There was a letter from Sabapathy.", "Sabapathy"),
        ("Miss. Patel wrote to us.", "Miss. Patel"),
        ("RETO: Rita Ekwueme Tomlin Oduya.", "RETO"),
    ],
)
def test_names_that_look_so_are_still_asked_about(text: str, name: str) -> None:
    assert name in raised(text)
