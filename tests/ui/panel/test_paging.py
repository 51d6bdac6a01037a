"""Slides are filled, never overfilled: what is long goes on, on another slide, at the same size."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ui.panel.showing import paragraph, slide
from ui.panel.paging import pages_of
from ui.panel.pieces import Page, Run
from ui.panel.sizing import SEATS, SMALLEST_BODY, sheet_for
from workbench.model.blocks import Column, Heading, Items, Table, words

pytestmark = pytest.mark.usefixtures("qapp")
SHEET = sheet_for(1920, 1080)


def texts(page: Page) -> list[str]:
    return [piece.text for piece in page.pieces if isinstance(piece, Run)]


def test_a_short_slide_is_one_slide_with_its_title_at_the_top() -> None:
    (page,) = pages_of(slide("What we found", paragraph("the letters were sent")), SHEET)

    assert texts(page) == ["What we found", "the letters were sent"]
    assert page.spoken == "What we found. the letters were sent."
    assert (page.part, page.parts) == (1, 1)


def test_the_name_of_the_person_is_on_no_slide() -> None:
    (page,) = pages_of(slide("Rowan Ashe at home", paragraph("then Rowan fell")), SHEET)

    assert texts(page) == ["Adult C at home", "then Adult C fell"]
    assert "Rowan" not in page.spoken


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(
    sizes=st.lists(st.integers(1, 260), min_size=1, max_size=6),
    seat=st.sampled_from(SEATS),
    screen=st.sampled_from([(1920, 1080), (1024, 768)]),
)
def test_long_text_goes_on_and_nothing_is_lost_cut_off_or_made_smaller(
    sizes: list[int], seat: int, screen: tuple[int, int]
) -> None:
    sheet = sheet_for(*screen, seat)
    blocks = [paragraph("word " * size) for size in sizes]

    pages = pages_of(slide("the title", *blocks), sheet)

    assert " ".join(" ".join(texts(page)[1:]) for page in pages).split() == ["word"] * sum(sizes)
    assert all(texts(page)[0] == "the title" for page in pages)
    for page in pages:
        for piece in page.pieces:
            if isinstance(piece, Run):
                assert piece.size >= SMALLEST_BODY
                assert piece.y + piece.size <= sheet.bottom


def test_a_heading_is_never_the_last_thing_on_a_slide() -> None:
    blocks = [
        block
        for number in range(12)
        for block in (Heading(words(f"part {number}")), paragraph("word " * 45))
    ]

    pages = pages_of(slide("the title", *blocks), SHEET)

    assert len(pages) > 3
    assert not any(texts(page)[-1].startswith("part") for page in pages)


def test_a_table_that_goes_on_repeats_its_heading_row() -> None:
    columns = (Column("n", "no.", 0.3), Column("t", "what"))
    rows = tuple((words(str(number)), words("word " * 12)) for number in range(14))

    pages = pages_of(slide("the title", Table(columns, rows)), SHEET)

    assert len(pages) > 1
    assert all(texts(page)[1:3] == ["no.", "what"] for page in pages)
    numbers = [text for page in pages for text in texts(page) if text.isdigit()]
    assert numbers == [str(number) for number in range(14)]


def test_a_row_longer_than_a_slide_is_cut_between_lines() -> None:
    columns = (Column("a", "first"), Column("b", "second"))
    rows = ((words("left " * 160), words("right " * 90)),)

    pages = pages_of(slide("the title", Table(columns, rows)), SHEET)

    said = " ".join(" ".join(texts(page)) for page in pages).split()
    assert (said.count("left"), said.count("right")) == (160, 90)
    assert max(piece.y for page in pages for piece in page.pieces) < SHEET.bottom


def test_a_title_longer_than_a_line_is_whole_once_and_short_afterwards() -> None:
    title = "the letters about appointments were sent to an address that nobody lived at any more"

    pages = pages_of(slide(title, paragraph("word " * 200)), SHEET)

    first = " ".join(texts(pages[0]))
    assert first.startswith(title)
    assert texts(pages[1])[0].endswith("…")
    assert pages[1].title == title


def test_numbered_items_keep_their_numbers() -> None:
    block = Items((words("one thing"), words("another thing")), ordered=True)

    (page,) = pages_of(slide("the title", block), SHEET)

    assert texts(page)[1:] == ["one thing", "1.", "another thing", "2."]


def test_a_caption_that_only_says_the_title_again_is_left_out() -> None:
    table = Table((Column("a", "what"),), ((words("one thing"),),), words("Actions"))

    (page,) = pages_of(slide("Actions", table), SHEET)
    (other,) = pages_of(slide("the meeting", table), SHEET)

    assert texts(page) == ["Actions", "what", "one thing"]
    assert texts(other) == ["the meeting", "Actions", "what", "one thing"]
