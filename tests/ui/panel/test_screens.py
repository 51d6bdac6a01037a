"""Which screen the room gets, with one, two and mirrored screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen

from ui.panel.screens import identity, room_screen


@dataclass
class Plugged:
    """A screen as far as choosing needs one: offscreen Qt has a single real one."""

    model_name: str
    place: QRect
    serial: str = ""
    connector: str = "HDMI-1"

    def manufacturer(self) -> str:
        return "Maker" if self.model_name else ""

    def model(self) -> str:
        return self.model_name

    def serialNumber(self) -> str:
        return self.serial

    def name(self) -> str:
        return self.connector

    def geometry(self) -> QRect:
        return self.place


def plugged(model: str, x: int, **more: str) -> QScreen:
    return cast(QScreen, Plugged(model, QRect(x, 0, 1920, 1080), **more))


LAPTOP = plugged("Laptop", 0)
PROJECTOR = plugged("Projector", 1920)
TELEVISION = plugged("Television", 3840)


def test_with_two_screens_the_room_gets_the_one_that_is_not_the_author_s() -> None:
    assert room_screen([LAPTOP, PROJECTOR], LAPTOP).screen is PROJECTOR
    assert room_screen([LAPTOP, PROJECTOR], PROJECTOR).screen is LAPTOP


def test_the_screen_used_last_time_is_known_by_what_it_is_not_by_its_number() -> None:
    screens = [TELEVISION, PROJECTOR, LAPTOP]

    assert room_screen(screens, LAPTOP, identity(PROJECTOR)).screen is PROJECTOR
    assert room_screen(screens, LAPTOP, "gone/long/ago").screen is TELEVISION
    assert room_screen(screens, LAPTOP, identity(LAPTOP)).screen is TELEVISION


def test_with_one_screen_the_author_is_told_what_to_do() -> None:
    choice = room_screen([LAPTOP], LAPTOP)

    assert choice.screen is None
    assert "only one screen" in choice.reason
    assert "press F5 again" in choice.reason


def test_mirrored_screens_are_said_to_be_so() -> None:
    choice = room_screen([LAPTOP, plugged("Projector", 0)], LAPTOP)

    assert choice.screen is None
    assert "same picture" in choice.reason


def test_a_screen_that_says_nothing_of_itself_is_known_by_its_connector() -> None:
    assert identity(plugged("", 0, connector="DP-2")) == "DP-2"
    assert identity(plugged("Projector", 0, serial="77")) == "Maker/Projector/77"
