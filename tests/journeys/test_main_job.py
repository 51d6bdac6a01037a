"""The main job, through the real window and real files: from a new review to a redacted report."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import PASSPHRASE
from ui.panel.room import PanelWindow
from ui.shell.window import MainWindow
from workbench.model.chronology import Entry
from workbench.model.factors import Factor, Side
from workbench.model.findings import Evidence, Finding
from workbench.model.meetings import Decision
from workbench.model.people import Person
from workbench.model.recommendations import Recommendation

REAL = "Marguerite Oldcastle"


class Author:
    """Types and clicks in the window as its author does."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    def page(self, name: str) -> Any:
        self.window.show_page(name)
        assert self.window.workspace is not None
        return self.window.workspace.page

    def types(self, control: QWidget, text: str) -> None:
        control.setFocus()
        target = control.focusProxy() or control
        self.qtbot.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClicks(target, text)
        self.window.session.settling.emit()

    def clicks(self, button: QWidget) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def record(self) -> Any:
        return self.window.session.record


@pytest.fixture
def author(qtbot: QtBot, window: MainWindow) -> Author:
    return Author(qtbot, window)


def make_review(author: Author, path: Path) -> None:
    """Through the welcome screen, as on the first day."""
    entrance = author.window.entrance
    author.clicks(entrance.welcome.new_button)
    screen = entrance.new_screen
    author.types(screen.title_line, "Learning review of Marguerite Oldcastle")
    author.types(screen.place.line, str(path))
    for box in (screen.passphrase, screen.again):
        author.types(box.line if hasattr(box, "line") else box, PASSPHRASE)
    author.clicks(screen.make_button)
    author.qtbot.waitUntil(lambda: author.window.session.review is not None, timeout=10_000)


def field(form: Any, name: str) -> QWidget:
    control: QWidget = form.fields[name].control
    return control


def test_the_whole_main_job(author: Author, tmp_path: Path) -> None:
    make_review(author, tmp_path / "first.review")
    record = author.record

    people = author.page("People").people
    people.new_item()
    author.types(field(people.form, "name"), REAL)
    author.types(field(people.form, "aliases"), "Maggie")
    author.types(field(people.form, "pseudonym"), "Violet")
    (person,) = record.all(Person)
    assert (person.name, person.aliases, person.pseudonym) == (REAL, ("Maggie",), "Violet")

    agencies = author.page("Agencies")
    agencies.new_item()
    author.types(field(agencies.form, "name"), "Thornbeck Surgery")
    author.types(field(agencies.form, "published_as"), "the GP practice")

    chronology = author.page("Chronology")
    for when, text in (
        ("3 May 2016 at 9.50am", "Maggie rang the practice."),
        ("3 May 2016 at 11.40 am", "Visit to Mrs Oldcastle's home."),
        ("3 May 2016 at 14:34", "Marguerite was seen and was well."),
    ):
        chronology.new_item()
        author.types(field(chronology.form, "when"), when)
        author.types(field(chronology.form, "text"), text)
    entries: tuple[Entry, ...] = record.entries()
    assert [f"{entry.when.start_time:%H:%M}" for entry in entries] == ["09:50", "11:40", "14:34"]

    board = author.page("Risks and protective factors")
    author.clicks(board._add_buttons[Side.RISK])
    author.types(field(board.form, "statement"), "Maggie lived alone")
    risk_cards = board.columns[Side.RISK].cards
    risk_cards.setFocus()
    author.qtbot.keyClick(risk_cards, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    (factor,) = record.all(Factor)
    assert factor.side is Side.PROTECTIVE
    author.window.session.undo()
    (factor,) = record.all(Factor)
    assert factor.side is Side.RISK

    findings = author.page("Findings")
    findings.new_item()
    author.types(field(findings.form, "title"), "Calls were answered one at a time")
    author.types(field(findings.form, "statement"), "Nobody put the calls from Maggie together.")
    author.types(field(findings.form, "why"), "The system shows one call at a time.")
    findings.form.tray.choose(0)
    author.clicks(findings.form.tray.supports)
    assert record.count(Evidence) == 1
    assert findings.form.tray.weight.text().startswith("1 piece of evidence")

    recommendations = author.page("Recommendations")
    recommendations.new_item()
    author.types(field(recommendations.form, "text"), "The practice to show earlier calls.")
    assert record.count(Recommendation) == 1

    meetings = author.page("Meetings")
    meetings.new_item()
    author.types(field(meetings.form, "title"), "Panel meeting 1")
    author.types(field(meetings.form, "agenda"), "The life of Maggie")
    author.clicks(meetings.form.decisions.add_button)
    (decision,) = record.all(Decision)
    author.types(
        field(meetings.form.decisions.forms[decision.id], "text"), "Maggie is called Violet."
    )

    show_to_the_panel(author)
    write_the_report(author, tmp_path / "report.docx")
    nothing_readable_is_left(author, tmp_path)


def show_to_the_panel(author: Author) -> None:
    author.window.present()
    panel = author.window.beside.panel
    assert isinstance(panel, PanelWindow)
    seen = []
    for _ in range(panel.deck.room.count):
        seen.append(panel.accessibleDescription())
        author.qtbot.keyClick(panel, Qt.Key.Key_PageDown)
    told = " ".join(seen)
    assert "Violet" in told
    assert "11:40" in told
    assert not re.search("Oldcastle|Marguerite|Maggie|Thornbeck", told)
    author.qtbot.keyClick(panel, Qt.Key.Key_Escape)


def write_the_report(author: Author, path: Path) -> None:
    report = author.page("Report")

    def settle() -> None:
        ready = report.write_button
        author.qtbot.waitUntil(lambda: report.settled and ready.isEnabled(), timeout=10_000)

    settle()
    assert "Violet" in report.view.toPlainText()
    assert "Oldcastle" not in report.view.toPlainText()
    while report.queue.chosen is not None:
        left = report.queue.list.count()
        report.queue.list.setFocus()
        author.qtbot.keyClick(report.queue.list, Qt.Key.Key_O)
        settle()
        assert report.queue.list.count() < left
    report.write_report(path)
    settle()
    assert path.exists(), report.notice.text.text()
    with zipfile.ZipFile(path) as package:
        parts = b"\n".join(package.read(name) for name in package.namelist())
    assert b"Violet" in parts
    for name in (b"Oldcastle", b"Marguerite", b"Maggie", b"Thornbeck"):
        assert name not in parts


def nothing_readable_is_left(author: Author, tmp_path: Path) -> None:
    """After closing, no file that the program wrote holds a word of the review, but the report."""
    author.window.session.close()
    for path in tmp_path.parent.rglob("*"):
        if path.is_file() and path.suffix != ".docx":
            assert b"Oldcastle" not in path.read_bytes(), path


def test_a_review_is_found_again_after_the_program_was_killed(
    author: Author, tmp_path: Path
) -> None:
    make_review(author, tmp_path / "first.review")
    findings = author.page("Findings")
    findings.new_item()
    author.types(field(findings.form, "title"), "Kept through a power cut")
    author.window.session.abandon()

    entrance = author.window.entrance
    entrance.show_unlock(tmp_path / "first.review")
    author.types(entrance.unlock.passphrase, PASSPHRASE)
    author.clicks(entrance.unlock.unlock_button)
    author.qtbot.waitUntil(lambda: author.window.session.review is not None, timeout=10_000)
    assert [finding.title for finding in author.record.all(Finding)] == ["Kept through a power cut"]
