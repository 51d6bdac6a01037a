"""What stands for what: the words as they were written beside the words as they may be read.

It asks nobody what was replaced. It lays the two texts side by side, so that nothing that differs
can go unmarked, whatever made it differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from workbench.disclosure.audiences import audience
from workbench.disclosure.disclosing import MASK
from workbench.disclosure.moments import MONTHS, moment_in_words
from workbench.disclosure.register import Register
from workbench.model.blocks import Document, Mention, Moment, Words, rewrite_document

_PIECE = re.compile(r"\[[^\]]*\]|\w+|[^\w\s]")
_EXACT = "panel"  # the audience that may read a time as it was written
_MOST = 6_000  # pieces that are laid side by side; of a longer text only the ends are


@dataclass(frozen=True, slots=True)
class Standing:
    """The characters from ``start`` to before ``end`` of what is read, and what was ``written``
    there. ``held`` says that they stand for words on which nobody has ruled."""

    start: int
    end: int
    written: str
    held: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    start: int
    end: int


def plain(words: Words, register: Register) -> str:
    """Words as they were written, with times and people spelled out, for the author alone."""
    return "".join(_spelled(part, register) for part in words)


def _spelled(part: object, register: Register) -> str:
    if isinstance(part, Moment):
        return moment_in_words(part.when, audience(_EXACT), clock=part.clock)
    if isinstance(part, Mention):
        entity = register.entity(part.person)
        return entity.name if entity else "a person who is not in the record"
    return str(part)


def standings(written: str, said: str) -> tuple[Standing, ...]:
    """Everything in ``said`` that stands for something else in ``written``, in order."""
    if written == said:
        return ()
    before, after = _pieces(written), _pieces(said)
    first, last = _alike(before, after)
    changed = list(_changed(before, after, first, last))
    found = [_standing(written, said, before, after, one) for one in _apart(_whole(changed, after))]
    return tuple(one for one in found if one.written or one.start < one.end)


def _pieces(text: str) -> list[_Piece]:
    return [_Piece(match[0], *match.span()) for match in _PIECE.finditer(text)]


def _alike(before: Sequence[_Piece], after: Sequence[_Piece]) -> tuple[int, int]:
    """How many pieces agree at the beginning and at the end."""
    most = min(len(before), len(after))
    first = 0
    while first < most and before[first].text == after[first].text:
        first += 1
    last = 0
    while last < most - first and before[-1 - last].text == after[-1 - last].text:
        last += 1
    return first, last


Range = tuple[int, int, int, int]


def _changed(
    before: Sequence[_Piece], after: Sequence[_Piece], first: int, last: int
) -> Iterator[Range]:
    """The runs of pieces that differ, as places in both."""
    mine = [one.text for one in before[first : len(before) - last]]
    theirs = [one.text for one in after[first : len(after) - last]]
    if len(mine) + len(theirs) > _MOST:
        yield (first, first + len(mine), first, first + len(theirs))
        return
    matched = SequenceMatcher(None, mine, theirs, autojunk=False)
    for kind, a, b, c, d in matched.get_opcodes():
        if kind != "equal":
            yield (first + a, first + b, first + c, first + d)


def _whole(changed: Sequence[Range], after: Sequence[_Piece]) -> Iterator[Range]:
    """What was only taken away is shown on the word that follows it, or else on the one before; and
    a date that lost its day is shown whole."""
    for a, b, c, d in changed:
        if d < len(after) and after[d].text in MONTHS:
            yield (a, b + 1, c, d + 1)
        elif c < d or not after:
            yield (a, b, c, d)
        elif d < len(after) and after[d].text[0].isalnum():
            yield (a, b + 1, c, d + 1)
        elif c > 0:
            yield (a - 1, b, c - 1, d)


def _apart(ranges: Iterable[Range]) -> list[Range]:
    """Those that came to overlap, as one."""
    apart: list[Range] = []
    for one in ranges:
        if apart and one[2] < apart[-1][3]:
            a, b, c, d = apart.pop()
            apart.append((min(a, one[0]), max(b, one[1]), min(c, one[2]), max(d, one[3])))
        else:
            apart.append(one)
    return apart


def _standing(
    written: str, said: str, before: Sequence[_Piece], after: Sequence[_Piece], one: Range
) -> Standing:
    a, b, c, d = one
    words = written[before[a].start : before[b - 1].end] if a < b else ""
    start = after[c].start if c < d else len(said)
    end = after[d - 1].end if c < d else len(said)
    return Standing(start, end, words, held=MASK in said[start:end])


@dataclass(frozen=True, slots=True)
class Compared:
    """How two audiences read one document: in how many places the one sees less than the other, in
    how many more, and in how many only something else."""

    less: int
    more: int
    other: int


def compared(written: Document, one: Document, other: Document, register: Register) -> Compared:
    """How the readers of ``one`` fare beside the readers of ``other``."""
    counts: Counter[str] = Counter()
    whole = _texts(written, register)
    for text, mine, theirs in zip(whole, _texts(one), _texts(other), strict=True):
        if mine != theirs:
            for standing in standings(theirs, mine):
                counts[_seen(text, mine[standing.start : standing.end], standing.written)] += 1
    return Compared(counts["less"], counts["more"], counts["other"])


def _texts(document: Document, register: Register | None = None) -> list[str]:
    found: list[str] = []
    known = register or Register()

    def note(words: Words, place: str) -> Words:
        del place
        found.append(plain(words, known))
        return words

    rewrite_document(document, note)
    return found


def _seen(text: str, mine: str, theirs: str) -> str:
    """Which of two readings of the same words keeps more of what was written."""
    own = Counter(one.text.lower() for one in _pieces(text))
    kept, other = (
        sum((Counter(one.text.lower() for one in _pieces(said)) & own).values())
        for said in (mine, theirs)
    )
    if kept == other:
        return "other"
    return "more" if kept > other else "less"
