"""A sentence on one line ends in dots where there is too little room."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.widgets.headings import OneLine

TITLE = "Safeguarding Adults Review: Gareth Penhallow of Harrowmere"


def test_a_title_too_long_for_its_place_ends_in_dots_and_is_told_whole_when_pointed_at(
    qtbot: QtBot,
) -> None:
    line = OneLine(TITLE)
    qtbot.addWidget(line)
    line.resize(120, 30)
    line.show()
    assert line.text().endswith("…")
    assert line.toolTip() == line.accessibleName() == TITLE
    line.resize(2000, 30)
    assert line.text() == TITLE
    assert line.toolTip() == ""
