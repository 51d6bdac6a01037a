"""The main window at work: the rail, commands, undo, saving, text size, the list of keys."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.shell.fault import FaultWindow, details_of
from ui.shell.keys_window import KeysWindow
from ui.shell.page_entries import PAGES
from ui.shell.palette import matching
from ui.shell.rail import COUNT_ROLE
from ui.shell.window import MainWindow
from workbench.actions.people import add_person
from workbench.model.people import Person
from workbench.settings import load_settings


def built() -> list[str]:
    """The pages of the rail."""
    return [page.name for page in PAGES]


def test_the_rail_has_the_pages_in_working_order(working: MainWindow) -> None:
    rail = working.workspace.rail
    assert [rail.item(row).text() for row in range(rail.count())] == [
        "Overview",
        "People",
        "Agencies",
        "Chronology",
        "Risks and protective factors",
        "Findings",
        "Recommendations",
        "Meetings",
        "Report",
        "Disclosure",
        "History",
    ]


def test_the_rail_counts(working: MainWindow) -> None:
    working.session.run(lambda review: add_person(review, name="Rowan Ashe"))
    item = working.workspace.rail.item(1)
    assert item.data(COUNT_ROLE) == "1"
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "People, 1"


@pytest.mark.parametrize("name", ["Overview", "People", "Agencies", "Chronology"])
def test_a_page_is_reached_by_its_keys(working: MainWindow, name: str) -> None:
    entry = next(page for page in PAGES if page.name == name)
    action = next(
        action for action in working.actions() if QKeySequence(entry.keys) in action.shortcuts()
    )
    action.trigger()
    assert working.workspace.shown == name
    assert working.workspace.page.isVisible()


def test_undo_says_what_it_will_undo(working: MainWindow) -> None:
    undo, redo = working.commands.action("edit.undo"), working.commands.action("edit.redo")
    working.session.run(lambda review: add_person(review, name="Rowan Ashe"))
    assert undo.text() == "&Undo add person"

    undo.trigger()
    assert redo.text() == "&Redo add person"
    assert working.workspace.rail.item(1).data(COUNT_ROLE) == ""


def test_an_offer_to_undo_goes_when_something_else_is_done(working: MainWindow) -> None:
    working.session.run(lambda review: add_person(review, name="Rowan Ashe"))
    working.show_page("People")
    notice = working.workspace.page.people.notice
    working.workspace.page.delete_item()
    assert notice.act.isVisible()

    working.session.run(lambda review: add_person(review, name="Lindsay Elm"))
    assert notice.isHidden()


def test_ctrl_z_in_a_box_is_the_box_s_own_while_it_has_something_to_take_back(
    working: MainWindow, qtbot: QtBot
) -> None:
    board = working.workspace.page.form._controls["board"]
    board.setFocus()
    qtbot.keyClicks(board, "Wrenshire")
    qtbot.keyClick(board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert board.text() == ""
    board.visit.settle()
    assert working.session.record.details.board == ""


def test_ctrl_z_in_a_box_with_nothing_to_take_back_is_the_record_s(
    working: MainWindow, qtbot: QtBot
) -> None:
    working.session.run(lambda review: add_person(review, name="Rowan Ashe"))
    board = working.workspace.page.form._controls["board"]
    board.setFocus()
    qtbot.keyClick(board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert working.session.record.count(Person) == 0


def test_the_status_line_says_when_all_is_saved(working: MainWindow, qtbot: QtBot) -> None:
    working.session.run(lambda review: add_person(review, name="Rowan Ashe"))
    assert working.saved_label.text() == "Saving…"
    working.save_now()
    qtbot.waitUntil(lambda: working.saved_label.text().startswith("All changes saved"))
    assert not working.session.record.unsaved


def test_changes_save_themselves(working: MainWindow, qtbot: QtBot) -> None:
    working.session._saving.setInterval(1)
    working.session.run(lambda review: add_person(review, name="Rowan Ashe"))
    qtbot.waitUntil(lambda: not working.session.record.unsaved)


def test_no_two_commands_have_the_same_keys_even_with_every_page_open(
    working: MainWindow,
) -> None:
    for name in ("Overview", "People", "Agencies", "Chronology"):
        working.show_page(name)
    keys = [keys for command in working.commands.all() for keys in command.sequences]
    assert len(keys) == len(set(map(str, (k.toString() for k in keys)))) > 25


def test_a_page_s_commands_go_when_the_review_is_locked(working: MainWindow) -> None:
    working.show_page("People")
    assert any(command.page == "People" for command in working.commands.all())
    working.lock()
    assert not any(command.page for command in working.commands.all())
    usable = {command.id for command in working.commands.usable()}
    assert "file.open" in usable
    assert not usable & {"file.lock", "item.new", "panel.show", "page.people"}


def test_text_grows_and_shrinks_everywhere(working: MainWindow) -> None:
    label, title = QLabel("x"), working.workspace.page.title
    before, title_before = label.fontMetrics().height(), title.fontMetrics().height()
    for _ in range(5):
        working.change_text_size(1)
    assert QLabel("x").fontMetrics().height() > before * 1.6
    assert title.fontMetrics().height() > title_before * 1.6
    working.change_text_size(0)
    assert QLabel("x").fontMetrics().height() == before


@pytest.mark.parametrize("percent", [100, 200])
def test_no_page_makes_the_window_larger_than_a_small_screen(
    working: MainWindow, percent: int
) -> None:
    working._look.change(text_size=percent)
    working.resize(1280, 720)
    for page in PAGES:
        working.show_page(page.name)
        QApplication.processEvents()
        assert (working.width(), working.height()) == (1280, 720), page.name


def test_how_soon_it_locks_can_be_chosen_and_is_kept(working: MainWindow) -> None:
    working.commands.action("lock.after-30").trigger()
    assert working.locking.label.text() == "Locks after 30 minutes without use"
    assert load_settings().lock_after == 30


@pytest.mark.parametrize(("kept", "minutes"), [(0, 1), (-5, 1), (100_000, 480)])
def test_a_settings_file_cannot_turn_the_lock_off(
    working: MainWindow, kept: int, minutes: int
) -> None:
    working.locking.idle.set_minutes(kept)
    assert working.locking.idle.minutes == minutes
    assert working.locking.idle._end.interval() == minutes * 60_000


def test_the_typeface_is_the_one_that_ships(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == "Noto Sans"


def test_the_palette_finds_a_command_by_its_words_and_runs_it(
    working: MainWindow, qtbot: QtBot
) -> None:
    working.find_anything()
    palette = working.beside.palette
    qtbot.keyClicks(palette.line, "agenc")
    assert palette.list.item(0).text().startswith("Agencies")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert working.workspace.shown == "Agencies"
    assert palette.isHidden()


def test_the_palette_offers_only_what_would_do_something(window: MainWindow) -> None:
    offered = {command.id for command in matching(window.commands.usable(), "")}
    assert "file.new" in offered
    assert "file.save" not in offered


def test_the_list_of_keys_has_every_command_that_has_keys(
    working: MainWindow, qtbot: QtBot
) -> None:
    working.show_keys()
    keys = working.findChild(KeysWindow)
    assert keys is not None
    shown = {keys.table.item(row, 1).text() for row in range(keys.table.rowCount())}
    assert {"Lock", "Show to panel", "Chronology"} <= shown
    qtbot.keyClick(keys, Qt.Key.Key_Escape)


def test_f6_moves_between_the_parts_of_the_window(working: MainWindow) -> None:
    working.session.run(lambda review: add_person(review, name="Rowan Ashe"))
    working.workspace.go_to("People")
    working.activateWindow()
    workspace = working.workspace
    workspace.rail.setFocus()
    frame = workspace.page.frame
    seen = []
    for _ in range(3):
        working.next_part(1)
        seen.append(workspace.focusWidget())
    assert seen[0] is frame.table
    assert frame.detail.isAncestorOf(seen[1])
    assert seen[2] is workspace.rail


def test_the_details_of_a_fault_hold_code_lines_and_no_words_of_the_record() -> None:
    secret = "Rowan Ashe"
    try:
        raise KeyError(f"no {secret} here")
    except KeyError:
        kind, _, place = sys.exc_info()
        assert kind is not None
        details = details_of(kind, place)
    assert "KeyError" in details
    assert "test_window.py" in details
    assert secret not in details.replace('secret = "Rowan Ashe"', "")
    assert "/" not in details.split("\n", 3)[-1]


def test_an_unforeseen_error_gets_one_window(qtbot: QtBot) -> None:
    window = FaultWindow()
    qtbot.addWidget(window)
    window.tell(ValueError, ValueError("Rowan Ashe"), None)
    assert window.isVisible()
    assert "Rowan" not in window.details.toPlainText()


def test_qt_keeps_none_alive(qapp: QApplication) -> None:
    """PySide6 6.12.0 on Python 3.11 drops a reference to None in each call that returns nothing."""
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        label.setText("x")
    assert sys.getrefcount(None) > before - 500


def test_nothing_of_the_record_stays_in_a_widget_after_a_lock(working: MainWindow) -> None:
    working.session.run(lambda review: add_person(review, name="Rowan Ashe"))
    for name in ("People", "Agencies", "Overview"):
        working.show_page(name)
    kept = [working.workspace, *working.workspace.findChildren(QWidget)]
    gone: list[int] = []
    for widget in kept:
        widget.destroyed.connect(lambda _=None: gone.append(1))
    expected = len(kept)
    del kept, widget
    working.lock()
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    assert len(gone) == expected
