"""Any name, written in any of the ways in which the gate would find it, in any place of any file that
the scan reads: it is found. And what the gate has let through is found clean in the same places."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date
from html import escape

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from tests.workbench.disclosure import other_beds
from tests.workbench.disclosure.leak_bed import (
    W,
    after_paragraph,
    in_body,
    replaced,
    run,
    with_part,
)
from tests.workbench.disclosure.test_properties import INVISIBLE, people
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import disclose
from workbench.disclosure.leak_scan import scan
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.disclosure.scan.view import spelled_words
from workbench.disclosure.scan.wanted import ordinary
from workbench.model.blocks import Document, Paragraph, Section

Place = Callable[[str], bytes]


def in_pdf(text: str) -> bytes:
    plain = text.encode("cp1252", "ignore").decode("cp1252")
    return other_beds.pdf(f"<{plain.encode('cp1252').hex()}> Tj")


def titled_pdf(text: str) -> bytes:
    def title(writer: PdfWriter) -> None:
        writer.add_metadata({"/Title": text})

    return other_beds.pdf(change=title)


def halved(text: str) -> bytes:
    """In two runs, the second of another look."""
    middle = len(text) // 2
    first, second = (escape(one) for one in (text[:middle], text[middle:]))
    keep = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>{}</w:t></w:r>"
    return in_body(keep.format(first) + keep.format(second))


PLACES: dict[str, Place] = {
    "text": lambda text: in_body(run(escape(text))),
    "two runs": halved,
    "table": lambda text: after_paragraph(f"<w:tbl><w:tr><w:tc><w:p>{run(escape(text))}</w:p></w:tc></w:tr></w:tbl>"),
    "header": lambda text: with_part("word/header3.xml", f"<w:hdr {W}><w:p>{run(escape(text))}</w:p></w:hdr>"),
    "footnote": lambda text: with_part("word/footnotes.xml", f'<w:footnotes {W}><w:footnote w:id="3"><w:p>{run(escape(text))}</w:p></w:footnote></w:footnotes>'),
    "comment": lambda text: with_part("word/comments.xml", f'<w:comments {W}><w:comment w:id="2"><w:p>{run(escape(text))}</w:p></w:comment></w:comments>'),
    "deleted": lambda text: in_body(f"<w:del><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>"),
    "hidden": lambda text: in_body(run(escape(text), "<w:rPr><w:vanish/></w:rPr>")),
    "field": lambda text: in_body(f"<w:r><w:instrText>AUTHOR {escape(text)}</w:instrText></w:r>"),
    "description": lambda text: in_body(f'<w:r><w:drawing><d descr="{escape(text)}"/></w:drawing></w:r>'),
    "property": lambda text: replaced("docProps/app.xml", "</Properties>", f"<Manager>{escape(text)}</Manager></Properties>"),
    "custom XML": lambda text: with_part("customXml/item9.xml", f"<r><a>{escape(text)}</a></r>"),
    "variable": lambda text: replaced("word/settings.xml", "</w:settings>", f'<w:docVars><w:docVar w:val="{escape(text)}"/></w:docVars></w:settings>'),
    "chart": lambda text: with_part("word/charts/chart1.xml", f"<c><v>{escape(text)}</v></c>"),
    "workbook within": lambda text: with_part("word/embeddings/b.xlsx", other_beds.cell(text)),
    "document within": lambda text: with_part("word/embeddings/b.docx", in_body(run(escape(text)))),
    "workbook": other_beds.cell,
    "slide": lambda text: other_beds.slides({"ppt/slides/slide1.xml": other_beds.shown(escape(text))}),
    "text file": lambda text: f"First line.\n{text}\nLast line.".encode(),
    "text in UTF-16": lambda text: f"First line.\n{text}".encode("utf-16"),
    "OpenDocument": lambda text: other_beds.odt({"content.xml": f"<p>{escape(text)}</p>"}),
    "RTF": lambda text: other_beds.rtf("".join(one if one.isascii() and one not in "\\{}" else f"\\u{ord(one)}?" for one in text)),
    "e-mail": lambda text: other_beds.mail(lambda _: None, text),
    "title of a PDF": titled_pdf,
}  # fmt: skip


@st.composite
def ways(draw: st.DrawFn, name: str) -> str:
    """A name in one of the ways in which it might be written."""
    given_name, *family = name.split()
    text = draw(
        st.sampled_from(
            [name, " ".join(family), f"{given_name[0]}. {' '.join(family)}", f"{' '.join(family)}, {given_name}"]
        )
    )  # fmt: skip
    middle = len(text) // 2
    invisible = draw(st.sampled_from(INVISIBLE))
    return draw(
        st.sampled_from(
            [
                text, text.upper(), text.lower(), f"{text}'s", f"({text})", f"“{text}”",
                text[:middle] + invisible + text[middle:], text.replace(" ", "\u00a0"),
                unicodedata.normalize("NFD", text), text.replace("-", "\u2011"),
                text.replace("'", "’"), text.replace(" ", "_"), text.replace(" ", ""),
            ]
        )
    )  # fmt: skip


SENTENCES = ["{n}", "It was {n} who rang.", "Seen: {n}.", "the {n} file", "met {n}; no one else"]


@settings(max_examples=80, deadline=None)
@given(people, st.sampled_from(sorted(PLACES)), st.data())
def test_a_name_written_anyhow_anywhere_is_found(
    name: str, place: str, data: st.DataObject
) -> None:
    known = Register((Entity(id="p", kind=EntityKind.PERSON, name=name, shown_as="Person"),))
    written = data.draw(ways(name))
    # "rose hope fell": words in small letters that all are words name nobody.
    assume(not written.islower() or not all(word in ordinary() for word in spelled_words(written)))
    text = data.draw(st.sampled_from(SENTENCES)).replace("{n}", written)
    report = scan(PLACES[place](text), known)
    assert "p" in {leak.entity for leak in report.leaks}, (name, written, place)


@settings(max_examples=30, deadline=None)
@given(st.lists(people, min_size=1, max_size=3, unique=True), st.sampled_from(sorted(PLACES)), st.data())  # fmt: skip
def test_what_the_gate_let_through_is_clean_anywhere(
    names: list[str], place: str, data: st.DataObject
) -> None:
    known = Register(
        tuple(
            Entity(id=str(n), kind=EntityKind.PERSON, name=name, shown_as=f"Person {n}")
            for n, name in enumerate(names)
        )
    )
    written = data.draw(ways(data.draw(st.sampled_from(names))))
    text = data.draw(st.sampled_from(SENTENCES)).replace("{n}", written)
    document = Document(("Report",), (), (Section("s", ("S",), (Paragraph((text,)),)),))
    disclosed = disclose(document, known, audience("published"))
    said = "".join(map(str, disclosed.document.sections[0].blocks[0].text))
    report = scan(PLACES[place](said), known)
    assert report.leaks == (), (text, said, place)


DAYS = [
    "{d} {b} {y}", "{d}{th} of {b} {y}", "{d:02}/{m:02}/{y}", "{d}.{m}.{y}", "{y}-{m:02}-{d:02}", "{b} {d}, {y}",
    "{d} {s} {y}", "{d:02}-{m:02}-{y}", "{d}/{m}/{yy:02}",
]  # fmt: skip
AROUND = ["Seen on {n}.", "born {n}", "DOB {n}, at home", "{n}", "On {n} a call came; no reply."]


@settings(max_examples=60, deadline=None)
@given(
    st.dates(date(1935, 1, 1), date(2025, 12, 31)),
    st.sampled_from(DAYS),
    st.sampled_from(AROUND),
    st.sampled_from(["panel", "published", "family", "agency", "board"]),
)
def test_a_day_of_birth_however_written_is_found_and_the_gate_lets_none_through(
    born: date, written: str, around: str, readers: str
) -> None:
    known = Register(
        (Entity(id="p", kind=EntityKind.PERSON, name="Wren Okafor", shown_as="Anna", born=born),)
    )
    ending = {1: "st", 2: "nd", 3: "rd"}.get(
        born.day % 10 if born.day not in (11, 12, 13) else 0, "th"
    )
    said = written.format(
        d=born.day, m=born.month, y=born.year, yy=born.year % 100, th=ending,
        b=born.strftime("%B"), s=born.strftime("%b"),
    )  # fmt: skip
    text = around.replace("{n}", said)
    assert "date of birth" in {leak.what for leak in scan(text.encode(), known).leaks}, text
    disclosed = disclose(Document((text,)), known, audience(readers)).document
    left = "".join(map(str, disclosed.title))
    assert scan(left.encode() or b" ", known).leaks == (), (text, left)
