"""Templates of odd build: every section in its place, instructions gone, the board's own kept."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from typing import Any

import docx
import pytest

from tests.workbench.report.conftest import VALUES
from tests.workbench.report.foreign import FOREIGN, Foreign
from tests.workbench.report.invented import material, ruled
from tests.workbench.report.raw_word import HEADINGS, package, paragraph
from tests.workbench.report.test_boards import every_text
from workbench.disclosure.gate import Disclosed
from workbench.model.blocks import Document, Paragraph, words
from workbench.report.layouts import layout
from workbench.report.sections import section_of
from workbench.report.template import Template, template_from
from workbench.report.word import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def made(name: str) -> Foreign:
    return FOREIGN[name]()


@cache
def report(kind: str) -> Disclosed:
    """A report in which each section says which it is."""
    facts = material(4)
    sections = [section_of(plan, facts) for plan in layout(kind).sections]
    return ruled(
        Document(
            words("The review of the care of Edna"),
            tuple((name, words(text)) for name, text in VALUES.items()),
            tuple(
                replace(one, blocks=(Paragraph((f"here is {_key(one.id)}.",)), *one.blocks))
                for one in sections
            ),
        )
    )


def _key(section: str) -> str:
    return section.replace("_", "")


@cache
def read(name: str) -> Template:
    board = made(name)
    return template_from(board.content, "board.docx", layout(board.layout))


@cache
def filled(name: str) -> Any:
    return docx.Document(io.BytesIO(render(report(made(name).layout), read(name)).content))


def texts(document: Any) -> list[str]:
    """Every paragraph in order, those in cells too."""
    return [
        "".join(node.text or "" for node in one.iter(f"{W}t"))
        for one in document.element.body.iter(f"{W}p")
    ]


@pytest.mark.parametrize("name", FOREIGN)
def test_every_place_is_known_for_its_section(name: str) -> None:
    template = read(name)
    found = {
        section: template.headings[index].text
        for section, index in template.placed.sections.items()
    }
    expected = {section: place for place, section in made(name).places if section}
    assert {section: place for section, place in found.items() if section in expected} == {
        section: place.split(". ", 1)[-1] for section, place in expected.items()
    }


@pytest.mark.parametrize("name", [one for one in FOREIGN if one not in {"cards", "prompts"}])
def test_each_section_stands_between_its_heading_and_the_next(name: str) -> None:
    said = texts(filled(name))
    headings = [place for place, _ in made(name).places]
    spots = [len(said) - 1 - said[::-1].index(place) for place in headings]
    assert spots == sorted(spots)
    for number, (place, section) in enumerate(made(name).places):
        after = spots[number + 1] if number + 1 < len(spots) else len(said)
        if section:
            where = next(n for n, text in enumerate(said) if f"here is {_key(section)}." in text)
            assert spots[number] < where < after, f"{section} is not under {place}"


@pytest.mark.parametrize("name", FOREIGN)
def test_instructions_to_the_author_are_gone(name: str) -> None:
    said = " ".join(texts(filled(name)))
    for instruction in ("Guidance", "Please include", "Click or tap", "[Insert", "Describe here"):
        assert instruction not in said
    assert "[Author to complete]" not in said


@pytest.mark.parametrize("name", FOREIGN)
def test_no_cell_ends_in_a_table_and_no_two_tables_run_together(name: str) -> None:
    """Word calls a cell that ends in a table damaged, and joins tables that touch."""
    body = filled(name).element.body
    for one in body.iter(f"{W}tc"):
        assert one[-1].tag == f"{W}p"
    for one in body.iter(f"{W}tbl"):
        after = one.getnext()
        assert after is None or after.tag != f"{W}tbl"


def test_a_placeholder_that_names_a_section_gives_way_to_it() -> None:
    said = texts(filled("prompts"))
    at = said.index("Part 2")
    assert said[at + 1] == "here is methodology."


def test_two_heading_rows_head_their_columns_together_and_are_repeated() -> None:
    table = filled("styled by hand").tables[-1]
    assert "neighbour telephoned" in table.rows[-5].cells[2].text
    heads = [row for row in table._tbl.tr_lst if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert len(heads) == 2


def test_findings_stand_on_the_board_s_cards_and_spare_cards_go() -> None:
    cards = [one for one in filled("cards").tables if one.cell(0, 0).text.startswith("FINDING")]
    assert [one.cell(0, 0).text for one in cards] == ["FINDING 1", "FINDING 2"]
    assert [one.cell(0, 1).text for one in cards] == [
        "Finding 1: She was not seen alone",
        "Finding 2: The carer was not assessed",
    ]
    assert cards[0].cell(1, 1).text.startswith("The review found")


def test_a_form_s_rows_grow_with_what_is_written_in_them() -> None:
    for one in filled("form").element.body.iter(f"{W}tr"):
        if any(f"here is {_key(s)}." in "".join(one.itertext()) for _, s in made("form").places):
            assert one.find(f"{W}trPr/{W}trHeight") is None
            assert one.find(f"{W}trPr/{W}cantSplit") is None


def test_a_typed_contents_list_is_replaced_by_one_that_word_keeps_up_to_date() -> None:
    template = read("styled by hand")
    assert any("typed by hand" in one for one in template.told)
    codes = [one.text for one in filled("styled by hand").element.body.iter(f"{W}instrText")]
    assert any((code or "").strip().startswith("TOC") for code in codes)
    assert "Recommendations\t10" not in texts(filled("styled by hand"))


def test_a_label_before_a_placeholder_says_which_value_it_asks_for() -> None:
    body = paragraph("Independent reviewer: [name]") + paragraph("Ref – [insert]")
    for title in ("Introduction", "Findings", "Recommendations"):
        body += paragraph(title, style="Heading1") + paragraph()
    template = template_from(package(body, styles=HEADINGS), "board.docx", layout("sar"))
    said = texts(docx.Document(io.BytesIO(render(report("sar"), template).content)))
    assert said[0] == "Independent reviewer: Una Corrigan"
    assert said[1] == "Ref – SAR 7"


def test_the_header_stays() -> None:
    assert "Eastmere SCP" in every_text(render(report("lcspr"), read("form")).content)
