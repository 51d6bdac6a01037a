"""The session: what is done to the open review, who hears of it, and how it is kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.conftest import PASSPHRASE
from ui.support.background import Background
from ui.support.session import Saved, Session
from workbench.actions.agencies import add_agency, add_contribution
from workbench.actions.editing import remove
from workbench.actions.opening import open_review
from workbench.actions.people import add_person
from workbench.errors import Missing, WorkbenchError
from workbench.model.agencies import Agency
from workbench.model.facts import Topic
from workbench.model.people import Person


def test_an_act_says_which_topics_it_touched(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.changed) as changed:
        made = session.run(lambda review: add_person(review, name="Rowan Ashe"))
    assert changed.args == [frozenset({Topic.PEOPLE})]
    assert made is not None
    assert made[0].name == "Rowan Ashe"


def test_an_act_that_changes_nothing_says_nothing(session: Session, qtbot: QtBot) -> None:
    person, _ = session.run(lambda review: add_person(review, name="Rowan Ashe")) or (None, None)
    assert person is not None
    with qtbot.assertNotEmitted(session.changed):
        session.run(lambda review: review.change("nothing", put=[person]))


def test_a_refusal_is_said_and_nothing_else_happens(session: Session, qtbot: QtBot) -> None:
    session.run(lambda review: add_agency(review, name="Harbour Trust"))
    agency = session.record.all(Agency)[0]
    session.run(lambda review: add_contribution(review, agency=agency.id))
    with qtbot.waitSignal(session.said) as said, qtbot.assertNotEmitted(session.changed):
        assert session.run(lambda review: remove(review, [agency])) is None
    assert said.args[0].endswith(".")
    assert "Harbour" not in said.args[0]


def test_an_unforeseen_error_is_not_swallowed(session: Session) -> None:
    def break_down(_review: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        session.run(break_down)


def test_undo_hands_over_what_is_being_typed_first(session: Session) -> None:
    order: list[str] = []
    session.settling.connect(lambda: order.append("settled"))
    session.changed.connect(lambda _: order.append("changed"))
    session.run(lambda review: add_person(review, name="Rowan Ashe"))
    order.clear()
    session.undo()
    assert order == ["settled", "changed"]
    assert session.record.count(Person) == 0
    assert session.redo_label == "add person"


def test_a_save_that_fails_is_said_and_the_next_one_succeeds(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.run(lambda review: add_person(review, name="Rowan Ashe"))

    def full() -> None:
        raise WorkbenchError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(session.record, "save", full)
        with qtbot.waitSignal(session.said) as said:
            session.save_now()
    assert said.args == ["The disk is full."]
    assert session.state is Saved.FAILED

    session.save_now()
    qtbot.waitUntil(lambda: session.state is Saved.SAVED)
    assert not session.record.unsaved


def test_what_is_done_while_saving_is_saved_next(session: Session, qtbot: QtBot) -> None:
    session.run(lambda review: add_person(review, name="Rowan Ashe"))
    session.save_now()
    session.run(lambda review: add_person(review, name="Lindsay Elm"))
    assert session.state is Saved.WAITING
    session.save_now()
    qtbot.waitUntil(lambda: session.state is Saved.SAVED)
    assert not session.record.unsaved


def test_nothing_is_reached_after_a_lock(session: Session, background: Background) -> None:
    path = session.record.path
    session.run(lambda review: add_person(review, name="Rowan Ashe"))
    session.lock("Locked.")
    assert session.review is None
    with pytest.raises(Missing, match="unlock"):
        _ = session.record
    assert session.undo_label is None

    background.wait()
    again = open_review(path, PASSPHRASE, author="Ash Rowan")
    assert [person.name for person in again.all(Person)] == ["Rowan Ashe"]
    assert again.notices == ()
    again.close()


def test_a_lock_that_cannot_write_the_file_keeps_the_work(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, review = session.record.path, session.record
    session.run(lambda record: add_person(record, name="Rowan Ashe"))

    def full() -> None:
        raise WorkbenchError("The disk is full.")

    monkeypatch.setattr(review, "close", full)
    with qtbot.waitSignal(session.said) as said:
        session.lock("Locked.")
    assert said.args == ["The disk is full."]

    again = open_review(path, PASSPHRASE, author="Ash Rowan")
    assert [person.name for person in again.all(Person)] == ["Rowan Ashe"]
    again.close()


def test_a_backup_that_could_not_be_made_is_said_once(
    session: Session, private_data: Path, background: Background, qtbot: QtBot
) -> None:
    shutil.rmtree(private_data / "backups", ignore_errors=True)
    (private_data / "backups").write_text("in the way", encoding="utf-8")
    told: list[str] = []
    session.said.connect(told.append)
    for name in ("Rowan Ashe", "Lindsay Elm"):
        session.run(lambda review, name=name: add_person(review, name=name))
        session.save_now()
        qtbot.waitUntil(lambda: session.state is Saved.SAVED)
    assert len(told) == 1
    assert "its backup is not" in told[0]
