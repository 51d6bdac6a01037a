"""An edit brought into a report that was composed gives what composing it anew would give."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.workbench.report.boards import BOARDS
from tests.workbench.report.foreign import FOREIGN
from tests.workbench.report.invented import ruled
from workbench.disclosure.gate import Disclosed
from workbench.model.blocks import (
    Block,
    Document,
    Heading,
    Items,
    Mark,
    Marked,
    Paragraph,
    ParagraphStyle,
    Section,
    Table,
)
from workbench.report.layouts import layout
from workbench.report.parts.ooxml import serialise
from workbench.report.template import Template, built_in, template_from
from workbench.report.word import compose
from workbench.report.writing.rewriting import rewrite

TEMPLATES: dict[str, Callable[[], Template]] = {
    "our own": lambda: built_in("sar"),
    **{
        name: lambda made=made: template_from(made(), "board.docx", layout("sar"))
        for name, made in BOARDS.items()
    },
    **{
        name: lambda made=made: template_from(made().content, "board.docx", layout("sar"))
        for name, made in FOREIGN.items()
    },
}


def new_blocks(chance: random.Random) -> list[Block]:
    """A few blocks of prose such as an author writes."""
    kinds: list[Block] = [
        Paragraph((f"New words {chance.random()}.",), ParagraphStyle.NUMBERED),
        Paragraph(("Some ", Marked("bold", Mark(bold=True)), " words."), ParagraphStyle.BODY),
        Paragraph(("Somebody said so.",), ParagraphStyle.QUOTE),
        Items((("one",), ("another",))),
    ]
    return chance.choices(kinds, k=chance.randrange(0, 3))


def edited(document: Document, chance: random.Random) -> Document:
    """The document with a stretch of one section's blocks changed."""
    at = chance.choice([n for n, one in enumerate(document.sections) if one.blocks])
    section = document.sections[at]
    first = chance.randrange(len(section.blocks) + 1)
    last = min(first + chance.randrange(3), len(section.blocks))
    blocks = (*section.blocks[:first], *new_blocks(chance), *section.blocks[last:])
    sections = list(document.sections)
    sections[at] = replace(section, blocks=blocks)
    return replace(document, sections=tuple(sections))


@pytest.mark.parametrize("name", TEMPLATES)
def test_edits_give_what_composing_anew_gives(name: str, document: Document) -> None:
    template = TEMPLATES[name]()
    chance = random.Random(name)
    composed = compose(ruled(document), template)
    brought = 0
    for _ in range(12):
        changed = edited(document, chance)
        now = ruled(changed)
        if rewrite(composed.work, now.document) is None:
            continue
        brought += 1
        document = changed
        assert serialise(composed.root) == serialise(compose(now, template).root)
    assert brought > 2


def replaced(document: Document, section: str, *blocks: Block) -> Document:
    return replace(
        document,
        sections=tuple(
            replace(one, blocks=(*blocks, *one.blocks[len(blocks) :])) if one.id == section else one
            for one in document.sections
        ),
    )


def with_first(disclosed: Disclosed, *blocks: Block) -> Document:
    return replaced(disclosed.document, "introduction", *blocks)


@pytest.mark.parametrize(
    "block",
    [
        Heading(("A heading",)),
        Items((("first",), ("second",)), ordered=True),
        Table((), ()),
        Paragraph(("leads", Marked("there", Mark(refers_to="finding_1")))),
        Paragraph(("noted", Marked("so", Mark(footnote=("a note",))))),
        Paragraph(("is led to",), anchor="x"),
        Paragraph(("  ",)),
    ],
)
def test_what_bears_on_something_else_is_left_for_composing_anew(
    disclosed: Disclosed, block: Block
) -> None:
    composed = compose(disclosed, built_in("sar"))
    before = serialise(composed.root)
    assert rewrite(composed.work, with_first(disclosed, block)) is None
    assert serialise(composed.root) == before


def test_another_title_and_a_section_more_are_left_for_composing_anew(disclosed: Disclosed) -> None:
    composed = compose(disclosed, built_in("sar"))
    said = disclosed.document
    emptied = (replace(said.sections[0], blocks=()), *said.sections[1:])
    for other in (
        replace(said, title=("Another",)),
        replace(said, sections=said.sections[1:]),
        replace(said, sections=emptied),
        replace(said, sections=(*said.sections, Section("more", ("More",)))),
    ):
        assert rewrite(composed.work, other) is None


def test_one_changed_paragraph_is_one_element_for_another(disclosed: Disclosed) -> None:
    composed = compose(disclosed, built_in("sar"))
    changes = rewrite(composed.work, with_first(disclosed, Paragraph(("Changed.",))))
    assert changes is not None
    assert [(len(one.gone), len(one.came)) for one in changes] == [(1, 1)]
    assert changes[0].gone[0].getparent() is None
    assert changes[0].came[0].getparent() is not None


def test_words_that_have_not_been_through_the_gate_are_not_rewritten(disclosed: Disclosed) -> None:
    composed = compose(disclosed, built_in("sar"))
    asked = with_first(disclosed, Paragraph((object(),)))
    assert rewrite(composed.work, asked) is None
