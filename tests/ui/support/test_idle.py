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


def test_it_warns_half_a_minute_before_and_then_says_idle(watch: IdleWatch, qtbot: QtBot) -> None:
    watch.start()
    waits = sorted(timer.interval() for timer in watch.findChildren(QTimer))
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
