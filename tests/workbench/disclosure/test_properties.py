"""For any register, any way of writing a name and any place: what the gate lets out, the scan finds
clean; and what is put into a file without the gate, the scan finds."""

from __future__ import annotations

import io
import unicodedata

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import disclose
from workbench.disclosure.leak_scan import scan
from workbench.disclosure.normalise import folded, passage_of
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.model.blocks import (
    Board,
    BoardColumn,
    Document,
    Heading,
    Items,
    Paragraph,
    Section,
    rewrite_document,
)

ONSETS = ["b", "br", "ch", "d", "dr", "f", "g", "gw", "h", "j", "k", "kr", "l", "ll", "m", "n", "ng", "p", "r",
          "s", "sz", "t", "th", "v", "w", "y", "z", "ó", "é", "ł", "ñ"]  # fmt: skip
RHYMES = ["a", "ai", "e", "o", "u", "wyn", "an", "is", "or", "ek", "ü", "ía", "ough", "ska", "ell"]
syllable = st.builds(str.__add__, st.sampled_from(ONSETS), st.sampled_from(RHYMES))
names = st.lists(syllable, min_size=2, max_size=4).map(lambda parts: "".join(parts).capitalize())
families = st.one_of(
    names,
    st.builds(lambda one: f"O'{one}", names),
    st.builds(lambda one, other: f"{one}-{other}", names, names),
    st.builds(lambda one: f"van der {one}", names),
)
people = st.builds(lambda given_name, family: f"{given_name} {family}", names, families)

INVISIBLE = ["\u200b", "\u00ad", "\u2060", "\ufeff"]
CONTEXTS = [
    "{n} attended.", "It was {n} who rang.", "“{n},” she said.", "({n})", "{n}", "{n}'s flat",
    "They met {n}; nobody else came.", "see {n}, above", "with {n}\nand others", "SEEN: {n}",
]  # fmt: skip


@st.composite
def written(draw: st.DrawFn, name: str) -> str:
    """A name as it might be written."""
    parts = name.split()
    text = draw(
        st.sampled_from(
            [name, name, parts[0], " ".join(parts[1:]), f"{parts[0][0]}. {' '.join(parts[1:])}"]
        )
    )
    middle = len(text) // 2
    invisible = draw(st.sampled_from(INVISIBLE))
    return draw(
        st.sampled_from(
            [
                text,
                text.upper(),
                text[:middle] + invisible + text[middle:],
                text.replace(" ", "\u00a0"),
                unicodedata.normalize("NFD", text),
                text.replace("'", "’").replace("-", "\u2011"),
                f"Mrs {text}",
                text.replace(" ", "\n", 1),
            ]
        )
    )


@st.composite
def reports(draw: st.DrawFn) -> tuple[Register, Document]:
    """A register, and a document with its names in it."""
    real = draw(st.lists(people, min_size=1, max_size=4, unique_by=folded))
    known = Register(
        tuple(
            Entity(id=f"p{n}", kind=EntityKind.PERSON, name=name, shown_as=f"Person {n}")
            for n, name in enumerate(real)
        )
    )
    texts = [
        draw(st.sampled_from(CONTEXTS)).replace("{n}", draw(written(draw(st.sampled_from(real)))))
        for _ in range(6)
    ]
    blocks = (
        Heading((texts[0],)),
        Paragraph((texts[1], " ", texts[2])),
        Items(((texts[3],),)),
        Board(BoardColumn("Risks", ((texts[4],),)), BoardColumn("Strengths", ((texts[5],),))),
    )
    return known, Document(title=(texts[0],), sections=(Section("s", (texts[1],), blocks),))


def in_word(texts: list[str]) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(passage_of(text).text if not text.isprintable() else text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def texts_of(document: Document) -> list[str]:
    found: list[str] = []
    rewrite_document(document, lambda words, _: (found.append("".join(map(str, words))), words)[1])
    return found


@settings(max_examples=150, deadline=None)
@given(reports())
def test_what_passes_the_gate_holds_no_registered_name(case: tuple[Register, Document]) -> None:
    known, document = case
    disclosed = disclose(document, known, audience("published"))
    left = "\n".join(texts_of(disclosed.document))
    report = scan(left.encode("utf-8"), known)
    assert report.leaks == (), left


@settings(max_examples=25, deadline=None)
@given(reports())
def test_a_word_file_written_from_disclosed_content_is_clean(
    case: tuple[Register, Document],
) -> None:
    known, document = case
    disclosed = disclose(document, known, audience("panel"))
    report = scan(in_word(texts_of(disclosed.document)), known)
    # python-docx brings the names of a hundred styles ("Colorful List Accent" holds "Llista").
    assert [leak for leak in report.leaks if leak.part != "word/styles.xml"] == []


@settings(max_examples=25, deadline=None)
@given(people, st.data())
def test_a_word_file_written_past_the_gate_is_not(name: str, data: st.DataObject) -> None:
    known = Register((Entity(id="p", kind=EntityKind.PERSON, name=name),))
    text = data.draw(st.sampled_from(CONTEXTS)).replace("{n}", name)
    assert scan(in_word(["An ordinary line.", text]), known).leaks


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_at_all_passes_through_without_an_error(text: str) -> None:
    known = Register(
        (Entity(id="p", kind=EntityKind.PERSON, name="Ngozi Okafor", shown_as="Anna"),)
    )
    document = Document(title=(text,))
    assert disclose(document, known, audience("panel")).document.title is not None


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_spans_always_lead_back_into_the_text(text: str) -> None:
    passage = passage_of(text)
    for start in range(0, len(passage.text), 7):
        first, last = passage.original_span(start, min(start + 3, len(passage.text)))
        assert 0 <= first <= last <= len(text)
