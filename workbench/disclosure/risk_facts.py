"""Facts that are no name and yet exact: dates, ages, places, callings, conditions, quotations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from workbench.disclosure.detectors.dates import read_days
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.finder import finder_of
from workbench.disclosure.normalise import atoms_of, passage_of
from workbench.disclosure.register import EntityKind, Register
from workbench.resources import read_json

LONG_ENOUGH = 6  # words of a quotation that a search would find as it stands
_QUOTED = re.compile(
    r"“([^“”\n]{20,400})”|(?<!\w)\"(?=\w)([^\"\n]{20,400}(?<=\S))\"(?!\w)"
    r"|(?<!\w)‘([^‘\n]{20,400}?)’(?!\w)"
)
_COUNTED = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_NUMBER = rf"(?:\d{{1,3}}|(?:{_COUNTED})(?:[- ](?:{_COUNTED}))?)"
_AGE = re.compile(
    rf"\b(?:aged|age of|turned) {_NUMBER}\b(?!\s*(?:to|and|-|–)\s*\d)"
    rf"|(?<!to )(?<!and )(?<!over )(?<!under )\b{_NUMBER}[- ](?:years?|months?|weeks?)[- ]old\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of exact fact: what it is called, how it is made less exact, and whether a search
    of newspapers would find somebody by it."""

    name: str
    label: str
    how: str
    searchable: bool


@dataclass(frozen=True, slots=True)
class Exact:
    """One exact fact as it still stands in a disclosed text."""

    kind: str
    words: str
    start: int


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of exact fact, in the order in which they are told."""
    held = read_json("register", "exact-facts.json")["kinds"]
    return {name: Kind(name, **row) for name, row in held.items()}


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The listed words by their first atom, the longest first, each with its kind."""
    held: dict[str, list[str]] = read_json("register", "exact-facts.json")["words"]
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, listed in held.items():
        for words in listed:
            atoms = atoms_of(words)
            by_first.setdefault(atoms[0], []).append((atoms, kind))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in by_first.items()
    }


def exact_facts(text: str, register: Register) -> list[Exact]:
    """The exact facts of one text that has been through the gate, in their order."""
    plain = passage_of(text).text
    found: list[Exact] = []
    for detect in _DETECTORS:
        found.extend(detect(plain))
    found.extend(_places(plain, register))
    return sorted(found, key=lambda one: one.start)


def _dates(text: str) -> Iterator[Exact]:
    seen: set[int] = set()
    for start, end, day in read_days(text):
        if day.year and start not in seen:
            seen.add(start)
            yield Exact("date", text[start:end], start)


def _ages(text: str) -> Iterator[Exact]:
    for match in _AGE.finditer(text):
        yield Exact("age", match.group(), match.start())


def _quotations(text: str) -> Iterator[Exact]:
    for match in _QUOTED.finditer(text):
        said = next(filter(None, match.groups()))
        if len(said.split()) >= LONG_ENOUGH:
            yield Exact("quotation", said, match.start())


def _listed(text: str) -> Iterator[Exact]:
    reading = Reading(text)
    done = -1
    for at, low in enumerate(reading.lows):
        if at <= done:
            continue
        for atoms, kind in _phrases().get(low, ()) or _phrases().get(low.removesuffix("s"), ()):
            last = at + len(atoms) - 1
            if tuple(reading.lows[at + 1 : last + 1]) == atoms[1:]:
                yield Exact(kind, text[reading.starts[at] : reading.ends[last]], reading.starts[at])
                done = last
                break


def _places(text: str, register: Register) -> Iterator[Exact]:
    """Places and agencies that the audience reads by name."""
    for one in finder_of(register).find(text):
        entity = register.entity(one.entity)
        if entity is not None and entity.keep and entity.kind is not EntityKind.PERSON:
            yield Exact("place", text[one.start : one.end], one.start)


_DETECTORS: tuple[Callable[[str], Iterator[Exact]], ...] = (_dates, _ages, _quotations, _listed)
