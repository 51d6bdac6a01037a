"""Type is sized from the screen's height, and never too small for the last seat."""

from __future__ import annotations

import pytest

from ui.panel.sizing import HEIGHT, SEATS, SMALLEST, SMALLEST_BODY, sheet_for


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("screen", [(1920, 1080), (1024, 768), (3840, 2160), (1280, 720)])
def test_no_type_is_too_small_to_read(seat: int, screen: tuple[int, int]) -> None:
    sheet = sheet_for(*screen, seat)

    assert min(sheet.body, sheet.dense, sheet.heading) >= SMALLEST_BODY == HEIGHT * 0.036
    assert sheet.footer >= SMALLEST == HEIGHT * 0.024
    assert sheet.title >= HEIGHT * 0.058
    assert sheet.title > sheet.heading > sheet.body


def test_the_last_seat_five_heights_back_gets_text_of_five_per_cent() -> None:
    assert sheet_for(1920, 1080).body == HEIGHT * 0.05


def test_text_keeps_off_the_edge_that_a_projector_may_cut() -> None:
    sheet = sheet_for(1600, 1000)

    assert (sheet.left, sheet.right, sheet.top) == (80.0, 1520.0, 50.0)
    assert sheet.bottom + sheet.footer <= 950
