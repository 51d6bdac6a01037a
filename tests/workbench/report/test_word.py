"""The report on the workbench's own template, opened again as Word and a screen reader would."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise
from typing import Any

import docx
import pytest
from lxml import etree

from tests.workbench.report.invented import material, ruled
from workbench.disclosure.gate import Disclosed
from workbench.model.blocks import Document, Section, words
from workbench.report.layouts import layout
from workbench.report.parts.ooxml import ORDER
from workbench.report.sections import section_of
from workbench.report.template import built_in
from workbench.report.word import render
from workbench.report.writing.composing import NOT_WRITTEN

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def content(disclosed: Disclosed) -> bytes:
    return render(disclosed, built_in("sar")).content


@pytest.fixture(scope="module")
def report(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def headings(report: Any) -> list[tuple[int, str]]:
    found = []
    for paragraph in report.paragraphs:
        name = paragraph.style.name
        level = (
            1 if name == "Appendix Heading" else int((re.findall(r"Heading (\d)", name) or [0])[0])
        )
        if level:
            found.append((level, paragraph.text))
    return found


def test_only_what_passed_the_gate_is_written(document: Document) -> None:
    with pytest.raises(TypeError, match="only disclosed content"):
        render(document, built_in("sar"))  # type: ignore[arg-type]


def test_no_real_name_and_no_placeholder_is_in_any_part(content: bytes) -> None:
    everything = " ".join(part.decode() for part in parts(content).values())
    for word in (
        "Doreen",
        "Ashgrove",
        "Colin",
        "Pellow",
        "Tressick",
        "Dovecote",
        "[Board]",
        "[Title]",
    ):
        assert word not in everything
    assert "Edna" in everything


def test_the_same_content_gives_the_same_bytes(disclosed: Disclosed, content: bytes) -> None:
    assert render(disclosed, built_in("sar")).content == content


def test_properties_hold_the_title_and_nobody(report: Any) -> None:
    properties = report.core_properties
    assert properties.title == "The review of the care of Edna"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.language == "en-GB"


def test_headings_go_down_one_level_at_a_time(report: Any) -> None:
    levels = [level for level, _ in headings(report)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_sections_follow_the_template_s_order_and_empty_ones_are_gone(report: Any) -> None:
    chapters = [text for level, text in headings(report) if level == 1]
    assert chapters[0] == "Executive summary"
    assert "Parallel processes" not in chapters
    assert chapters[-3:] == ["Combined chronology", "Action plan", "Glossary"]


def test_every_table_has_a_repeated_heading_row_a_name_and_rows_kept_whole(report: Any) -> None:
    assert len(report.tables) > 8
    for table in report.tables:
        first, *rest = table._tbl.findall(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rest)
        assert table._tbl.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
        assert table._tbl.find(f".//{W}gridSpan") is None
        assert table._tbl.find(f".//{W}vMerge") is None


def test_a_table_s_widths_agree_and_fit_its_page(report: Any) -> None:
    for table in report.tables:
        grid = [int(one.get(f"{W}w")) for one in table._tbl.find(f"{W}tblGrid")]
        whole = int(table._tbl.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
        assert sum(grid) == whole
        for row in table._tbl.findall(f"{W}tr"):
            assert [
                int(c.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for c in row.findall(f"{W}tc")
            ] == grid
    assert {9070, 14570} == {
        int(table._tbl.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) for table in report.tables
    }


def test_no_blank_paragraph_makes_room(report: Any) -> None:
    blank = [
        paragraph
        for paragraph in report.paragraphs
        if not paragraph.text.strip()
        and paragraph._p.find(f"{W}pPr/{W}sectPr") is None
        and next(paragraph._p.iter(f"{W}drawing"), None) is None
    ]
    last = list(report.element.body)[-2]
    assert [one for one in blank if one._p is not last] == []


def test_landscape_pages_hold_chronology_and_action_plan(report: Any) -> None:
    turned = [section.page_width > section.page_height for section in report.sections]
    assert turned == [False, False, True, False]


def test_contents_link_to_every_chapter_with_its_number(report: Any) -> None:
    links = list(report.element.body.iter(f"{W}hyperlink"))
    entries = ["".join(t.text or "" for t in link.iter(f"{W}t")) for link in links]
    assert entries[0] == "1Executive summary"
    assert "Appendix A: Combined chronology" in entries
    marks = {one.get(f"{W}name") for one in report.element.body.iter(f"{W}bookmarkStart")}
    assert {link.get(f"{W}anchor") for link in links} <= marks
    assert report.settings.element.find(f"{W}updateFields") is None, "Word would ask a question"


def test_the_day_is_told_by_its_minutes_with_the_time_between(report: Any) -> None:
    day = next(one for one in report.tables if one.cell(0, 0).text == "Time")
    assert [cell.text for cell in day.columns[0].cells][1:] == [
        "10:12",
        "11:40",
        "13:05",
        "14:31",
        "15:20",
    ]
    assert [cell.text for cell in day.columns[1].cells][1:] == [
        "",
        "1 h 28 min",
        "1 h 25 min",
        "1 h 26 min",
        "49 min",
    ]


def test_every_part_keeps_the_standard_s_order(content: bytes) -> None:
    """Word calls a file damaged when, say, ``w:jc`` stands before ``w:ind``."""
    wrong = []
    for name, part in parts(content).items():
        if not name.startswith("word/") or name.endswith(".rels"):
            continue
        for element in etree.fromstring(part).iter(*(f"{W}{parent}" for parent in ORDER)):
            names = ORDER[element.tag.removeprefix(W)].split()
            places = [names.index(child.tag.removeprefix(W)) for child in element]
            if places != sorted(places):
                wrong.append((name, element.tag, places))
    assert wrong == []


def test_ids_of_bookmarks_and_lists_are_used_once(content: bytes) -> None:
    root = etree.fromstring(parts(content)["word/document.xml"])
    marks = [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkStart")]
    assert len(marks) == len(set(marks))
    lists = etree.fromstring(parts(content)["word/numbering.xml"])
    defined = {one.get(f"{W}numId") for one in lists.iter(f"{W}num")}
    assert {one.get(f"{W}val") for one in root.iter(f"{W}numId")} <= defined


def test_a_required_section_without_words_says_so() -> None:
    facts = material(0)
    bare = Document(words(facts.details.title), (), (Section("findings", words("Findings")),))
    report = docx.Document(io.BytesIO(render(ruled(bare), built_in("sar")).content))
    texts = [paragraph.text for paragraph in report.paragraphs]
    assert texts[texts.index("Analysis and findings") + 1 :][:1] == [
        "The review makes no findings."
    ]
    assert NOT_WRITTEN in texts
    assert "Glossary" not in texts
    assert len(report.sections) == 2, "no empty landscape page is left"


def test_a_chronology_of_many_entries_is_written_whole() -> None:
    facts = material(400)
    plan = layout("sar").section("chronology")
    assert plan is not None

    document = Document(words("Long"), (), (section_of(plan, facts),))
    report = docx.Document(io.BytesIO(render(ruled(document), built_in("sar")).content))
    table = next(one for one in report.tables if "Date and time" in one.rows[0].cells[0].text)
    assert len(table.rows) == 1 + 405
