"""Bold, footnotes and references as Word has them, on our own template and on a board's."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from lxml import etree

from tests.workbench.report.boards import by_hand, numbered
from tests.workbench.report.invented import ruled
from workbench.model.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Mark,
    Marked,
    Paragraph,
    Section,
    Table,
)
from workbench.report.layouts import layout
from workbench.report.template import Template, built_in, template_from
from workbench.report.word import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTE = Marked(
    "the council", Mark(footnote=("the duty is in law; ", Marked("see", Mark(italic=True))))
)
TABLE = Table((Column("number", "No."), Column("text", "Recommendation")), ((("1",), ("do it",)),))
BLOCKS: tuple[Block, ...] = (
    Paragraph(("as ", Marked("finding 1", Mark(refers_to="finding_1")), " says, ", NOTE, " knew.")),
    Paragraph(
        (
            "by ",
            Marked("recommendation 1", Mark(refers_to="rec_1")),
            ", ",
            Marked("now", Mark(bold=True)),
        )
    ),
    Paragraph(("see ", Marked("what is gone", Mark(refers_to="gone")), ".")),
    Paragraph(("again ", Marked("twice", Mark(footnote=("a second note",))), ".")),
)


def document() -> Document:
    told = (Heading(("finding 1: it was late",), 2, anchor="finding_1"), Paragraph(("so it was.",)))
    rows = Table(TABLE.columns, TABLE.rows, ("what to do",), anchors=("rec_1",))
    return Document(
        ("a report",),
        (),
        (
            Section("introduction", ("introduction",), BLOCKS),
            Section("findings", ("findings",), told),
            Section("recommendations", ("recommendations",), (rows,)),
        ),
    )


def templates() -> dict[str, Template]:
    return {
        "our own": built_in("sar"),
        "a board's": template_from(numbered(), "board.docx", layout("sar")),
        "by hand": template_from(by_hand(), "board.docx", layout("sar")),
    }


@pytest.fixture(scope="module", params=["our own", "a board's", "by hand"])
def written(request: pytest.FixtureRequest) -> bytes:
    return render(ruled(document()), templates()[request.param]).content


def part(content: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def texts(root: Any) -> str:
    return "".join(node.text or "" for node in root.iter(f"{W}t"))


def test_footnotes_are_word_s_own_numbered_as_they_are_read(written: bytes) -> None:
    notes = part(written, "word/footnotes.xml")
    real = [one for one in notes if one.get(f"{W}type") is None]
    assert [texts(one).strip() for one in real] == ["the duty is in law; see", "a second note"]
    marks = list(part(written, "word/document.xml").iter(f"{W}footnoteReference"))
    assert [one.get(f"{W}id") for one in marks] == [one.get(f"{W}id") for one in real]
    assert all(len(one) == 0 for one in marks)
    kinds = {one.get(f"{W}type") for one in notes}
    assert {"separator", "continuationSeparator"} <= kinds
    known = {one.get(f"{W}styleId") for one in part(written, "word/styles.xml").iter(f"{W}style")}
    used = {one.get(f"{W}val") for one in notes.iter(f"{W}pStyle", f"{W}rStyle")}
    assert used <= known
    settings = part(written, "word/settings.xml")
    assert settings.find(f"{W}footnotePr") is not None


def test_a_reference_shows_what_its_place_says_and_the_place_is_there(written: bytes) -> None:
    root = part(written, "word/document.xml")
    codes = [(one.text or "").split() for one in root.iter(f"{W}instrText")]
    assert ["REF", "_Ref_finding_1", "\\h"] in codes
    names = {one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")}
    assert {"_Ref_finding_1", "_Ref_rec_1"} <= names
    links = {one.get(f"{W}anchor"): texts(one) for one in root.iter(f"{W}hyperlink")}
    assert links["_Ref_rec_1"] == "recommendation 1"
    assert "_Ref_gone" not in links
    assert "see what is gone." in texts(root)
    numbers = [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkStart")]
    assert len(numbers) == len(set(numbers))


def test_bold_is_bold_and_no_mark_changes_a_word(written: bytes) -> None:
    report = docx.Document(io.BytesIO(written))
    bold = next(one for one in report.paragraphs if "recommendation 1" in one.text)
    assert [run.text for run in bold.runs if run.bold][-1] == "now"
    assert any(
        "as finding 1 says, the council knew." in one.text.replace("\t", " ")
        for one in report.paragraphs
    )
