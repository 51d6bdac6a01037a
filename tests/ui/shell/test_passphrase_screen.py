"""Changing the passphrase in the window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.conftest import PASSPHRASE
from tests.ui.test_accessible_names import nameless
from ui.shell.passphrase_screen import PassphraseScreen
from ui.shell.window import MainWindow
from workbench.actions.opening import open_review
from workbench.errors import BadInput

NEW = "gravel cousin teapot meadow orbit"


def fill(screen: PassphraseScreen, *typed: str) -> None:
    """Type these into the three boxes, and ask for the change."""
    for box, text in zip((screen.old, screen.new, screen.again), typed, strict=True):
        box.line.setText(text)
    screen.change_button.click()


def test_a_passphrase_is_changed_only_by_who_knows_it(working: MainWindow, qtbot: QtBot) -> None:
    working.commands.action("file.passphrase").trigger()
    screen = working.over.screen
    assert nameless(working) == []
    fill(screen, PASSPHRASE, "weak", "other")
    assert screen.fields[1].error.text()
    assert "differ" in screen.fields[2].error.text()
    fill(screen, "not the passphrase at all", NEW, NEW)
    qtbot.waitUntil(lambda: "does not open" in screen.fields[0].error.text())
    assert screen.card.isEnabled()

    fill(screen, PASSPHRASE, NEW, NEW)
    qtbot.waitUntil(lambda: working.over.screen is None)
    assert "earlier still open with the old one" in working.workspace.notice.text.text()
    path = working.session.record.path
    working.close_review()
    with pytest.raises(BadInput):
        open_review(path, PASSPHRASE, author="Ash")
    open_review(path, NEW, author="Ash").close()
