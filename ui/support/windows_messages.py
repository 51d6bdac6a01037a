"""What Windows says to a window: the session is locked, the lid closed, the computer suspends."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.support.away import Why

SESSION_CHANGE, POWER = 0x02B1, 0x0218  # WM_WTSSESSION_CHANGE, WM_POWERBROADCAST
SESSION_LEFT = frozenset({0x7, 0x2, 0x4})  # locked, console or remote screen taken away
SUSPEND, POWER_SETTING = 0x0004, 0x8013
LID = (0xBA3E0F4D, 0xB817, 0x4094, b"\xa2\xd1\xd5\x63\x79\xe6\xa0\xf3")


class _Guid(ctypes.Structure):
    _fields_ = (
        ("a", wintypes.DWORD),
        ("b", wintypes.WORD),
        ("c", wintypes.WORD),
        ("d", ctypes.c_ubyte * 8),
    )


class _Setting(ctypes.Structure):
    _fields_ = (("which", _Guid), ("length", wintypes.DWORD), ("value", ctypes.c_ubyte))


def lid_guid() -> _Guid:
    """The name by which Windows tells of the lid."""
    return _Guid(*LID[:3], (ctypes.c_ubyte * 8)(*LID[3]))


def reason_of(message: wintypes.MSG) -> Why | None:
    """Why to lock, if this message is a reason."""
    if message.message == SESSION_CHANGE and message.wParam in SESSION_LEFT:
        return Why.SCREEN
    if message.message != POWER:
        return None
    if message.wParam == SUSPEND:
        return Why.SLEEP
    if message.wParam == POWER_SETTING and message.lParam:
        told = _Setting.from_address(message.lParam)
        if bytes(told.which) == bytes(lid_guid()) and told.value == 0:
            return Why.LID
    return None


class WindowsMessages(QObject):
    """Asks Windows to tell this window, and passes on what it says."""

    away = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._filter = _Filter(self)
        QCoreApplication.instance().installNativeEventFilter(self._filter)  # type: ignore[union-attr] # there is one
        if sys.platform == "win32":
            handle = wintypes.HWND(int(window.winId()))
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(handle, 0)
            guid = lid_guid()
            ctypes.windll.user32.RegisterPowerSettingNotification(handle, ctypes.byref(guid), 0)

    def settled(self) -> None:
        """Windows waits for nobody."""


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, watch: WindowsMessages) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at a message before Qt does, and leave it to Qt."""
        if QByteArray(kind).data() == b"windows_generic_MSG":
            why = reason_of(wintypes.MSG.from_address(int(message)))
            if why is not None:
                self._watch.away.emit(why)
        return False, 0
