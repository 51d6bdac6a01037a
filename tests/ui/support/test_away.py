"""Away: what the system says of the screen, the lid and sleep locks the review."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.shell.window import MainWindow
from ui.support.away import Why, watch_system
from ui.support.desktop_bus import DesktopBus

BUS = """
import sys
import threading
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from ui.support.desktop_bus import DesktopBus
app = QCoreApplication([])
heard = []
watch = DesktopBus(app)
watch.away.connect(heard.append)
said = {
    "saver": ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True]),
    "woken": ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [False]),
    "sleep": ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", [True]),
    "other": ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "SessionNew", [True]),
}
for name in sys.argv[1:]:
    path, interface, signal, told = said[name]
    message = QDBusMessage.createSignal(path, interface, signal)
    message.setArguments(told)
    assert QDBusConnection.sessionBus().send(message)
QTimer.singleShot(10000, app.quit)
watch.away.connect(lambda _: app.quit() if len(heard) > 1 else None)
app.exec()
print([str(why) for why in heard])
"""


@pytest.fixture
def bus() -> Iterator[dict[str, str]]:
    """A message bus of this test alone, as the session's and as the system's."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon on this computer to listen to")
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        names = ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS")
        yield {**os.environ, **dict.fromkeys(names, address)}
        daemon.terminate()


def test_a_linux_desktop_is_heard(bus: dict[str, str]) -> None:
    said, heard = ("woken", "other", "saver", "sleep"), [Why.SCREEN, Why.SLEEP]
    run = subprocess.run(
        [sys.executable, "-c", BUS, *said],
        env=bus,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert run.stdout.strip() == str([str(why) for why in heard]), run.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux desktops have these buses")
def test_the_lid_locks_when_it_closes_and_not_while_it_stays_closed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QObject()
    watch, lid = DesktopBus(parent), [True, True, False, True]
    heard: list[str] = []
    watch.away.connect(heard.append)
    monkeypatch.setattr(watch, "_lid_is_closed", lambda: lid.pop(0))
    for expected in ([Why.LID], [Why.LID], [Why.LID], [Why.LID, Why.LID]):
        watch._power()
        assert heard == expected


def test_without_a_bus_the_window_opens_all_the_same(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.locking.hear_system()
    assert window.isVisible()


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own way of telling")
def test_linux_is_listened_to(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert type(watch_system(window)).__name__ == "DesktopBus"


class Told(QObject):
    """A system that says what the test has it say."""

    away = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.let_go = 0

    def settled(self) -> None:
        self.let_go += 1


@pytest.mark.parametrize("why", [why for why in Why if why is not Why.SLEPT])
def test_what_the_system_says_locks_and_the_computer_may_sleep_once_all_is_put_away(
    working: MainWindow, qtbot: QtBot, why: Why
) -> None:
    system = Told()
    working.locking.hear_system(lambda _: system)
    system.away.emit(why)
    assert working.workspace is None
    assert working.entrance.unlock.reason.text() == why.value
    qtbot.waitUntil(lambda: system.let_go == 1)
    assert working.session.review is None


def test_with_nothing_open_the_computer_need_not_wait(window: MainWindow) -> None:
    system = Told()
    window.locking.hear_system(lambda _: system)
    system.away.emit(Why.SLEEP)
    assert system.let_go == 1


def test_sleep_that_follows_the_lid_waits_for_the_lock_that_the_lid_began(
    working: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    system, may_close = Told(), threading.Event()
    working.locking.hear_system(lambda _: system)
    close = working.session.record.close

    def close_later() -> None:
        assert may_close.wait(20)
        close()

    monkeypatch.setattr(working.session.record, "close", close_later)
    system.away.emit(Why.LID)
    system.away.emit(Why.SLEEP)
    assert system.let_go == 0
    may_close.set()
    qtbot.waitUntil(lambda: system.let_go == 1)
    assert working.entrance.unlock.reason.text() == Why.LID
