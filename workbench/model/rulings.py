"""Rulings: what the author decided about words that might name someone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from workbench.model.facts import Topic
from workbench.model.ids import RulingId


class Verdict(StrEnum):
    """What was decided about the words."""

    ORDINARY = "ordinary"  # they name nobody
    KEEP = "keep"  # they name someone or somewhere, and may be published
    REGISTERED = "registered"  # they mean the registered person, place or agency ``entity``
    DISTINCT = "distinct"  # they do not mean the registered ``entity``; nothing else is said
    GENERALISE = "generalise"  # they are replaced by ``replacement``


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """One decision. ``context`` is the sentence to which alone it applies, or empty for the whole
    review; ``entity`` is the id of a person, place or agency."""

    kind: ClassVar[str] = "ruling"
    topic: ClassVar[Topic] = Topic.RULINGS

    id: RulingId
    words: str
    verdict: Verdict
    context: str = ""
    entity: str = ""
    replacement: str = ""
    reason: str = ""
