"""Holding: the system that told something waits until all is put away, and not for ever."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from ui.support.holding import Holding


def test_it_returns_when_all_is_put_away_and_not_before(qtbot: QtBot) -> None:
    holding, done = Holding(20_000), []

    def put_away() -> None:
        done.append("put away")
        holding.settled()

    holding.until_settled(lambda: QTimer.singleShot(1, put_away))
    assert done == ["put away"]


def test_what_is_put_away_at_once_holds_nothing_up(qtbot: QtBot) -> None:
    holding, late = Holding(20_000), []
    QTimer.singleShot(0, lambda: late.append("the window worked meanwhile"))
    holding.until_settled(holding.settled)
    assert late == []


def test_it_returns_in_time_when_nothing_is_put_away(qtbot: QtBot) -> None:
    told: list[str] = []
    Holding(1).until_settled(lambda: told.append("sleep"))
    assert told == ["sleep"]


def test_what_is_told_again_meanwhile_waits_with_the_first(qtbot: QtBot) -> None:
    holding, told = Holding(20_000), []

    def again() -> None:
        holding.until_settled(lambda: told.append("again"))
        told.append("first still waits")
        QTimer.singleShot(1, holding.settled)

    holding.until_settled(lambda: QTimer.singleShot(1, again))
    assert told == ["again", "first still waits"]


def test_a_second_sleep_is_held_up_as_the_first_was(qtbot: QtBot) -> None:
    holding, done = Holding(20_000), []

    def put_away() -> None:
        done.append("put away")
        holding.settled()

    for expected in (1, 2):
        holding.until_settled(lambda: QTimer.singleShot(1, put_away))
        assert len(done) == expected
