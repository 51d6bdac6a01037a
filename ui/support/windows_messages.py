"""What Windows says to a window: the session is locked, the lid closed, the computer suspends.

Numbers, shapes and who waits for whom are as Microsoft documents them.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import (
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QEvent,
    QObject,
    Signal,
)
from PySide6.QtWidgets import QWidget

from ui.support.away import Why
from ui.support.holding import Holding

HOLD = 1_500  # milliseconds; Windows suspends about two seconds after it said so
SESSION_CHANGE, POWER = 0x02B1, 0x0218  # WM_WTSSESSION_CHANGE, WM_POWERBROADCAST
SESSION_LEFT = frozenset({0x7, 0x2, 0x4})  # locked, console or remote screen taken away
SUSPEND, POWER_SETTING = 0x0004, 0x8013
LID = (0xBA3E0F4D, 0xB817, 0x4094, b"\xa2\xd1\xd5\x63\x79\xe6\xa0\xf3")
THIS_SESSION, TO_A_WINDOW = 0, 0  # NOTIFY_FOR_THIS_SESSION, DEVICE_NOTIFY_WINDOW_HANDLE


class _Guid(ctypes.Structure):
    _fields_ = (
        ("a", ctypes.c_uint32),
        ("b", ctypes.c_uint16),
        ("c", ctypes.c_uint16),
        ("d", ctypes.c_ubyte * 8),
    )


class _Setting(ctypes.Structure):  # POWERBROADCAST_SETTING, with a value of four bytes
    _fields_ = (("which", _Guid), ("length", ctypes.c_uint32), ("value", ctypes.c_uint32))


def lid_guid() -> _Guid:
    """The name by which Windows tells of the lid."""
    return _Guid(*LID[:3], (ctypes.c_ubyte * 8)(*LID[3]))


def reason_of(message: wintypes.MSG) -> Why | None:
    """Why to lock, if this message alone is a reason."""
    if message.message == SESSION_CHANGE and message.wParam in SESSION_LEFT:
        return Why.SCREEN
    if message.message == POWER and message.wParam == SUSPEND:
        return Why.SLEEP
    return None


def lid_closed(message: wintypes.MSG) -> bool | None:
    """Whether the lid is closed, if this message says so."""
    if (message.message, message.wParam) != (POWER, POWER_SETTING) or not message.lParam:
        return None
    told = _Setting.from_address(message.lParam)
    if bytes(told.which) != bytes(lid_guid()) or told.length != ctypes.sizeof(ctypes.c_uint32):
        return None
    return bool(told.value == 0)


def register(window: int, sessions: Any, power: Any) -> None:
    """Have Windows tell a window; ``sessions`` and ``power`` are its two libraries. A handle is as
    wide as a pointer, which ctypes does not assume. Where Windows will not, idle time remains."""
    tell_of_sessions = sessions.WTSRegisterSessionNotification
    tell_of_sessions.argtypes = (wintypes.HWND, wintypes.DWORD)
    tell_of_sessions.restype = wintypes.BOOL
    tell_of_sessions(window, THIS_SESSION)
    tell_of_power = power.RegisterPowerSettingNotification
    tell_of_power.argtypes = (wintypes.HANDLE, ctypes.POINTER(_Guid), wintypes.DWORD)
    tell_of_power.restype = wintypes.HANDLE
    tell_of_power(window, ctypes.byref(lid_guid()), TO_A_WINDOW)


class WindowsMessages(QObject):
    """Asks Windows to tell this window, and passes on what it says."""

    away = Signal(str)

    def __init__(self, window: QWidget, hold: int = HOLD) -> None:
        super().__init__(window)
        self._window, self._holding = window, Holding(hold)
        self._lid_closed: bool | None = None  # not known until Windows tells
        self._filter = _Filter(self)
        QCoreApplication.instance().installNativeEventFilter(self._filter)  # type: ignore[union-attr] # there is one
        window.installEventFilter(self)
        self._register()

    def _register(self) -> None:
        handle = int(self._window.internalWinId())
        if sys.platform == "win32" and handle:
            register(handle, ctypes.WinDLL("wtsapi32"), ctypes.WinDLL("user32"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask again when Qt made the window anew: Windows told the one before."""
        if event.type() == QEvent.Type.WinIdChange:
            self._register()
        return super().eventFilter(watched, event)

    def hear(self, message: wintypes.MSG) -> None:
        """Take in a message. The first about the lid says how it is, not that it moved: one that
        works at another screen with the lid closed is not away."""
        closed, why = lid_closed(message), reason_of(message)
        if closed is not None:
            why = Why.LID if closed and self._lid_closed is False else None
            self._lid_closed = closed
        if why is Why.SLEEP:  # Windows waits until this returns
            self._holding.until_settled(lambda: self.away.emit(why))
        elif why is not None:
            self.away.emit(why)

    def settled(self) -> None:
        """Let the computer sleep."""
        self._holding.settled()


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, watch: WindowsMessages) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at a message before Qt does, and leave it to Qt."""
        if QByteArray(kind).data() == b"windows_generic_MSG":
            self._watch.hear(wintypes.MSG.from_address(int(message)))
        return False, 0
