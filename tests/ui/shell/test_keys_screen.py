"""The ways to open a review, in the window: listed, added, taken away, and made anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.conftest import PASSPHRASE
from tests.ui.test_accessible_names import nameless
from tests.workbench.store.test_keychain import KEPT, Honest, use
from ui import app
from ui.shell.doors import renew_keys
from ui.shell.keys_card import CardWindow
from ui.shell.keys_renewal import RenewalScreen
from ui.shell.keys_row import KeyRow
from ui.shell.keys_screen import KeysScreen
from ui.shell.passphrase_screen import PassphraseScreen
from ui.shell.recovery_screen import RecoveryScreen
from ui.shell.window import MainWindow
from ui.support.background import Background
from workbench.actions.keys import make_card
from workbench.actions.opening import open_review
from workbench.actions.safekeeping import list_backups
from workbench.errors import BadInput, WorkbenchError
from workbench.review import Review
from workbench.store import keys
from workbench.store.keys import LEAST

NEW = "gravel cousin teapot meadow orbit"


@pytest.fixture(autouse=True)
def keychain(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A keychain that keeps its word."""
    KEPT.clear()
    use(monkeypatch, Honest)
    yield
    KEPT.clear()


def shown(window: MainWindow) -> KeysScreen:
    window.commands.action("file.ways").trigger()
    screen = window.over.screen
    assert isinstance(screen, KeysScreen)
    return screen


def titles(screen: KeysScreen) -> list[str]:
    return [row.title.text() for row in screen.rows]


def row(screen: KeysScreen, beginning: str) -> KeyRow:
    return next(each for each in screen.rows if each.title.text().startswith(beginning))


def said(screen: KeysScreen) -> str:
    return " ".join(
        label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen)
    )


def test_the_screen_lists_the_keys_and_the_last_passphrase_cannot_be_taken_away(
    working: MainWindow, qtbot: QtBot
) -> None:
    working.session.record.keys.add_recovery_key()
    screen = shown(working)
    assert nameless(working) == []
    assert titles(screen) == ["A passphrase", "The recovery key, on paper"]
    first, second = screen.rows
    assert not first.away_button.isVisible()
    assert "only passphrase" in first.about.text()
    assert "Since " in second.about.text()

    second.away_button.click()
    assert second.keep_button.hasFocus()
    second.keep_button.click()
    assert second.away_button.isVisible()
    second.away_button.click()
    second.sure_button.click()
    qtbot.waitUntil(lambda: titles(screen) == ["A passphrase"])
    assert "after a leak make all keys anew" in said(screen)
    screen.done_button.click()
    assert working.over.screen is None


def test_the_keychain_is_added_opens_the_review_and_is_taken_away(
    working: MainWindow, qtbot: QtBot
) -> None:
    path = working.session.record.path
    screen = shown(working)
    qtbot.waitUntil(screen.keychain_button.isEnabled)
    screen.keychain_button.click()
    qtbot.waitUntil(lambda: len(screen.rows) == 2)
    assert titles(screen)[1].endswith(", this computer")
    qtbot.waitUntil(lambda: "opens this review already" in screen.keychain_told.text())
    assert not screen.keychain_button.isEnabled()
    screen.done_button.click()
    working.close_review()

    working.entrance._doors = replace(working.entrance._doors, open=app._open)
    working.entrance.show_unlock(path)
    unlock = working.entrance.unlock
    qtbot.waitUntil(unlock.keychain_button.isVisible)
    with qtbot.waitSignal(working.session.opened):
        unlock.keychain_button.click()
    assert working.session.record.details.title == "Adult C"

    screen = shown(working)
    row(screen, "The keychain").sure_button.click()
    qtbot.waitUntil(lambda: titles(screen) == ["A passphrase"])
    screen.done_button.click()
    working.close_review()
    working.entrance.show_unlock(path)
    working.entrance._background.wait()
    assert not unlock.keychain_button.isVisible()


def test_a_locked_review_is_not_offered_to_the_keychain(working: MainWindow, qtbot: QtBot) -> None:
    working.session.record.keys.add_keychain()
    working.lock()
    working.entrance._background.wait()
    qtbot.wait(0)
    assert working.entrance.unlock.isVisible()
    assert not working.entrance.unlock.keychain_button.isVisible()


def test_where_there_is_no_keychain_it_is_said_plainly(
    working: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, None)
    screen = shown(working)
    qtbot.waitUntil(lambda: "no keychain that the workbench trusts" in said(screen))
    assert not screen.keychain_button.isEnabled()


def test_a_colleague_is_added_by_their_card_and_a_slip_is_named(
    working: MainWindow, qtbot: QtBot
) -> None:
    card = make_card("their own words here", cost=LEAST).card
    screen = shown(working)
    screen.name.setText("Robin Marsh")
    screen.card_text.setPlainText(card[:-1] + ("0" if card[-1] != "0" else "1"))
    screen.colleague_button.click()
    qtbot.waitUntil(lambda: "slip in the card" in said(screen))
    assert screen.name.text() == "Robin Marsh", "what was typed stays to be mended"

    screen.card_text.setPlainText(card)
    screen.colleague_button.click()
    qtbot.waitUntil(lambda: "A colleague: Robin Marsh" in titles(screen))
    assert screen.card_text.toPlainText() == ""
    screen.done_button.click()
    path = working.session.record.path
    working.close_review()
    open_review(path, "their own words here", author="Robin Marsh").close()


