"""Places and bodies whose names are plain words: known by where they stand."""

from __future__ import annotations

import pytest

from workbench.disclosure.finder import finder_of
from workbench.disclosure.register import Register


def raised(text: str) -> list[str]:
    return [text[one.start : one.end] for one in finder_of(Register()).find(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She was seen at Silver Birches that day.", "Silver Birches"),
        ("A referral was made to Helping Hands on Monday.", "Helping Hands"),
        ("He drank in the White Horse.", "White Horse"),
        ("They met outside the Dog and Duck.", "Dog and Duck"),
        ("She was employed by Beacon Forensic Healthcare then.", "Beacon Forensic Healthcare"),
        ("For years they ran The Copper Kettle.", "The Copper Kettle"),
        ("He slept on the Riverside estate.", "Riverside estate"),
        ("She sings at Redeemer's on Sundays.", "Redeemer's"),
        ("The agency, Kindly Hands, was dissolved.", "Kindly Hands"),
        ("Her keyworker Spike has left the service.", "Spike"),
        ("The officers were CIO Bright and a colleague.", "Bright"),
        ("Nurse Faith said that he was homesick.", "Nurse Faith"),
        ("She left Oakfield Primary School in May.", "Oakfield Primary School"),
        ("SHARIF AND SPC GRACE EN ROUTE", "SPC GRACE"),
        ("UNITS AT COPPER LANE NOW.", "COPPER LANE"),
        ("Arrested by PC 1902 Lamb at noon.", "Lamb"),
    ],
)
def test_a_name_of_plain_words_is_asked_about(text: str, name: str) -> None:
    assert name in raised(text)


@pytest.mark.parametrize(
    "text",
    [
        "She was referred to Early Help and to Adult Social Care.",
        "He was discharged from Crisis Resolution by Senior Practitioner decision.",
        "She was seen at Needle Exchange and by Trading Standards.",
        "The schools were trained by Motivational Interviewing.",
        "A letter came from Human Resources about Annual Leave.",
        "He was met by Duty Staff at Front Door.",
        "A child Protection plan was made by an officer Training day.",
        "She was fed at Nando's on Monday and slept at Mum's.",
        "The Panel thanked The Department for its answer.",
        "Notes Of Visit To Silver Birches By Duty Worker",
        "DR AWARE. PC ATTENDED. SGT INFORMED.",
    ],
)
def test_services_papers_and_headings_are_left_alone(text: str) -> None:
    assert raised(text) == []
