"""Which heading of a template is which section of the report, and which column is which.

A heading is known by the phrases that boards use for a section, and failing that by its signs:
beginnings of words that together mean the section whatever stands around them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rapidfuzz import fuzz

from workbench.report.reading.flow import Heading
from workbench.report.reading.patterns import asks, is_pattern
from workbench.report.reading.phrases import is_appendix, normal, readings
from workbench.resources import read_json

_SURE = 0.75
_EXACT = 0.995
_TIE = 0.004
_OUT_OF_ORDER = 0.06
_APPENDED = 0.05
_SUMMARISED = 0.5
_PART = 0.2
_TITLED = 0.004  # the report's own title for the section
_SUMMARY = 0.9
_APPENDICES = frozenset({"chronology", "action_plan", "glossary", "references"})
_SMALL = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "its", "of", "on", "or", "that", "the"}
    | {"this", "to", "with", "was", "were", "is", "are", "our", "we", "it"}
)


@dataclass(frozen=True, slots=True)
class Matched:
    """Which heading (by its place in the list) stands for each section, and what is unsure."""

    sections: Mapping[str, int]
    unsure: Mapping[int, tuple[str, ...]]


@cache
def synonyms(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The phrases under which boards know sections, columns or values."""
    found: dict[str, list[str]] = read_json("templates", "matching", f"{kind}.json")
    return {key: tuple(normal(phrase) for phrase in phrases) for key, phrases in found.items()}


@dataclass(frozen=True, slots=True)
class Sign:
    """Beginnings of words, one of each group, that a heading must hold; how much that says."""

    groups: tuple[tuple[str, ...], ...]
    strength: float


@cache
def signs(kind: str = "signs") -> Mapping[str, tuple[Sign, ...]]:
    """The signs of each section, or of each column ("column-signs")."""
    found: dict[str, dict[str, float]] = read_json("templates", "matching", f"{kind}.json")
    return {
        section: tuple(
            Sign(tuple(tuple(group.split("|")) for group in text.split()), strength)
            for text, strength in known.items()
        )
        for section, known in found.items()
    }


@cache
def how_sure(text: str) -> float:
    """How surely the words are those of some section."""
    known = {*synonyms("sections"), *signs()}
    return max((_score(text, section) for section in known), default=0.0)


def match_headings(headings: Sequence[Heading], sections: Mapping[str, str]) -> Matched:
    """Give each section its heading, the surest first; a heading stands for one section only.
    ``sections`` has the title of each, in the report's order."""
    wanted = list(sections)
    bids = _bids(headings, sections)
    taken: dict[str, int] = {}
    unsure: dict[int, tuple[str, ...]] = {}
    used: set[int] = set()
    for fits, _level, index, section, score in sorted(bids):
        if section in taken or index in used:
            continue
        rivals = [
            other
            for bid, _, place, other, _ in bids
            if place == index and other not in taken and abs(bid - fits) < _TIE
        ]
        if len(rivals) > 1 and score < _EXACT:
            unsure[index] = tuple(sorted(rivals))
            section = min(rivals, key=wanted.index)
        taken[section] = index
        used.add(index)
    return Matched(_joined(headings, wanted, taken), unsure)


def _bids(
    headings: Sequence[Heading], sections: Mapping[str, str]
) -> list[tuple[float, int, int, str, float]]:
    """What each heading offers for each section: how well it fits there, and how sure it is."""
    wanted = list(sections)
    bids: list[tuple[float, int, int, str, float]] = []
    summarised = _summarised(headings)
    parts = _parts(headings)
    for index, heading in enumerate(headings):
        for place, section in enumerate(wanted if not is_pattern(heading.text) else ()):
            score = _score(heading.text, section, sections[section])
            if score >= _SURE:
                here, there = index / len(headings), place / len(wanted)
                fits = score - _OUT_OF_ORDER * abs(here - there) ** 2
                if index in summarised and section != "executive_summary":
                    fits -= _SUMMARISED
                if normal(sections[section]) in readings(heading.text):
                    fits += _TITLED
                if index in parts:
                    fits -= _PART
                if is_appendix(heading.text) and section in _APPENDICES:
                    fits += _APPENDED
                bids.append((-fits, heading.level, index, section, score))
    return bids


