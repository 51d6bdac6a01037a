"""Every pair of colours that is used together can be read, in light and in dark."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from ui.pages.chronology.marks import colour_of
from ui.support.theme import style_sheet
from ui.support.tokens import DARK, LIGHT, Tones
from workbench.resources import vocabulary

GROUNDS = ("window", "base", "stripe", "selected", "notice_ground", "button")
READ = [(text, ground) for text in ("text", "muted") for ground in GROUNDS] + [
    ("accent", "window"),
    ("accent", "base"),
    ("accent", "notice_ground"),
    ("accent", "selected"),
    ("on_accent", "accent"),
    ("on_warning", "warning"),
    ("risk", "window"),
    ("risk", "base"),
    ("risk", "stripe"),
    ("risk", "selected"),
    ("risk", "risk_ground"),
    ("text", "risk_ground"),
    ("protective", "base"),
    ("protective", "stripe"),
    ("protective", "selected"),
    ("protective", "protective_ground"),
    ("text", "protective_ground"),
]
SEEN = [("outline", "window"), ("outline", "base"), ("accent", "base"), ("accent", "window")]


def contrast(one: QColor, other: QColor) -> float:
    """WCAG's contrast of two colours, from 1 to 21."""

    def luminance(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_as_wcag_counts_it() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("#ffffff")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), READ)
def test_words_can_be_read_on_their_ground(tones: Tones, text: str, ground: str) -> None:
    assert contrast(getattr(tones, text), getattr(tones, ground)) >= 4.5


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), SEEN)
def test_boxes_and_the_focus_can_be_seen(tones: Tones, line: str, ground: str) -> None:
    assert contrast(getattr(tones, line), getattr(tones, ground)) >= 3


@pytest.mark.parametrize("mark", [term.code for term in vocabulary("entry-marks")])
def test_every_mark_can_be_read_where_it_is_painted(mark: str) -> None:
    assert (
        min(contrast(colour_of(mark), LIGHT.base), contrast(colour_of(mark), LIGHT.selected)) > 4.5
    )


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_stays_small_and_names_every_colour(tones: Tones) -> None:
    rules = style_sheet(tones)
    assert len(rules.strip().splitlines()) <= 40
    assert "%(" not in rules
