"""The box for prose: marks by keyboard, looks as written, and spelling."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat
from pytestqt.qtbot import QtBot

from ui.widgets.prose import ProseField


@pytest.fixture
def prose(qtbot: QtBot) -> ProseField:
    prose = ProseField()
    qtbot.addWidget(prose)
    prose.show()
    return prose


def formats(prose: ProseField, line: int = 0) -> dict[str, QTextCharFormat]:
    """The formats of a line by the words that have them."""
    block = prose.document().findBlockByNumber(line)
    found = {}
    for each in block.layout().formats():
        look = QTextCharFormat(each.format)  # a copy: the range takes its own with it
        found[block.text()[each.start : each.start + each.length]] = look
    return found


def test_what_is_selected_is_marked_and_unmarked_by_keyboard(
    prose: ProseField, qtbot: QtBot
) -> None:
    prose.show_value("The school was told twice.")
    prose.find("told")
    qtbot.keyClick(prose, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert prose.value() == "The school was **told** twice."
    assert formats(prose)["**told**"].fontWeight() == QFont.Weight.Bold
    qtbot.keyClick(prose, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert prose.value() == "The school was told twice."
    qtbot.keyClick(prose, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert prose.value() == "The school was *told* twice."
    prose.undo()
    assert prose.value() == "The school was told twice."


def test_lines_become_a_list_and_lines_again(prose: ProseField) -> None:
    prose.show_value("first\nsecond")
    prose.selectAll()
    prose.begin_lines("- ")
    assert prose.value() == "- first\n- second"
    prose.selectAll()
    prose.begin_lines("- ")
    assert prose.value() == "first\nsecond"


def test_a_heading_and_a_quotation_look_like_it(prose: ProseField) -> None:
    prose.show_value("# What was known\n> Nobody asked me.")
    assert formats(prose)["# What was known"].fontWeight() == QFont.Weight.Bold
    assert formats(prose, 1)["> Nobody asked me."].fontItalic()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a menu off screen
def test_a_slip_is_underlined_and_f7_offers_what_was_meant(prose: ProseField, qtbot: QtBot) -> None:
    prose.show_value("A letter was recieved by Ms Oyelaran.")
    slip = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
    marked = [words for words, look in formats(prose).items() if look.underlineStyle() == slip]
    assert marked == ["recieved"]
    qtbot.keyClick(prose, Qt.Key.Key_F7)
    menu = prose.slip_menu()
    assert menu.actions()[0].text() == "received"
    menu.actions()[0].trigger()
    assert prose.value() == "A letter was received by Ms Oyelaran."
    menu.close()


def test_a_word_that_is_ignored_is_marked_no_more(prose: ProseField) -> None:
    prose.show_value("The cspr was delayed by zzyx.")
    prose.find("zzyx")
    menu = prose.slip_menu()
    assert "No word" in menu.actions()[0].text()
    menu.actions()[-1].trigger()
    assert "zzyx" not in formats(prose)
    menu.close()
