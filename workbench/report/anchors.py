"""References that lead somewhere: those to what a document does not hold become plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.model.blocks import (
    Block,
    Document,
    Heading,
    Inline,
    Mark,
    Marked,
    Paragraph,
    Table,
    Words,
    rewrite_document,
)


def with_anchors_only(document: Document) -> Document:
    """The document without references to what it does not hold."""
    known = {one for section in document.sections for block in section.blocks for one in _of(block)}

    def keep(words: Words, place: str) -> Words:
        del place
        return tuple(_kept(part, known) for part in words)

    return rewrite_document(document, keep)


def _of(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph) and block.anchor:
        yield block.anchor
    if isinstance(block, Table):
        yield from block.anchors


def _kept(part: Inline, known: set[str]) -> Inline:
    if not isinstance(part, Marked) or not part.mark.refers_to or part.mark.refers_to in known:
        return part
    mark = replace(part.mark, refers_to="")
    return str(part) if mark == Mark() else Marked(str(part), mark)
