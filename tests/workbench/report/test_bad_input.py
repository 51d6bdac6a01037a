"""What boards' files and long reports bring: a plain sentence, nothing half-written, no fetch."""

from __future__ import annotations

import errno
import io
import socket
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.workbench.report.boards import numbered, saved
from tests.workbench.report.invented import ruled
from tests.workbench.report.raw_word import (
    HEADINGS,
    cell,
    package,
    paragraph,
    row,
    run,
    style,
    table,
)
from tests.workbench.report.raw_word import (
    numbered as list_mark,
)
from tests.workbench.report.test_release import sample as sample  # the review, used as a fixture
from tests.workbench.report.test_release import write
from tests.workbench.report.test_template_gate import HOSTILE, changed
from workbench.errors import BadInput, Refused, WorkbenchError
from workbench.model.blocks import Column, Document, Paragraph, Section, Table
from workbench.report.layouts import layout
from workbench.report.template import Template, template_from
from workbench.report.word import render
from workbench.review import Review


def read(content: bytes) -> Template:
    return template_from(content, "board.docx", layout("sar"))


def report(*blocks: Any, section: str = "findings") -> Any:
    return ruled(Document(("t",), (), (Section(section, (section,), blocks),)))


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def test_thousands_of_styles_are_read_and_kept() -> None:
    many = "".join(style(f"S{number}", f"style {number}") for number in range(5_000))
    body = "".join(
        paragraph(title, style="Heading1") + paragraph()
        for title in ("Introduction", "Findings", "Recommendations")
    )
    made = render(report(Paragraph(("it was so.",))), read(package(body, styles=HEADINGS + many)))
    assert len(opened(made.content).styles) > 5_000


def test_a_heading_that_stands_twice_is_told_and_used_once() -> None:
    body = "".join(
        paragraph(title, style="Heading1") + paragraph()
        for title in ("Introduction", "Findings", "Findings", "Recommendations")
    )
    template = read(package(body, styles=HEADINGS))
    assert any("more than once" in one for one in template.told)
    made = opened(render(report(Paragraph(("it was so.",))), template).content)
    assert [one.text for one in made.paragraphs].count("it was so.") == 1
    assert template.place_names.count("Findings") == 1


def form_field(prompt: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
    return mark.format("begin") + code + mark.format("separate") + run(prompt) + mark.format("end")


def test_an_old_form_gives_way_to_what_belongs_there() -> None:
    body = "".join(
        table(
            row(cell(title, b="", fill="D9D9D9")),
            row(cell(paragraph(form_field("\u2002" * 5)))),
            columns=1,
        )
        + paragraph()
        for title in ("Introduction", "Analysis and findings", "Recommendations")
    )
    template = read(package(body))
    assert any("form" in one and "3 fields" in one for one in template.told)
    made = render(report(Paragraph(("it was so.",))), template)
    assert opened(made.content).tables[1].cell(1, 0).text.strip() == "it was so."
    assert b"FORMTEXT" not in made.content


def test_a_section_of_two_hundred_pages_is_written_whole() -> None:
    text = "the visit was made and recorded and nobody asked what had changed. " * 7
    blocks = [Paragraph((text,)) for _ in range(1_200)]
    made = opened(render(report(*blocks), read(numbered())).content)
    assert sum(one.text == text.strip() for one in made.paragraphs) in {0, 1_200}
    assert sum(text.strip() in one.text for one in made.paragraphs) == 1_200


def test_ragged_rows_lose_no_word() -> None:
    columns = (Column("number", "No."), Column("text", "Recommendation"), Column("due", "By when"))
    rows = (((("1",)),), (("2",), ("do it",), ("soon",), ("and again",)))
    ragged = Table(columns, rows)
    for template in (numbered(), _with_table()):
        made = opened(render(report(ragged, section="recommendations"), read(template)).content)
        plan = next(one for one in made.tables if one.cell(0, 0).text == "No.")
        said = [[one.text for one in each.cells] for each in plan.rows]
        assert said[1] == ["1", "", ""]
        assert said[2] == ["2", "do it", "soon\nand again"]


def _with_table() -> bytes:
    heads = ("No.", "Recommendation", "By when")
    body = paragraph("Recommendations", style="Heading1")
    ragged = row(cell("only one"))
    body += table(row(*(cell(one) for one in heads)), row(cell(), cell(), cell()), columns=3)
    body += paragraph("Introduction", style="Heading1") + table(ragged, row(cell(), cell()))
    return package(body + paragraph("Findings", style="Heading1"), styles=HEADINGS)


@pytest.mark.parametrize("name", ["image1.png", "image1.emf", "image1.svg"])
def test_a_picture_that_is_not_one_is_refused(name: str) -> None:
    content = changed(lambda parts: parts.update({f"word/media/{name}": b"<script src='x://y'/>"}))
    with pytest.raises(Refused, match=r"a (picture|drawing) that"):
        read(content)


def test_a_real_picture_is_let_in(tmp_path: Path) -> None:
    small = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
        "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
    )
    picture = tmp_path / "logo.png"
    picture.write_bytes(small)
    document = opened(numbered())
    document.add_picture(str(picture))
    assert any("media" in name for name in read(saved(document)).parts)


def test_a_disk_that_fills_leaves_no_part_of_a_file(
    sample: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = {one.name for one in tmp_path.iterdir()}
    monkeypatch.setattr("workbench.report.putting.os.fsync", full)
    with pytest.raises(BadInput, match="disk is full"):
        write(sample, tmp_path / "report.docx")
    monkeypatch.undo()
    assert {one.name for one in tmp_path.iterdir() if one.is_dir()} == set()
    assert not (tmp_path / "report.docx").exists()
    assert {one.name for one in tmp_path.iterdir()} >= before


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_is_fetched_and_nothing_written_whatever_the_template(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", fetch)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WorkbenchError) as refused:
        read(HOSTILE[name][0])
    assert str(refused.value).startswith("board.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_list_that_is_numbered_by_nothing_is_no_trouble() -> None:
    body = paragraph("Introduction", b="", marks=list_mark(99)) + paragraph("Findings", b="")
    body += paragraph("Recommendations", b="")
    assert b"PK" in render(report(Paragraph(("so.",))), read(package(body))).content
