"""Figures: drawn of disclosed words as shapes that stay text, and said in words as well."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.shared import Cm
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.disclosure.passages_by_hand import register
from tests.workbench.report.invented import EDNA, NEPHEW, material
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import disclose
from workbench.disclosure.leak_scan import scan
from workbench.model.blocks import Document, Figure, Mention, words
from workbench.model.figures import (
    Bond,
    Course,
    Genogram,
    Happening,
    Outline,
    Relative,
    Tie,
    Wheel,
)
from workbench.model.ids import EntryId, FindingId, PersonId, RelationshipId
from workbench.model.people import Person, Relationship
from workbench.report.figures.drawing import drawing_of
from workbench.report.figures.fitting import fitted, text_width, wrapped
from workbench.report.figures.shapes import Form
from workbench.report.layouts import layout
from workbench.report.material import Material
from workbench.report.parts.package import pack, unpack
from workbench.report.sections import section_of
from workbench.report.subjects.pictures import course, genogram, not_drawn, theme_wheel
from workbench.report.template import built_in, template_from
from workbench.report.word import render

BOY, MOTHER = PersonId("p8"), PersonId("p9")
FAMILY = register(
    ("p8", "person", "Tom Real", [], "subject", "Child T"),
    ("p9", "person", "Ann Real", [], "mother", "Mother"),
)


def family(*, withheld: bool = False) -> Material:
    people = (
        Person(id=BOY, name="Tom Real", role="subject", pseudonym="Child T", sex="male", sex_withheld=withheld),
        Person(id=MOTHER, name="Ann Real", role="parent", pseudonym="Mother", sex="female"),
    )  # fmt: skip
    link = Relationship(id=RelationshipId("k1"), person=BOY, other=MOTHER, relation="son")
    return replace(material(), people=people, relationships=(link,))


def picture(facts: Material) -> Genogram:
    (figure,) = genogram(facts)
    assert isinstance(figure.picture, Genogram)
    return figure.picture


def test_a_family_is_drawn_by_convention() -> None:
    drawn = picture(family())
    assert {one.key: (one.outline, one.generation) for one in drawn.relatives} == {
        BOY: (Outline.SQUARE, 1),
        MOTHER: (Outline.CIRCLE, 0),
    }
    assert drawn.ties == (Tie(MOTHER, BOY, Bond.PARENT),)
    assert [one.name for one in drawn.relatives] == [(Mention(BOY),), (Mention(MOTHER),)]


def test_a_sex_that_may_not_be_told_is_told_by_no_outline_and_no_word() -> None:
    facts = family(withheld=True)
    drawn = {one.key: one.outline for one in picture(facts).relatives}
    assert drawn[BOY] is Outline.DIAMOND
    (figure,) = genogram(facts)
    spoken = "".join(part for part in figure.alt if isinstance(part, str))
    assert "son" not in spoken
    assert "child" in spoken


def test_a_sex_that_only_a_relationship_tells_is_drawn_unless_it_is_withheld() -> None:
    facts = family()
    mother = replace(facts.people[1], sex="")
    link = Relationship(id=RelationshipId("k2"), person=MOTHER, other=BOY, relation="mother")
    known = replace(facts, people=(facts.people[0], mother), relationships=(link,))
    drawn = {one.key: one.outline for one in picture(known).relatives}
    assert drawn[MOTHER] is Outline.CIRCLE
    kept = replace(known, people=(facts.people[0], replace(mother, sex_withheld=True)))
    drawn = {one.key: one.outline for one in picture(kept).relatives}
    assert drawn[MOTHER] is Outline.DIAMOND


def test_records_that_disagree_are_both_on_the_line() -> None:
    (figure,) = genogram(material())
    assert isinstance(figure.picture, Genogram)
    labels = [str(tie.label) for tie in figure.picture.ties]
    assert any("according to" in label for label in labels)
    assert {EDNA, NEPHEW} <= {one.key for one in figure.picture.relatives}


def test_nobody_is_drawn_of_whom_it_is_kept_that_they_told_anything() -> None:
    facts = family()
    witness = replace(facts.people[1], role="referrer")
    assert genogram(replace(facts, people=(facts.people[0], witness))) == ()


def test_three_to_eight_themes_make_a_wheel() -> None:
    facts = material()
    learning = [one for one in facts.findings if not one.good_practice]
    for number in (2, 9):
        made = [replace(learning[0], id=f"f{n}", title=f"Theme {n}") for n in range(number)]
        assert theme_wheel(replace(facts, findings=tuple(made))) == ()
    five = [replace(learning[0], id=f"f{n}", title=f"Theme {n}") for n in range(5)]
    (figure,) = theme_wheel(replace(facts, findings=tuple(five)))
    assert "five themes" in str(figure.alt[0])


def test_events_that_the_author_marked_as_key_make_a_course() -> None:
    facts = material(0)
    dated = [one for one in facts.entries if one.when.dated]
    assert course(facts) == ()
    marked = tuple(replace(one, mark="key") for one in dated[:4])
    (figure,) = course(replace(facts, entries=marked))
    assert isinstance(figure.picture, Course)
    assert len(figure.picture.happenings) == 4
    assert list(not_drawn(replace(facts, entries=marked))) == []


def test_what_is_too_much_for_a_figure_is_told() -> None:
    facts = material(0)
    one = next(entry for entry in facts.entries if entry.when.dated)
    many = tuple(replace(one, id=EntryId(f"e{n}"), mark="key") for n in range(13))
    assert course(replace(facts, entries=many)) == ()
    assert list(not_drawn(replace(facts, entries=many))) == [
        "The line of key events is not drawn: it holds 12 events, and 13 are marked as key."
    ]
    finding = next(one for one in facts.findings if not one.good_practice)
    nine = tuple(replace(finding, id=FindingId(f"f{n}")) for n in range(9))
    assert "it holds eight findings, not 9" in next(not_drawn(replace(facts, findings=nine)))


def test_words_that_did_not_pass_the_gate_are_not_drawn() -> None:
    with pytest.raises(TypeError, match="did not pass the gate"):
        drawing_of(Wheel(words("Centre"), ((Mention(EDNA),),)), 450)


_WORDS = st.text("abcdefgh mnop", min_size=1, max_size=160)


@given(_WORDS, st.lists(_WORDS, min_size=3, max_size=8), st.sampled_from([300.0, 453.0, 864.0]))
def test_nothing_is_drawn_outside_the_drawing_and_no_box_covers_another(
    centre: str, themes: list[str], width: float
) -> None:
    wheel = drawing_of(Wheel((centre,), tuple((theme,) for theme in themes)), width)
    events = Course(tuple(Happening(("May 2020",), (theme,), ("GP",)) for theme in themes))
    for drawing in (wheel, drawing_of(events, width)):
        for shape in drawing.shapes:
            assert -0.5 <= shape.x <= shape.x + abs(shape.width) <= drawing.width + 0.5
            assert shape.y >= -0.5
            assert shape.y + shape.height <= drawing.height + 0.5
    if width > 400:
        boxes = [one for one in wheel.shapes if one.form is Form.ROUNDED]
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 :]:
                apart = abs(one.x - other.x) >= one.width or abs(one.y - other.y) >= one.height
                assert apart, (len(themes), one, other)


@given(st.integers(1, 9), st.integers(0, 3))
def test_a_large_family_stays_within_its_width(number: int, depth: int) -> None:
    relatives = tuple(
        Relative(
            f"r{n}", (f"Relative {n}",), generation=n % (depth + 1), subject=n == 0, dead=n == 1
        )
        for n in range(number)
    )
    ties = tuple(Tie("r0", f"r{n}", Bond.OTHER, ("aunt or uncle",)) for n in range(1, number))
    # A generation in which nobody is known is not drawn, so depths have no gaps here.
    drawing = drawing_of(Genogram(relatives, ties), 453)
    assert all(shape.x >= -0.5 and shape.y >= -0.5 for shape in drawing.shapes)
    assert all(max(s.x, s.x + s.width) <= 453.5 for s in drawing.shapes)
    said = [shape.text for shape in drawing.shapes if shape.text]
    assert sum(text.startswith("Relative") for text in said) == number


@given(_WORDS, st.floats(40, 200), st.floats(12, 80))
def test_text_fits_or_is_cut_between_words(text: str, width: float, height: float) -> None:
    shown, size = fitted(text, width, height, (9.0, 8.0))
    assert " ".join(text.split()).startswith(
        " ".join(shown.split()).rstrip("\u2026").rstrip(" ,.;:")
    )
    assert all(
        text_width(line, size) <= width or " " not in line for line in wrapped(shown, width, size)
    )


def rendered(facts: Material) -> bytes:
    sections = tuple(section_of(one, facts) for one in layout("sar").sections)
    document = Document(words("Review"), sections=sections)
    return render(disclose(document, FAMILY, audience("published")), built_in("sar")).content


def test_a_figure_in_word_is_text_with_alternative_text_and_no_picture() -> None:
    with zipfile.ZipFile(io.BytesIO(rendered(family(withheld=True)))) as package:
        assert not [name for name in package.namelist() if "media" in name]
        body = package.read("word/document.xml").decode()
    drawn = body[body.index("<mc:AlternateContent") : body.index("</mc:AlternateContent>")]
    assert 'Requires="wpg"' in drawn
    assert 'descr="A family drawing. Child T is the subject of the review. ' in drawn
    assert ">Child T</w:t>" in drawn
    assert "diamond" in drawn
    assert "Tom" not in body
    assert "Genogram" in body[body.index("</mc:AlternateContent>") :][:2000]


def test_the_same_figure_has_the_same_bytes() -> None:
    assert rendered(family()) == rendered(family())


def test_every_figure_of_a_section_is_a_block_of_it() -> None:
    plan = layout("sar").section("people")
    assert plan is not None
    figures = [one for one in section_of(plan, material()).blocks if isinstance(one, Figure)]
    assert len(figures) == 1
    assert figures[0].place


def test_the_scan_reads_what_stands_in_a_drawing(tmp_path: Path) -> None:
    parts = unpack(rendered(family()))
    body = parts["word/document.xml"]
    shape = body.index(b"<w:txbxContent>")
    inside = body.index(b">Mother</w:t>", shape)
    parts["word/document.xml"] = body[:inside] + b">Ann Real</w:t>" + body[inside + 13 :]
    path = tmp_path / "report.docx"
    path.write_bytes(pack(parts))
    assert not scan(path, FAMILY).clean
    path.write_bytes(rendered(family()))
    assert scan(path, FAMILY).clean


def test_a_deep_family_stays_on_one_page() -> None:
    relatives = tuple(Relative(f"r{n}", (f"P{n}",), generation=n) for n in range(8))
    ties = tuple(Tie(f"r{n}", f"r{n + 1}", Bond.PARENT) for n in range(7))
    assert drawing_of(Genogram(relatives, ties), 453).height < 660


def test_in_a_narrow_place_a_figure_is_told_and_not_drawn() -> None:
    board = docx.Document()
    board.sections[0].page_width = Cm(12)
    board.add_heading("Introduction", 1)
    board.add_heading("How people are referred to", 1)
    board.add_heading("Recommendations", 1)
    file = io.BytesIO()
    board.save(file)
    plan = layout("sar").section("people")
    assert plan is not None
    document = Document(words("Review"), sections=(section_of(plan, family()),))
    template = template_from(file.getvalue(), "board.docx", layout("sar"))
    content = render(disclose(document, FAMILY, audience("published")), template).content
    body = unpack(content)["word/document.xml"].decode()
    assert "AlternateContent" not in body
    assert "Child T is the subject of the review." in body
