"""Strange words with a capital: what stands in or beside them tells a thing from a person."""

from __future__ import annotations

import pytest

from workbench.disclosure.finder import finder_of
from workbench.disclosure.register import Register


def raised(text: str) -> list[str]:
    return [text[one.start : one.end] for one in finder_of(Register()).find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A Bakri balloon was put in.",
        "Rockwood 7 at the clinic, Conners completed by the school.",
        "She asked about EUSS as well. The NOSP had lapsed, and IDDSI levels were wrong.",
        "The trade body (ACCA) wrote to all of them.",
        "QTc was 440, and the note was coded XaXeW by a locum MRCPsych.",
        "She had Lymphoedema, Deinfibulation and Hypervigilance.",
        "He used Snapchat, WhatsApp and Vinted, and took Sertraline.",
        "Universal Credit, the Continuing Healthcare Checklist and Jobcentre Plus were named.",
        "Och, he was fine when I left.",
        "They carried him to the Costa for a wash.",
        "The Behavioral Counselor wrote of Sulfates.",
        "She knew of IRIS; the training was in March.",
        "The Gospel was Matthew 19:14, and Benedict's Law was debated.",
        "The test is in R (Maughan) v Senior Coroner.",
        "Baba is coming on Sunday, and my Nonna with him.",
        "A black Mercedes stood outside.",
        "It was at OPEL 4, and the Director (DASS) was told.",
        "The incident was Crimed the same day.",
        "Q. Will the Director resign?",
    ],
)
def test_things_and_abbreviations_are_left_alone(text: str) -> None:
    assert raised(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dr Rockwood rang the ward.", "Dr Rockwood"),
        ("Then OKEKE said that he was going.", "OKEKE"),
        ("The card was for EZE, Chidi of the first floor.", "EZE, Chidi"),
        ("It was sent to Costa about the rent.", "Costa"),
        ("We heard from Bakri about it.", "Bakri"),
        ("She knew Iris; the training was in March.", "Iris"),
        ("Her friend Underhill rang.", "Underhill"),
        ("It was Mercedes who rang.", "Mercedes"),
        ("He was known as Spider.", "Spider"),
        ("It fell to Operation Sandpiper.", "Sandpiper"),
        ("The man was met by Nana Jan.", "Nana Jan"),
        ("LOGGED BY INSP T GRAYLING.", "INSP T GRAYLING"),
        ("He was referred to Turnstone Recovery on Monday.", "Turnstone Recovery"),
    ],
)
def test_people_and_small_places_with_such_words_are_asked_about(text: str, name: str) -> None:
    assert name in raised(text)


def test_a_reference_keeps_its_letters() -> None:
    assert any("CMIS" in one for one in raised("It was logged as CMIS 22-10477 that day."))
