"""Away: the system says that the author has left: the screen was locked, the lid closed, or the
computer is going to sleep. What is heard on which system stands in docs/security.md."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from ui.support.lazy import load


class Why(StrEnum):
    """Why a review was locked, as the unlock screen says it."""

    SCREEN = "Locked when the screen was locked."
    SLEEP = "Locked when the computer went to sleep."
    LID = "Locked when the lid was closed."
    DARK = "Locked when the screen went dark."
    SWITCHED = "Locked when another user took over the computer."
    SLEPT = "Locked because the computer had slept."


_WATCHES = {
    "linux": ("ui.support.desktop_bus", "DesktopBus"),
    "darwin": ("ui.support.mac_notifications", "watch"),
    "win32": ("ui.support.windows_messages", "WindowsMessages"),
}


class AwayWatch(Protocol):
    """What hears the system."""

    @property
    def away(self) -> SignalInstance:
        """Emitted with the reason, of :class:`Why`."""
        ...

    def settled(self) -> None:
        """Say that what had to be put away has been, so that the computer may sleep."""
        ...


def watch_system(window: QWidget) -> AwayWatch | None:
    """Listen to the system, or None where there is nothing to listen to. The window must be shown:
    Windows tells a window."""
    if sys.platform not in _WATCHES:
        return None
    made: AwayWatch | None = load(*_WATCHES[sys.platform])(window)
    return made
