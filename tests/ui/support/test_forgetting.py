"""Locking drops the names that the gate kept ready."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.panel.present import disclosed_slides
from ui.support.session import Session
from workbench.actions.sample import make_sample
from workbench.disclosure.finder import finder_of
from workbench.disclosure.normalise import atoms_of


def test_no_register_is_kept_ready_after_locking(session: Session, qtbot: QtBot) -> None:
    session.run(lambda review: make_sample(review, "child"))
    disclosed_slides(session.record)
    assert finder_of.cache_info().currsize > 0
    session.lock("Locked.")
    qtbot.waitUntil(lambda: finder_of.cache_info().currsize == 0)
    assert atoms_of.cache_info().currsize == 0
