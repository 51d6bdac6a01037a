"""Names to tick."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.tick_list import TickList


@pytest.fixture
def ticks(qtbot: QtBot) -> TickList:
    """Three names to tick."""
    ticks = TickList()
    qtbot.addWidget(ticks)
    ticks.offer([("a", "Ann"), ("b", "Beth"), ("c", "Cass")])
    ticks.show()
    return ticks


def test_ticking_with_the_space_bar_is_told(ticks: TickList, qtbot: QtBot) -> None:
    ticks.setCurrentRow(1)
    with qtbot.waitSignal(ticks.edited):
        qtbot.keyClick(ticks, Qt.Key.Key_Space)
    assert ticks.value() == ("b",)


def test_showing_a_value_is_not_told(ticks: TickList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(ticks.edited):
        ticks.show_value(("c", "a"))
    assert ticks.value() == ("a", "c"), "in the list's order"


def test_offering_others_keeps_what_is_ticked(ticks: TickList) -> None:
    ticks.show_value(("b",))
    ticks.offer([("b", "Beth Ashe"), ("d", "Dee")])
    assert ticks.value() == ("b",)
    assert ticks.item(0).text() == "Beth Ashe"
