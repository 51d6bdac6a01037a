"""Words are painted with the letters with which they were measured."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from ui.pages.report.paper.lettering import UNIT, family_of, font_of, is_sign
from workbench.report.pages.measuring import computer_fonts
from workbench.report.pages.page import Face
from workbench.report.pages.typefaces import face_file

WORDS = "AVAILABLE, effective and fiftieth: Tomorrow’s visit “To” 11.40"


def families() -> list[str]:
    """Our own typeface, and of those that boards use what this computer has."""
    boards = ("Arial", "Calibri", "Cambria", "Times New Roman")
    return ["Noto Sans", *(one for one in boards if face_file(one, bold=False, italic=False))]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("family", families())
def test_words_are_as_wide_as_they_were_measured(family: str, bold: bool) -> None:
    measured = computer_fonts().metrics(family, bold, False).width(WORDS) * 11
    painted = QFontMetricsF(font_of(Face(family, 11, bold=bold))).horizontalAdvance(WORDS) / UNIT
    assert painted == pytest.approx(measured, abs=0.6)


def test_a_typeface_that_is_not_here_is_painted_in_ours() -> None:
    assert family_of(Face("No Such Typeface", 11)) == "Noto Sans"


def test_bullets_of_a_typeface_of_signs_are_painted_as_letters() -> None:
    assert is_sign(Face("Symbol", 11))
    assert family_of(Face("Wingdings", 11)) == "Noto Sans"
    assert not is_sign(Face("Arial", 11))
