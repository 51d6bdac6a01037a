"""Hostile and broken templates: each refused in one plain sentence, before anything is parsed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbench.report.boards import numbered
from workbench.errors import BadInput, Refused, WorkbenchError
from workbench.report.layouts import layout
from workbench.report.parts.package import pack, unpack
from workbench.report.reading.gate import admit
from workbench.report.template import read_template, template_from

RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def changed(change: Callable[[dict[str, bytes]], None]) -> bytes:
    parts = unpack(numbered())
    change(parts)
    return pack(parts)


def linked(kind: str, target: str) -> bytes:
    row = (
        f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}" '
        'TargetMode="External"/></Relationships>'
    )
    return changed(
        lambda parts: parts.update({RELS: parts[RELS].replace(b"</Relationships>", row.encode())})
    )


def in_body(xml: str) -> bytes:
    return changed(
        lambda parts: parts.update(
            {
                "word/document.xml": parts["word/document.xml"].replace(
                    b"<w:p>", xml.encode() + b"<w:p>", 1
                )
            }
        )
    )


def field(*pieces: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


HOSTILE = {
    "macros": (changed(lambda parts: parts.update({"word/vbaProject.bin": b"x"})), "macros"),
    "macro type": (
        changed(
            lambda parts: parts.update(
                {
                    "[Content_Types].xml": parts["[Content_Types].xml"].replace(
                        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                        b"application/vnd.ms-word.document.macroEnabled.main",
                    )
                }
            )
        ),
        "macros",
    ),
    "remote template": (
        linked("attachedTemplate", "https://example.org/t.dotm"),
        "another computer",
    ),
    "template on a share": (linked("attachedTemplate", r"file:///\\host\share\t.dotx"), "another"),
    "remote picture": (linked("image", "https://example.org/logo.png"), "fetched from elsewhere"),
    "linked object": (linked("oleObject", "file:///x.xlsx"), "linked object"),
    "embedded file": (
        changed(lambda parts: parts.update({"word/embeddings/a.xlsx": b"x"})),
        "embedded",
    ),
    "other document": (
        changed(lambda parts: parts.update({"word/afchunk.mht": b"x"})),
        "another document",
    ),
    "chunk": (
        in_body(
            '<w:altChunk xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
        ),
        "another document",
    ),
    "DDE split over runs": (in_body(field(" DD", "EAUTO cmd ")), "fetches something"),
    "included text": (in_body(field(" INCLUDETEXT x ")), "fetches something"),
    "entity bomb": (
        changed(
            lambda parts: parts.update(
                {"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}
            )
        ),
        "document type declaration",
    ),
    "entity in UTF-16": (
        changed(
            lambda parts: parts.update(
                {
                    "word/document.xml": '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x><x/>'.encode(
                        "utf-16"
                    )
                }
            )
        ),
        "document type declaration",
    ),
    "zip bomb": (
        changed(lambda parts: parts.update({"word/media/a.xml": b" " * 9_000_000})),
        "unpacks to far more",
    ),
    "path that leads out": (
        changed(lambda parts: parts.update({"word/../../evil.xml": b"<x/>"})),
        "leads out of the file",
    ),
    "protected": (
        changed(
            lambda parts: parts.update(
                {
                    "word/settings.xml": parts["word/settings.xml"].replace(
                        b"</w:settings>",
                        b'<w:documentProtection w:edit="forms" w:enforcement="1"/></w:settings>',
                    )
                }
            )
        ),
        "protected against editing",
    ),
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "password"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_is_refused_and_its_kind_is_said(name: str) -> None:
    content, said = HOSTILE[name]
    with pytest.raises(Refused, match=said) as caught:
        admit(content, "board.docx")
    assert "board.docx" in str(caught.value)
    assert str(caught.value).count("\n") == 0


def test_two_parts_of_one_name_are_refused() -> None:
    out = io.BytesIO(numbered())
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("WORD/Document.xml", "<x/>")
    with pytest.raises(Refused, match="two parts of the same name"):
        admit(out.getvalue(), "board.docx")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a zip at all",
        numbered()[:4000],
        pack({"hello.txt": b"x"}),
        changed(lambda parts: parts.update({"word/document.xml": b"<w:doc"})),
        changed(lambda parts: parts.pop("word/document.xml") and None),
    ],
    ids=["empty", "text", "cut off", "another zip", "broken XML", "no document"],
)
def test_a_broken_file_is_called_one(content: bytes) -> None:
    with pytest.raises(BadInput, match="cannot be read as a Word file"):
        admit(content, "board.docx")


def test_a_template_of_the_officer_s_own_word_is_let_in_and_its_path_left_behind() -> None:
    content = linked("attachedTemplate", r"file:///C:\Users\Jo%20Bloggs\Report.dotx")
    template = template_from(content, "board.docx", layout("sar"))
    assert not [part for part in template.parts.values() if b"Bloggs" in part]


def test_a_template_without_headings_says_what_to_do() -> None:
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Just a letter, with a sentence in it.")
    document.save(out)
    with pytest.raises(BadInput, match="No headings were found"):
        template_from(out.getvalue(), "letter.docx", layout("sar"))


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no file gone\.docx"):
        read_template(tmp_path / "gone.docx", layout("sar"))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 20_000), st.binary(min_size=1, max_size=12))
def test_damage_anywhere_is_told_or_harmless_but_never_a_crash(at: int, damage: bytes) -> None:
    whole = numbered()
    place = at % len(whole)
    content = whole[:place] + damage + whole[place + len(damage) :]
    with suppress(WorkbenchError):  # any other error is a crash
        template_from(content, "board.docx", layout("sar"))
