"""The room's window: keys, what it paints, what it says to a screen reader, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.panel.showing import paragraph, slide
from ui.panel.painting import INKS, PAPER, paint_page
from ui.panel.pieces import Ink
from ui.panel.room import PanelWindow
from ui.panel.show import Show
from ui.panel.sizing import SMALLEST_BODY, sheet_for

_Key = Qt.Key
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[PanelWindow]:
    slides = [slide(f"slide {letter}", paragraph("Rowan Ashe fell")) for letter in "abc"]
    window = PanelWindow(Show(slides, "Panel meeting 3", sheet_for(960, 540)))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.resize(960, 540)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


def title(window: PanelWindow) -> str:
    page = window.deck.room.page
    return page.title if page else ""


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ([_Key.Key_PageDown], "slide b"),
        ([_Key.Key_Right, _Key.Key_Space], "slide c"),
        ([_Key.Key_End, _Key.Key_PageUp], "slide b"),
        ([_Key.Key_End, _Key.Key_Left, _Key.Key_Up], "slide a"),
        ([_Key.Key_End, _Key.Key_Home], "slide a"),
        ([_Key.Key_B], ""),
        ([_Key.Key_B, _Key.Key_B], "slide a"),
        ([_Key.Key_H, _Key.Key_Down], "slide a"),
    ],
)
def test_the_keys_of_a_slide_show(
    window: PanelWindow, qtbot: QtBot, keys: list[Qt.Key], shown: str
) -> None:
    for key in keys:
        qtbot.keyClick(window, key)

    assert title(window) == shown


def test_blank_and_hold_have_the_same_keys_as_in_the_author_s_window(
    window: PanelWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, _Key.Key_B, BOTH)
    assert window.deck.blank
    qtbot.keyClick(window, _Key.Key_H, BOTH)
    assert window.deck.held


def test_ctrl_plus_makes_type_larger_for_a_seat_further_back_and_minus_smaller(
    window: PanelWindow, qtbot: QtBot
) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, _Key.Key_Plus, ctrl)
    assert window.deck.sheet.body == 60
    for _ in range(9):
        qtbot.keyClick(window, _Key.Key_Minus, ctrl)
    assert window.deck.sheet.body == SMALLEST_BODY
    assert title(window) == "slide a"


def test_escape_leaves_and_drops_the_slides(window: PanelWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.left):
        qtbot.keyClick(window, _Key.Key_Escape)

    assert not window.isVisible()
    assert window.deck.titles == ()


def test_a_screen_reader_hears_the_slide_with_the_name_replaced(
    window: PanelWindow, qtbot: QtBot
) -> None:
    assert window.accessibleName() == "Panel screen"
    assert window.accessibleDescription() == (
        "slide a. Adult C fell. Panel meeting 3  ·  Names replaced  ·  1 of 3"
    )
    qtbot.keyClick(window, _Key.Key_B)
    assert window.accessibleDescription() == "The panel screen is blank. Panel meeting 3"


def test_it_paints_the_slide_and_blank_paints_nothing_but_the_footer(
    window: PanelWindow, qtbot: QtBot
) -> None:
    assert marks(window, 0, 480) > 200

    qtbot.keyClick(window, _Key.Key_B)
    assert marks(window, 0, 480) == 0


def marks(window: PanelWindow, top: int, bottom: int) -> int:
    """How many pixels of these lines are not paper."""
    picture = window.grab().toImage()
    ratio = picture.height() / window.height()
    return sum(
        QColor(picture.pixel(x, y)) != PAPER
        for y in range(round(top * ratio), round(bottom * ratio))
        for x in range(0, picture.width(), 2)
    )


def test_the_room_s_window_can_hold_no_tooltip_notice_or_menu(window: PanelWindow) -> None:
    assert window.toolTip() == ""
    assert window.children() == []
    assert window.contextMenuPolicy() == Qt.ContextMenuPolicy.PreventContextMenu
    assert window.findChildren(QLabel) == []


def test_a_slide_looks_the_same_at_any_size(window: PanelWindow) -> None:
    """The author's preview breaks its lines where the room's screen does."""
    page = window.deck.room.page
    sheet = window.deck.sheet
    pictures = []
    for width in (1920, 480):
        image = QImage(width, width * 9 // 16, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint_page(painter, page, "", sheet, QRectF(image.rect()))
        painter.end()
        small = image.scaled(
            48, 27, mode=Qt.TransformationMode.SmoothTransformation
        ).convertToFormat(QImage.Format.Format_Grayscale8)
        pictures.append(
            [QColor(small.pixel(x, y)).lightness() for y in range(27) for x in range(48)]
        )

    apart = [abs(one - other) for one, other in zip(*pictures, strict=True)]
    assert max(apart) < 40


@pytest.mark.parametrize("ink", [each for each in Ink if each is not Ink.LINE])
def test_text_stays_readable_when_the_room_is_light(ink: Ink) -> None:
    lighter, darker = sorted((_luminance(PAPER), _luminance(INKS[ink])), reverse=True)

    assert (lighter + 0.05) / (darker + 0.05) >= 7


def _luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = colour.redF(), colour.greenF(), colour.blueF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
