"""A registered name is met whole: with the calling before it, what stands behind it, in capitals."""

from __future__ import annotations

import pytest

from workbench.disclosure.finder import finder_of
from workbench.disclosure.register import Register, register_from_json

ROWS = (
    ("burns", "person", "Wilma Burns"),
    ("pike", "person", "Rowan Pike"),
    ("barker", "person", "Deborah Barker"),
    ("adeleke", "person", "Gbenga Adeleke"),
    ("cole", "person", "Femi Cole"),
    ("golden", "org", "Golden Care"),
    ("grant", "person", "Oona Grant"),
)
KNOWN: Register = register_from_json(
    {
        "register": [
            {"id": key, "kind": kind, "real_name": name, "aliases": []} for key, kind, name in ROWS
        ]
    }
)


def met(text: str) -> list[str]:
    """What is found of somebody in a text, as it stands there."""
    return [text[one.start : one.end] for one in finder_of(KNOWN).find(text)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Seen on the landing by Off. D Barker at lock up.", "Barker"),
        ("Passed to DDO R Pike for his view.", "Pike"),
        ("Reviewed: ADELEKE G (Dr) on the ward.", "ADELEKE G"),
        ("SUBJECT: COLE, FEMI 24y male", "COLE, FEMI"),
        ("The rota was kept by Golden Care Ltd until then.", "Golden Care Ltd"),
    ],
)
def test_callings_order_and_firms_belong_to_the_name(text: str, whole: str) -> None:
    assert any(whole in one for one in met(text)), met(text)


def test_an_agreement_about_a_grant_is_nobody() -> None:
    assert met("The Grant Agreement was signed in spring.") == []
