"""Windows: what it says to a window, read from messages as it would send them."""

from __future__ import annotations

import ctypes
import struct
from ctypes import wintypes
from types import SimpleNamespace
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.support.away import Why
from ui.support.windows_messages import (
    POWER,
    POWER_SETTING,
    SESSION_CHANGE,
    SUSPEND,
    WindowsMessages,
    lid_closed,
    reason_of,
    register,
)

LID = UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3")  # GUID_LIDSWITCH_STATE_CHANGE
BRIGHTNESS = UUID("aded5e82-b909-4619-9949-f5d71dac0bcb")


def message(number: int, first: int, second: int = 0) -> wintypes.MSG:
    """A message as Windows would send it."""
    made = wintypes.MSG()
    made.message, made.wParam, made.lParam = number, first, second
    return made


class Setting:
    """A power setting in memory, byte for byte as Windows lays it out."""

    def __init__(self, value: int, which: UUID = LID, length: int = 4) -> None:
        laid_out = which.bytes_le + struct.pack("<II", length, value)
        self._kept = ctypes.create_string_buffer(laid_out, len(laid_out))
        self.message = message(POWER, POWER_SETTING, ctypes.addressof(self._kept))


def test_windows_messages_are_understood() -> None:
    assert reason_of(message(SESSION_CHANGE, 7)) is Why.SCREEN  # locked
    assert reason_of(message(SESSION_CHANGE, 8)) is None  # unlocked
    assert reason_of(message(SESSION_CHANGE, 2)) is Why.SCREEN  # another user at the console
    assert reason_of(message(SESSION_CHANGE, 4)) is Why.SCREEN  # remote desktop left
    assert reason_of(message(POWER, SUSPEND)) is Why.SLEEP
    assert reason_of(message(POWER, 7)) is None  # woken
    assert reason_of(message(0x0100, 7)) is None  # a key


@pytest.mark.parametrize(
    ("setting", "closed"),
    [
        (Setting(0), True),
        (Setting(1), False),
        (Setting(0, BRIGHTNESS), None),
        (Setting(0, length=1), None),
    ],
)
def test_windows_tells_of_the_lid(setting: Setting, closed: bool | None) -> None:
    assert lid_closed(setting.message) is closed


def test_a_power_message_without_a_setting_says_nothing_of_the_lid() -> None:
    assert lid_closed(message(POWER, POWER_SETTING)) is None


def watching(qtbot: QtBot, hold: int = 20_000) -> tuple[WindowsMessages, list[str]]:
    window = QWidget()
    qtbot.addWidget(window)
    watch, heard = WindowsMessages(window, hold), []
    watch.away.connect(heard.append)
    return watch, heard


def test_a_lid_that_was_closed_already_is_not_one_that_closes(qtbot: QtBot) -> None:
    watch, heard = watching(qtbot)
    for value, expected in ((0, 0), (0, 0), (1, 0), (0, 1), (0, 1), (1, 1), (0, 2)):
        setting = Setting(value)  # kept while it is read
        watch.hear(setting.message)
        assert heard == [Why.LID] * expected


def test_windows_is_answered_when_all_is_put_away(qtbot: QtBot) -> None:
    watch, heard = watching(qtbot)
    watch.away.connect(lambda _: watch.settled())
    watch.hear(message(POWER, SUSPEND))
    assert heard == [Why.SLEEP]


def test_windows_is_answered_before_it_stops_waiting(qtbot: QtBot) -> None:
    watch, heard = watching(qtbot, hold=1)
    watch.hear(message(POWER, SUSPEND))
    assert heard == [Why.SLEEP]


def test_handles_are_passed_and_returned_as_wide_as_a_pointer() -> None:
    calls: list[tuple[object, ...]] = []

    class Function:
        argtypes: tuple[type, ...] = ()
        restype: type = ctypes.c_int

        def __call__(self, *told: object) -> int:
            assert len(told) == len(self.argtypes)
            calls.append(told)
            return 1

    sessions = SimpleNamespace(WTSRegisterSessionNotification=Function())
    power = SimpleNamespace(RegisterPowerSettingNotification=Function())
    register(2**40 + 1, sessions, power)
    assert [told[0] for told in calls] == [2**40 + 1] * 2
    pointer = ctypes.sizeof(ctypes.c_void_p)
    for function in (
        sessions.WTSRegisterSessionNotification,
        power.RegisterPowerSettingNotification,
    ):
        assert ctypes.sizeof(function.argtypes[0]) == pointer
    assert ctypes.sizeof(power.RegisterPowerSettingNotification.restype) == pointer
