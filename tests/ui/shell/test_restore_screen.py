"""Restoring a backup from the unlock screen."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.conftest import PASSPHRASE
from tests.ui.conftest import make_review
from tests.ui.test_accessible_names import nameless
from ui.shell.window import MainWindow
from workbench.actions.opening import open_review
from workbench.actions.people import add_person
from workbench.actions.recent import remember
from workbench.actions.safekeeping import back_up, list_backups
from workbench.model.people import Person
from workbench.review import Review


def worked_on(review: Review) -> Path:
    """A record backed up with one person, that has two now."""
    path = review.path
    add_person(review, name="Rowan Ashe")
    review.save()
    back_up(path)
    add_person(review, name="Lindsay Elm")
    review.close()
    return path


def people(path: Path) -> int:
    """How many people the file has."""
    review = open_review(path, PASSPHRASE, author="Ash", read_only=True)
    found = review.count(Person)
    review.close()
    return found


def test_a_backup_is_compared_and_restored_and_newer_work_is_kept(
    window: MainWindow, quick_review: Review, qtbot: QtBot
) -> None:
    path = worked_on(quick_review)
    newest = list_backups(path)
    window.entrance.show_unlock(path)
    window.entrance.unlock.restore_button.click()
    screen = window.entrance.restore
    assert nameless(window) == []
    assert screen.backups.count() == len(newest)
    wanted = next(each for each in newest if people(each.path) == 1)
    screen.backups.show_value(wanted.path)
    assert not screen.restore_button.isEnabled()

    screen.passphrase.line.setText("not the passphrase")
    screen.compare_button.click()
    qtbot.waitUntil(lambda: "does not open" in screen.told.text())
    screen.restore_button.click()
    qtbot.waitUntil(screen.card.isEnabled)
    assert people(path) == 2

    screen.passphrase.line.setText(PASSPHRASE)
    screen.compare_button.click()
    qtbot.waitUntil(lambda: "Person: 1 in the backup, 2 in the file now." in screen.told.text())
    assert "Ash Rowan: add person." in screen.told.text()
    for name in ("Rowan Ashe", "Lindsay"):
        assert name not in screen.told.text()  # this is read before the review is open
    screen.restore_button.click()
    qtbot.waitUntil(lambda: window.entrance.restore is None)
    said = window.entrance.unlock.reason.text()
    assert "is restored from the backup of" in said
    assert "It holds 1 person." in said
    assert people(path) == 1
    assert 2 in {people(each.path) for each in list_backups(path)}


def test_a_file_without_backups_says_so(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "no.review").write_text("nothing", encoding="utf-8")
    window.entrance.show_restore(tmp_path / "no.review")
    screen = window.entrance.restore
    assert screen.told.text()
    assert not screen.compare_button.isEnabled()
    screen.cancel_button.click()
    assert window.entrance.currentWidget() is window.entrance.unlock


def test_from_the_first_page_a_file_that_is_gone_is_put_back(
    window: MainWindow, quick_review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    path = worked_on(quick_review)
    remember(path)
    gone = make_review(tmp_path / "adult-d.review")
    add_person(gone, name="Rowan Ashe")
    gone.close()
    gone.path.unlink()
    window.entrance.welcome.restore_button.click()
    screen = window.entrance.restore
    assert nameless(window) == []
    offered = [screen.reviews.itemText(at) for at in range(screen.reviews.count())]
    assert len(offered) == 2
    assert any(each.startswith("adult-c.review: ") for each in offered)
    lost = next(at for at, each in enumerate(offered) if not each.startswith("adult-c"))
    screen.reviews.setCurrentIndex(lost)
    screen.reviews.edited.emit()

    screen.compare_button.click()
    assert "Say where" in screen.fields[2].error.text()
    screen.place.line.setText(str(tmp_path / "back"))
    screen.passphrase.line.setText(PASSPHRASE)
    screen.compare_button.click()
    qtbot.waitUntil(lambda: "not there any more" in screen.told.text())
    assert "It holds 1 person." in screen.told.text()
    screen.restore_button.click()
    qtbot.waitUntil(lambda: window.entrance.restore is None)
    assert people(tmp_path / "back.review") == 1
    assert window.entrance.currentWidget() is window.entrance.unlock


def test_its_end_is_said_where_the_author_went_meanwhile(
    window: MainWindow, quick_review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    path = worked_on(quick_review)
    window.entrance.show_restore(path)
    screen = window.entrance.restore
    screen.passphrase.line.setText(PASSPHRASE)
    screen.restore_button.setEnabled(True)
    screen.restore_button.click()
    window.session.open(make_review(tmp_path / "adult-d.review"))
    qtbot.waitUntil(lambda: "is restored" in window.workspace.notice.text.text())
    assert window.stack.currentWidget() is window.workspace


def test_a_failure_is_said_there_too(
    window: MainWindow, quick_review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    path = worked_on(quick_review)
    window.entrance.show_restore(path)
    screen = window.entrance.restore
    screen.passphrase.line.setText("other words than those")
    screen.restore_button.setEnabled(True)
    screen.restore_button.click()
    window.session.open(make_review(tmp_path / "adult-d.review"))
    qtbot.waitUntil(lambda: "does not open" in window.workspace.notice.text.text())
