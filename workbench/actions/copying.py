"""Copying words out of the record, as the panel may read them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.disclosure.audiences import audience
from workbench.disclosure.gate import disclose
from workbench.disclosure.register import register_of
from workbench.model.blocks import Document, Paragraph, Section
from workbench.model.rulings import Ruling
from workbench.review import Review

AUDIENCE = "panel"


@dataclass(frozen=True, slots=True)
class Copied:
    """Words as they may leave, and how many in them nobody has ruled on: those are masked."""

    words: str
    masked: int


def as_disclosed(review: Review, written: str) -> Copied:
    """What was written, through the gate."""
    paragraph = Paragraph((written,), place="what was copied")
    document = Document(title=(), sections=(Section(id="copied", title=(), blocks=(paragraph,)),))
    safe = disclose(document, register_of(review), audience(AUDIENCE), review.all(Ruling))
    (block,) = safe.document.sections[0].blocks
    words = block.text if isinstance(block, Paragraph) else ()
    return Copied("".join(str(part) for part in words), len(safe.unresolved))
