"""Ctrl+K finds what the record holds, and goes there."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.test_accessible_names import nameless
from ui.shell.page_entries import FOUND, PAGES
from ui.shell.palette import Palette
from ui.shell.window import MainWindow
from ui.support.background import Background
from ui.support.session import Saved
from workbench.actions.agencies import add_agency, add_contribution
from workbench.actions.chronology import add_entry
from workbench.actions.factors import add_factor
from workbench.actions.findings import add_finding
from workbench.actions.meetings import add_meeting, record_action, record_decision
from workbench.actions.people import add_person, add_place
from workbench.actions.recommendations import add_recommendation
from workbench.actions.set_up import write_passage
from workbench.actions.versions import name_version
from workbench.intake.dates import understand
from workbench.model.agencies import Agency
from workbench.model.factors import Side
from workbench.model.people import Person
from workbench.model.reviews import Passage
from workbench.questions.found import OFFERED, find_anything
from workbench.review import Review


def in_a_meeting(review: Review, record: Callable[..., object]) -> str:
    """A second meeting, with this in it."""
    add_meeting(review, title="First meeting", date="2020-01-01")
    meeting, _ = add_meeting(review, title="Second meeting", date="2020-02-01")
    record(review, meeting=meeting.id, text="Light the lantern")
    return meeting.id


def in_an_agency(review: Review) -> str:
    """A second agency, with a contribution."""
    add_agency(review, name="Alder Trust")
    agency, _ = add_agency(review, name="Harbour Trust")
    add_contribution(review, agency=agency.id, title="The lantern report")
    return agency.id


def as_passage(review: Review) -> str:
    """What the author wrote for a section of the report."""
    write_passage(review, "methodology", "We lit a lantern.")
    return review.all(Passage)[0].id


MADE: dict[str, Callable[[Review], str]] = {
    "person": lambda r: add_person(r, name="Rowan Lantern")[0].id,
    "place": lambda r: add_place(r, name="Lantern House")[0].id,
    "agency": lambda r: add_agency(r, name="Lantern Trust")[0].id,
    "contribution": in_an_agency,
    "entry": lambda r: add_entry(r, text="She carried a lantern.")[0].id,
    "factor": lambda r: add_factor(r, side=Side.PROTECTIVE, statement="A lantern lit")[0].id,
    "finding": lambda r: add_finding(r, title="The lantern")[0].id,
    "recommendation": lambda r: add_recommendation(r, text="Buy a lantern")[0].id,
    "meeting": lambda r: add_meeting(r, title="The lantern")[0].id,
    "decision": lambda r: in_a_meeting(r, record_decision),
    "meeting_action": lambda r: in_a_meeting(r, record_action),
    "passage": as_passage,
    "named_version": lambda r: name_version(r, "The lantern draft")[0].id,
}


def typed(window: MainWindow, qtbot: QtBot, text: str) -> Palette:
    """The box with this typed, and the record asked."""
    with qtbot.waitActive(window):
        window.activateWindow()
    window.find_anything()
    palette: Palette = window.beside.palette
    qtbot.keyClicks(palette.line, text)
    qtbot.waitUntil(lambda: palette.settled)
    return palette


def lines(palette: Palette) -> list[str]:
    """What a screen reader says of each line."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return [palette.list.item(row).data(role) for row in range(palette.list.count())]


@pytest.mark.parametrize("kind", list(MADE))
def test_what_is_found_is_gone_to(
    window: MainWindow, quick_review: Review, qtbot: QtBot, kind: str
) -> None:
    wanted = MADE[kind](quick_review)
    window.session.open(quick_review)
    palette = typed(window, qtbot, "lantern")
    assert [line.rpartition(", ")[2] for line in lines(palette)] == [FOUND[kind].word]
    assert nameless(window) == []

    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    page = window.workspace.page
    assert window.workspace.shown == FOUND[kind].page
    if kind == "passage":
        assert page.passages.text.value() == "We lit a lantern."
        qtbot.waitUntil(lambda: page.settled)
    else:
        qtbot.waitUntil(lambda: getattr(page, "settled", True))
        chosen = page.shown.chosen if hasattr(page, "shown") else page.chosen
        assert chosen.id == wanted
    assert palette.isHidden()


def test_what_is_found_stands_below_the_commands_and_enter_does_not_wait(
    working: MainWindow, qtbot: QtBot
) -> None:
    working.session.run(lambda review: add_person(review, name="Rowan Agen"))
    palette = typed(working, qtbot, "agen")
    found = lines(palette)
    assert found[0].startswith("Agencies")
    assert found[-1] == "Rowan Agen, Person"

    palette.line.selectAll()
    qtbot.keyClicks(palette.line, "rowan")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: working.workspace.shown == "People")


def test_escape_restores_the_focus_and_nothing_found_stays_in_the_box(
    working: MainWindow, qtbot: QtBot
) -> None:
    working.session.run(lambda review: add_person(review, name="Rowan Ashe"))
    working.show_page("People")
    before = working.focusWidget()
    palette = typed(working, qtbot, "rowan")
    assert lines(palette) == ["Rowan Ashe, Person"]
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert working.focusWidget() is before
    assert palette.list.count() == 0
    assert palette.line.text() == ""

    palette = typed(working, qtbot, "rowan")
    working.lock()
    assert palette.list.count() == 0
    qtbot.waitUntil(lambda: working.session.review is None)


