"""Small places that nobody registered: they are asked about whole, and no more than they."""

from __future__ import annotations

import pytest

from workbench.disclosure.finder import finder_of
from workbench.disclosure.register import Register


def raised(text: str) -> list[str]:
    return [text[one.start : one.end] for one in finder_of(Register()).find(text)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He lives by the Malt Shovel.", "Malt Shovel"),
        ("She moved to Limerick in May.", "Limerick"),
        ("Two hundred people lined Station Road.", "Station Road"),
        ("The loft at Curlew Way is open.", "Curlew Way"),
        ("Supervised at Boots, Bridge St.", "Bridge St"),
        ("Rosie's school, Canal Road Primary, had noticed.", "Canal Road Primary"),
        ("He was sent from Isleworth Crown Court.", "Isleworth"),
        ("He found work with Tranter's on the gas.", "Tranter's"),
        ("She lives at 8 Shore Brae now.", "8 Shore Brae"),
        ("16 BACK ALMA ST", "16 BACK ALMA ST"),
    ],
)
def test_a_small_place_is_asked_about_whole(text: str, place: str) -> None:
    assert place in raised(text)


@pytest.mark.parametrize(
    "text",
    [
        "His Reading and Maths were on track.",
        "The Pupil Premium Plus was not spent.",
        "He passed a Pilot Project on the right Way.",
        "The Royal College of Nursing wrote to us.",
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert raised(text) == []
