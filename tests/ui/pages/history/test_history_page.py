"""The history page: steps, differences, versions; asked on the worker, long lists as one scrolls."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.conftest import PASSPHRASE
from ui.pages.history.choices import Show
from ui.pages.history.page import HistoryPage
from ui.shell.window import MainWindow
from ui.support.background import Background
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions import versions
from workbench.actions.chronology import add_entry
from workbench.actions.editing import amend, remove
from workbench.actions.findings import add_finding
from workbench.actions.meetings import add_meeting, record_decision
from workbench.actions.opening import open_review
from workbench.actions.people import add_person
from workbench.actions.set_up import write_passage
from workbench.actions.versions import name_version
from workbench.model.chronology import Entry
from workbench.model.people import Person
from workbench.model.versions import NamedVersion
from workbench.review import Review
from workbench.store.keys import LEAST


def work(review: Review) -> None:
    """A version, and what was done after it."""
    ann, _ = add_person(review, name="Ann Rowan", note="Seen at home.")
    finding, _ = add_finding(review, title="Doors", statement="Nobody asked Ann.")
    name_version(review, "Panel 2 draft")
    amend(review, ann, note="Seen twice at home.")
    amend(review, finding, statement="Nobody asked Beth.")
    entry, _ = add_entry(review, text="A visit was made.")
    amend(review, entry, comment="Ask")
    review.undo()


@pytest.fixture
def page(qtbot: QtBot, session: Session, commands: Commands) -> HistoryPage:
    work(session.record)
    page = HistoryPage(session, commands)
    qtbot.addWidget(page)
    session.changed.connect(lambda _: page.refresh())
    page.resize(1200, 700)
    page.show()
    qtbot.waitExposed(page)
    page.refresh()
    settle(page, qtbot)
    return page


def settle(page: HistoryPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.settled, timeout=10_000)


def listed(page: HistoryPage) -> list[str]:
    """Every row as it is read: headings, and lines by their visible cells."""
    shown = [at for at in range(5) if not page.table.isColumnHidden(at)]
    return [row.heading or " | ".join(row.cells[at] for at in shown) for row in page.rows.rows]


def choose(page: HistoryPage, words: str, qtbot: QtBot) -> None:
    row = next(at for at, said in enumerate(listed(page)) if words in said)
    page.table.select_row(row)
    settle(page, qtbot)


def ask_since(page: HistoryPage, name: str, qtbot: QtBot) -> None:
    wanted = next(
        page.choices.show_what.itemData(at)
        for at in range(page.choices.show_what.count())
        if name in page.choices.show_what.itemText(at)
    )
    page.choices.ask_since(wanted.removeprefix("since "))
    settle(page, qtbot)


def test_steps_are_listed_by_day_newest_first_with_what_they_did(
    page: HistoryPage, qtbot: QtBot
) -> None:
    rows = listed(page)
    assert rows[0].startswith("Today, ")
    clock = f"{datetime.now(UTC).astimezone():%H:%M}"[:2]
    assert rows[1].startswith(clock)
    assert [row.split(" | ")[1] for row in rows[1:4]] == [
        "Took back: change reviewer’s comment of entry",
        "Change reviewer’s comment of entry (taken back since)",
        "Add entry",
    ]
    assert rows[1].endswith("Undated: A visit was made. | Ash Rowan")
    choose(page, "Change private note of person", qtbot)
    assert "Seen " in page.detail.view.text()
    assert "<b>twice</b></u>" in page.detail.view.text()
    assert "added “twice”" in page.detail.view.accessibleDescription()


def test_removed_words_are_struck_and_added_ones_underlined_in_colours_of_their_own(
    page: HistoryPage, qtbot: QtBot
) -> None:
    choose(page, "Change statement of finding", qtbot)
    html = page.detail.view.text()
    struck, underlined = (
        html.partition(tag)[2].partition("color:")[2][:7] for tag in ("<s ", "<u ")
    )
    assert QColor(struck).isValid()
    assert struck != underlined
    assert ">Ann.</s>" in html
    assert "<b>Beth.</b></u>" in html
    assert page.detail.view.accessibleDescription() == (
        "Changed: Doors. What we found: removed “Ann.”, added “Beth.”."
    )


def test_no_words_of_it_can_be_dragged_to_another_program(page: HistoryPage) -> None:
    flags = page.detail.view.textInteractionFlags()
    assert not flags & Qt.TextInteractionFlag.TextSelectableByMouse
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard, "it can be read and copied"


def test_what_changed_since_a_version_is_grouped_and_leaves_out_what_was_undone(
    page: HistoryPage, qtbot: QtBot
) -> None:
    ask_since(page, "Panel 2 draft", qtbot)
    assert listed(page) == [
        "People",
        "Changed | Ann Rowan",
        "Chronology",
        "Added | Undated: A visit was made.",
        "Findings",
        "Changed | Doors",
    ]
    choose(page, "A visit was made.", qtbot)
    assert "A visit was made." in page.detail.view.text()
    assert "<u" not in page.detail.view.text(), "of what is new every word is new"


def test_two_versions_are_compared(page: HistoryPage, qtbot: QtBot) -> None:
    page.session.run(lambda review: name_version(review, "Panel 3 draft"))
    page.session.run(lambda review: remove(review, [review.all(Entry)[0]]))
    settle(page, qtbot)
    ask_since(page, "Panel 2 draft", qtbot)
    assert "Chronology" not in listed(page)
    until = page.choices.until
    until.setCurrentIndex(
        next(at for at in range(until.count()) if "Panel 3" in until.itemText(at))
    )
    until.edited.emit()
    settle(page, qtbot)
    assert "Added | Undated: A visit was made." in listed(page)


def test_the_later_moment_first_is_said_to_be_the_wrong_way_round(
    page: HistoryPage, qtbot: QtBot
) -> None:
    page.session.run(lambda review: name_version(review, "Panel 3 draft"))
    settle(page, qtbot)
    ask_since(page, "Panel 3 draft", qtbot)
    assert page.frame.empty.text() == "Nothing is different."
    until = page.choices.until
    until.setCurrentIndex(
        next(at for at in range(until.count()) if "Panel 2" in until.itemText(at))
    )
    until.edited.emit()
    settle(page, qtbot)
    assert "earlier of the two" in page.frame.empty.text()


def test_what_changed_since_a_day(page: HistoryPage, qtbot: QtBot) -> None:
    page.choices.ask(Show.SINCE_A_DAY)
    settle(page, qtbot)
    assert page.frame.empty.text() == "Type the day above."
    qtbot.keyClicks(page.choices.day.line, "3 May 2020")
    page.choices.day.line.visit.settle()
    settle(page, qtbot)
    assert "Added | Ann Rowan" in listed(page)
    assert "Added | Adult C" in listed(page)


def test_a_version_is_named_renamed_noted_and_forgotten(page: HistoryPage, qtbot: QtBot) -> None:
    page.new_item()
    settle(page, qtbot)
    form = page.detail.version
    assert form.version is not None
    assert form.version.name.startswith("Version of ")
    assert form.name.hasFocus() or not page.isActiveWindow()
    qtbot.keyClicks(form.name, "Panel 3 draft")
    form.name.visit.settle()
    settle(page, qtbot)
    qtbot.keyClicks(form.note, "as sent out")
    form.note.visit.settle()
    settle(page, qtbot)
    newest = page.session.record.all(NamedVersion)[-1]
    assert (newest.name, newest.note) == ("Panel 3 draft", "as sent out")
    form.name.setText("panel 2 DRAFT")
    form.name.visit.touch()
    form.name.visit.settle()
    assert form.name.text() == "Panel 3 draft", "a name that is taken is refused"
    page.delete_item()
    settle(page, qtbot)
    assert [each.name for each in page.session.record.all(NamedVersion)] == ["Panel 2 draft"]
    assert page.notice.text.text().startswith("The name is forgotten.")


def test_where_there_is_little_room_a_new_versions_name_is_still_seen(
    page: HistoryPage, qtbot: QtBot
) -> None:
    page.resize(500, 600)
    qtbot.waitUntil(lambda: page.frame.narrow)
    assert not page.frame.pane.isVisible()
    page.new_item()
    settle(page, qtbot)
    assert page.detail.version.name.isVisible()


def test_a_version_is_exported_for_who_has_the_passphrase(
    page: HistoryPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = versions.export_version
    monkeypatch.setattr(
        "ui.pages.history.version_form.export_version",
        lambda *args: export(*args, cost=LEAST),
    )
    page.choices.ask(Show.VERSIONS)
    settle(page, qtbot)
    form, target = page.detail.version, tmp_path / "panel 2.review"
    form.choose_file()
    assert "Type the passphrase" in form.passphrase_field.error.text()
    form.passphrase.setText("not the one")
    form.export_to(target)
    qtbot.waitUntil(form.export_button.isEnabled, timeout=10_000)
    assert "does not open" in form.passphrase_field.error.text()
    assert not target.exists()
    form.passphrase.setText(PASSPHRASE)
    form.export_to(target)
    qtbot.waitUntil(form.export_button.isEnabled, timeout=10_000)
    assert page.notice.text.text() == "The version is written to panel 2.review."
    assert form.passphrase.text() == ""
    exported = open_review(target, PASSPHRASE, author="Ash Rowan", read_only=True)
    assert [person.note for person in exported.all(Person)] == ["Seen at home."]
    exported.close()


def test_a_long_history_comes_as_one_scrolls(page: HistoryPage, qtbot: QtBot) -> None:
    ann = page.session.record.all(Person)[0]
    for number in range(230):
        amend(page.session.record, ann, note=f"note {number}")
    page.refresh()
    settle(page, qtbot)
    first = page.rows.rowCount()
    assert first < 230
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: page.rows.rowCount() > first)
    settle(page, qtbot)
    rows = listed(page)
    assert rows[-1].split(" | ")[1] == "Set up the review"
    assert sum(row.startswith("Today") for row in rows) == 1, "the day goes on"
    assert not page.rows.canFetchMore()


def test_headings_are_passed_by_and_cannot_be_chosen(page: HistoryPage, qtbot: QtBot) -> None:
    ask_since(page, "Panel 2 draft", qtbot)
    page.table.setFocus()
    chosen = []
    for _ in range(3):
        row = page.chosen_row
        chosen.append(row.cells[3] if row else "a heading")
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert chosen == ["Ann Rowan", "Undated: A visit was made.", "Doors"]


def test_the_history_of_the_item_in_hand_is_reached_from_its_page_and_left_again(
    working: MainWindow, qtbot: QtBot
) -> None:
    review = working.session.record
    work(review)
    meeting, _ = add_meeting(review, title="First panel")
    record_decision(review, meeting=meeting.id, text="Ask again.")
    working.show_page("Report")
    write_passage(review, working.workspace.page.passages.section.value(), "We asked again.")
    working.session.changed.emit(frozenset(HistoryPage.topics))
    for name, what in (
        ("Overview", "Set up the review"),
        ("People", "Change private note of person"),
        ("Chronology", "Took back: change reviewer’s comment of entry"),
        ("Findings", "Change statement of finding"),
        ("Report", "Write a section of the report"),
        ("Meetings", "Record decision"),
    ):
        working.show_page(name)
        page = working.workspace.page
        if hasattr(page, "settled"):
            qtbot.waitUntil(lambda page=page: page.settled)
        working.commands.action("item.history").trigger()
        assert working.workspace.shown == "History"
        history: HistoryPage = working.workspace.page
        settle(history, qtbot)
        assert what in listed(history)[1]
        assert not history.only.isHidden()
    history.detail.go_button.click()
    assert working.workspace.shown == "Meetings"
    working.show_page("History")
    history.everything_button.click()
    settle(history, qtbot)
    assert history.only.isHidden()
    assert "Write a section" in listed(history)[1]


def test_with_nothing_chosen_it_is_said(working: MainWindow) -> None:
    working.show_page("People")
    working.commands.action("item.history").trigger()
    assert working.workspace.shown == "People"
    assert "Choose an item" in working.workspace.notice.text.text()


def test_the_record_is_named_as_it_is_now_from_any_page(working: MainWindow, qtbot: QtBot) -> None:
    working.show_page("People")
    working.commands.action("history.name").trigger()
    settle(working.workspace.page, qtbot)
    assert len(working.session.record.all(NamedVersion)) == 1
    assert working.workspace.shown == "History"


def test_the_steps_do_not_wait_until_the_file_is_written(
    page: HistoryPage, qtbot: QtBot, background: Background
) -> None:
    go_on = threading.Event()
    background.start(lambda: go_on.wait(10), done=lambda _: None, failed=lambda _: None)
    try:
        page.session.run(lambda review: add_person(review, name="Beth Rowan"))
        assert page.settled
        assert "Add person | Beth Rowan" in listed(page)[1]
        page.table.select_row(1)
        assert "Beth Rowan" in page.detail.view.text()
        ask_since_now = page.choices.show_what.findText("Panel 2", Qt.MatchFlag.MatchContains)
        page.choices.ask_since(page.choices.show_what.itemData(ask_since_now)[6:])
        assert not page.settled, "what takes long is left to the worker"
    finally:
        go_on.set()
    settle(page, qtbot)
    assert "Added | Beth Rowan" in listed(page)
