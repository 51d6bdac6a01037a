"""The reading view: disclosed words only, a mark on all that stands for something else, and in the
line below what it stands for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle_deletions
from ui.pages.report.presenting import PANEL
from ui.pages.report.reading import NOT_NOW, ReadingView
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import disclose
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.disclosure.standing import plain
from workbench.model.blocks import (
    Column,
    Document,
    Items,
    Mark,
    Marked,
    Paragraph,
    Section,
    Table,
    words,
)

REGISTER = Register(
    (
        Entity(id="p1", kind=EntityKind.PERSON, name="Rowan Ashe", shown_as="Mr B"),
        Entity(id="p2", kind=EntityKind.PERSON, name="Oona Ashe", shown_as="Mr B's sister"),
    )
)


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


def report(*blocks: object) -> Document:
    return Document(words("the review"), (), (Section("s", words("s"), blocks),))


def long_report(number: int, changed: int = -1) -> Document:
    texts = [f"Rowan Ashe was seen at visit {n}." for n in range(number)]
    if changed >= 0:
        texts[changed] = "Oona Ashe rang."
    sections = [
        Section(
            str(at), words(f"part {at}"), tuple(Paragraph((one,)) for one in texts[at : at + 50])
        )
        for at in range(0, number, 50)
    ]
    return Document(words("the review"), (), tuple(sections))


def show(
    view: ReadingView, document: Document, qtbot: QtBot, register: Register = REGISTER
) -> None:
    disclosed = disclose(document, register, audience("published"))
    view.show_document(
        disclosed.document, document, lambda one: plain(one, register), known=register
    )
    qtbot.waitUntil(lambda: view.whole)


def marked(view: ReadingView) -> list[tuple[str, QTextCharFormat]]:
    """Every marked stretch, and how it looks."""
    found = []
    for place, stood in view.marks():
        cursor = QTextCursor(view.text.document())
        cursor.setPosition(place)
        cursor.setPosition(place + len(stood.said), QTextCursor.MoveMode.KeepAnchor)
        found.append((cursor.selectedText(), cursor.charFormat()))
    return found


def test_what_stands_for_a_name_is_marked_and_the_name_is_not_there(
    view: ReadingView, qtbot: QtBot
) -> None:
    show(view, report(Paragraph(("then Rowan Ashe fell",))), qtbot)
    assert [text for text, _ in marked(view)] == ["Mr B"]
    assert "Rowan" not in view.text.toHtml()


def test_a_mark_is_told_by_its_line_and_not_by_colour_alone(
    view: ReadingView, qtbot: QtBot
) -> None:
    show(view, report(Paragraph(("Rowan Ashe fell, Thaddeus Wolverley rang",))), qtbot)
    looks = [look.underlineStyle() for _, look in marked(view)]
    line = QTextCharFormat.UnderlineStyle
    assert looks == [line.DashUnderline, line.WaveUnderline]


def test_the_next_mark_is_gone_to_and_said_in_the_line_below(
    view: ReadingView, qtbot: QtBot
) -> None:
    show(view, report(Paragraph(("Rowan Ashe fell; Oona Ashe rang",))), qtbot)
    assert view.go_to_mark(1)
    assert view.told.text() == "“Mr B” stands for “Rowan Ashe”."
    view.go_to_mark(1)
    assert "“Oona Ashe”" in view.told.text()
    view.go_to_mark(-1)
    assert view.text.textCursor().selectedText() == "Mr B"
    assert not view.go_to_mark(-1)


def test_while_a_room_looks_nothing_is_said_of_what_a_mark_stands_for(
    view: ReadingView, qtbot: QtBot
) -> None:
    show(view, report(Paragraph(("Rowan Ashe fell",))), qtbot)
    room = QWidget()
    room.setObjectName(PANEL)
    room.show()
    view.go_to_mark(1)
    assert view.told.text() == NOT_NOW
    room.close()
    room.deleteLater()
    settle_deletions()
    view.text.moveCursor(view.text.textCursor().MoveOperation.Start)
    view.go_to_mark(1)
    assert "Rowan Ashe" in view.told.text()


def test_enter_on_words_that_are_held_back_asks_about_them(view: ReadingView, qtbot: QtBot) -> None:
    show(view, report(Paragraph(("then Thaddeus Wolverley rang",))), qtbot)
    view.go_to_mark(1)
    with qtbot.waitSignal(view.asked) as asked:
        qtbot.keyClick(view.text, Qt.Key.Key_Return)
    assert asked.args == ["Thaddeus Wolverley"]


def test_words_in_tables_lists_and_footnotes_are_marked_too(
    view: ReadingView, qtbot: QtBot
) -> None:
    note = Marked("fell", Mark(bold=True, footnote=("as Oona Ashe said",)))
    table = Table((Column("a", "Who"), Column("b", "What")), ((("Rowan Ashe",), ("rang",)),))
    show(view, report(Items((("Oona Ashe",),)), table, Paragraph(("He ", note))), qtbot)
    assert [text for text, _ in marked(view)] == ["Mr B's sister", "Mr B", "Mr B's sister"]
    assert "Footnote 1: as Mr B's sister said" in view.text.toPlainText()


def test_words_that_look_like_markup_are_shown_as_they_are(view: ReadingView, qtbot: QtBot) -> None:
    show(view, report(Paragraph(("then <b>ring</b> & wait",))), qtbot)
    assert "then <b>ring</b> & wait" in view.text.toPlainText()


def test_a_long_report_is_set_while_it_is_read_and_a_change_sets_one_part_again(
    view: ReadingView, qtbot: QtBot
) -> None:
    show(view, long_report(400), qtbot)
    plain_before = view.text.toPlainText()
    assert "visit 399" in plain_before
    written: list[object] = []
    setter = view._setter
    whole = setter.set_part
    setter.set_part = lambda cursor, part: (written.append(part), whole(cursor, part))[1]
    show(view, long_report(400, changed=210), qtbot)
    assert len(written) == 1
    after = view.text.toPlainText()
    assert after == plain_before.replace("Mr B was seen at visit 210.", "Mr B's sister rang.")


def test_any_change_gives_what_setting_it_all_at_once_would(
    view: ReadingView, qtbot: QtBot
) -> None:
    fresh = ReadingView()
    qtbot.addWidget(fresh)
    table = Table((Column("a", "A"),), tuple(((f"row {n}",),) for n in range(100)))
    versions = [
        long_report(120),
        long_report(60),
        report(table, Paragraph(("after",)), table),
        report(Paragraph(("before",)), table),
        report(),
        long_report(170, changed=3),
    ]
    for version in versions:
        show(view, version, qtbot)
        fresh.forget()
        show(fresh, version, qtbot)
        assert view.text.toPlainText() == fresh.text.toPlainText()


def test_a_new_name_in_the_register_sets_everything_anew(view: ReadingView, qtbot: QtBot) -> None:
    document = report(Paragraph(("then Rowan Ashe fell",)))
    show(view, document, qtbot)
    renamed = Register(
        (Entity(id="p1", kind=EntityKind.PERSON, name="Rowan Ashe", shown_as="Uncle"),)
    )
    show(view, document, qtbot, renamed)
    assert [text for text, _ in marked(view)] == ["Uncle"]


def test_a_new_name_in_the_register_leaves_the_author_where_they_read(
    view: ReadingView, qtbot: QtBot
) -> None:
    document = long_report(4_000)
    show(view, document, qtbot)
    bar = view.text.verticalScrollBar()
    bar.setValue(bar.maximum() - 500)
    at = bar.value()
    renamed = Register(
        (Entity(id="p1", kind=EntityKind.PERSON, name="Rowan Ashe", shown_as="Mr C"),)
    )
    show(view, document, qtbot, renamed)
    assert bar.value() == at


def test_nothing_is_left_once_the_review_is_locked(view: ReadingView, qtbot: QtBot) -> None:
    show(view, report(Paragraph(("then Rowan Ashe fell",))), qtbot)
    view.go_to_mark(1)
    view.forget()
    assert view.text.toPlainText() == ""
    assert "Rowan" not in view.told.text()
    assert not view.go_to_mark(1)
