"""A file that something else changed while the review was open: both versions stay, and it is said."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.conftest import PASSPHRASE
from tests.ui.shell.test_entrance import unlock
from ui.shell.window import MainWindow
from workbench.actions.opening import open_review
from workbench.actions.people import add_person
from workbench.model.people import Person


def test_closing_keeps_both_and_opening_again_offers_them(
    working: MainWindow, qtbot: QtBot
) -> None:
    path = working.session.record.path
    theirs = path.with_name("theirs.review")
    working.session.record.save()
    theirs.write_bytes(path.read_bytes())
    working.session.run(lambda review: add_person(review, name="Rowan Ashe"))
    working.session.record.save()
    theirs.replace(path)  # what another computer had, put in its place
    working.session.run(lambda review: add_person(review, name="Lindsay Ashe"))

    working.close_review()

    assert working.session.review is None
    assert "both versions will be there to compare" in working.entrance.welcome.notice.text()
    working.entrance.show_unlock(path)
    with qtbot.waitSignal(working.session.opened):
        unlock(working, qtbot, PASSPHRASE)
    said = working.workspace.notice.text.text()
    assert "Both are kept" in said
    assert "an older copy of the review" in said
    assert working.session.record.count(Person) == 0
    (kept,) = path.parent.glob("*interrupted work*.review")
    mine = open_review(kept, PASSPHRASE, author="Ash", read_only=True)
    assert mine.count(Person) == 2
    mine.close()
