"""Ending when the system says so: at shutdown, at the end of its session, at a kill that asks."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")


def leave_when_told(app: QGuiApplication, leave: Callable[[], object]) -> None:
    """Have ``leave`` called, which saves and closes, before the process must end."""
    app.commitDataRequest.connect(lambda _: leave())
    if sys.platform != "win32":
        _EndingSignals(app, leave)


class _EndingSignals(QObject):
    """Brings a signal to the screen's thread: Python hears it only between its own steps, and Qt
    may take none for a long time."""

    def __init__(self, app: QGuiApplication, leave: Callable[[], object]) -> None:
        super().__init__(app)
        self._app, self._leave = app, leave
        self._reading, writing = os.pipe()
        for end in (self._reading, writing):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for name in SIGNALS:
            signal.signal(getattr(signal, name), _heard)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._end)

    def _end(self) -> None:
        os.read(self._reading, 64)
        self._leave()
        self._app.exit(0)


def _heard(_number: int, _frame: object) -> None:
    """Do nothing: what is to be done is done when the pipe is read."""
