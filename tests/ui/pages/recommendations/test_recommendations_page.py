"""Recommendations: in the author's order, each with its owner and the findings that it answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.pages.recommendations.page import RecommendationsPage
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.agencies import add_agency
from workbench.actions.findings import add_finding
from workbench.actions.recommendations import add_recommendation
from workbench.model.agencies import Agency
from workbench.model.recommendations import Recommendation


@pytest.fixture
def page(qtbot: QtBot, session: Session, commands: Commands) -> RecommendationsPage:
    session.run(lambda review: add_agency(review, name="Harbour Trust"))
    session.run(lambda review: add_finding(review, title="Calls were answered one at a time"))
    for text in ("One", "Two", "Three"):
        session.run(lambda review, text=text: add_recommendation(review, text=text))
    page = RecommendationsPage(session, commands)
    qtbot.addWidget(page)
    session.changed.connect(lambda _: page.refresh())
    page.resize(1200, 800)
    page.show()
    qtbot.waitExposed(page)
    page.refresh()
    return page


def order(page: RecommendationsPage) -> list[tuple[int, str]]:
    return [(row.number, row.fact.text) for row in page.facts(page.session.record, "")]


def test_a_recommendation_moves_and_is_numbered_anew(page: RecommendationsPage) -> None:
    third = page.session.record.all(Recommendation)[2]
    page.choose(third.id)

    page.move_item(-1)
    assert order(page) == [(1, "One"), (2, "Three"), (3, "Two")]
    page.move_item(-1)
    page.move_item(-1)
    assert order(page)[0] == (1, "Three")

    page.session.undo()
    page.session.undo()
    assert order(page)[2] == (3, "Three")


def test_its_owner_is_an_agency_or_a_body_that_is_named(
    page: RecommendationsPage, session: Session, qtbot: QtBot
) -> None:
    one, two, _ = session.record.all(Recommendation)
    (agency,) = session.record.all(Agency)
    page.choose(one.id)
    owner = page.form.fields["owner"].control
    owner.setCurrentIndex(owner.findText("Harbour Trust"))
    owner.activated.emit(owner.currentIndex())
    page.choose(two.id)
    qtbot.keyClicks(page.form.fields["owner_name"].control, "The safeguarding board")
    session.settling.emit()

    one, two, _ = session.record.all(Recommendation)
    assert (one.owner, two.owner_name) == (agency.id, "The safeguarding board")
    assert [row.owner for row in page.facts(session.record, "")] == [
        "Harbour Trust",
        "The safeguarding board",
        "",
    ]
    assert [row.number for row in page.facts(session.record, "board")] == [2]


def test_it_answers_the_findings_that_are_ticked(
    page: RecommendationsPage, session: Session
) -> None:
    page.choose(session.record.all(Recommendation)[0].id)
    ticks = page.form.findings
    assert ticks.item(0).text() == "1. Calls were answered one at a time"

    ticks.item(0).setCheckState(Qt.CheckState.Checked)
    session.settling.emit()

    assert len(session.record.all(Recommendation)[0].findings) == 1


def test_deleting_one_closes_the_gap_in_the_numbers_and_offers_to_undo(
    page: RecommendationsPage,
) -> None:
    page.delete_item()
    assert order(page) == [(1, "Two"), (2, "Three")]

    page.notice.act.click()
    assert order(page) == [(1, "One"), (2, "Two"), (3, "Three")]
