"""Small places that nobody registered: they are asked about whole, and no more than they."""

from __future__ import annotations

import pytest

from workbench.disclosure.finder import finder_of
from workbench.disclosure.register import Entity, EntityKind, Register


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
        ("He was sent from Isleworth Crown Court.", "Isleworth Crown Court"),
        ("He found work with Tranter's on the gas.", "Tranter's"),
        ("She lives at 8 Shore Brae now.", "8 Shore Brae"),
        ("16 BACK ALMA ST", "16 BACK ALMA ST"),
        ("The agent was Sterling & Moss Lettings.", "Sterling & Moss Lettings"),
        ("They were bedded down at The Lodge.", "The Lodge"),
        ("He drank in the Hare and Hounds.", "Hare and Hounds"),
        ("She came from North Harringford.", "North Harringford"),
        ("He wrote to NowClinic about it.", "NowClinic"),
        ("The letting agent, Castle Lets, wrote to him.", "Castle Lets"),
        ("The funeral is with Albert Stone and Sons.", "Albert Stone and Sons"),
        ("She met him at All Souls.", "All Souls"),
        ("She was from the Falls Road.", "Falls Road"),
        ("Her workplace, Halo Hair, was told.", "Halo Hair"),
    ],
)
def test_a_small_place_is_asked_about_whole(text: str, place: str) -> None:
    assert place in raised(text)


@pytest.mark.parametrize(
    "text",
    [
        "His Reading and Maths were on track.",
        "The Pupil Premium Plus was not spent.",
        "He was invited to an Attendance Clinic.",
        "He ate a whole Quality Street tin.",
        "She no longer writes Pen Pictures.",
        "He passed a Pilot Project on the right Way.",
        "The Royal College of Nursing wrote to us.",
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert raised(text) == []


def test_a_hospital_is_another_place_than_the_school_of_the_same_village() -> None:
    school = Entity(
        id="s", kind=EntityKind.ORG, name="Elmfield Primary School", shown_as="the school",
        aliases=("Elmfield",),
    )  # fmt: skip
    text = "When we reached Elmfield District Hospital he was awake."
    found = finder_of(Register((school,))).find(text)
    assert "Elmfield District Hospital" in [text[one.start : one.end] for one in found]
