"""Typefaces are found by their own names, measured as Word measures them, and missed by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from workbench.report.pages import typefaces
from workbench.report.pages.measuring import Fonts
from workbench.report.pages.typefaces import bundled_faces, face_file

FORGETS = (typefaces._faces,)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A computer whose only typefaces are those in this folder."""
    monkeypatch.setattr(typefaces, "_folders", lambda: [tmp_path])
    for one in FORGETS:
        one.cache_clear()
    yield tmp_path
    for one in FORGETS:
        one.cache_clear()


def typeface(path: Path, family: str, width: int, *, signs: bool = False) -> None:
    """A typeface of one letter, or of one bullet."""
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef", "one"])
    made.setupCharacterMap({0xF0B7 if signs else ord("a"): "one"})
    empty = TTGlyphPen(None).glyph()
    made.setupGlyf({".notdef": empty, "one": empty})
    made.setupHorizontalMetrics({".notdef": (500, 0), "one": (width, 0)})
    made.setupHorizontalHeader(ascent=800, descent=-200, lineGap=150)
    made.setupOS2(usWinAscent=900, usWinDescent=200)
    made.setupNameTable({"familyName": family, "styleName": "Regular"})
    if signs:
        for table in made.font["cmap"].tables:
            table.platformID, table.platEncID = 3, 0
        made.font["cmap"].tables = made.font["cmap"].tables[:1]
    made.setupPost()
    made.save(path)


def test_a_typeface_is_found_by_the_name_in_its_file(folder: Path) -> None:
    typeface(folder / "x81.ttf", "Harrow", 612)
    fonts = Fonts()
    assert fonts.metrics("HARROW", False, False).width("aaa") == pytest.approx(3 * 0.612)
    assert fonts.missing == ()


def test_a_typeface_of_equal_widths_stands_in(folder: Path) -> None:
    typeface(folder / "carlito.ttf", "Carlito", 500)
    fonts = Fonts()
    assert fonts.metrics("Calibri", True, False).width("a") == 0.5
    assert fonts.stand_in("Calibri") == "Carlito"
    assert fonts.missing == ()


def test_a_typeface_that_nothing_equals_is_missed_by_name(folder: Path) -> None:
    fonts = Fonts()
    assert fonts.metrics("Gill Sans MT", False, False).width("a") > 0
    assert fonts.missing == ("Gill Sans MT",)


def test_files_that_are_no_typefaces_are_passed_over(folder: Path) -> None:
    (folder / "empty.ttf").write_bytes(b"")
    (folder / "text.otf").write_bytes(b"this is no typeface at all, whatever it is called")
    whole = bundled_faces()[0].path.read_bytes()
    (folder / "cut.ttf").write_bytes(whole[:300])
    typeface(folder / "good.ttf", "Harrow", 612)
    assert face_file("Harrow", bold=False, italic=False) is not None


def test_a_typeface_whose_letters_cannot_be_read_is_as_good_as_missing(folder: Path) -> None:
    whole = bundled_faces()[0].path.read_bytes()
    (folder / "damaged.ttf").write_bytes(whole.replace(b"hmtx", b"xxxx", 1))
    typefaces._faces.cache_clear()
    damaged = typefaces.FaceFile(folder / "damaged.ttf", 0, "Damaged")
    fonts = Fonts(lambda _family, *, bold, italic: damaged)
    assert fonts.metrics("Damaged", False, False).width("a") > 0
    assert fonts.missing == ("Damaged",)


def test_bullets_of_a_typeface_of_signs_are_measured(folder: Path) -> None:
    typeface(folder / "symbol.ttf", "Symbol", 460, signs=True)
    assert Fonts().metrics("Symbol", False, False).width("\u2022") == pytest.approx(0.46)


def test_lines_are_as_high_as_word_makes_them(folder: Path) -> None:
    """The Windows height, and what of the designer's gap is not in it."""
    typeface(folder / "x.ttf", "Harrow", 600)
    metrics = Fonts().metrics("Harrow", False, False)
    assert metrics.ascent + metrics.descent == pytest.approx(0.9 + 0.2 + 0.05)
