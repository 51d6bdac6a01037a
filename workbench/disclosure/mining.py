"""Every name that the papers hold, whether or not it is registered, with where it was met.

The mining knows no register, so that it need not be done again when somebody is registered: what
it finds in a text is kept, in memory alone, by that text's hash. What is open is asked afterwards.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from workbench.disclosure.detectors.found import Kind
from workbench.disclosure.dictionary import vocabulary
from workbench.disclosure.disclosing import sentence_around
from workbench.disclosure.finder import finder_of
from workbench.disclosure.mining_small import cued
from workbench.disclosure.mining_texts import Paper
from workbench.disclosure.normalise import passage_of
from workbench.disclosure.register import Register
from workbench.disclosure.rulings import surface_of

T = TypeVar("T")
SAMPLES = 3  # sentences that are shown of each name
NAMES = (Kind.UNKNOWN, Kind.PLACE, Kind.ORG, Kind.ADDRESS)
_SMALL = re.compile(r"(?<![\w@.'])[a-z]{3,}(?![\w@])")
_AT = re.compile(r"[\w.+-]*@[\w.-]*\w")
_GLANCE = 500  # characters of a sentence that are shown
_OFTEN = 500  # texts between two words on how far it is


@dataclass(frozen=True, slots=True)
class _Read:
    """What one text holds: names with their places, strange words in small letters, those of them
    that stand as a name would, and addresses."""

    names: tuple[tuple[int, int], ...]
    small: tuple[str, ...]
    cued: tuple[str, ...]
    net: tuple[str, ...]


@dataclass
class Sighting:
    """One name as it stands in the papers. ``written`` counts its spellings, ``samples`` are a few
    places with the sentence there."""

    surface: str
    written: Counter[str] = field(default_factory=Counter)
    samples: list[tuple[str, str]] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How often it was met."""
        return sum(self.written.values())

    @property
    def small(self) -> bool:
        """Whether it was met in small letters only."""
        return all(words.islower() for words in self.written)


_COUNTED = ("small letters", "met before")


@dataclass(frozen=True, slots=True)
class Haul:
    """What all papers hold: names by what makes them the same, words in small letters that no
    dictionary has, and user names and e-mail addresses; with how often each was met."""

    names: dict[str, Sighting]
    strange: Counter[str]
    net: Counter[str]


class Mine:
    """Reads papers and remembers, by their hashes, what each holds."""

    def __init__(self) -> None:
        self._known: dict[bytes, _Read] = {}
        self._made: tuple[Haul, Any] | None = None
        self._marks: list[bytes] = []
        self._haul = Haul({}, Counter(), Counter())

    def dig(
        self, papers: Sequence[Paper], told: Callable[[int, int], object] = lambda *_: None
    ) -> Haul:
        """What these papers hold; ``told`` hears how many have been read, of how many."""
        marks = [_mark(paper.text) for paper in papers]
        if marks == self._marks:
            return self._haul
        haul = Haul({}, Counter(), Counter())
        small: list[tuple[Paper, tuple[str, ...]]] = []
        named: set[str] = set()
        seen: dict[bytes, _Read] = {}
        for number, (mark, paper) in enumerate(zip(marks, papers, strict=True)):
            if number % _OFTEN == 0:
                told(number, len(papers))
            read = self._known.get(mark) or _read(paper.text)
            seen[mark] = read
            for start, end in read.names:
                _note(haul, paper, start, end)
            haul.strange.update(read.small)
            haul.net.update(read.net)
            named.update(read.cued)
            if read.small:
                small.append((paper, read.small))
        self._known = seen  # what is no longer in the record is not remembered either
        _note_small(haul, small, named)
        told(len(papers), len(papers))
        self._marks, self._haul = marks, haul
        return haul

    def kept(self, haul: Haul, make: Callable[[Haul], T]) -> T:
        """What was made of this haul, made once for each."""
        if self._made is None or self._made[0] is not haul:
            self._made = (haul, make(haul))
        made: T = self._made[1]
        return made


def _mark(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _read(text: str) -> _Read:
    passage = passage_of(text)
    found = finder_of(Register()).find(passage)
    names = tuple(
        passage.original_span(one.start, one.end)
        for one in found
        if one.kind in NAMES
        and one.entity is None
        and not one.certain
        and one.rule not in _COUNTED  # see mining_small.py
    )
    known = vocabulary()
    small = tuple(
        word
        for word in _SMALL.findall(passage.text)
        if word not in known.ordinary and word not in known.professional
    )
    net = tuple(_AT.findall(text)) if "@" in text else ()
    return _Read(names, small, cued(passage.text) if small else (), net)


def _around(text: str, start: int, end: int) -> str:
    """The sentence, or as much of a very long one as can be read at a glance."""
    sentence = sentence_around(text, start, end)
    if len(sentence) <= _GLANCE:
        return sentence
    first = max(0, start - _GLANCE // 2)
    return f"… {text[first : first + _GLANCE].strip()} …"


def _note(haul: Haul, paper: Paper, start: int, end: int) -> None:
    words = " ".join(paper.text[start:end].split())
    surface = surface_of(words)
    if not surface:
        return
    met = haul.names.setdefault(surface, Sighting(surface))
    met.written[words] += 1
    if len(met.samples) < SAMPLES:
        met.samples.append((paper.place, _around(paper.text, start, end)))


def _note_small(
    haul: Haul, papers: Iterable[tuple[Paper, tuple[str, ...]]], cued: set[str]
) -> None:
    """Names in small letters: those that the papers write with a capital elsewhere, those that many
    people have, and those that stand somewhere as a name would (``cued``). Another rare one, never
    written with a capital, no list can tell from a slip of the pen."""
    names = vocabulary().names
    capital = {atom for surface in haul.names for atom in surface.split()} - vocabulary().rare
    for paper, words in papers:
        for word in words:
            if word not in names and word not in capital and word not in cued:
                continue
            met = haul.names.setdefault(word, Sighting(word))
            met.written[word] += 1
            if len(met.samples) < SAMPLES:
                place = re.search(rf"(?<!\w){word}(?!\w)", paper.text)
                at = place.span() if place else (0, 0)
                met.samples.append((paper.place, _around(paper.text, *at)))
