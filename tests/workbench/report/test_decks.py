"""Learning slides: a real PowerPoint file that says no more than the gate let through."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.util import Pt

from workbench.actions.set_up import write_passage
from workbench.disclosure.audiences import audience
from workbench.disclosure.leak_scan import scan
from workbench.disclosure.register import register_of
from workbench.errors import BadInput, Refused
from workbench.model.blocks import Document, Items, Paragraph, Section, words
from workbench.report.decks.paging import BODY_HIGH, GAP, SIZES, slides_of
from workbench.report.decks.writing import render_slides
from workbench.report.figures.fitting import LEADING, wrapped
from workbench.report.order import ReleaseOrder
from workbench.report.parts.package import pack, unpack
from workbench.report.release import disclosed_output, release
from workbench.review import Review


@pytest.fixture(scope="module")
def content(adult: Review) -> bytes:
    return render_slides(disclosed_output(adult, "learning-slides", audience("published")))


@pytest.fixture(scope="module")
def deck(content: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(content))


def text_of(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_the_slides_tell_the_learning_in_the_order_of_a_talk(deck: Any) -> None:
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles[:7] == [
        "Safeguarding Adults Review: Adrian",
        "What? And why?",
        "When?",
        "The person at the centre",
        "Risks and protective factors",
        "What happened",
        "What happened (continued)",
    ]
    assert titles[-2:] == ["What has changed?", "Questions for your team"]
    assert sum(title.startswith("Finding ") for title in titles) == 8
    assert "Good practice: Where a worker had time and permission, Adrian let people in" in titles


def test_each_slide_has_a_title_in_its_layout_s_place_and_a_number(deck: Any) -> None:
    for place, slide in enumerate(deck.slides, 1):
        assert slide.shapes.title is not None
        assert slide.shapes.title.is_placeholder
        assert slide.shapes.title.text.strip()
        kinds = [one.placeholder_format.type.name for one in slide.placeholders]
        if place > 1:
            number = next(
                one
                for one in slide.placeholders
                if one.placeholder_format.type.name == "SLIDE_NUMBER"
            )
            assert number.text_frame.text == str(place)
            assert "FOOTER" in kinds


def test_risks_and_protective_factors_stand_in_the_two_places_of_a_comparison(deck: Any) -> None:
    slide = next(one for one in deck.slides if one.shapes.title.text.startswith("Risks"))
    assert slide.slide_layout.name == "Comparison"
    said = {one.placeholder_format.idx: one.text_frame.text for one in slide.placeholders}
    assert (said[1], said[3]) == ("Risks", "Protective factors")
    assert said[2].count("\n") >= 3
    assert said[4].count("\n") >= 3


def test_no_place_is_left_empty_and_nothing_hangs_over_the_edge(deck: Any) -> None:
    for slide in deck.slides:
        for one in slide.placeholders:
            assert one.text_frame.text.strip(), (slide.shapes.title.text, one.name)
        for shape in slide.shapes:
            left, top = shape.left or 0, shape.top or 0
            assert left >= 0
            assert top >= 0
            assert left + (shape.width or 0) <= deck.slide_width
            assert top + (shape.height or 0) <= deck.slide_height


def test_what_is_drawn_is_said_as_well(deck: Any) -> None:
    drawn = [
        shape for slide in deck.slides for shape in slide.shapes
        if not shape.is_placeholder
    ]  # fmt: skip
    assert len(drawn) >= 4
    for shape in drawn:
        about = shape._element.xpath("./*/p:cNvPr")[0]  # python-pptx has no name for it
        assert about.get("descr"), shape.name


def test_a_table_has_a_heading_row_that_is_marked_as_one(deck: Any) -> None:
    found = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert found
    assert all(table.first_row for table in found)


def test_there_are_no_notes_no_pictures_and_no_properties(deck: Any, content: bytes) -> None:
    assert not any(slide.has_notes_slide for slide in deck.slides)
    properties = deck.core_properties
    assert properties.title == "Safeguarding Adults Review: Adrian"
    assert (properties.author, properties.last_modified_by) == ("", "")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        theme = package.read("ppt/theme/theme1.xml").decode()
    assert not [
        one for one in names if any(word in one for word in ("media", "thumb", "printer", "notes"))
    ]
    assert "Calibri" not in theme
    assert theme.count('<a:latin typeface="Arial"') == 2


def test_the_same_record_has_the_same_bytes(adult: Review, content: bytes) -> None:
    assert (
        render_slides(disclosed_output(adult, "learning-slides", audience("published"))) == content
    )


def test_only_disclosed_content_becomes_slides() -> None:
    with pytest.raises(TypeError, match="only disclosed content"):
        render_slides(Document(words("Raw")))  # type: ignore[arg-type] # what the test is about


def _release(review: Review, path: Path, template: Path | None = None) -> None:
    release(
        review,
        ReleaseOrder(output="learning-slides", audience=audience("published"), template=template),
        path,
    )


def test_slides_leave_through_the_same_door(child: Review, tmp_path: Path) -> None:
    path = tmp_path / "slides.pptx"
    _release(child, path)
    assert [one.name for one in tmp_path.iterdir()] == ["slides.pptx"]
    assert scan(path, register_of(child)).clean
    deck = pptx.Presentation(str(path))
    assert "Child R" in text_of(deck.slides[0])


def test_a_wrong_ending_and_a_word_template_are_told_and_nothing_is_written(
    child: Review, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match=r"must end in \.pptx"):
        _release(child, tmp_path / "slides.docx")
    board = tmp_path / "board.docx"
    board.write_bytes(b"")
    with pytest.raises(Refused, match="PowerPoint template"):
        _release(child, tmp_path / "slides.pptx", board)
    assert [one.name for one in tmp_path.iterdir()] == ["board.docx"]


def test_long_text_goes_on_to_another_slide_and_none_is_lost() -> None:
    items = tuple((f"Point {number}: " + "word " * 40,) for number in range(30))
    section = Section("s", ("Long",), (Items(items), Paragraph(("The end.",))))
    made = slides_of(Document(("T",), sections=(section,)))
    assert len(made) > 3
    assert [one.title for one in made[:2]] == ["Long", "Long (continued)"]
    said = [line.text for slide in made for line in slide.lines]
    assert said == [*(str(item[0]) for item in items), "The end."]
    for slide in made:
        high = sum(
            len(wrapped(line.text, 820, slide.size)) * slide.size * LEADING + GAP
            for line in slide.lines
        )
        assert slide.size in SIZES
        assert high <= BODY_HIGH + slide.size * LEADING * 2
    assert Pt(BODY_HIGH) > 0


@pytest.mark.parametrize(
    ("part", "before"),
    [
        ("ppt/slides/slide4.xml", b"clock repairer"),
        ("ppt/slides/slide6.xml", b'descr="'),
        ("ppt/slideMasters/slideMaster1.xml", b'name="'),
    ],
)
def test_the_scan_finds_a_name_wherever_it_gets_into_the_slides(
    adult: Review, content: bytes, tmp_path: Path, part: str, before: bytes
) -> None:
    parts = unpack(content)
    assert before in parts[part]
    parts[part] = parts[part].replace(before, before + b" Lowri Penhallow-Reid ", 1)
    path = tmp_path / "slides.pptx"
    path.write_bytes(pack(parts))
    assert not scan(path, register_of(adult)).clean


def test_bold_words_are_bold_on_a_slide(child: Review) -> None:
    write_passage(
        child, "slides_who", "- Seen **twice**, and *never* alone\n\nOne line,\nand another."
    )
    try:
        made = render_slides(disclosed_output(child, "learning-slides", audience("published")))
    finally:
        child.undo()
    slides = pptx.Presentation(io.BytesIO(made)).slides
    who = next(one for one in slides if one.shapes.title.text == "The person at the centre")
    paragraph, lines = who.placeholders[1].text_frame.paragraphs
    assert lines.text == "One line,\vand another."
    looks = [(run.text, run.font.bold, run.font.italic) for run in paragraph.runs]
    assert looks == [
        ("Seen ", None, None),
        ("twice", True, None),
        (", and ", None, None),
        ("never", None, True),
        (" alone", None, None),
    ]
