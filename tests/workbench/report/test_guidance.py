"""What is an instruction to the author, and what are the board's own words."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.workbench.report.raw_word import NAMESPACES, paragraph, run
from workbench.report.parts.ooxml import Element, el
from workbench.report.reading.guidance import is_guidance
from workbench.report.reading.styles import Styles


def made(text: str, **looks: str) -> Element:
    holder = etree.fromstring(f"<w:body {NAMESPACES}>{paragraph(run(text, **looks))}</w:body>")
    return holder[0]


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("Guidance: keep this short.", {}),
        ("Describe what led to the review.", {}),
        ("Please include dates.", {}),
        ("This section should not exceed two pages.", {}),
        ("[Insert findings here]", {}),
        ("4.2 [insert text]", {}),
        ("<add text>", {}),
        ("\u00abFindings\u00bb", {}),
        ("XXXXXX", {}),
        ("Word count: 500", {}),
        ("Points to consider", {}),
        ("Written in the past tense.", {"i": ""}),
        ("Two or three paragraphs.", {"color": "808080"}),
        ("Write here.", {"color": "FF0000"}),
        ("Anything at all.", {"highlight": "yellow"}),
        ("(no more than two pages)", {"color": "2E74B5"}),
    ],
)
def test_an_instruction_is_known_for_one(text: str, looks: dict[str, str]) -> None:
    assert is_guidance(made(text, **looks), Styles(el("styles")))


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("The Board commissioned this review under section 44 of the Care Act 2014.", {}),
        ("4.1 The board uses a systems approach in every review.", {}),
        ("The board reviews this table each quarter.", {}),
        ("Statement of independence", {}),
        ("Listening to the family", {}),
        ("The author is independent of all agencies.", {"color": "1F3864"}),
        ("Important", {"b": "", "color": "C00000"}),
        ("", {}),
    ],
)
def test_the_board_s_own_words_are_not(text: str, looks: dict[str, str]) -> None:
    assert not is_guidance(made(text, **looks), Styles(el("styles")))
