"""Meetings: what is decided and taken away is minuted while the meeting goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.pages.meetings.page import MeetingsPage
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.meetings import add_meeting
from workbench.model.meetings import Decision, Meeting, MeetingAction


@pytest.fixture
def page(qtbot: QtBot, session: Session, commands: Commands) -> MeetingsPage:
    for title, day in (("Third", ""), ("Second", "2026-03-09"), ("First", "2026-02-02")):
        session.run(lambda review, title=title, day=day: add_meeting(review, title=title, date=day))
    page = MeetingsPage(session, commands)
    qtbot.addWidget(page)
    session.changed.connect(lambda _: page.refresh())
    page.resize(1200, 800)
    page.show()
    qtbot.waitExposed(page)
    page.refresh()
    return page


def types(qtbot: QtBot, session: Session, control: QWidget, text: str) -> None:
    target = control.focusProxy() or control
    qtbot.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(target, text)
    session.settling.emit()


def test_meetings_stand_as_they_follow_each_other_and_the_undated_last(page: MeetingsPage) -> None:
    listed = page.facts(page.session.record, "")

    assert [meeting.title for meeting in listed] == ["First", "Second", "Third"]
    assert [meeting.title for meeting in page.facts(page.session.record, "sec")] == ["Second"]


def test_a_decision_is_minuted_with_its_reason_and_who_disagreed(
    page: MeetingsPage, session: Session, qtbot: QtBot
) -> None:
    page.form.decisions.add_button.click()
    (decision,) = session.record.all(Decision)
    fields = page.form.decisions.forms[decision.id].fields
    types(qtbot, session, fields["text"].control, "The scope begins in 2014")
    types(qtbot, session, fields["reason"].control, "The first referral")
    types(qtbot, session, fields["dissent"].control, "Housing would begin in 2015")

    (decision,) = session.record.all(Decision)
    assert (decision.text, decision.reason, decision.dissent) == (
        "The scope begins in 2014",
        "The first referral",
        "Housing would begin in 2015",
    )
    assert session.record.get(Meeting, decision.meeting).title == "First"


def test_an_action_has_an_owner_and_a_day_however_it_is_typed(
    page: MeetingsPage, session: Session, qtbot: QtBot
) -> None:
    page.form.taken.add_button.click()
    (action,) = session.record.all(MeetingAction)
    fields = page.form.taken.forms[action.id].fields
    types(qtbot, session, fields["text"].control, "Ask for the missing file")
    types(qtbot, session, fields["owner"].control, "Chair")
    types(qtbot, session, fields["due"].control, "31.3.26")

    (action,) = session.record.all(MeetingAction)
    assert (action.text, action.owner, action.due, action.status) == (
        "Ask for the missing file",
        "Chair",
        "2026-03-31",
        "open",
    )


def test_deleting_a_meeting_takes_its_minutes_and_undo_brings_them_back(
    page: MeetingsPage, session: Session
) -> None:
    page.form.decisions.add_button.click()
    page.delete_item()
    assert (session.record.count(Meeting), session.record.count(Decision)) == (2, 0)

    session.undo()
    assert (session.record.count(Meeting), session.record.count(Decision)) == (3, 1)
