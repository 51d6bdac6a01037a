"""A board on slides: two equal columns, a shape and a word with each colour, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ui.panel.boards import board_bands
from ui.panel.pieces import Form, Run, Shape
from ui.panel.sizing import sheet_for
from workbench.model.blocks import Board, BoardColumn, Tone

pytestmark = pytest.mark.usefixtures("qapp")
SHEET = sheet_for(1920, 1080)


def board_of(left: list[str], right: list[str]) -> Board:
    return Board(
        BoardColumn("Risks", tuple((text,) for text in left), Tone.RISK),
        BoardColumn("Protective factors", tuple((text,) for text in right), Tone.PROTECTIVE),
    )


def test_each_column_has_its_word_and_its_shape() -> None:
    (band,) = board_bands(board_of(["Alone at night"], ["A kind neighbour"]), SHEET, 700, 700)

    shapes = [piece.form for piece in band.pieces if isinstance(piece, Shape)]
    words = [piece.text for piece in band.pieces if isinstance(piece, Run)]
    assert shapes == [Form.TRIANGLE, Form.DISC]
    assert words == ["Risks", "Alone at night", "Protective factors", "A kind neighbour"]
    assert band.spoken == "Risks: Alone at night. Protective factors: A kind neighbour."


def test_an_empty_column_says_so() -> None:
    (band,) = board_bands(board_of(["Alone at night"], []), SHEET, 700, 700)

    assert "None recorded" in [piece.text for piece in band.pieces if isinstance(piece, Run)]
    assert band.spoken.endswith("Protective factors: none recorded.")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    left=st.lists(st.integers(1, 150), max_size=9), right=st.lists(st.integers(1, 150), max_size=9)
)
def test_every_item_is_on_some_slide_and_no_slide_overflows(
    left: list[int], right: list[int]
) -> None:
    texts = [[f"{side}{n} " + "word " * size for n, size in enumerate(sizes)]
             for side, sizes in (("L", left), ("R", right))]  # fmt: skip
    full = SHEET.bottom - 150

    bands = board_bands(board_of(*texts), SHEET, full, full)

    drawn = " ".join(
        piece.text for band in bands for piece in band.pieces if isinstance(piece, Run)
    ).split()
    wanted = " ".join(texts[0] + texts[1]).split()
    assert sorted(word for word in drawn if word in wanted) == sorted(wanted)
    for band in bands:
        assert band.height <= full
        for piece in band.pieces:
            if isinstance(piece, Run):
                assert piece.y + piece.size <= full
