"""Draft marks follow the review's status; a board's version table is filled from what was named."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from tests.workbench.report.invented import ruled
from tests.workbench.report.raw_word import HEADINGS, cell, package, paragraph, row, table
from tests.workbench.report.test_release import sample as sample  # the review, used as a fixture
from tests.workbench.report.test_release import write
from workbench.actions.versions import name_version
from workbench.model.blocks import Document, Paragraph, Section
from workbench.report.layouts import layout
from workbench.report.template import Template, built_in, template_from
from workbench.report.word import Written, render
from workbench.review import Review

_MARK = (
    '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="PowerPlusWaterMarkObject1">'
    '<v:textpath string="{}"/></v:shape></w:pict></w:r>'
)


def written(template: Template, marking: str) -> Written:
    section = Section("introduction", ("introduction",), (Paragraph(("what was said.",)),))
    return render(ruled(Document(("t",), (("marking", (marking,)),), (section,))), template)


def headers(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        return [made.read(name).decode() for name in made.namelist() if "/header" in name]


def board(words: str) -> Template:
    body = paragraph("Introduction", style="Heading1") + paragraph()
    content = package(body, styles=HEADINGS, header="The board")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            if name == "word/header.xml":
                part = part.replace("</w:p>", _MARK.format(words) + "</w:p>")
            new.writestr(name, part)
    return template_from(out.getvalue(), "board.docx", layout("sar"))


def test_our_own_report_is_marked_while_it_is_a_draft_and_not_after() -> None:
    draft = headers(written(built_in("sar"), "Confidential draft").content)
    assert draft
    assert all(one.count('string="DRAFT"') == 1 for one in draft)
    final = headers(written(built_in("sar"), "").content)
    assert not any("textpath" in one for one in final)


def test_a_letter_is_never_called_a_draft() -> None:
    letter = headers(written(built_in("decision-letter"), "Confidential draft").content)
    assert not any("textpath" in one for one in letter)


@pytest.mark.parametrize(("words", "kept"), [("DRAFT", False), ("Wrenshire", True)])
def test_a_board_s_draft_mark_goes_when_the_report_is_none_and_its_others_stay(
    words: str, kept: bool
) -> None:
    made = written(board(words), "")
    assert any(words in one for one in headers(made.content)) is kept
    assert any("taken out" in one for one in made.told) is not kept
    draft = written(board(words), "Confidential draft")
    assert any(words in one for one in headers(draft.content))


def test_a_board_s_version_table_is_filled(sample: Review, tmp_path: Path) -> None:
    heads = ("Version", "Date", "Author", "Changes")
    body = paragraph("Version control", style="Heading1")
    body += table(
        row(*(cell(one, b="") for one in heads)), row(*(cell() for _ in heads)), columns=4
    )
    for title in ("Introduction", "Methodology", "Background", "Findings", "Recommendations"):
        body += paragraph(title, style="Heading1") + paragraph()
    template = tmp_path / "board.docx"
    template.write_bytes(package(body, styles=HEADINGS))
    name_version(sample, "Panel 2 draft", note="After the second panel")
    details = replace(sample.details, status="drafting")
    sample.change("status", put=[details])
    path = tmp_path / "report.docx"
    write(sample, path, template=template)
    made = docx.Document(str(path)).tables[0]
    assert next(one.text for one in made.rows[1].cells) == "Panel 2 draft"
    assert [one.text for one in made.rows[1].cells][3] == "After the second panel"
