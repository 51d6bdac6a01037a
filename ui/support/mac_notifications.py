"""What macOS says: the screen is locked or dark, the computer goes to sleep, another user has it.

It tells nobody of the lid. A lid that closes sends the computer to sleep, or with another screen
attached changes nothing, and then somebody is working.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui.support.away import Why
from ui.support.holding import Holding

HOLD = 25_000  # milliseconds; macOS sleeps after thirty seconds, whoever is not ready
LOCKED = "com.apple.screenIsLocked"  # Apple does not document it, and has long kept it
WORKSPACE = {
    "NSWorkspaceWillSleepNotification": Why.SLEEP,
    "NSWorkspaceScreensDidSleepNotification": Why.DARK,
    "NSWorkspaceSessionDidResignActiveNotification": Why.SWITCHED,
}


class Centres(Protocol):
    """Where macOS posts what it has to say."""

    def hear(self, name: str, told: Callable[[], None]) -> None:
        """Have ``told`` called whenever a notification of this name is posted."""
        ...

    def end(self) -> None:
        """Hear nothing more."""
        ...


class MacNotifications(QObject):
    """Passes on what is posted, and returns to macOS when the computer may sleep."""

    away = Signal(str)

    def __init__(self, parent: QObject, centres: Centres, hold: int = HOLD) -> None:
        super().__init__(parent)
        self._centres, self._holding = centres, Holding(hold)
        centres.hear(LOCKED, lambda: self._tell(Why.SCREEN))
        for name, why in WORKSPACE.items():
            centres.hear(name, lambda why=why: self._tell(why))  # type: ignore[misc] # mypy does not infer a default's type here
        application = QCoreApplication.instance()
        assert application is not None  # noqa: S101 # there is no window without an application
        application.aboutToQuit.connect(self.end)

    def _tell(self, why: Why) -> None:
        if why is Why.SLEEP:
            self._holding.until_settled(lambda: self.away.emit(why))
        else:
            self.away.emit(why)

    def settled(self) -> None:
        """Let the computer sleep."""
        self._holding.settled()

    def end(self) -> None:
        """Hear nothing more: Cocoa would call an object that is no longer there."""
        self._centres.end()


def watch(window: QObject) -> MacNotifications | None:
    """Listen to macOS; None where PyObjC is not installed, and idle time and the clock remain."""
    try:
        cocoa = import_module("ui.support.cocoa")
    except ImportError:
        return None
    return MacNotifications(window, cocoa.Cocoa())
