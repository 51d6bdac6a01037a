"""The pages follow what is written: at once, at its place, on the template that is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.workbench.report.boards import by_hand
from ui.pages.report.page import ReportPage
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.sample import make_sample
from workbench.actions.set_up import write_passage
from workbench.report import proof as proof_module
from workbench.report.pages.measuring import bundled_fonts

PAGES, READING = 1, 0


@pytest.fixture
def page(
    qtbot: QtBot, session: Session, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> ReportPage:
    monkeypatch.setattr(proof_module, "computer_fonts", bundled_fonts)
    session.run(lambda review: make_sample(review, "adult"))
    page = ReportPage(session, commands)
    qtbot.addWidget(page)
    session.changed.connect(lambda _: page.refresh())
    page.resize(1300, 800)
    page.show()
    qtbot.waitExposed(page)
    page.views.turn_to(PAGES)
    page.refresh()
    settle(page, qtbot)
    return page


def settle(page: ReportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.settled and page.paper.settled, timeout=20_000)


def on_pages(page: ReportPage, words: str) -> list[int]:
    view = page.paper.pages
    return [number for number, _ in enumerate(view.paper) if words in view.words_on(number)]


def write(page: ReportPage, section: str, text: str) -> None:
    page.session.run(lambda review: write_passage(review, section, text))


def test_what_is_written_is_seen_on_its_page_which_stays_in_sight(
    page: ReportPage, qtbot: QtBot
) -> None:
    view = page.paper.pages
    count = len(view.paper)
    write(page, "conclusions", "Herons stood there.\n\nNobody saw them.")
    settle(page, qtbot)
    there = on_pages(page, "Herons stood there.")
    assert len(there) == 1
    view.go_to_page(there[0])
    write(page, "conclusions", "Herons stood there.\n\nSomebody saw them.")
    settle(page, qtbot)
    assert view.page == there[0]
    assert on_pages(page, "Somebody saw them.") == there
    assert on_pages(page, "Nobody saw them.") == []
    assert abs(len(view.paper) - count) <= 1


def test_a_name_that_nobody_has_ruled_on_stands_on_no_page(page: ReportPage, qtbot: QtBot) -> None:
    write(page, "conclusions", "Nobody asked Thaddeus Wolverley about it.")
    settle(page, qtbot)
    assert on_pages(page, "Nobody asked")
    assert on_pages(page, "Wolverley") == []


def test_the_pages_turn_to_the_section_that_is_written_on(page: ReportPage, qtbot: QtBot) -> None:
    assert page.paper.pages.page == 0
    page.passages.section.show_value("conclusions")
    page.passages.section.edited.emit()
    qtbot.waitUntil(lambda: page.paper.pages.page > 3)
    settle(page, qtbot)
    write(page, "conclusions", "Herons stood there.")
    settle(page, qtbot)
    assert page.paper.pages.page in on_pages(page, "Herons stood there.")


def test_a_boards_template_is_seen_as_it_is_and_ours_again_without_it(
    page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    ours = page.paper.pages.paper
    path = tmp_path / "board.docx"
    path.write_bytes(by_hand())
    page.use_template(path)
    qtbot.waitUntil(lambda: not page.template_button.waited_for)
    settle(page, qtbot)
    theirs = page.paper.pages.paper
    assert theirs != ours
    page.use_template(None)
    settle(page, qtbot)
    assert page.paper.pages.paper == ours


def test_a_file_that_is_no_template_leaves_our_own(
    page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "notes.docx").write_text("no template")
    page.use_template(tmp_path / "notes.docx")
    qtbot.waitUntil(lambda: not page.template_button.waited_for)
    settle(page, qtbot)
    assert on_pages(page, "Adrian")


def test_each_document_has_its_own_pages_from_the_first_on(page: ReportPage, qtbot: QtBot) -> None:
    page.paper.pages.go_to_page(9)
    page.output.show_value("learning-slides")
    page.output.edited.emit()
    settle(page, qtbot)
    view = page.paper.pages
    assert view.page == 0
    assert all(one.width > one.height for one in view.paper)
    page.output.show_value("briefing")
    page.output.edited.emit()
    settle(page, qtbot)
    assert all(one.width < one.height for one in view.paper)


def test_pages_that_nobody_looks_at_are_not_laid_out(
    page: ReportPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []
    show = proof_module.Proof.show
    monkeypatch.setattr(
        proof_module.Proof, "show", lambda self, *rest: shown.append(1) or show(self, *rest)
    )
    page.views.turn_to(READING)
    write(page, "conclusions", "Herons stood there.")
    qtbot.waitUntil(lambda: page.settled)
    page.session.ask(lambda _: None, done=lambda _: shown.append("worker"))
    qtbot.waitUntil(lambda: "worker" in shown)
    assert shown == ["worker"]
    page.views.turn_to(PAGES)
    settle(page, qtbot)
    assert on_pages(page, "Herons stood there.")


def test_no_page_is_left_once_the_review_is_locked(page: ReportPage, qtbot: QtBot) -> None:
    assert page.paper.pages.paper
    with qtbot.waitSignal(page.session.put_away, timeout=10_000):
        page.session.lock("Locked.")
    assert page.paper.pages.paper == ()
    assert page.paper.note.text() == ""
