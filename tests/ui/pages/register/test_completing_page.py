"""The register is completed in the window: one key for each name, progress, and an end."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from ui.pages.register.completing import END
from ui.pages.register.page import DisclosurePage
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.people import add_person
from workbench.actions.rulings import rule
from workbench.actions.set_up import write_passage
from workbench.disclosure.mining import Mine
from workbench.model.people import Person, Place
from workbench.model.register_checks import RegisterCheck
from workbench.model.rulings import Ruling, Verdict

TEXT = (
    "Dr Jonathan Oduya came. J. Oduya rang. Thaddeus Wolverley called. We met in Brambletye. "
    "Eustacia Brock agreed."
)


@pytest.fixture
def page(qtbot: QtBot, session: Session, commands: Commands) -> DisclosurePage:
    session.run(lambda review: write_passage(review, "conclusions", TEXT))
    page = DisclosurePage(session, commands)
    qtbot.addWidget(page)
    session.changed.connect(lambda _: page.refresh())
    page.resize(1100, 760)
    page.show()
    qtbot.waitExposed(page)
    page.refresh()
    settle(page, qtbot)
    return page


def settle(page: DisclosurePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.completing.settled)


def listed(page: DisclosurePage) -> list[str]:
    names = page.completing.list
    return [names.item(row).text() for row in range(names.count())]


def test_each_key_rules_on_a_name_until_the_end(
    page: DisclosurePage, session: Session, qtbot: QtBot
) -> None:
    asked = page.completing
    assert asked.progress.text() == "0 of 4 looked at."
    assert listed(page)[0] == "Dr Jonathan Oduya  (twice, 2 spellings)"
    assert "came" in asked.answers.samples.text()

    for key, done in (("P", "1 of 4"), ("O", "2 of 4"), ("K", "3 of 4")):
        qtbot.keyClick(asked.list, key.lower())
        settle(page, qtbot)
        assert asked.progress.text() == f"{done} looked at."
    qtbot.keyClick(asked.list, "l")
    settle(page, qtbot)

    assert asked.progress.text() == END
    assert asked.last.text().startswith("Complete since ")
    assert [person.name for person in session.record.all(Person)] == ["Dr Jonathan Oduya"]
    assert {one.verdict for one in session.record.all(Ruling)} == {Verdict.ORDINARY, Verdict.KEEP}
    assert session.record.count(Place) == 1
    assert session.record.count(RegisterCheck) == 1


def test_undo_opens_the_name_again_and_a_later_paper_says_how_many_are_new(
    page: DisclosurePage, session: Session, qtbot: QtBot
) -> None:
    asked = page.completing
    for _ in range(4):
        qtbot.keyClick(asked.list, "k")
        settle(page, qtbot)
    session.undo()
    settle(page, qtbot)
    assert asked.progress.text() == "3 of 4 looked at."
    session.redo()
    session.run(lambda review: write_passage(review, "introduction", "Perpetua Lanyon came."))
    settle(page, qtbot)
    assert listed(page) == ["Perpetua Lanyon  (once)"]
    assert "Since then 1 name is new." in asked.last.text()


def test_a_name_is_recorded_as_another_name_of_somebody(
    page: DisclosurePage, session: Session, qtbot: QtBot
) -> None:
    person, _ = session.run(lambda review: add_person(review, name="Perpetua Lanyon")) or (None, 0)
    assert person is not None
    settle(page, qtbot)
    page.completing.answers.who.show_value(person.id)
    page.completing.answers.buttons["S"].click()
    settle(page, qtbot)
    assert session.record.get(Person, person.id).aliases == ("Dr Jonathan Oduya",)


def test_a_proposed_form_is_taken_or_refused(
    page: DisclosurePage, session: Session, qtbot: QtBot
) -> None:
    session.run(lambda review: write_passage(review, "conclusions", "Mikey and Mick came."))
    session.run(lambda review: add_person(review, name="Michael Lanyon"))
    settle(page, qtbot)
    proposed = {text: row for row, text in enumerate(listed(page)) if "short form" in text}
    assert set(proposed) == {
        "Mikey  (a short form of Michael Lanyon?)", "Mick  (a short form of Michael Lanyon?)",
    }  # fmt: skip
    page.completing.list.setCurrentRow(proposed["Mikey  (a short form of Michael Lanyon?)"])
    qtbot.keyClick(page.completing.list, "y")
    settle(page, qtbot)
    assert session.record.all(Person)[0].aliases == ("Mikey",)
    assert not any("Mikey" in text for text in listed(page))


def test_a_key_of_another_kind_of_question_does_nothing(
    page: DisclosurePage, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.completing.list, "y")
    assert len(listed(page)) == 4
    assert session.record.count(Ruling) == 0


# Rulings


def test_rulings_are_listed_with_who_when_and_why_and_can_be_revoked(
    page: DisclosurePage, session: Session, qtbot: QtBot
) -> None:
    session.run(lambda review: rule(review, words="Zopiclone", verdict=Verdict.ORDINARY))
    page.tabs.setCurrentWidget(page.rulings)
    form = page.rulings.form
    assert form.words.text() == "Zopiclone"
    assert form.who.text().startswith("Ruled by Ash Rowan, ")

    form.focus("reason")
    qtbot.keyClicks(form._controls["reason"], "A medicine")
    form.settle()
    assert session.record.all(Ruling)[0].reason == "A medicine"

    qtbot.keyClick(page.rulings.table, Qt.Key.Key_Delete)
    assert session.record.count(Ruling) == 0
    page.rulings.notice.act.click()
    assert session.record.count(Ruling) == 1


def test_a_ruling_that_cannot_hold_is_marked_with_why(
    page: DisclosurePage, session: Session
) -> None:
    session.run(lambda review: rule(review, words="Rowan", verdict=Verdict.KEEP))
    session.run(lambda review: add_person(review, name="Rowan Ashe"))
    page.tabs.setCurrentWidget(page.rulings)
    assert page.rulings.model.index(0, 1).data() == "▲ Kept as they are"
    assert "registered name now" in page.rulings.form.against.text()


def test_a_new_name_that_is_somebodys_pseudonym_is_said_at_once(
    page: DisclosurePage, session: Session, qtbot: QtBot
) -> None:
    session.run(lambda review: add_person(review, name="Imogen Tresco", pseudonym="Jonathan"))
    settle(page, qtbot)
    assert not page.completing.wrong.isVisible()
    page.completing.list.setCurrentRow(0)
    assert page.completing.chosen.id == "Dr Jonathan Oduya"
    qtbot.keyClick(page.completing.list, "p")
    settle(page, qtbot)
    assert "1 entry of the register has a pseudonym" in page.completing.wrong.text()


def test_reading_the_papers_stops_when_the_review_is_put_away(
    page: DisclosurePage, session: Session, qtbot: QtBot
) -> None:
    heard, busy = [], Event()
    page.completing.heard.connect(lambda *told: heard.append(told))
    page.completing._mine = Mine()
    session.ask(lambda _: busy.wait(10), done=lambda _: None)
    page.completing.refresh()
    review, session._review = session.record, None  # the screen has let go of it
    busy.set()
    session._background.wait()
    QCoreApplication.processEvents()
    session._review = review
    assert heard == []