def _parts(headings: Sequence[Heading]) -> set[int]:
    """The headings under which nothing stands but headings: titles of parts, not of sections."""
    return {
        index
        for index, (one, other) in enumerate(pairwise(headings))
        if other.index == one.index + 1 and other.level > one.level and not asks(other.text)
    }


def _summarised(headings: Sequence[Heading]) -> set[int]:
    """The headings within an executive summary: they sum up what has headings of its own later."""
    found: set[int] = set()
    level = 0
    for index, heading in enumerate(headings):
        if level and heading.level > level:
            found.add(index)
        else:
            summary = _score(heading.text, "executive_summary") >= _SUMMARY
            level = heading.level if summary else 0
    return found


def _joined(
    headings: Sequence[Heading], wanted: Sequence[str], taken: Mapping[str, int]
) -> dict[str, int]:
    """The matches, with a second section where a heading names two: "Conclusions and learning"."""
    found = dict(taken)
    for index, heading in enumerate(headings):
        halves = [part.split(" and ") for part in readings(heading.text)]
        named = [half for parts in halves if len(parts) > 1 for half in parts]
        if not named or index not in taken.values():
            continue
        for half in named:
            free = [one for one in wanted if one not in found and one not in _APPENDICES]
            exact = [one for one in free if half in _phrases(one)]
            if exact:
                found[exact[0]] = index
    return found


def alike(text: str, kind: str, key: str, title: str = "") -> float:
    """How surely the text names this column: by the phrases that boards use for it, by its title
    in the report, or by its signs."""
    phrases = (*((normal(title),) if title else ()), *synonyms(kind).get(key, ()))
    known = signs("column-signs").get(key, ())
    scores = (max(_likeness(one, phrases), _signed(one, known)) for one in readings(text))
    return max(scores, default=0.0)


def _phrases(section: str) -> tuple[str, ...]:
    return synonyms("sections").get(section, ())


@cache
def _score(text: str, section: str, title: str = "") -> float:
    """How surely a heading of these words is the section's; the whole says more than a part."""
    top = 0.0
    phrases = (normal(title), *_phrases(section)) if title else _phrases(section)
    for place, named in enumerate(readings(text)):
        score = max(_likeness(named, phrases), _signed(named, signs().get(section, ())))
        top = max(top, score - (0.01 if place else 0.0))
    return top


def _signed(text: str, known: Sequence[Sign]) -> float:
    """How much the signs in the text say; words that are no part of one say less."""
    found = text.split()
    top = 0.0
    for sign in known:
        used: set[str] = set()
        for group in sign.groups:
            word = next((one for one in found if one.startswith(group)), None)
            if word is None:
                break
            used.add(word)
        else:
            others = [one for one in found if one not in used and one not in _SMALL]
            top = max(top, sign.strength - 0.01 * min(len(others), 8))
    return top


def _likeness(text: str, phrases: Sequence[str]) -> float:
    """From 0 to 1; an earlier phrase of the list wins among equals by a hair."""
    top = 0.0
    for place, phrase in enumerate(phrases):
        top = max(top, _alike(text, phrase) - min(place, 20) * 0.0001)
    return top


@cache
def _content(text: str) -> frozenset[str]:
    """The words that say something."""
    return frozenset(text.split()) - _SMALL


def _alike(text: str, phrase: str) -> float:
    if text == phrase:
        return 1.0
    ours, theirs = _content(text), _content(phrase)
    if not ours or not theirs:
        return 0.0
    shared = len(ours & theirs) / max(len(ours), len(theirs))
    spelt = fuzz.ratio(text, phrase, score_cutoff=85) / 100
    # Alike in spelling alone is not alike: "family" and "facility" share letters, not meaning.
    return min(0.99, max(shared, spelt if spelt >= 0.85 else 0.0))
