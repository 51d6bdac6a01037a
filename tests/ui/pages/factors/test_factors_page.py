"""The board: cards dragged between and within columns, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from ui.pages.factors.page import FactorsPage
from ui.support.commands import Commands
from ui.support.session import Session
from workbench.actions.agencies import add_agency
from workbench.actions.factors import add_awareness, add_factor
from workbench.intake.dates import understand
from workbench.model.factors import Awareness, Factor, Side

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, session: Session, commands: Commands) -> FactorsPage:
    page = FactorsPage(session, commands)
    qtbot.addWidget(page)
    session.changed.connect(lambda _: page.refresh())
    page.resize(1200, 700)
    page.show()
    qtbot.waitExposed(page)
    for side, words in ((Side.RISK, "One"), (Side.RISK, "Two"), (Side.PROTECTIVE, "Three")):
        session.run(
            lambda review, side=side, words=words: add_factor(review, side=side, statement=words)
        )
    return page


def shown(page: FactorsPage) -> dict[str, list[str]]:
    return {
        side.value: [card.factor.statement for card in view.column.cards]
        for side, view in page.columns.items()
    }


def drag(page: FactorsPage, source: Side, row: int, to: Side, before: int) -> None:
    """What Qt does at the end of a drag: the target column is handed what was picked up."""
    carried = page.columns[source].column.mimeData([page.columns[source].column.index(row)])
    assert carried.formats() == ["application/x-review-factor"] or carried.formats()
    assert b"One" not in b"".join(bytes(carried.data(kind).data()) for kind in carried.formats())
    target = page.columns[to].column
    target.dropMimeData(carried, Qt.DropAction.MoveAction, before, 0, QModelIndex())


def test_a_card_is_dragged_to_the_other_column(page: FactorsPage) -> None:
    drag(page, Side.RISK, 0, Side.PROTECTIVE, 0)
    assert shown(page) == {"risk": ["Two"], "protective": ["One", "Three"]}
    page.session.undo()
    assert shown(page) == {"risk": ["One", "Two"], "protective": ["Three"]}


def test_a_card_is_dragged_within_its_column(page: FactorsPage) -> None:
    drag(page, Side.RISK, 0, Side.RISK, 2)
    assert shown(page)["risk"] == ["Two", "One"]


def test_the_keyboard_does_all_that_the_mouse_does(page: FactorsPage, qtbot: QtBot) -> None:
    cards = page.columns[Side.RISK].cards
    cards.setFocus()
    cards.select(page.columns[Side.RISK].column.cards[0].factor.id)
    qtbot.keyClick(cards, Qt.Key.Key_Down, CTRL)
    assert shown(page)["risk"] == ["Two", "One"]
    qtbot.keyClick(cards, Qt.Key.Key_Up, CTRL)
    assert shown(page)["risk"] == ["One", "Two"]
    qtbot.keyClick(cards, Qt.Key.Key_Right, CTRL)
    assert shown(page) == {"risk": ["Two"], "protective": ["Three", "One"]}
    page.move_across()
    assert shown(page) == {"risk": ["Two", "One"], "protective": ["Three"]}


def test_a_click_on_a_card_opens_it_beside_the_board(page: FactorsPage, qtbot: QtBot) -> None:
    cards = page.columns[Side.RISK].cards
    where = cards.visualRect(cards.column.index(1)).center()
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.form.fields["statement"].control.value() == "Two"
    other = page.columns[Side.PROTECTIVE].cards
    where = other.visualRect(other.column.index(0)).center()
    qtbot.mouseClick(other.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.form.fields["statement"].control.value() == "Three"
    assert cards.selectedIndexes() == []


def test_a_card_says_aloud_what_it_shows(page: FactorsPage) -> None:
    column = page.columns[Side.RISK].column
    said = column.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Risk: One")


def test_who_knew_is_recorded_on_the_card(page: FactorsPage) -> None:
    page.session.run(lambda review: add_agency(review, name="Harbour Trust"))
    page.drop(page.columns[Side.RISK].column.cards[0].factor.id, Side.RISK, 0)
    page.form.knew.add_button.click()
    (awareness,) = page.session.record.all(Awareness)
    assert awareness.factor == page.chosen.id


def test_deleting_a_card_offers_to_undo_it(page: FactorsPage) -> None:
    page.columns[Side.RISK].cards.select(page.columns[Side.RISK].column.cards[0].factor.id)
    page.delete_item()
    assert shown(page)["risk"] == ["Two"]
    page.notice.act.click()
    assert shown(page)["risk"] == ["One", "Two"]
    assert page.session.record.count(Factor) == 3


def test_the_board_as_it_looked_on_a_day_leaves_hindsight_out_and_says_so(
    page: FactorsPage, qtbot: QtBot
) -> None:
    one, two = (card.factor for card in page.columns[Side.RISK].column.cards)
    for factor, day in ((one, "3 May 2016"), (two, "9 May 2016")):
        page.session.run(
            lambda review, factor=factor, day=day: add_awareness(
                review, factor=factor.id, when=understand(day).when
            )
        )
    line = page.known_by.line
    line.setFocus()
    qtbot.keyClicks(line, "4 May 2016")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert shown(page) == {"risk": ["One"], "protective": []}
    assert page.left_out.text() == (
        "Left out: 1 known to nobody until later and 1 without a day on which anyone knew."
    )

    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert shown(page) == {"risk": ["One", "Two"], "protective": ["Three"]}
    assert page.left_out.text() == ""


def test_a_card_moved_among_those_of_one_day_keeps_its_place_among_all(page: FactorsPage) -> None:
    one, two = (card.factor for card in page.columns[Side.RISK].column.cards)
    page.session.run(
        lambda review: add_awareness(review, factor=two.id, when=understand("9 May 2016").when)
    )
    page.known_by.show_value("2016-05-10")
    page.refresh()
    assert shown(page)["risk"] == ["Two"]

    page.drop(page.columns[Side.RISK].column.cards[0].factor.id, Side.PROTECTIVE, 0)

    page.known_by.show_value("")
    page.refresh()
    assert shown(page) == {"risk": ["One"], "protective": ["Three", "Two"]}
    assert page.session.record.count(Factor) == 3
    assert one.id == page.columns[Side.RISK].column.cards[0].factor.id
