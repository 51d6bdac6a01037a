"""Slides as pages: every slide that is written, with every word of it, within its edges."""

from __future__ import annotations

import io
import re

import pptx
import pytest

from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import Disclosed
from workbench.model.blocks import Document, Mark, Marked
from workbench.report.decks.lettering import Ink, set_lines
from workbench.report.decks.sheets import slide_pages
from workbench.report.decks.writing import render_slides
from workbench.report.pages.measuring import bundled_fonts
from workbench.report.pages.page import Page, Text
from workbench.report.release import disclosed_output
from workbench.review import Review

FONTS = bundled_fonts()


@pytest.fixture(scope="module")
def slides(adult: Review) -> Disclosed:
    return disclosed_output(adult, "learning-slides", audience("published"))


def said(page: Page) -> str:
    """The words of a page, without what PowerPoint counts by itself."""
    texts = [one.words for one in page.items if isinstance(one, Text)]
    return "".join(one for one in texts if not re.fullmatch(r"\d+\.", one))


def letters(text: str) -> str:
    return "".join(sorted(text.replace("•", ""))).strip()


def shown(shapes: object) -> str:
    found = ""
    for shape in shapes:
        if shape.shape_type == 6:
            found += shown(shape.shapes)
        elif shape.has_text_frame:
            found += shape.text_frame.text
        elif shape.has_table:
            found += "".join(cell.text for row in shape.table.rows for cell in row.cells)
    return "".join(found.split())


def test_the_pages_say_what_the_slides_say(slides: Disclosed) -> None:
    pages = slide_pages(slides, FONTS)
    written = pptx.Presentation(io.BytesIO(render_slides(slides))).slides
    assert len(pages) == len(written) > 15
    for page, slide in zip(pages, written, strict=True):
        mine = "".join(said(page).split()).replace("•", "")
        assert letters(mine) == letters(shown(slide.shapes))


def test_nothing_stands_beyond_the_slide(slides: Disclosed) -> None:
    for page in slide_pages(slides, FONTS):
        assert (page.width, page.height) == (960.0, 540.0)
        for one in page.items:
            if isinstance(one, Text):
                assert one.x >= 0
                assert one.x + one.width <= page.width
                assert 0 < one.baseline < page.height


def test_words_are_broken_between_words_and_keep_their_marks() -> None:
    words = ("It was ", Marked("never", Mark(bold=True)), ", it seems, said at all that day.")
    lines, high = set_lines(words, 120, Ink(18, "000000"), FONTS)
    assert [one.words for one in lines if one.face.bold] == ["never"]
    downs = sorted({one.baseline for one in lines})
    assert len(downs) > 2
    assert high == pytest.approx((downs[1] - downs[0]) * len(downs))
    for down in downs:
        line = [one for one in lines if one.baseline == down]
        assert sum(one.width for one in line) <= 120
    assert "never," in "".join(one.words for one in lines)


def test_words_stand_to_the_side_that_is_asked_for() -> None:
    left, middle, right = (
        set_lines(("day",), 200, Ink(18, "000000", side=side), FONTS)[0][0]
        for side in ("left", "middle", "right")
    )
    assert left.x == 0
    assert middle.x == pytest.approx((200 - left.width) / 2)
    assert right.x == pytest.approx(200 - left.width)


def test_only_what_has_passed_the_gate_is_taken() -> None:
    with pytest.raises(TypeError):
        slide_pages(Document(()), FONTS)
