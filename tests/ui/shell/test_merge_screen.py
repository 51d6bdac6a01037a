"""Another copy of the review is compared and merged in the window."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.conftest import PASSPHRASE
from tests.workbench.store.records import entry, reopen
from ui.shell.merge_screen import MergeScreen
from ui.shell.window import MainWindow
from workbench.model.chronology import Entry
from workbench.review import Review


@pytest.fixture
def apart(
    quick_review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Review, Path, Entry]:
    """The review, and a copy in which something else was said of the same entry."""
    shared = entry("Seen at the surgery.", comment="As it was.")
    quick_review.change("add entry", put=[shared])
    quick_review.save()
    copy = tmp_path / "from a colleague.review"
    shutil.copy(quick_review.path, copy)
    with monkeypatch.context() as patched:
        patched.setenv("WORKBENCH_DATA", str(tmp_path / "their data"))
        theirs = reopen(copy)
        theirs.change("comment", put=[replace(shared, comment="By her.")])
        theirs.change("add entry", put=[entry("Letter to the school.")])
        theirs.close()
    quick_review.change("comment", put=[replace(shared, comment="By me.")])
    return quick_review, copy, shared


@pytest.fixture
def screen(working: MainWindow, apart: tuple[Review, Path, Entry]) -> MergeScreen:
    """The screen, with the copy chosen."""
    working.commands.action("file.merge").trigger()
    screen = working.over.screen
    assert isinstance(screen, MergeScreen)
    screen.choose(apart[1])
    return screen


def compare(screen: MergeScreen, qtbot: QtBot, words: str = PASSPHRASE) -> None:
    screen.passphrase.clear()
    qtbot.keyClicks(screen.passphrase.line, words)
    screen.compare_button.click()
    qtbot.waitUntil(screen.card.isEnabled)


def test_both_answers_are_shown_and_nothing_is_merged_before_one_is_chosen(
    screen: MergeScreen, apart: tuple[Review, Path, Entry], qtbot: QtBot, working: MainWindow
) -> None:
    compare(screen, qtbot)
    assert "1 item can be taken in" in screen.told.text()
    assert "Letter to the school." in screen.told.text()
    (card,) = screen.clashes
    assert (card.told.mine, card.told.theirs) == ("By me.", "By her.")
    assert "By her." in card.theirs.accessibleName()
    assert not screen.merge_button.isEnabled()
    card.theirs.click()
    with qtbot.waitSignal(screen.left):
        screen.merge_button.click()
    review, _, shared = apart
    assert review.get(Entry, shared.id).comment == "By her."
    assert review.count(Entry) == 2
    assert working.over.screen is None
    working.session.undo()
    assert review.get(Entry, shared.id).comment == "By me."


def test_a_wrong_passphrase_and_another_file_are_said(
    screen: MergeScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    compare(screen, qtbot, "not the passphrase")
    assert "passphrase" in screen.field.error.text()
    stranger = tmp_path / "notes.txt"
    stranger.write_text("Only words.")
    screen.choose(stranger)
    compare(screen, qtbot)
    assert "not a review" in screen.field.error.text()
    assert screen.merge_button.isHidden()


def test_a_copy_with_nothing_new_offers_no_merging(
    screen: MergeScreen, apart: tuple[Review, Path, Entry], qtbot: QtBot
) -> None:
    apart[0].save()
    screen.choose(apart[0].path)
    compare(screen, qtbot)
    assert "nothing that this review lacks" in screen.told.text()
    assert screen.merge_button.isHidden()
