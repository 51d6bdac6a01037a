"""Which heading of a template is which section of the report, and which column is which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from workbench.report.reading.flow import Heading
from workbench.resources import read_json

_SURE = 0.75
_EXACT = 0.995
_TIE = 0.02
_SMALL = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "its", "of", "on", "or", "that", "the"}
    | {"this", "to", "with"}
)
_APPENDIX = re.compile(r"^(appendix|annex|appendices|annexe)\s*([a-z]|\d+|[ivx]+)?\b[\s:.\u2013-]*")
_EDGES = re.compile(r"^\s*(\d+(\.\d+)*[.)]?|section \d+|part \d+)\s+")


@dataclass(frozen=True, slots=True)
class Matched:
    """Which heading (by its place in the list) stands for each section, and what is unsure."""

    sections: Mapping[str, int]
    unsure: Mapping[int, tuple[str, ...]]


def normal(text: str) -> str:
    """The words alone: no number, no "Appendix A", no brackets, small letters."""
    text = text.casefold().replace("\u2019", "'").strip()
    text = re.sub(r"\[[^\]]*\]|\([^)]*\)|<[^>]*>|\u00ab[^\u00bb]*\u00bb", " ", text)
    text = _EDGES.sub("", text)
    text = _APPENDIX.sub("", text)
    text = re.sub(r"[^\w\s']", " ", text.replace("&", " and "))
    return " ".join(text.split())


@cache
def synonyms(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The phrases under which boards know sections, columns or values."""
    found: dict[str, list[str]] = read_json("templates", "matching", f"{kind}.json")
    return {key: tuple(normal(phrase) for phrase in phrases) for key, phrases in found.items()}


def match_headings(headings: Sequence[Heading], sections: Iterable[str]) -> Matched:
    """Give each section its heading, the surest first; a heading stands for one section only."""
    wanted = set(sections)
    bids = []
    for index, heading in enumerate(headings):
        for section in wanted:
            score = _score(heading.text, section)
            if score >= _SURE:
                bids.append((-score, heading.level, index, section))
    taken: dict[str, int] = {}
    unsure: dict[int, tuple[str, ...]] = {}
    used: set[int] = set()
    for score, _level, index, section in sorted(bids):
        if section in taken or index in used:
            continue
        rivals = [
            other
            for bid, _, place, other in bids
            if place == index and other not in taken and abs(bid - score) < _TIE
        ]
        if len(rivals) > 1 and -score < _EXACT:
            unsure[index] = tuple(sorted(rivals))
            used.add(index)
            continue
        taken[section] = index
        used.add(index)
    return Matched(taken, unsure)


def best(text: str, kind: str, among: Iterable[str]) -> str | None:
    """The column or value that the text names, if it names exactly one surely enough."""
    named = normal(text)
    scores = sorted(
        ((_likeness(named, phrases), key) for key, phrases in _of(kind, among)), reverse=True
    )
    if not scores or scores[0][0] < _SURE:
        return None
    return scores[0][1]


def _of(kind: str, among: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
    known = synonyms(kind)
    return [(key, known[key]) for key in among if key in known]


def _score(text: str, section: str) -> float:
    return _likeness(normal(text), synonyms("sections").get(section, ()))


def _likeness(text: str, phrases: Sequence[str]) -> float:
    """From 0 to 1; an earlier phrase of the list wins among equals by a hair."""
    top = 0.0
    for place, phrase in enumerate(phrases):
        top = max(top, _alike(text, phrase) - min(place, 20) * 0.0001)
    return top


def _alike(text: str, phrase: str) -> float:
    if text == phrase:
        return 1.0
    ours, theirs = set(text.split()) - _SMALL, set(phrase.split()) - _SMALL
    if not ours or not theirs:
        return 0.0
    shared = len(ours & theirs) / max(len(ours), len(theirs))
    spelt = fuzz.ratio(text, phrase) / 100
    # Alike in spelling alone is not alike: "family" and "facility" share letters, not meaning.
    return min(0.99, max(shared, spelt if spelt >= 0.85 else 0.0))
