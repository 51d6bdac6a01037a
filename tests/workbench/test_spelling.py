"""British spelling in what the author writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.spelling import misspelt, suggestions


def wrong(text: str) -> list[str]:
    return [text[start:end] for start, end in misspelt(text)]


def test_a_well_written_passage_has_nothing_to_mark() -> None:
    text = (
        "# What agencies recognised\n\n"
        "The family’s behaviour wasn’t analysed; practitioners didn’t see a pattern of coercive "
        "control, and the child’s voice could not be heard. **Multi-agency** working was delayed "
        "(see finding 3), as “Mr McKay” and Ms Oyelaran of the MASH said. "
        "They’ve since organised counselling at the centre.^[Letter of 3 May 2016.]"
    )
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("recieved", "received"),
        ("organize", "organise"),
        ("behavior", "behaviour"),
        ("seperate", "separate"),
        ("saftey", "safety"),
        ("Acommodation", "Accommodation"),
    ],
)
def test_a_slip_is_marked_and_its_word_is_offered(written: str, meant: str) -> None:
    assert wrong(f"{written} was noted.") == [written]
    assert meant in suggestions(written)


def test_names_addresses_links_and_initials_are_left_alone() -> None:
    assert wrong("Later Siobhain rang a.oyelaran@example.org about CSPR {entry:abcqzx}.") == []
    assert wrong("Siobhain rang.") == []


@given(st.text(max_size=80))
def test_whatever_is_typed_each_place_is_a_word_of_the_text(text: str) -> None:
    ends = 0
    for start, end in misspelt(text):
        assert ends <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        ends = end