def test_of_a_review_open_to_read_no_key_can_be_changed(
    window: MainWindow, quick_review: Review
) -> None:
    path = quick_review.path
    quick_review.close()
    window.session.open(open_review(path, PASSPHRASE, author="A", read_only=True))
    screen = shown(window)
    assert "read only" in said(screen)
    for button in (screen.colleague_button, screen.renew_button, screen.recovery_button):
        assert not button.isEnabled()


def test_another_passphrase_is_added_and_taken_away(
    working: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "WRITTEN", (LEAST,))
    path = working.session.record.path
    shown(working).another_button.click()
    screen = working.over.screen
    assert isinstance(screen, PassphraseScreen)
    assert not screen.fields[0].isVisible()
    for box in (screen.new, screen.again):
        box.line.setText(NEW)
    screen.change_button.click()
    qtbot.waitUntil(lambda: working.over.screen is None)
    assert "is added" in working.workspace.notice.text.text()
    open_review(path, NEW, author="A", read_only=True).close()
    ways = shown(working)
    first = ways.rows[0]
    assert first.away_button.isVisible()
    first.away_button.click()
    first.sure_button.click()
    qtbot.waitUntil(lambda: len(ways.rows) == 1)
    assert "only passphrase" in ways.rows[0].about.text()
    with pytest.raises(BadInput):
        open_review(path, PASSPHRASE, author="A", read_only=True)


def test_after_a_leak_all_keys_are_made_anew_and_the_recovery_key_is_shown(
    working: MainWindow, qtbot: QtBot
) -> None:
    entrance = working.entrance
    entrance._doors = replace(entrance._doors, renew=partial(renew_keys, cost=LEAST))
    path = working.session.record.path
    shown(working).renew_button.click()
    screen = working.over.screen
    assert isinstance(screen, RenewalScreen)
    assert nameless(working) == []
    fill(screen, "not the passphrase", NEW, NEW)
    qtbot.waitUntil(lambda: "does not open" in screen.fields[0].error.text())
    fill(screen, PASSPHRASE, "weak", "other")
    assert screen.fields[1].error.text()
    assert "differ" in screen.fields[2].error.text()

    fill(screen, PASSPHRASE, NEW, NEW)
    qtbot.waitUntil(lambda: isinstance(working.over.screen, RecoveryScreen))
    recovery = working.over.screen
    key = recovery.key_label.text()
    assert "older backups" in recovery.told.text() or "no backups" in recovery.told.text()
    recovery.back.control.setText(key)
    recovery.check_button.click()
    assert working.over.screen is None
    assert working.session.record.details.title == "Adult C"
    working.close_review()
    with pytest.raises(BadInput):
        open_review(path, PASSPHRASE, author="A")
    for typed in (NEW, " ".join(key.split())):
        open_review(path, typed, author="A").close()
    for backup in list_backups(path):
        open_review(backup.path, NEW, author="A", read_only=True).close()


def fill(screen: RenewalScreen, *typed: str) -> None:
    for box, text in zip((screen.old, screen.new, screen.again), typed, strict=True):
        box.line.setText(text)
    screen.renew_button.click()


def test_a_renewal_that_fails_leaves_the_old_keys_and_says_why(
    working: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise WorkbenchError("The disk is full.")

    path = working.session.record.path
    entrance = working.entrance
    entrance._doors = replace(entrance._doors, renew=full)  # type: ignore[arg-type] # it fails
    shown(working).renew_button.click()
    fill(working.over.screen, PASSPHRASE, NEW, NEW)
    qtbot.waitUntil(
        lambda: entrance.unlock is not None and entrance.unlock.field.error.text() != ""
    )
    assert entrance.unlock.field.error.text() == "The disk is full."
    assert entrance.unlock.unlock_button.isEnabled()
    open_review(path, PASSPHRASE, author="A").close()


def test_my_card_is_made_shown_and_copied(
    window: MainWindow, qtbot: QtBot, background: Background
) -> None:
    window.commands.action("file.card").trigger()
    (card,) = window.findChildren(CardWindow)
    assert nameless(card) == []
    card.make_button.click()
    assert card.fields[0].error.text()
    card.keychain_button.click()
    qtbot.waitUntil(card.copy_button.isVisible)
    assert card.card.text().startswith("Colleague card:\n")
    assert not card.making.isVisible()
    assert "keychain" in card.about.text()
    card.copy_button.click()
    assert window.session.review is None
    card.close()

    again = CardWindow(window, background)
    again.show()
    assert again.card.text() == card.card.text() if not card.isVisible() else False
    again.close()


def test_a_card_whose_key_cannot_be_read_says_so(
    window: MainWindow, background: Background, private_data: Path
) -> None:
    (private_data / "identity.json").write_text("{", encoding="utf-8")
    card = CardWindow(window, background)
    card.show()
    assert "cannot be read" in card.told.text()
    assert not card.make_button.isEnabled()
    card.close()
