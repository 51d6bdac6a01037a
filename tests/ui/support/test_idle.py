"""Idle: an unattended review locks, and a touch puts it off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.support.idle import IdleWatch


@pytest.fixture
def box(qtbot: QtBot) -> QLineEdit:
    """Something to touch."""
    box = QLineEdit()
    qtbot.addWidget(box)
    return box


@pytest.fixture
def watch(box: QLineEdit) -> Iterator[IdleWatch]:
    """A watch on the box, of a length that no test waits for."""
    watch = IdleWatch(box, 10, box)
    yield watch
    watch.stop()


def end_now(watch: QObject) -> None:
    """Let the times run out: first the warning's, then the lock's."""
    for timer in sorted(watch.findChildren(QTimer), key=lambda each: each.interval()):
        timer.timeout.emit()


class WallClock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> WallClock:
    return WallClock()


@pytest.fixture
def clocked(box: QLineEdit, clock: WallClock) -> Iterator[IdleWatch]:
    """A watch that looks at that clock."""
    watch = IdleWatch(box, 10, box, clock)
    watch.start()
    yield watch
    watch.stop()


def look(watch: IdleWatch) -> None:
    """Let the time between two looks run out."""
    (timer,) = [each for each in watch.findChildren(QTimer) if not each.isSingleShot()]
    assert timer.isActive()
    timer.timeout.emit()


def test_it_warns_half_a_minute_before_and_then_says_idle(watch: IdleWatch, qtbot: QtBot) -> None:
    watch.start()
    once = [timer for timer in watch.findChildren(QTimer) if timer.isSingleShot()]
    waits = sorted(timer.interval() for timer in once)
    assert waits == [9 * 60_000 + 30_000, 10 * 60_000]
    with qtbot.waitSignals([watch.nearly, watch.idle], order="strict"):
        end_now(watch)


def test_a_key_after_the_warning_begins_the_time_again(
    watch: IdleWatch, box: QLineEdit, qtbot: QtBot
) -> None:
    watch.start()
    watch.findChildren(QTimer)[0].timeout.emit()
    with qtbot.waitSignal(watch.back):
        qtbot.keyClick(box, Qt.Key.Key_A)
    with qtbot.assertNotEmitted(watch.back):
        qtbot.keyClick(box, Qt.Key.Key_A)


def test_nothing_is_watched_before_it_starts_and_after_it_stops(
    watch: IdleWatch, box: QLineEdit, qtbot: QtBot
) -> None:
    qtbot.keyClick(box, Qt.Key.Key_A)
    assert not any(timer.isActive() for timer in watch.findChildren(QTimer))
    watch.start()
    watch.stop()
    qtbot.keyClick(box, Qt.Key.Key_A)
    assert not any(timer.isActive() for timer in watch.findChildren(QTimer))


def test_a_clock_that_jumps_ahead_means_that_the_computer_slept(
    clocked: IdleWatch, clock: WallClock, qtbot: QtBot
) -> None:
    clock.now += 2
    with qtbot.assertNotEmitted(clocked.slept):
        look(clocked)
    clock.now += 45
    with qtbot.waitSignal(clocked.slept):
        look(clocked)


def test_a_clock_that_goes_on_or_is_put_back_locks_nothing(
    clocked: IdleWatch, clock: WallClock, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(clocked.slept):
        for step in (2, 2, -7_200, 2, 20, -1):
            clock.now += step
            look(clocked)


def test_the_key_that_wakes_the_computer_reaches_no_box(
    clocked: IdleWatch, clock: WallClock, box: QLineEdit, qtbot: QtBot
) -> None:
    clock.now += 3_600
    with qtbot.waitSignal(clocked.slept):
        qtbot.keyClick(box, Qt.Key.Key_A)
    assert box.text() == ""
