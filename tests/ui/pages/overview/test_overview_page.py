"""The overview: what needs doing leads to where it is done; the details are edited in place."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.shell.window import MainWindow
from ui.widgets.line_button import LineButton
from workbench.actions.people import add_person
from workbench.model.people import Person


def lines(window: MainWindow) -> list[LineButton]:
    """The buttons of what needs doing."""
    layout = window.workspace.page.todo
    rows = (layout.itemAt(at).widget() for at in range(layout.count()))
    return [row for row in rows if isinstance(row, LineButton)]


def test_a_new_review_says_where_to_begin(working: MainWindow) -> None:
    assert [line.text() for line in lines(working)] == [
        "Nobody is recorded yet",
        "No agency is recorded yet",
        "No entry is recorded yet",
    ]


def test_what_needs_doing_leads_to_where_it_is_done(working: MainWindow) -> None:
    working.session.run(lambda review: add_person(review, name="Rowan Ashe", pseudonym="Adult C"))
    working.session.run(lambda review: add_person(review, name="Lindsay Elm"))
    line = next(line for line in lines(working) if "pseudonym" in line.text())
    assert line.text() == "1 person without a pseudonym"
    assert line.accessibleName() == "1 person without a pseudonym. Goes to People"

    line.click()

    assert working.workspace.shown == "People"
    chosen = working.workspace.page.people.chosen_id
    assert working.session.record.get(Person, chosen).name == "Lindsay Elm"


def test_the_details_are_edited_in_place(working: MainWindow, qtbot: QtBot) -> None:
    controls = working.workspace.page.form._controls
    qtbot.keyClicks(controls["board"], "Wrenshire Safeguarding Adults Board")
    qtbot.keyClicks(controls["scope_start"].line, "1 June 2022")
    for name in ("board", "scope_start"):
        controls[name].visit.settle()
    details = working.session.record.details
    assert details.board == "Wrenshire Safeguarding Adults Board"
    assert details.scope_start == "2022-06-01"


def test_the_review_s_title_above_the_page_follows(working: MainWindow, qtbot: QtBot) -> None:
    title = working.workspace.page.form._controls["title"]
    title.selectAll()
    qtbot.keyClicks(title, "Adult D")
    title.visit.settle()
    assert working.workspace.named.text() == "Adult D"
