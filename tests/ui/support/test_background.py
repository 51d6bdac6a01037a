"""Work in the background: in order, brought back to the screen's thread, and never silent."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from ui.support.background import Background
from workbench.errors import Refused, WorkbenchError


def test_results_come_back_in_order_on_the_screens_thread(
    background: Background, qtbot: QtBot
) -> None:
    came: list[tuple[int, bool]] = []
    screen = threading.current_thread()
    for number in range(5):
        background.start(
            lambda number=number: number,
            done=lambda got: came.append((got, threading.current_thread() is screen)),
            failed=lambda error: pytest.fail(str(error)),
        )
    qtbot.waitUntil(lambda: len(came) == 5)
    assert came == [(number, True) for number in range(5)]


def test_work_runs_away_from_the_screens_thread(background: Background) -> None:
    assert background.complete(threading.current_thread) is not threading.current_thread()


def test_an_error_that_can_be_shown_is_handed_over(background: Background, qtbot: QtBot) -> None:
    told: list[WorkbenchError] = []

    def refuse() -> None:
        raise Refused("The folder is read-only. Choose another.")

    background.start(refuse, done=lambda _: pytest.fail("it was refused"), failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert str(told[0]) == "The folder is read-only. Choose another."


def test_any_other_error_reaches_the_window_for_faults(
    background: Background, qtbot: QtBot
) -> None:
    with qtbot.captureExceptions() as faults:
        background.start(lambda: 1 // 0, done=lambda _: None, failed=lambda _: None)
        qtbot.waitUntil(lambda: bool(faults))
    assert faults[0][0] is ZeroDivisionError


def test_nothing_comes_back_after_it_was_stopped(background: Background, qtbot: QtBot) -> None:
    go, came = threading.Event(), []
    background.start(go.wait, done=came.append, failed=came.append)
    stopper = threading.Thread(target=background.stop)
    stopper.start()
    go.set()
    stopper.join()
    qtbot.wait(1)
    assert came in ([], [True]), "at most what was finished before it was stopped"


def test_waiting_returns_when_everything_before_it_is_done(background: Background) -> None:
    done: list[int] = []
    background.start(lambda: done.append(1), done=lambda _: None, failed=lambda _: None)
    background.wait()
    assert done == [1]
