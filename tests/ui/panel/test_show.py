"""Going through the slides: forward, back, hold, blank, and what a change of the record does."""

from __future__ import annotations

import pytest

from tests.ui.panel.showing import paragraph, slide
from ui.panel.show import Show
from ui.panel.sizing import sheet_for

pytestmark = pytest.mark.usefixtures("qapp")
SHEET = sheet_for(1920, 1080)


@pytest.fixture
def show() -> Show:
    slides = [slide(f"slide {letter}", paragraph("word")) for letter in "abc"]
    return Show(slides, "Panel meeting 3", SHEET)


def at(show: Show) -> str:
    return show.room.page.title if show.room.page else ""


def test_the_footer_says_which_meeting_that_names_are_replaced_and_how_far(show: Show) -> None:
    show.forward()

    assert show.room.footer == "Panel meeting 3  ·  Names replaced  ·  2 of 3"


def test_it_goes_to_the_ends_and_not_beyond(show: Show) -> None:
    show.last()
    show.forward()
    assert at(show) == "slide c"
    show.first()
    show.back()
    assert at(show) == "slide a"
    assert show.following is not None
    assert show.following.number == 2


def test_while_held_the_room_keeps_its_slide(show: Show) -> None:
    show.toggle_hold()
    show.forward()

    assert at(show) == "slide a"
    assert show.current.number == 2
    show.toggle_hold()
    assert at(show) == "slide b"


def test_blank_shows_nothing_but_the_meeting_and_the_next_key_brings_it_back(show: Show) -> None:
    show.toggle_blank()
    assert (show.room.page, show.room.footer) == (None, "Panel meeting 3")

    show.forward()
    assert at(show) == "slide a"


def test_locking_goes_blank_even_when_held_and_forgets_the_slides(show: Show) -> None:
    show.toggle_hold()
    show.forget()

    assert show.room.page is None
    assert show.titles == ()


def test_a_change_of_the_record_stays_at_the_same_slide(show: Show) -> None:
    show.forward()
    show.use([slide("slide a", paragraph("word " * 300)), slide("slide b", paragraph("new"))])

    assert at(show) == "slide b"
    assert show.room.number > 2


def test_a_deleted_slide_leaves_the_nearest(show: Show) -> None:
    show.last()
    show.use([slide("slide a", paragraph("word"))])

    assert at(show) == "slide a"


def test_nothing_to_show_is_an_empty_slide() -> None:
    empty = Show([], "Panel meeting 1", SHEET)

    empty.forward()

    assert (empty.room.page, empty.room.footer) == (None, "Panel meeting 1")
