"""Short forms that people make of a registered name are asked about, also where they are words."""

from __future__ import annotations

import pytest

from workbench.disclosure.finder import finder_of
from workbench.disclosure.nicknames import bynames_of, cut_short
from workbench.disclosure.register import Register, register_from_json

NAMES = (
    "Charlotte Dent",
    "Sharon Fold",
    "Tracey Peach",
    "Barry Jones",
    "Susan Wick",
    "Theodora Ash",
)
KNOWN: Register = register_from_json(
    {
        "register": [
            {"id": name.split()[0].lower(), "kind": "person", "real_name": name, "aliases": []}
            for name in NAMES
        ]
    }
)


def found(text: str) -> dict[str, tuple[str | None, bool]]:
    """What is found in a text, whose it is, and whether it is replaced without asking."""
    return {
        text[one.start : one.end]: (one.entity, one.certain) for one in finder_of(KNOWN).find(text)
    }


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("Later on Char said that she was tired.", "Char", "charlotte"),
        ("1 | RY | Char | 09:40 | who is it | Read", "Char", "charlotte"),
        ("It was put up by the admin, Trace.", "Trace", "tracey"),
        ('Known as: "Shaz" to her friends', "Shaz", "sharon"),
        ("Bazza was in the lounge.", "Bazza", "barry"),
        ("They had heard from Suze at noon.", "Suze", "susan"),
        ("It was Bazzer who had the keys.", "Bazzer", "barry"),
        ("Peachy x", "Peachy", "tracey"),
    ],
)
def test_a_short_form_is_asked_about_where_somebody_could_stand(
    text: str, name: str, key: str
) -> None:
    assert found(text)[name] == (key, False)


@pytest.mark.parametrize(
    "text",
    [
        "The door was shut.",
        "Trace the call.",
        "Char the wood first.",
        "CHAR-GRILLED",
        "See the peachy curtains.",
    ],
)
def test_a_plain_word_that_begins_a_registered_name_is_left_alone(text: str) -> None:
    assert found(text) == {}


def test_short_forms_are_cut_or_take_another_vowel() -> None:
    assert {"char", "chaz", "charlie", "chazza"} <= cut_short("charlotte")
    assert {"gibbo", "gibby"} <= bynames_of("gibb")
    assert "jones" not in bynames_of("jones")
