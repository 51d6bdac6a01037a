"""A page is painted as the layout gives it: each thing in its place, words to where they end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui.pages.report.paper import pictures as pictures_module
from ui.pages.report.paper.painting import paint_page
from ui.pages.report.paper.pictures import Pictures, decoded
from workbench.report.pages.page import Face, Fill, Item, Page, Picture, Rule, Shape, Text

FACE = Face("Arial", 12)


def painted(*items: Item, zoom: float = 2.0, pictures=lambda part, dots: None) -> QImage:
    image = QImage(round(300 * zoom), round(200 * zoom), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    paint_page(painter, Page(300, 200, "1", items), pictures)
    painter.end()
    return image


def inked(image: QImage, zoom: float = 2.0) -> tuple[float, float, float, float]:
    """The smallest box, in points, around all that is not white."""
    dark = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).lightness() < 160
    ]
    across, down = [x for x, _ in dark], [y for _, y in dark]
    return (
        min(across) / zoom,
        min(down) / zoom,
        (max(across) + 1) / zoom,
        (max(down) + 1) / zoom,
    )


def colour(image: QImage, x: float, y: float, zoom: float = 2.0) -> str:
    return image.pixelColor(round(x * zoom), round(y * zoom)).name()


@pytest.mark.parametrize("width", [95.0, 100.0, 104.0, 150.0, 60.0])
@pytest.mark.parametrize("words", ["seen at home on the day", "unaccompaniedness"])
def test_words_end_where_the_layout_says(words: str, width: float) -> None:
    left, _, right, _ = inked(painted(Text(40, 100, words, FACE, width)))
    assert left == pytest.approx(41, abs=1.5)
    assert right == pytest.approx(40 + width, abs=1.5)


@pytest.mark.parametrize("zoom", [1.0, 2.0, 3.0])
def test_words_stand_on_their_baseline_at_every_size(zoom: float) -> None:
    image = painted(Text(40, 100, "HOME", FACE, 40), zoom=zoom)
    _, top, _, bottom = inked(image, zoom)
    assert bottom == pytest.approx(100, abs=1)
    assert top == pytest.approx(100 - 12 * 0.72, abs=1.2)


def test_bold_italic_coloured_and_underlined_words_look_so() -> None:
    def ink(**look: object) -> int:
        text = Text(40, 100, "home", Face("Arial", 12, **look), 30)
        image = painted(text)
        return sum(
            255 - image.pixelColor(x, y).lightness()
            for x in range(60, 180)
            for y in range(160, 220)
        )

    assert ink(bold=True) > ink() * 1.15
    lined = painted(Text(40, 100, "home", FACE, 30, underlined=True))
    assert inked(lined)[3] > inked(painted(Text(40, 100, "home", FACE, 30)))[3]
    red = painted(Text(40, 100, "HHHH", Face("Arial", 40, bold=True), 120, "aa0000"))
    assert any(red.pixelColor(x, 180).name() == "#aa0000" for x in range(80, 320))


def test_turned_words_turn_about_their_middle() -> None:
    left, top, right, bottom = inked(painted(Text(100, 100, "HHHHHHH", FACE, 70, angle=90)))
    assert (left + right) / 2 == pytest.approx(135, abs=3)
    assert (top + bottom) / 2 == pytest.approx(94, abs=2)
    assert bottom - top == pytest.approx(70, abs=3)
    assert right - left < 12


def test_fills_rules_and_shapes_stand_where_they_are_put() -> None:
    image = painted(
        Fill(10, 10, 50, 20, "0b3c49"),
        Rule(10, 60, 110, 60, 2, "0f766e"),
        Shape("rect", 150, 20, 60, 40, "e8f1f2", "0b3c49", 2),
        Shape("ellipse", 150, 100, 60, 40, "8a1c1c"),
        Shape("diamond", 230, 100, 60, 40, "1e5b3a"),
        Shape("roundRect", 230, 20, 60, 40, "595959"),
    )
    assert colour(image, 12, 12) == "#0b3c49"
    assert colour(image, 61, 12) == "#ffffff"
    assert colour(image, 60, 60) == "#0f766e"
    assert colour(image, 180, 40) == "#e8f1f2"
    assert colour(image, 150, 40) == "#0b3c49"
    assert colour(image, 180, 120) == "#8a1c1c"
    assert colour(image, 151, 101) == "#ffffff"
    assert colour(image, 260, 120) == "#1e5b3a"
    assert colour(image, 232, 102) == "#ffffff"
    assert colour(image, 230.5, 20.5) == "#ffffff"
    assert colour(image, 260, 40) == "#595959"


def test_a_hair_line_is_seen_at_every_size() -> None:
    for zoom in (0.5, 0.75, 1.0, 1.33, 2.0):
        image = painted(Rule(20, 50.3, 200, 50.3, 0.25), zoom=zoom)
        x = round(100 * zoom)
        assert min(image.pixelColor(x, y).lightness() for y in range(image.height())) < 60


def test_nothing_is_painted_beyond_the_paper() -> None:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    painter = QPainter(image)
    beyond = (Fill(250, 150, 150, 150, "000000"), Text(250, 150, "far beyond", FACE, 140))
    paint_page(painter, Page(300, 200, "1", beyond), lambda part, dots: None)
    painter.end()
    assert colour(image, 299, 199, 1) == "#000000"
    assert colour(image, 320, 150, 1) == colour(image, 310, 250, 1) == "#a0a0a4"


def png(width: int = 40, height: int = 30, kind: str = "PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#8a1c1c"))
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(held, kind)
    return held.data().data()


def test_a_picture_of_the_file_is_shown_and_one_that_cannot_be_is_a_grey_field() -> None:
    parts = {"word/media/a.png": png(), "word/media/b.emf": b"\x01\x00\x00\x00"}
    pictures = Pictures(parts)
    items = [Picture(10, 10, 100, 50, "word/media/a.png"), Picture(150, 10, 100, 50, "word/media/b.emf"),
             Picture(150, 100, 100, 50, "word/media/none.png")]  # fmt: skip
    image = painted(*items, pictures=pictures)
    assert colour(image, 60, 30) == "#8a1c1c"
    assert colour(image, 200, 30) == colour(image, 200, 120) == "#dfe3e6"
    small, large = QSize(20, 15), QSize(80, 60)
    assert pictures("word/media/a.png", large) is pictures("word/media/a.png", large)
    assert pictures("word/media/a.png", large).size() == QSize(40, 30)
    assert pictures("word/media/a.png", small) is pictures("word/media/a.png", small)
    assert pictures("word/media/a.png", small).size() == small


@pytest.mark.parametrize("kind", ["PNG", "JPG", "BMP"])
def test_plain_kinds_of_pictures_are_decoded(kind: str) -> None:
    assert decoded(png(kind=kind)) is not None


def test_what_could_refer_elsewhere_or_fill_memory_is_not_decoded(monkeypatch) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///a"/></svg>'
    assert decoded(svg) is None
    assert decoded(b"") is None
    assert decoded(png()[:60]) is None
    monkeypatch.setattr(pictures_module, "_MOST_DOTS", 1000)
    assert decoded(png()) is None
