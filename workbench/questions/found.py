"""What "Find anything" offers of the record: a short piece of each fact that holds the words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from workbench.model.agencies import Agency, Contribution
from workbench.model.chronology import Entry
from workbench.model.factors import Awareness, Factor
from workbench.model.facts import Fact
from workbench.model.findings import Evidence, Finding
from workbench.model.kinds import KINDS
from workbench.model.meetings import Decision, Meeting, MeetingAction
from workbench.model.narrowing import Narrowing
from workbench.model.people import Person, Place, Relationship
from workbench.model.recommendations import Recommendation
from workbench.model.reviews import Passage
from workbench.model.versions import NamedVersion
from workbench.model.when import When
from workbench.questions.names_like import NAMED, names_like
from workbench.review import Review
from workbench.store.search import ANYTHING, word_fields

LEAST_LETTERS = 2  # of one letter the record holds too much to be of use
_LONGEST, _BEFORE = 110, 30  # letters of a piece, and how many of them stand before the word
OFFERED: tuple[type[Fact], ...] = (
    Person, Relationship, Place, Agency, Contribution, Entry, Factor, Awareness, Finding, Evidence,
    Recommendation, Meeting, Decision, MeetingAction, Passage, NamedVersion,
)  # fmt: skip
# What is shown and edited as a part of something else.
_PART_OF = {
    "relationship": "person",
    "contribution": "agency",
    "awareness": "factor",
    "evidence": "finding",
    "decision": "meeting",
    "meeting_action": "meeting",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One fact that holds the words: its kind, a short piece of it, and the id of the item under
    which the window shows it: a decision's is its meeting."""

    kind: str
    id: str
    shown_with: str
    text: str


def find_anything(
    review: Review,
    typed: str,
    *,
    narrowing: Narrowing = ANYTHING,
    entries: int = 20,
    others: int = 30,
) -> list[Piece]:
    """The facts that hold every word as typed, and those with nearly this name, kind by kind, and
    within a kind the best first.

    Entries are asked for apart, so that thousands of them do not crowd out the one person.
    """
    if len(re.sub(r"\W", "", typed)) < LEAST_LETTERS:
        return []
    kinds = narrowing.kinds or OFFERED
    rest = tuple(kind for kind in kinds if kind is not Entry)
    found = [
        (each.kind, each.id)
        for part, most in ((rest, others), (tuple(set(kinds) & {Entry}), entries))
        if part
        for each in review.search(typed, part, most, narrowing=narrowing)
    ]
    if not narrowing.by_facts:
        like = names_like(review, typed, [kind for kind in NAMED if kind in kinds])
        found += [each for each in like if each not in found]
    facts = review.find_all(found)
    pieces = [_piece(facts[each], typed) for each in found if each in facts]
    order = [kind.kind for kind in OFFERED]
    return sorted(pieces, key=lambda piece: order.index(piece.kind))


def _piece(fact: Fact, typed: str) -> Piece:
    owner = _PART_OF.get(fact.kind)
    shown_with = str(getattr(fact, owner)) if owner else fact.id
    return Piece(fact.kind, fact.id, shown_with, piece_of(_texts(fact), typed))


def shown_with(review: Review, kind: str, id: str) -> str | None:  # noqa: A002 # the field's name
    """The id of the item under which the window shows this one; None when it was deleted."""
    fact = review.find(next(each for each in KINDS if each.kind == kind), id)
    if fact is None:
        return None
    owner = _PART_OF.get(kind)
    return str(getattr(fact, owner)) if owner else fact.id


def _texts(fact: Fact) -> list[str]:
    """What people wrote in the fact, field by field, without the empty ones."""
    values = (getattr(fact, name) for name in word_fields(type(fact)))
    texts = (
        value.text if isinstance(value, When) else value
        if isinstance(value, str) else ", ".join(value) for value in values
    )  # fmt: skip
    return [" ".join(text.split()) for text in texts if text.strip()]


def piece_of(texts: list[str], typed: str) -> str:
    """How the fact begins, and the piece of it around the first of the words."""
    words = [_plain(word) for word in re.findall(r"\w+", typed)]
    first = texts[0]
    for text in texts:
        at = min((place for word in words if (place := _place(text, word)) >= 0), default=-1)
        if at >= 0:
            piece = _around(text, at)
            return piece if text is first else f"{_around(first, 0)} · {piece}"
    return _around(first, 0)


def _place(text: str, word: str) -> int:
    """Where a word of the text begins with this, or -1."""
    found = re.search(rf"\b{re.escape(word)}", _plain(text))
    return found.start() if found else -1


def _plain(text: str) -> str:
    """The text in small letters without accents, letter for letter, so that places stay."""
    if text.isascii():
        return text.lower()
    return "".join(unicodedata.normalize("NFKD", letter)[0].lower()[0] for letter in text)


def _around(text: str, at: int) -> str:
    start = 0 if at <= _BEFORE else text.rfind(" ", 0, at - _BEFORE) + 1
    end = start + _LONGEST
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
