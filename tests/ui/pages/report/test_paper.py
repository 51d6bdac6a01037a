"""Pages as they will print: what stands on which, what is kept together, and how a change is shown."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.pages.report.paper import pages as pages_module
from ui.pages.report.paper.boxes import RowBox, TextBox
from ui.pages.report.paper.looks import UNIT
from ui.pages.report.paper.pages import Pages
from ui.pages.report.paper.view import PagesView
from workbench.model.blocks import (
    Column,
    Document,
    Heading,
    Items,
    Mention,
    Paragraph,
    ParagraphStyle,
    Section,
    Table,
    words,
)
from workbench.report.numbering import Numbered

LONG = "The agencies met and agreed what each would do before the next visit took place. " * 4
COLUMNS = (Column("a", "Date"), Column("b", "What happened", 3.0))


def section(number: int, *blocks: object, landscape: bool = False) -> Section:
    return Section(f"s{number}", words(f"Part {number}"), blocks, landscape)


def paragraphs(number: int, text: str = LONG) -> list[Paragraph]:
    return [Paragraph((f"{n} {text}",), ParagraphStyle.NUMBERED) for n in range(number)]


def document(*sections: Section) -> Document:
    values = (("board", ("Wrenshire Board",)), ("marking", ("Draft",)), ("document", ("Report",)))
    return Document(words("The review"), values, sections)


def numbered(count: int) -> tuple[Numbered, ...]:
    return tuple(Numbered(str(n), 1, str(n)) for n in range(1, count + 1))


def laid_out(said: Document) -> Pages:
    pages = Pages()
    pages.show(said, numbered(len(said.sections)))
    while not pages.whole:
        pages.lay_out_more()
    return pages


def on(pages: Pages, number: int) -> str:
    return pages.words_on(number)


def placed(pages: Pages) -> list[list[object]]:
    return [[one for group in page.placed for one in group] for page in pages.pages]


def test_a_cover_and_the_contents_come_first() -> None:
    pages = laid_out(document(section(1, *paragraphs(3)), section(2, *paragraphs(2))))
    assert "Wrenshire Board" in on(pages, 0)
    assert "The review" in on(pages, 0)
    assert on(pages, 1).startswith("Contents")
    assert [pages.page_of(0), pages.page_of(1)] == [3, 3]


def test_nothing_is_lost_and_nothing_stands_beyond_the_foot() -> None:
    said = document(
        section(1, *paragraphs(60)), section(2, Items(tuple((LONG,) for _ in range(30))))
    )
    pages = laid_out(said)
    text = " ".join(on(pages, number) for number in range(2, len(pages.pages)))
    assert all(f"{n} The agencies" in text for n in range(60))
    for page, boxes in zip(pages.pages, placed(pages), strict=True):
        for one in boxes:
            assert one.y + one.box.height(one.first, one.last) <= page.sheet.depth + 0.01


def test_every_line_stands_on_one_page_and_in_order() -> None:
    pages = laid_out(document(section(1, *paragraphs(80))))
    lines: dict[int, list[tuple[int, int]]] = {}
    for boxes in placed(pages)[2:]:
        for one in boxes:
            lines.setdefault(id(one.box), []).append((one.first, one.last))
        assert all(one.y <= other.y for one, other in pairwise(boxes))
    for runs in lines.values():
        assert runs[0][0] == 0
        assert all(one[1] == other[0] for one, other in pairwise(runs))


def test_no_line_of_a_paragraph_is_left_alone_on_a_page() -> None:
    pages = laid_out(document(section(1, *paragraphs(80))))
    parted = [one for boxes in placed(pages) for one in boxes
              if isinstance(one.box, TextBox) and one.last - one.first < one.box.lines]  # fmt: skip
    assert parted
    assert all(one.last - one.first >= 2 for one in parted)


@pytest.mark.parametrize("before", range(4, 14))
def test_a_heading_is_never_the_last_thing_on_a_page(before: int) -> None:
    blocks = [*paragraphs(before), Heading(("A heading",)), *paragraphs(1)]
    pages = laid_out(document(section(1, *blocks)))
    for boxes in placed(pages)[2:]:
        assert not boxes[-1].box.keep


def test_the_rows_of_a_table_are_kept_whole_and_its_head_is_repeated() -> None:
    rows = tuple(((f"{n} May",), (LONG,)) for n in range(60))
    pages = laid_out(document(section(1, Table(COLUMNS, rows), landscape=True)))
    whole = placed(pages)[2:]
    assert len(whole) > 2
    for page, boxes in zip(pages.pages[2:], whole, strict=True):
        assert page.sheet.width > page.sheet.height
        first = next(one.box for one in boxes if isinstance(one.box, RowBox))
        assert first.is_head
        assert all(one.last == one.box.lines for one in boxes)


def test_a_row_that_is_longer_than_a_page_is_parted_and_nothing_is_lost() -> None:
    rows = ((("1 May",), (LONG * 40,)), (("2 May",), ("after",)))
    pages = laid_out(document(section(1, Table(COLUMNS, rows))))
    parts = [one for boxes in placed(pages) for one in boxes
             if isinstance(one.box, RowBox) and not one.box.is_head]  # fmt: skip
    assert sum(one.last - one.first for one in parts) == sum({id(one.box): one.box.lines for one in parts}.values())  # fmt: skip
    assert "after" in on(pages, len(pages.pages) - 1)


def test_after_a_change_only_the_changed_section_is_set_again(monkeypatch) -> None:
    sections = [section(n, *paragraphs(6)) for n in range(30)]
    pages = laid_out(document(*sections))
    count = len(pages.pages)
    before = [on(pages, number) for number in range(count)]
    set_again: list[object] = []
    whole = pages_module.flow
    monkeypatch.setattr(
        pages_module, "flow", lambda boxes, *rest: set_again.append(boxes) or whole(boxes, *rest)
    )
    changed = [*sections]
    changed[20] = section(20, *paragraphs(5), Paragraph(("Changed.",), ParagraphStyle.NUMBERED))
    numbers = numbered(30)
    pages.show(document(*changed), numbers)
    pages.lay_out(10)
    assert set_again == []  # nothing before the change is set again
    while not pages.whole:
        pages.lay_out_more()
    assert len(set_again) <= 10
    after = [on(pages, number) for number in range(len(pages.pages))]
    assert after[:12] == before[:12]
    assert any("Changed." in one for one in after)


def test_pages_laid_out_after_changes_are_those_laid_out_at_once() -> None:
    pages = Pages()
    versions = [
        document(section(1, *paragraphs(9)), section(2, *paragraphs(4))),
        document(section(1, *paragraphs(2)), section(2, *paragraphs(40))),
        document(section(2, *paragraphs(40))),
        document(section(1, *paragraphs(2)), section(3, Table(COLUMNS, (((), ("x",)),)), landscape=True)),
    ]  # fmt: skip
    for version in versions:
        pages.show(version, numbered(len(version.sections)))
        while not pages.whole:
            pages.lay_out_more()
        fresh = laid_out(version)
        assert [on(pages, n) for n in range(len(pages.pages))] == [
            on(fresh, n) for n in range(len(fresh.pages))
        ]


def test_words_that_have_not_been_through_the_gate_are_not_drawn() -> None:
    with pytest.raises(TypeError):
        laid_out(document(section(1, Paragraph((Mention("p1"),)))))


def test_a_page_is_painted_within_its_edges() -> None:
    pages = laid_out(document(section(1, *paragraphs(30))))
    sheet = pages.pages[2].sheet
    image = QImage(round(sheet.width), round(sheet.height), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    painter = QPainter(image)
    painter.scale(1 / UNIT, 1 / UNIT)
    pages.paint(painter, 2)
    painter.end()
    white, side = image.pixelColor(20, 400), image.pixelColor(round(sheet.width) - 20, 400)
    assert white.name() == side.name() == "#ffffff"
    darkest = min(image.pixelColor(x, 120).lightness() for x in range(72, 520))
    inked = any(
        image.pixelColor(x, y).lightness() < 120 for y in range(80, 140) for x in range(110, 300)
    )
    assert inked or darkest < 120


@pytest.fixture
def view(qtbot: QtBot) -> PagesView:
    view = PagesView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    qtbot.waitExposed(view)
    said = document(*(section(n, *paragraphs(8)) for n in range(12)))
    view.show_document(said, numbered(12))
    qtbot.waitUntil(lambda: view.whole)
    return view


def test_pages_are_turned_by_keys_and_said_to_a_screen_reader(
    view: PagesView, qtbot: QtBot
) -> None:
    count = len(view.paper.pages)
    assert view.accessibleDescription().startswith(f"Page 1 of {count}. ")
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.accessibleDescription().startswith(f"Page 2 of {count}. Contents")
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == count - 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0


def test_a_change_stays_at_the_page_that_is_looked_at(view: PagesView, qtbot: QtBot) -> None:
    view.go_to_page(5)
    said = document(*(section(n, *paragraphs(8 if n else 9)) for n in range(12)))
    view.show_document(said, numbered(12))
    qtbot.waitUntil(lambda: view.whole)
    assert view.page == 5


def test_no_page_is_left_once_the_review_is_locked(view: PagesView) -> None:
    view.forget()
    assert view.paper.pages == []
    assert view.accessibleDescription() == ""
    view.grab()
