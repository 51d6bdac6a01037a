"""Cleaned copies: what nobody reads is gone, and what is read is as it was."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from tests.workbench.disclosure import leak_bed
from tests.workbench.disclosure.leak_bed import NAME, after_paragraph, in_body, members, run
from tests.workbench.disclosure.other_beds import locked
from workbench.disclosure.cleaning.changes import Changes
from workbench.disclosure.cleaning.saving import save_cleaned
from workbench.disclosure.cleaning.word_file import clean_word
from workbench.disclosure.leak_scan import scan
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.errors import BadInput, Refused

KNOWN = Register((Entity(id="p1", kind=EntityKind.PERSON, name=NAME, shown_as="Child A"),))
VECTORS = dict(leak_bed.vectors())
TAKEN_OUT = [
    "hidden text", "tracked deletion", "split tracked deletion", "author of a change",
    "format change's author", "moved text", "data binding", "smart tag", "XML remark",
    "processing instruction", "remark after the end", "comment", "author of a comment",
    "people who commented", "extended comments", "part that nothing refers to", "glossary",
    "custom XML", "custom XML's tag", "document variable", "mail merge source", "title property",
    "author property", "company property", "manager property", "titles of parts",
    "custom property", "custom property's name", "template path", "chart's workbook",
    "embedded document", "EXIF", "EXIF in UTF-16", "XMP", "PNG text",
    "PNG packed text", "PNG international text", "note of the package", "before the package",
    "after the package", "note on a part", "extra field of a part", "content types",
]  # fmt: skip


def text_of(content: bytes) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(content)).paragraphs]


@pytest.mark.parametrize("name", TAKEN_OUT)
def test_what_hides_a_name_where_nobody_reads_is_taken_out(name: str) -> None:
    cleaned = clean_word(VECTORS[name](), Changes.ACCEPT)
    assert scan(cleaned.content, KNOWN).leaks == (), name
    assert text_of(cleaned.content)[:2] == ["Findings", "An ordinary sentence about care."]


READ = [
    "plain text", "capitals", "lower case", "split over runs", "header", "footnote", "table cell",
    "alternative text", "hyperlink text", "text box", "tracked insertion", "field code",
    "white text", "contents entry", "link target", "content control's title", "bookmark name",
]  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_words_that_somebody_may_read_are_never_changed_in_silence(
    name: str, tmp_path: Path
) -> None:
    source, target = tmp_path / "a.docx", tmp_path / "b.docx"
    source.write_bytes(linked(name))
    cleaned = clean_word(source.read_bytes(), Changes.ACCEPT)
    assert scan(cleaned.content, KNOWN).leaks, name
    with pytest.raises(Refused, match="would still hold: a registered person in") as refused:
        save_cleaned(source, target, KNOWN, changes=Changes.ACCEPT)
    assert "Quillfeather" not in str(refused.value)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.docx"]


def linked(name: str) -> bytes:
    """The vector, with what it hides in a part of its own referred to by the text."""
    parts = members(VECTORS[name]())
    parts.pop("word/_rels/x.xml.rels", None)
    rels = parts["word/_rels/document.xml.rels"].decode()
    target = f'Target="https://x.example/{leak_bed.FAMILY}" TargetMode="External"'
    more = (
        [f'<Relationship Id="rIdL" Type="x/hyperlink" {target}/>'] if name == "link target" else []
    )
    more += [
        f'<Relationship Id="rIdX{number}" Type="x/header" Target="{part[5:]}"/>'
        for number, part in enumerate(("word/header3.xml", "word/footnotes.xml"))
        if part in parts
    ]
    whole = rels.replace("</Relationships>", f"{''.join(more)}</Relationships>")
    parts["word/_rels/document.xml.rels"] = whole.encode()
    return leak_bed.packed(parts)


TRACKED = after_paragraph(
    f'<w:p><w:r><w:t xml:space="preserve">One </w:t></w:r>'
    f'<w:del w:id="1" w:author="x"><w:r><w:delText>old</w:delText></w:r></w:del>'
    f'<w:ins w:id="2" w:author="x">{run("new")}</w:ins></w:p>'
    f'<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="x"/></w:rPr></w:pPr>{run("first")}</w:p>'
    f"<w:p>{run(' second')}</w:p>"
    f'<w:p><w:pPr><w:rPr><w:ins w:id="4" w:author="x"/></w:rPr></w:pPr>{run("third")}</w:p>'
    f"<w:p>{run(' fourth')}</w:p>"
    f'<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="5" w:author="x"><w:rPr><w:i/></w:rPr>'
    f"</w:rPrChange></w:rPr><w:t>styled</w:t></w:r></w:p>"
    f'<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr><w:ins w:id="6" w:author="x"/></w:trPr><w:tc><w:p>{run("row in")}</w:p>'
    f'</w:tc></w:tr><w:tr><w:trPr><w:del w:id="7" w:author="x"/></w:trPr><w:tc><w:p>'
    f'<w:del w:id="8"><w:r><w:delText>row out</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl>'
)


def test_tracked_changes_are_accepted_as_word_does_it() -> None:
    cleaned = clean_word(TRACKED, Changes.ACCEPT)
    text = text_of(cleaned.content)
    assert text[3:] == ["One new", "first second", "third", " fourth", "styled"]
    document = docx.Document(io.BytesIO(cleaned.content))
    assert [cell.text for cell in document.tables[0]._cells] == ["row in"]
    assert document.paragraphs[7].runs[0].bold
    assert "8 tracked changes, which were accepted" in cleaned.removed


def test_tracked_changes_are_rejected_as_word_does_it() -> None:
    cleaned = clean_word(TRACKED, Changes.REJECT)
    text = text_of(cleaned.content)
    assert text[3:] == ["One old", "first", " second", "third fourth", "styled"]
    document = docx.Document(io.BytesIO(cleaned.content))
    assert [cell.text for cell in document.tables[0]._cells] == ["row out"]
    assert document.paragraphs[7].runs[0].italic
    assert document.paragraphs[7].runs[0].bold is None


@pytest.mark.parametrize("how", Changes)
def test_no_mark_of_a_change_is_left(how: Changes) -> None:
    body = members(clean_word(TRACKED, how).content)["word/document.xml"].decode()
    for mark in ("w:ins ", "w:del ", "delText", "Change", "rsid"):
        assert mark not in body


def test_tracked_changes_on_which_nothing_is_said_are_refused() -> None:
    with pytest.raises(Refused, match="8 tracked changes"):
        clean_word(TRACKED)


def test_hidden_text_is_taken_out_also_where_a_style_hides_it() -> None:
    hidden = in_body(
        f'<w:r><w:rPr><w:rStyle w:val="H"/></w:rPr><w:t>{NAME}</w:t></w:r>' + run("seen")
    )
    style = '<w:style w:type="character" w:styleId="G"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="H"><w:basedOn w:val="G"/></w:style></w:styles>'
    parts = members(hidden)
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", style.encode())
    cleaned = clean_word(leak_bed.packed(parts))
    assert "1 piece of hidden text" in cleaned.removed
    assert text_of(cleaned.content)[2] == "seen"
    assert scan(cleaned.content, KNOWN).leaks == ()


def test_the_file_keeps_no_time_no_author_and_no_trace_of_its_drafts() -> None:
    cleaned = clean_word(leak_bed.BASE)
    with zipfile.ZipFile(io.BytesIO(cleaned.content)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = package.namelist()
        settings = package.read("word/settings.xml").decode()
        core = package.read("docProps/core.xml").decode()
    assert names[0] == "[Content_Types].xml"
    assert not [one for one in names if "thumbnail" in one or "customXml" in one]
    assert "removePersonalInformation" in settings
    assert "rsid" not in settings
    assert "python-docx" not in core
    assert scan(cleaned.content, KNOWN).pictures == ()


def test_cleaning_twice_takes_nothing_more_out() -> None:
    once = clean_word(leak_bed.BASE)
    again = clean_word(once.content)
    assert again.content == once.content
    assert again.removed == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"text", "Only a Word file"),
        (leak_bed.packed({"xl/workbook.xml": b"<x/>"}), "Only a Word file"),
        (leak_bed.with_part("word/vbaProject.bin", b"x"), "macros"),
        (leak_bed.with_part("word/footer9.xml", b"<broken"), "damaged"),
        (leak_bed.with_part("word/x.xml", b"<!DOCTYPE x><x/>"), "its own rules"),
        (b"PK\3\4 and no more", "This file is damaged"),
        (b"Only text.", "Only a Word file"),
    ],
)
def test_what_cannot_be_cleaned_is_refused_in_words(content: bytes, said: str) -> None:
    with pytest.raises((BadInput, Refused), match=said):
        clean_word(content)


def test_a_locked_file_is_refused_with_what_to_do() -> None:
    with pytest.raises(Refused, match="take the password off"):
        clean_word(locked())


def test_the_copy_is_put_in_place_and_the_file_itself_stays(tmp_path: Path) -> None:
    source, target = tmp_path / "a.docx", tmp_path / "b.docx"
    source.write_bytes(VECTORS["author property"]())
    copy = save_cleaned(source, target, KNOWN)
    assert source.read_bytes() == VECTORS["author property"]()
    assert scan(target, KNOWN).clean
    assert any("propert" in one for one in copy.removed)
    with pytest.raises(BadInput, match="another name"):
        save_cleaned(source, source, KNOWN)


def test_nothing_is_left_when_the_copy_cannot_be_put_in_place(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(leak_bed.BASE)
    (tmp_path / "b.docx").mkdir()
    with pytest.raises(BadInput, match="could not be written"):
        save_cleaned(source, tmp_path / "b.docx", KNOWN)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.docx", "b.docx"]


def test_every_part_that_is_left_is_well_formed() -> None:
    for name in TAKEN_OUT:
        parts = members(clean_word(VECTORS[name](), Changes.ACCEPT).content)
        assert "word/document.xml" in parts
        for part, body in parts.items():
            if part.endswith((".xml", ".rels")):
                assert etree.fromstring(body).tag