def test_a_list_narrowed_to_other_words_still_shows_what_was_found(
    working: MainWindow, qtbot: QtBot
) -> None:
    working.session.run(lambda review: add_factor(review, side=Side.RISK, statement="A lantern"))
    working.session.run(lambda review: add_person(review, name="Rowan Ashe"))
    working.show_page("Risks and protective factors")
    page = working.workspace.page
    page.person.show_value(working.session.record.all(Person)[0].id)
    page.refresh()
    palette = typed(working, qtbot, "lantern")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert page.columns[Side.RISK].cards.selected_id() == page.chosen.id


def test_every_kind_that_can_be_found_has_a_page() -> None:
    assert set(FOUND) == {kind.kind for kind in OFFERED}
    assert {each.page for each in FOUND.values()} <= {page.name for page in PAGES}


def test_a_name_typed_with_a_slip_is_found(working: MainWindow, qtbot: QtBot) -> None:
    working.session.run(lambda review: add_person(review, name="Thaddeus Okonkwo"))
    assert lines(typed(working, qtbot, "okonkow tadeus")) == ["Thaddeus Okonkwo, Person"]


def narrowed(working: MainWindow, qtbot: QtBot) -> Palette:
    """A search that is about to be narrowed, in a record with three things that hold the word."""
    run = working.session.run
    run(lambda review: add_agency(review, name="Lantern Trust"))
    agency = working.session.record.all(Agency)[0].id
    run(lambda review: add_entry(review, text="A lantern was lit.", agency=agency))
    run(lambda review: add_entry(review, text="No lantern.", when=understand("3 May 2018").when))
    palette = typed(working, qtbot, "lantern")
    assert len(lines(palette)) == 3
    palette.narrow_button.click()
    assert palette.isVisible()
    assert nameless(working) == []
    return palette


def settled(palette: Palette, qtbot: QtBot) -> list[str]:
    qtbot.waitUntil(lambda: palette.settled)
    return lines(palette)


def test_what_is_found_is_narrowed_by_kind_agency_and_days(
    working: MainWindow, qtbot: QtBot
) -> None:
    palette = narrowed(working, qtbot)
    row = palette.narrow
    row.agency.show_value(working.session.record.all(Agency)[0].id)
    row.agency.edited.emit()
    assert settled(palette, qtbot) == ["Lantern Trust, Agency", "A lantern was lit., Entry"]
    row.kind.show_value("entry")
    row.kind.edited.emit()
    assert settled(palette, qtbot) == ["A lantern was lit., Entry"]
    row.agency.show_value(None)
    row.first.line.setText("1 May 2018")
    row.first.line.visit.touch()
    row.first.line.visit.settle()
    assert settled(palette, qtbot) == ["3 May 2018 · No lantern., Entry"]
    row.last.line.setText("2 May 2018")
    row.last.line.visit.touch()
    row.last.line.visit.settle()
    assert settled(palette, qtbot) == []
    assert palette.nothing.isVisible()


def test_escape_leaves_from_any_choice_and_the_narrowing_goes_with_the_box(
    working: MainWindow, qtbot: QtBot
) -> None:
    palette = narrowed(working, qtbot)
    palette.narrow.kind.show_value("person")
    palette.narrow.person.setFocus()
    assert palette.isVisible(), "the focus is still in the box"
    qtbot.keyClick(palette.narrow.person, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert palette.narrow.person.count() == 1, "nobody's name stays in a hidden choice"
    palette = typed(working, qtbot, "lantern")
    assert len(lines(palette)) == 3


def test_going_elsewhere_in_the_window_takes_the_box_away(
    working: MainWindow, qtbot: QtBot
) -> None:
    palette = typed(working, qtbot, "undo")
    working.workspace.rail.setFocus()
    assert palette.isHidden()
    assert working.focusWidget() is working.workspace.rail


def test_an_answer_that_comes_too_late_is_not_shown(working: MainWindow, qtbot: QtBot) -> None:
    working.session.run(lambda review: add_person(review, name="Rowan Ashe"))
    palette = typed(working, qtbot, "rowa")
    palette.line.setText("nobody of that name")
    palette._show_found(palette._asked - 1, find_anything(working.session.record, "rowan"))
    assert settled(palette, qtbot) == []


def test_a_search_does_not_wait_until_the_file_is_written(
    working: MainWindow, qtbot: QtBot, background: Background
) -> None:
    working.session.run(lambda review: add_person(review, name="Rowan Ashe"))
    written = threading.Event()
    background.start(lambda: written.wait(10), done=lambda _: None, failed=lambda _: None)
    try:
        assert lines(typed(working, qtbot, "rowan")) == ["Rowan Ashe, Person"]
    finally:
        written.set()


def test_once_all_is_saved_a_search_is_the_workers(
    working: MainWindow, qtbot: QtBot, background: Background
) -> None:
    working.session.run(lambda review: add_person(review, name="Rowan Ashe"))
    working.session.save_now()
    qtbot.waitUntil(lambda: working.session.state is Saved.SAVED, timeout=10_000)
    go_on = threading.Event()
    background.start(lambda: go_on.wait(10), done=lambda _: None, failed=lambda _: None)
    working.find_anything()
    palette: Palette = working.beside.palette
    qtbot.keyClicks(palette.line, "rowan")
    qtbot.waitUntil(lambda: not palette._typed.isActive())
    assert lines(palette) == [], "the screen's thread did not look"
    go_on.set()
    assert settled(palette, qtbot) == ["Rowan Ashe, Person"]
