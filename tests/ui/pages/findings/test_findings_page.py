"""Findings and the evidence that they rest on."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.pages.findings.page import FindingsPage
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.sample import make_sample
from workbench.model.findings import Evidence, Finding


@pytest.fixture
def page(qtbot: QtBot, session: Session, commands: Commands) -> FindingsPage:
    session.run(lambda review: make_sample(review, "child"))
    page = FindingsPage(session, commands)
    qtbot.addWidget(page)
    session.changed.connect(lambda _: page.refresh())
    page.resize(1200, 700)
    page.show()
    qtbot.waitExposed(page)
    page.refresh()
    return page


def test_the_tray_counts_what_a_finding_rests_on(page: FindingsPage) -> None:
    assert page.form.tray.weight.text() == "3 pieces of evidence from 2 agencies. None contradicts."


def test_an_entry_found_by_its_words_is_linked_once(page: FindingsPage) -> None:
    tray = page.form.tray
    tray.search.setText("puddles bruise")
    tray.refresh_entries()
    assert tray.entries.total == 0
    tray.search.setText("to the cheek")
    tray.refresh_entries()
    assert tray.entries.total == 1
    tray.choose(0)
    tray.contradicts.click()
    assert page.form.tray.weight.text().endswith("1 contradicts.")
    said: list[str] = []
    page.session.said.connect(said.append)
    tray.choose(0)
    tray.supports.click()
    assert said == ["This evidence is already linked to the finding."]


def test_a_finding_moves_and_its_number_with_it(page: FindingsPage) -> None:
    first, second, *_ = page.session.record.all(Finding)
    page.choose(second.id)
    page.move_item(-1)
    assert [one.id for one in page.session.record.all(Finding)][:2] == [second.id, first.id]


def test_deleting_a_finding_takes_its_links_and_undo_brings_both_back(page: FindingsPage) -> None:
    before = page.session.record.count(Evidence)
    page.delete_item()
    assert page.session.record.count(Evidence) < before
    page.notice.act.click()
    assert page.session.record.count(Evidence) == before
