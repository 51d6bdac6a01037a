"""The pages on the screen: turned by keys, said aloud, and steady while later ones are laid out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.pages.report.paper.pages import PagesView
from workbench.report.pages.page import Face, Fill, Page, Text
from workbench.report.proof import Sight

FACE = Face("Arial", 11)


def page(words: str, *, wide: bool = False, colour: str = "") -> Page:
    size = (841.9, 595.3) if wide else (595.3, 841.9)
    ground = (Fill(0, 0, *size, colour),) if colour else ()
    return Page(*size, "", (*ground, Text(70, 90, words, FACE, 6.0 * len(words))))


def pages(count: int, words: str = "words") -> tuple[Page, ...]:
    return tuple(page(f"{words} {number}") for number in range(count))


@pytest.fixture
def view(qtbot: QtBot) -> PagesView:
    view = PagesView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    qtbot.waitExposed(view)
    view.show_sight(Sight(pages(12)), anew=True)
    return view


def test_pages_are_turned_by_keys_and_said_to_a_screen_reader(
    view: PagesView, qtbot: QtBot
) -> None:
    assert view.accessibleName() == "Pages as they will print"
    assert view.accessibleDescription() == "Page 1 of 12. words 0"
    with qtbot.waitSignal(view.turned, check_params_cb=lambda said: said == "Page 2 of 12"):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.accessibleDescription() == "Page 2 of 12. words 1"
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 11
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == 10
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0


def test_how_many_pages_there_are_is_said_only_once_it_is_known(view: PagesView) -> None:
    view.show_sight(Sight(pages(3), whole=False), anew=True)
    assert view.accessibleDescription() == "Page 1. words 0"
    view.show_sight(Sight(pages(5)), anew=False)
    assert view.accessibleDescription() == "Page 1 of 5. words 0"


def test_after_an_edit_later_pages_stay_until_their_own_come(view: PagesView) -> None:
    view.go_to_page(8)
    height = view.verticalScrollBar().maximum()
    view.show_sight(Sight(pages(3, "new"), whole=False), anew=False)
    assert (view.page, view.verticalScrollBar().maximum()) == (8, height)
    assert view.words_on(2) == "new 2"
    assert view.words_on(8) == "words 8"
    view.show_sight(Sight(pages(10, "new")), anew=False)
    assert len(view.paper) == 10
    assert view.words_on(8) == "new 8"


def test_another_document_begins_at_its_first_page(view: PagesView) -> None:
    view.go_to_page(8)
    view.show_sight(Sight(pages(3, "other"), whole=False), anew=True)
    assert view.page == 0
    assert len(view.paper) == 3


def test_pages_are_painted_one_below_the_other_and_fit_across(view: PagesView) -> None:
    coloured = (page("a", colour="8a1c1c"), page("b", wide=True, colour="1e5b3a"))
    view.show_sight(Sight(coloured), anew=True)
    image = view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    middle = round(view.viewport().width() / 2 * ratio)
    assert image.pixelColor(middle, round(200 * ratio)).name() == "#8a1c1c"
    view.go_to_page(1)
    image = view.viewport().grab().toImage()
    row = [image.pixelColor(x, round(100 * ratio)).name() for x in range(image.width())]
    assert row.count("#1e5b3a") > image.width() * 0.9
    assert row[0] != "#1e5b3a"
    assert row[-1] != "#1e5b3a"


def test_a_narrower_window_keeps_the_page_that_is_looked_at(view: PagesView) -> None:
    view.go_to_page(7)
    view.resize(420, 500)
    assert view.page == 7


def test_what_stands_far_down_a_page_is_brought_into_sight(view: PagesView) -> None:
    view.go_to_page(4)
    top = view.verticalScrollBar().value()
    view.go_to_page(4, 60)
    assert view.verticalScrollBar().value() == top
    view.go_to_page(4, 700)
    assert top < view.verticalScrollBar().value() < top + 800
    assert view.page == 4


def test_no_page_is_left_once_the_review_is_locked(view: PagesView) -> None:
    view.forget()
    assert view.paper == ()
    assert view.accessibleDescription() == ""
    view.grab()
