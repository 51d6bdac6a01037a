"""Names planted in every part of a report: the gate lets none out, and what it lets out the scan
finds clean; what goes past the gate, the scan finds. Each is tested against the other."""

from __future__ import annotations

import io
import random

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbench.disclosure.planted import letters, planted, texts_of
from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import disclose
from workbench.disclosure.leak_scan import scan
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.model.blocks import Document

chances = st.randoms(use_true_random=False)


@settings(max_examples=90, deadline=None)
@given(chances, st.sampled_from(["published", "panel"]))
def test_no_planted_name_leaves_through_the_gate(chance: random.Random, readers: str) -> None:
    report = planted(chance)
    disclosed = disclose(report.document, report.register, audience(readers))
    said = "\n".join(texts_of(disclosed.document))
    left = [
        how for _, how in report.names if len(letters(how)) > 5 and letters(how) in letters(said)
    ]
    assert left == [], said
    assert scan(said.encode(), report.register).leaks == (), said


@settings(max_examples=50, deadline=None)
@given(chances)
def test_the_scan_finds_whoever_goes_past_the_gate(chance: random.Random) -> None:
    """All but slips of the pen, which the scan leaves to the gate."""
    report = planted(chance)
    texts = texts_of(report.document)
    found = {leak.entity for leak in scan("\n".join(texts).encode(), report.register).leaks}
    for entity in report.register.entities:
        plain = letters(entity.name)
        if any(name == entity.name and plain in letters(how) for name, how in report.names):
            assert entity.id in found, (entity.name, texts)


@settings(max_examples=5, deadline=None)
@given(chances)
def test_a_word_file_of_what_the_gate_let_out_is_clean(chance: random.Random) -> None:
    report = planted(chance)
    disclosed = disclose(report.document, report.register, audience("published"))
    assert scan(in_word(disclosed.document), report.register).leaks == ()


def in_word(document: Document) -> bytes:
    """The texts in the parts of a Word file: its body, a table, its header and its properties."""
    texts = [
        "".join(c for c in text if c.isprintable() or c == "\n") for text in texts_of(document)
    ]
    file = docx.Document()
    file.core_properties.title = texts[0][:200]
    file.sections[0].header.paragraphs[0].text = texts[1]
    table = file.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = texts[-1], texts[-2]
    for text in texts:
        file.add_paragraph(text)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "how", ["Uzоеkthсоmbе", "UZOEKTHCOMBE", "Uzoek\u200bthcombe", "Ｕzoekthcombe"]
)
def test_both_read_letters_that_only_look_like_ours(how: str) -> None:
    known = Register(
        (Entity(id="p", kind=EntityKind.PERSON, name="Ada Uzoekthcombe", shown_as="Anna"),)
    )
    assert scan(f"Then {how} rang.".encode(), known).leaks
    said = "".join(
        texts_of(
            disclose(Document(title=(f"Then {how} rang.",)), known, audience("panel")).document
        )
    )
    assert said == "Then Anna rang."
