"""Disclosed slides for the tests of the panel: each has been through the real gate."""

from __future__ import annotations

from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import Disclosed, disclose
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.model.blocks import Block, Document, Paragraph, Section, words

REGISTER = Register(
    (Entity(id="p1", kind=EntityKind.PERSON, name="Rowan Ashe", shown_as="Adult C"),)
)


def slide(title: str, *blocks: Block) -> Disclosed:
    """A slide with this title, as the panel may see it."""
    section = Section("slide", words(title), blocks)
    return disclose(Document(words(title), (), (section,)), REGISTER, audience("panel"))


def paragraph(text: str) -> Paragraph:
    """A paragraph of body text."""
    return Paragraph(words(text))
