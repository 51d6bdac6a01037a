"""Four boards' templates filled: every section in its place, everything of the board's intact."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from typing import Any

import docx
import pytest
from lxml import etree

from tests.workbench.report.boards import BOARDS, by_hand, controls, numbered, saved, tables
from tests.workbench.report.invented import ruled
from workbench.disclosure.gate import Disclosed
from workbench.model.blocks import Document, Paragraph, Section
from workbench.model.board_templates import Placing
from workbench.report.layouts import layout
from workbench.report.template import Template, template_from
from workbench.report.word import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(content: bytes) -> Template:
    return template_from(content, "board.docx", layout("sar"))


def filled(content: bytes, disclosed: Disclosed) -> Any:
    return docx.Document(io.BytesIO(render(disclosed, read(content)).content))


def under(document: Any, heading: str) -> list[str]:
    """The paragraphs between the heading and the next bold or styled one."""
    texts = [paragraph.text for paragraph in document.paragraphs]
    start = next(n for n, text in enumerate(texts) if heading in text)
    return [text for text in texts[start + 1 :] if text]


def every_text(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "\n".join(
            package.read(name).decode("utf-8", "replace") for name in package.namelist()
        )


def spoken(style: Any) -> bytes:
    """The style without the number of the editing session in which it was last touched."""
    made = deepcopy(style)
    for trace in made.findall(f"{W}rsid"):
        made.remove(trace)
    return bytes(etree.tostring(made))


EXPECTED = {
    "by hand": {
        "introduction": "Introduction",
        "methodology": "Methodology",
        "background": "Case summary",
        "findings": "Analysis",
        "recommendations": "Recommendations",
        "chronology": "APPENDIX A \u2013 CHRONOLOGY",
    },
    "numbered": {
        "introduction": "Introduction",
        "terms_of_reference": "Terms of Reference",
        "methodology": "Methodology",
        "people": "Family composition",
        "background": "Background information",
        "factors": "Risk and protective factors",
        "findings": "Findings",
        "conclusions": "Conclusion",
        "recommendations": "Recommendations",
        "chronology": "Appendix 1: Integrated chronology",
    },
    "controls": {
        "introduction": "Introduction",
        "methodology": "Scope and methodology",
        "background": "The facts",
        "findings": "Analysis and findings",
        "recommendations": "Recommendations",
        "pen_portrait": "Pen picture",
    },
    "tables": {
        "introduction": "Introduction",
        "methodology": "Process",
        "background": "Narrative of events",
        "findings": "Learning",
        "factors": "Risks / Protective Factors",
        "recommendations": "Recomendations",
    },
}


@pytest.mark.parametrize("board", BOARDS)
def test_every_section_finds_its_heading_without_a_correction(board: str) -> None:
    template = read(BOARDS[board]())
    found = {
        section: template.headings[index].text
        for section, index in template.placed.sections.items()
    }
    assert found == EXPECTED[board]


@pytest.mark.parametrize("board", BOARDS)
def test_the_board_s_styles_and_page_set_up_stay_as_they_are(
    board: str, disclosed: Disclosed
) -> None:
    before = docx.Document(io.BytesIO(BOARDS[board]()))
    after = filled(BOARDS[board](), disclosed)
    kept = {style.style_id: spoken(style.element) for style in after.styles}
    for style in before.styles:
        assert kept[style.style_id] == spoken(style.element)
    first, now = before.sections[0], after.sections[0]
    assert (first.left_margin, first.header_distance) == (now.left_margin, now.header_distance)
    assert first.header.paragraphs[0].text == after.sections[0].header.paragraphs[0].text


@pytest.mark.parametrize("board", BOARDS)
def test_no_instruction_to_the_author_is_left(board: str, disclosed: Disclosed) -> None:
    text = every_text(render(disclosed, read(BOARDS[board]())).content)
    for instruction in ("Guidance for the author", "delete this text", "Please write this section"):
        assert instruction not in text


@pytest.mark.parametrize("board", BOARDS)
def test_the_same_content_gives_the_same_bytes(board: str, disclosed: Disclosed) -> None:
    content = BOARDS[board]()
    assert render(disclosed, read(content)).content == render(disclosed, read(content)).content


def test_typed_numbers_go_on_where_the_board_left_off(disclosed: Disclosed) -> None:
    said = under(filled(by_hand(), disclosed), "2. Methodology")
    assert said[0].startswith("2.1 The board uses a systems approach")
    assert said[1].startswith("2.2 The review found")
    assert said[2].startswith("2.3 ")


def test_a_typed_contents_list_is_not_taken_for_headings(disclosed: Disclosed) -> None:
    texts = [one.text for one in filled(by_hand(), disclosed).paragraphs]
    assert "1. Introduction\t3" in texts
    assert texts.index("1. Introduction\t3") < texts.index("1. Introduction")


def test_bold_headings_become_ones_that_a_screen_reader_finds(disclosed: Disclosed) -> None:
    document = filled(by_hand(), disclosed)
    heading = next(one for one in document.paragraphs if one.text == "1. Introduction")
    assert heading._p.find(f"{W}pPr/{W}outlineLvl") is not None


def test_a_chronology_is_turned_to_landscape_with_the_board_s_header(disclosed: Disclosed) -> None:
    document = filled(by_hand(), disclosed)
    wide = [one for one in document.sections if one.page_width > one.page_height]
    assert len(wide) == 1
    assert wide[0].header.paragraphs[0].text == "OFFICIAL \u2013 Fenwick Partnership"


def test_earlier_comments_changes_and_authors_are_told_and_gone(disclosed: Disclosed) -> None:
    template = read(numbered())
    written = render(disclosed, template)
    said = " ".join(template.told)
    assert "1 comment" in said
    assert "2 tracked changes" in said
    assert "contents list still held a line" in said
    assert "properties" in said
    text = every_text(written.content)
    assert "Gwendolen" not in text
    assert "Struck words" not in text
    assert "earlier adult" not in text
    assert "Kept words." in text
    assert "rsid" not in text


def test_the_contents_list_holds_the_report_s_own_headings(disclosed: Disclosed) -> None:
    document = filled(numbered(), disclosed)
    links = document.element.body.iter(f"{W}hyperlink")
    entries = {"".join(node.text or "" for node in link.iter(f"{W}t")) for link in links}
    assert "Terms of Reference" in entries
    assert "Finding 1: She was not seen alone" in entries
    names = {one.get(f"{W}name") for one in document.element.body.iter(f"{W}bookmarkStart")}
    anchors = {link.get(f"{W}anchor") for link in document.element.body.iter(f"{W}hyperlink")}
    assert anchors <= names


def test_a_heading_of_no_section_is_told_and_says_so(disclosed: Disclosed) -> None:
    written = render(disclosed, read(numbered()))
    assert any("Dissemination" in one for one in written.told)
    document = docx.Document(io.BytesIO(written.content))
    said = under(document, "Dissemination")
    assert "The board\u2019s own statement stays. Kept words." in said


def test_content_controls_are_filled_and_taken_away(disclosed: Disclosed) -> None:
    document = filled(controls(), disclosed)
    texts = [one.text for one in document.paragraphs]
    assert texts[0] == "Harrowmere Safeguarding Adults Board"
    assert texts[1] == "The review of the care of Edna"
    assert next(document.element.body.iter(f"{W}sdt"), None) is None


def test_a_prompt_for_which_the_review_holds_nothing_goes_and_is_told(disclosed: Disclosed) -> None:
    written = render(disclosed, read(controls()))
    assert any("Odd one" in one for one in written.told)
    assert "Odd one" not in every_text(written.content)


def test_columns_are_filled_by_their_headings_and_never_by_position(disclosed: Disclosed) -> None:
    written = render(disclosed, read(tables()))
    document = docx.Document(io.BytesIO(written.content))
    plan = next(one for one in document.tables if one.cell(0, 0).text == "Lead agency")
    rows = [[cell.text for cell in row.cells] for row in plan.rows]
    assert len(rows) == 6
    assert rows[1][0] == "Harrowmere Adult Social Care"
    assert rows[1][2] == ""
    assert rows[1][3].startswith("The service should see each adult alone")
    assert any("no column for No., How it will be known" in one for one in written.told)
    assert any("nothing was put under RAG" in one for one in written.told)


def test_a_board_s_two_columns_are_filled_whichever_way_round(disclosed: Disclosed) -> None:
    document = filled(tables(), disclosed)
    board = next(one for one in document.tables if one.cell(0, 0).text == "Strengths")
    assert "A neighbour who noticed" in board.cell(1, 0).text
    assert "Nobody spoke with her alone" in board.cell(1, 1).text


def test_label_cells_and_chevrons_take_the_cover_s_values(disclosed: Disclosed) -> None:
    document = filled(tables(), disclosed)
    assert document.tables[0].cell(0, 1).text == "SAR 7"
    assert document.tables[0].cell(1, 1).text == "Una Corrigan"
    first = document.paragraphs[0].text
    assert first == "Harrowmere Safeguarding Adults Board review of The review of the care of Edna"


def test_a_correction_moves_a_section_to_the_heading_that_the_author_chose() -> None:
    content = tables()
    corrected = template_from(
        content, "board.docx", layout("sar"), [Placing("Learning", "conclusions")]
    )
    assert corrected.place_of("findings") is None
    place = corrected.place_of("conclusions")
    assert place is not None
    assert place.text == "Learning"


def test_a_placeholder_that_stays_is_told_but_the_report_s_own_brackets_are_not(
    document: Document,
) -> None:
    board = docx.Document(io.BytesIO(controls()))
    board.paragraphs[0].insert_paragraph_before("[Photograph of the town hall]")
    text = Paragraph(("His number was [removed] from the record.",))
    said = Document(document.title, (), (Section("introduction", ("Introduction",), (text,)),))
    written = render(ruled(said), read(saved(board)))
    assert any("[Photograph of the town hall]" in one for one in written.told)
    assert not any("[removed]" in one for one in written.told)
