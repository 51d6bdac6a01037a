"""Marks on words, carried over from what was written to what may be read.

The gate reads a text whole, bold or not, so that no name hides where a mark begins. Afterwards each
mark is put back on the words that came of those on which it stood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from workbench.model.words import Mark, Marked

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A mark on the characters from ``start`` to before ``end``."""

    start: int
    end: int
    mark: Mark


def marked_again(text: str, said: str, stretches: Sequence[Stretch]) -> tuple[str, ...]:
    """What is said in place of ``text``, in stretches that carry the text's marks. A mark that
    begins or ends within changed words covers all of what stands instead of them."""
    matched = _matched(text, said)
    told: list[str] = []
    done = 0
    for one in stretches:
        start = max(done, _place(one.start, matched, end=False))
        end = max(start, _place(one.end, matched, end=True))
        if start == end and one.mark.footnote:  # its words went; the note stays, on those before
            start = max(done, start - 1)
        told += [said[done:start]]
        if said[start:end]:
            told.append(Marked(said[start:end], one.mark))
        done = end
    return tuple(part for part in (*told, said[done:]) if part)


def _matched(text: str, said: str) -> list[tuple[int, int, int, int]]:
    """Which characters became which: pairs of ranges, alike or changed, in order."""
    if text == said:
        return []
    before, after = _PIECE.findall(text), _PIECE.findall(said)
    at_before, at_after = _offsets(before), _offsets(after)
    pairs = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [
        (at_before[a], at_before[b], at_after[c], at_after[d])
        for kind, a, b, c, d in pairs
        if kind != "equal"
    ]


def _offsets(pieces: Sequence[str]) -> list[int]:
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return offsets


def _place(at: int, changed: Sequence[tuple[int, int, int, int]], *, end: bool) -> int:
    """Where the character ``at`` of the text stands in what is said."""
    shift = 0
    for start, stop, said_start, said_stop in changed:
        if at < start or (at == start and (end or start < stop)):
            return at + shift if at < start or end else said_start
        if at < stop or (at == stop and end):
            return said_stop if end else said_start
        shift = said_stop - stop
    return at + shift
