"""Fields: a control with its label, hint and error; what each control keeps and shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.field import ChoiceField, Field, LineField, LinesField, TextField, plain
from ui.widgets.notice import NoticeBar
from ui.widgets.when_field import DayField, WhenField
from workbench.model.when import UNDATED, Precision


@pytest.fixture
def sheet(qtbot: QtBot) -> Iterator[QVBoxLayout]:
    """A window to put fields on."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    window.show()
    qtbot.waitExposed(window)
    yield layout
    window.close()


def put(sheet: QVBoxLayout, *widgets: QWidget) -> None:
    """Put widgets on the window and have them shown."""
    for widget in widgets:
        sheet.addWidget(widget)
    QApplication.processEvents()


def test_a_field_ties_label_hint_and_error_to_its_control(sheet: QVBoxLayout) -> None:
    line = LineField()
    field = Field("&Agency", line, hint="The agency that sent this.")
    put(sheet, field)
    assert field.label.buddy() is line
    assert line.accessibleName() == "Agency"
    assert line.accessibleDescription() == "The agency that sent this."

    field.show_error("Name an agency.")
    assert field.error.isVisible()
    assert line.accessibleDescription() == "Name an agency. The agency that sent this."
    field.show_error("")
    assert field.error.isHidden()


def test_a_label_is_spoken_without_its_mark() -> None:
    assert plain("Risks && &factors") == "Risks & factors"


def test_tab_leaves_a_text_and_takes_what_was_typed_with_it(
    sheet: QVBoxLayout, qtbot: QtBot
) -> None:
    text, after = TextField(), LineField()
    put(sheet, text, after)
    text.setFocus()
    qtbot.keyClicks(text, "One thing")
    with qtbot.waitSignal(text.edited, timeout=200):
        qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert text.value() == "One thing"


def test_what_is_being_typed_is_not_overwritten(sheet: QVBoxLayout, qtbot: QtBot) -> None:
    line = LineField()
    put(sheet, line)
    line.show_value("before")
    qtbot.keyClicks(line, "x")
    line.show_value("from elsewhere")
    assert line.text() == "xbefore"
    line.visit.settle()
    line.show_value("from elsewhere")
    assert line.text() == "from elsewhere"


def test_each_visit_is_a_step_of_its_own(sheet: QVBoxLayout) -> None:
    line, other = LineField(), LineField()
    put(sheet, line, other)
    line.setFocus()
    first = line.visit.step
    other.setFocus()
    line.setFocus()
    assert line.visit.step != first


def test_lines_are_a_tuple_without_the_empty_ones() -> None:
    lines = LinesField()
    lines.setPlainText(" Ro \n\nRowan A.\n")
    assert lines.value() == ("Ro", "Rowan A.")


def test_showing_a_text_is_no_edit(qtbot: QtBot) -> None:
    text = TextField()
    text.show_value("One thing")
    assert not text.visit.unsettled


def test_a_choice_keeps_a_code_that_its_vocabulary_no_longer_has() -> None:
    choice = ChoiceField("person-roles")
    choice.show_value("godparent-of-old")
    assert choice.value() == "godparent-of-old"


def test_no_choice_is_empty_in_a_vocabulary_and_none_among_facts() -> None:
    coded, facts = ChoiceField("mandates", empty="Not chosen"), ChoiceField(empty="Nobody")
    facts.offer([("p1", "Rowan Ashe")])
    assert coded.value() == ""
    assert facts.value() is None
    facts.show_value("p1")
    facts.offer([("p1", "Rowan Ashe"), ("p2", "Lindsay Elm")])
    assert facts.value() == "p1"


def test_a_time_is_kept_as_written_and_said_as_understood(sheet: QVBoxLayout, qtbot: QtBot) -> None:
    field = WhenField()
    put(sheet, field)
    qtbot.keyClicks(field.line, "early march 2024")
    assert field.understood.text() == "Understood as: Early March 2024"
    assert field.value().text == "early march 2024"
    assert field.value().start == date(2024, 3, 1)

    field.line.selectAll()
    qtbot.keyClicks(field.line, "some while ago")
    assert field.understood.text()
    assert not field.value().dated
    assert field.value().text == "some while ago"

    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    assert field.value() == UNDATED
    assert field.understood.isHidden()


def test_a_day_is_kept_as_the_record_keeps_days_and_shown_in_words(
    sheet: QVBoxLayout, qtbot: QtBot
) -> None:
    field = DayField()
    put(sheet, field)
    qtbot.keyClicks(field.line, "31/3/26")
    with qtbot.waitSignal(field.edited, timeout=200):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value() == "2026-03-31"
    assert field.line.text() == "31 March 2026"


def test_a_month_is_no_day_and_the_day_before_stays(sheet: QVBoxLayout, qtbot: QtBot) -> None:
    field = DayField()
    put(sheet, field)
    field.show_value("2026-03-31")
    field.line.selectAll()
    qtbot.keyClicks(field.line, "March 2026")
    with qtbot.assertNotEmitted(field.edited):
        field.visit.settle()
    assert field.wrong.isVisible()
    assert field.value() == "2026-03-31"


def test_a_time_s_precision_is_what_was_written(sheet: QVBoxLayout, qtbot: QtBot) -> None:
    field = WhenField()
    put(sheet, field)
    qtbot.keyClicks(field.line, "22 May 2016 at 11:40")
    assert field.value().precision is Precision.MINUTE


def test_a_notice_s_button_does_its_act_once_and_goes(sheet: QVBoxLayout) -> None:
    bar, done = NoticeBar(), []
    put(sheet, bar)
    bar.say("Deleted the person.", act="Undo", run=lambda: done.append("undone"))
    bar.act.click()
    assert done == ["undone"]
    assert bar.isHidden()

    bar.say("Saved.")
    bar.expire()
    assert bar.isVisible()
    assert bar.act.isHidden()
