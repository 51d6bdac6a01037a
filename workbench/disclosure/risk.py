"""Combination risk: where facts that name nobody single somebody out together, as an intruder with
a search engine or a neighbour with a memory would find.

It reads the document as the audience will, after the gate. The answer is in words, by rules that
are said in full here; it is no measurement, and a person decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import combinations

from workbench.disclosure.disclosing import sentence_around
from workbench.disclosure.gate import Disclosed
from workbench.disclosure.register import EntityKind, Register
from workbench.disclosure.risk_facts import Exact, exact_facts, kinds
from workbench.model.blocks import Words, rewrite_document

_OURS = frozenset({"practitioner", "panel", "author"})  # roles of those whom a report is not about
_SUBJECT = "subject"
_EVERYBODY = "place"  # a named place narrows down everybody in the document
_KINDS_TO_KNOW = 4


class Level(IntEnum):
    """How far the exact facts go, in words."""

    LITTLE = 0
    TOGETHER = 1
    NEARBY = 2
    SEARCH = 3


SAID = {
    Level.LITTLE: "Little that is exact is left.",
    Level.TOGETHER: "Facts stand together that narrow down who it is.",
    Level.NEARBY: "Somebody who lives or works nearby could tell who it is.",
    Level.SEARCH: "A search of newspapers could find who it is.",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One exact fact, and where it stands."""

    kind: str
    words: str
    sentence: str
    place: str


@dataclass(frozen=True, slots=True)
class Option:
    """What is left when one kind of fact is made less exact throughout."""

    kind: str
    label: str
    how: str
    after: Level
    lowers: bool


@dataclass(frozen=True, slots=True)
class Risk:
    """What an intruder can put together on one person, by the name that the report uses.
    ``enough`` are the fewest kinds of fact which, made less exact, leave it at narrowing down."""

    who: str
    level: Level
    why: str
    facts: tuple[Standing, ...]
    options: tuple[Option, ...]
    enough: tuple[str, ...]

    @property
    def id(self) -> str:
        """What it is told from others by."""
        return self.who


def level_of(held: Iterable[str]) -> Level:
    """The rule. What newspapers report (a court and its sentence, how it happened, or an exact date
    with a named place) beside one or two other kinds of fact is found by a search; four kinds of
    any sort tell a neighbour; two narrow down."""
    known = set(held)
    reported = any(kinds()[kind].searchable for kind in known) or known >= {"date", "place"}
    if reported and len(known) >= 3:
        return Level.SEARCH
    if len(known) >= _KINDS_TO_KNOW:
        return Level.NEARBY
    return Level.TOGETHER if len(known) >= 2 else Level.LITTLE


def risks_of(disclosed: Disclosed, register: Register) -> tuple[Risk, ...]:
    """What stands together on each person of the document, the worst first."""
    people = _people(register)
    subject = next((shown for shown, role in people.items() if role == _SUBJECT), "")
    subject = subject or "the person whom the review is about"
    found = _Found(subject, people)
    for place, text in _texts(disclosed):
        found.add(place, text, exact_facts(text, register))
    made = [_risk(who, facts) for who, facts in found.by_person().items()]
    return tuple(sorted(made, key=lambda one: (-one.level, -len(one.facts), one.who)))


def _people(register: Register) -> dict[str, str]:
    """Those whom the report is about, by what it calls them, with their roles."""
    return {
        one.shown_as.strip(): one.role
        for one in register.entities
        if one.kind is EntityKind.PERSON
        and one.shown_as.strip()
        and not one.keep
        and one.role not in _OURS
    }


def _texts(disclosed: Disclosed) -> list[tuple[str, str]]:
    texts: list[tuple[str, str]] = []

    def look(said: Words, place: str) -> Words:
        texts.append((place, "".join(str(part) for part in said)))
        return said

    rewrite_document(disclosed.document, look)
    return texts


@dataclass
class _Found:
    """Facts by the person of whom they are most likely said: who is named in the sentence, or was
    last in the paragraph, or else the subject of the review."""

    subject: str
    people: dict[str, str]
    facts: defaultdict[str, list[Standing]] = field(default_factory=lambda: defaultdict(list))
    everybody: list[Standing] = field(default_factory=list)
    named: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        words = sorted(self.people, key=len, reverse=True)
        self._called = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
            if words
            else None
        )
        self._as_written = {word.casefold(): word for word in words}

    def add(self, place: str, text: str, facts: list[Exact]) -> None:
        """What stands in one text."""
        mentions = list(self._mentions(text))
        self.named.update(who for _, who in mentions)
        for one in facts:
            sentence = sentence_around(text, one.start, one.start + len(one.words))
            standing = Standing(one.kind, one.words, sentence, place)
            if one.kind == _EVERYBODY:
                self.everybody.append(standing)
                continue
            within = {who for _, who in self._mentions(sentence)}
            before = [who for at, who in mentions if at <= one.start]
            for who in sorted(within) or before[-1:] or [self.subject]:
                self.facts[who].append(standing)

    def _mentions(self, text: str) -> Iterator[tuple[int, str]]:
        if self._called is not None:
            for match in self._called.finditer(text):
                yield match.start(), self._as_written[match.group().casefold()]

    def by_person(self) -> dict[str, list[Standing]]:
        """The facts on everybody who is named or spoken of."""
        places = list({one.words.casefold(): one for one in self.everybody}.values())
        who = {*self.named, *self.facts} or {self.subject}
        return {one: [*self.facts.get(one, ()), *places] for one in who}


def _risk(who: str, facts: list[Standing]) -> Risk:
    once = tuple({(one.kind, one.words.casefold()): one for one in facts}.values())
    held = [name for name in kinds() if any(one.kind == name for one in once)]
    level = level_of(held)
    options = tuple(_option(name, held, level) for name in held)
    return Risk(who, level, _why(held), once, options, _enough(held, level))


def _enough(held: list[str], level: Level) -> tuple[str, ...]:
    if level <= Level.TOGETHER:
        return ()
    for many in range(1, len(held) + 1):
        for chosen in combinations(held, many):
            if level_of(set(held) - set(chosen)) <= Level.TOGETHER:
                return tuple(kinds()[name].label for name in chosen)
    return ()


def _option(name: str, held: list[str], level: Level) -> Option:
    kind = kinds()[name]
    after = level_of(one for one in held if one != name)
    return Option(name, kind.label, kind.how, after, after < level)


def _why(held: list[str]) -> str:
    labels = [kinds()[name].label for name in held]
    if not labels:
        return "No exact fact was found."
    listed = labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"
    stand = "stands by itself" if len(labels) == 1 else "stand together"
    return f"{listed[:1].upper()}{listed[1:]} {stand}."
