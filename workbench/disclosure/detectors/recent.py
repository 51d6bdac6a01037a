"""Who was named lately, read on from text to text; and what of that a text asks for.

The gate remembers what it said of each text (``disclosure/remembering.py``). A text says the same
again if all that it asks of the texts before it has the same answer: so what a text asks is noted,
and what it adds, and a report is not read again as a whole because somebody was named on page one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeAlias

STRANGER = ""  # somebody with a registered name whom nobody registered
SOMEBODY = "?"  # one of several, it was not clear which
_STRANGERS_STAY = 3  # passages for which somebody named in passing may be meant again
_LONG_AGO = _STRANGERS_STAY + 1

# For everybody with a name: how many passages ago they were named, and in full, if ever they were.
# More than a few passages are as good as any number.
Known: TypeAlias = tuple[tuple[str, int, int | None], ...]


class Told(NamedTuple):
    """What one text asked of the texts before it, with the answers, and what it added."""

    names: tuple[tuple[str, Known], ...]
    letters: tuple[tuple[str, str | None], ...]
    met: frozenset[str]
    not_met: frozenset[str]
    passages: int
    named: tuple[tuple[int, str, str, bool], ...]  # in which passage, the name, whose, if in full
    lettered: tuple[tuple[str, str], ...]
    strangers: tuple[str, ...]
    topic: str
    day: date | None


@dataclass
class Recent:
    """What was said last, read on from text to text: who was named, for each name, in which passage
    and in which in full; whose initials are whose; who is spoken of; and the day."""

    by_name: dict[str, dict[str, tuple[int, int]]] = field(default_factory=dict)
    passage: int = 0
    letters: dict[str, str] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)  # as they may be written again
    topic: str = ""  # who is spoken of, if it is somebody whose sex is withheld
    day: date | None = None  # the day said last, for an audience that reads days from one another
    _watch: _Watch | None = field(default=None, repr=False, compare=False)

    def note(self, names: Iterable[str], who: str, *, full: bool = True) -> None:
        """Somebody with these names was just named."""
        for name in names:
            if self._watch is not None:
                self._watch.touch(self, name)
                self._watch.named.append((self.passage - self._watch.began, name, who, full))
            told = self.by_name.setdefault(name, {})
            in_full = self.passage if full else told.get(who, (0, 0))[1]
            told[who] = (self.passage, in_full)

    def give_letters(self, letters: str, who: str) -> None:
        """These initials are theirs from here on."""
        if self._watch is not None:
            self._watch.lettered.append((letters, who))
        self.letters[letters] = who

    def whose_letters(self, letters: str) -> str | None:
        """Whose these initials were said to be."""
        if self._watch is not None and letters not in dict(self._watch.lettered):
            self._watch.letters[letters] = self.letters.get(letters)
        return self.letters.get(letters)

    def meet(self, word: str) -> None:
        """Somebody unregistered may be written so again."""
        if self._watch is not None:
            self._watch.strangers.append(word)
        self.strangers.add(word)

    def met(self, word: str) -> bool:
        """Whether a word is somebody unregistered who was met before."""
        met = word in self.strangers
        if self._watch is not None and word not in self._watch.strangers:
            self._watch.met[word] = met
        return met

    def settled(self, name: str, ids: set[str]) -> str | None:
        """Which of several is meant: the only one whom this passage names, and names in full, or
        else the only one whom the paper has named at all."""
        told = self._told(name, ids)
        here = {who: full for who, (at, full) in told.items() if at == self.passage}
        if here:
            told_now = [who for who, full in here.items() if full == self.passage]
            return told_now[0] if len(here) == len(told_now) == 1 else None
        named = [who for who, (_, full) in told.items() if full]
        return named[0] if len(told) == len(named) == 1 else None

    def strange(self, name: str, entity: str) -> bool:
        """Whether somebody unregistered who has this name may be meant as well."""
        told = self._asked(name)
        stranger, named = told.get(STRANGER, (0, 0))[0], told.get(entity, (0, 0))[1]
        lately = stranger >= self.passage - _STRANGERS_STAY
        return bool(stranger) and lately and named <= stranger

    def _told(self, name: str, ids: set[str]) -> dict[str, tuple[int, int]]:
        """When those who may be meant by a name were named, strangers among them if lately."""
        told = self._asked(name)
        found = {who: told[who] for who in ids if who in told}
        for who, oldest in ((STRANGER, self.passage - _STRANGERS_STAY), (SOMEBODY, self.passage)):
            if who in told and told[who][0] >= oldest:
                found[who] = told[who]
        return found

    def _asked(self, name: str) -> dict[str, tuple[int, int]]:
        """When everybody with this name was named."""
        if self._watch is not None:
            self._watch.touch(self, name)
            self._watch.asked.add(name)
        return self.by_name.get(name, {})

    def known(self, name: str, passage: int) -> Known:
        """All that a text can ask about a name, which comes after this passage."""
        return tuple(
            sorted(
                (
                    who,
                    min(passage - at, _LONG_AGO),
                    min(passage - full, _LONG_AGO) if full else None,
                )
                for who, (at, full) in self.by_name.get(name, {}).items()
            )
        )

    def watch(self) -> None:
        """From here on, until all is told, note what is asked and added."""
        self._watch = _Watch(self.passage)

    def all_told(self) -> Told:
        """What was asked and added since."""
        watch, self._watch = self._watch or _Watch(self.passage), None
        return Told(
            tuple((name, watch.before[name]) for name in watch.asked),
            tuple(watch.letters.items()),
            frozenset(word for word, met in watch.met.items() if met),
            frozenset(word for word, met in watch.met.items() if not met),
            self.passage - watch.began,
            tuple(watch.named),
            tuple(watch.lettered),
            tuple(watch.strangers),
            self.topic,
            self.day,
        )

    def fits(self, told: Told) -> bool:
        """Whether a text would be told the same again."""
        if not (told.met <= self.strangers and told.not_met.isdisjoint(self.strangers)):
            return False
        return all(self.known(name, self.passage) == known for name, known in told.names) and all(
            self.letters.get(letters) == who for letters, who in told.letters
        )

    def repeat(self, told: Told) -> None:
        """Add what a text added before."""
        for passages, name, who, full in told.named:
            now = self.passage + passages
            others = self.by_name.setdefault(name, {})
            others[who] = (now, now if full else others.get(who, (0, 0))[1])
        self.passage += told.passages
        self.letters.update(told.lettered)
        self.strangers.update(told.strangers)
        self.topic, self.day = told.topic, told.day


@dataclass
class _Watch:
    """What one text asks and adds. ``before`` is what was known of each name before it."""

    began: int
    before: dict[str, Known] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    letters: dict[str, str | None] = field(default_factory=dict)
    met: dict[str, bool] = field(default_factory=dict)
    named: list[tuple[int, str, str, bool]] = field(default_factory=list)
    lettered: list[tuple[str, str]] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def touch(self, recent: Recent, name: str) -> None:
        """A name is asked about, or added to."""
        if name not in self.before:
            self.before[name] = recent.known(name, self.began)
