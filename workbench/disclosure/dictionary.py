"""Words that name nobody: the ordinary vocabulary, and that of the trade."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from workbench.disclosure.normalise import ATOM, atoms_of, folded, passage_of
from workbench.errors import BadInput
from workbench.resources import read_json, resource

_LONG = 7  # letters: so long a word of a dictionary is hardly also somebody's name


# By the first word, then by the second, which is empty where there is none.
Phrases: TypeAlias = dict[str, dict[str, tuple[tuple[str, ...], ...]]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the detectors may leave alone, and what they must think twice about. ``names`` are
    names that many people have: no slip of somebody else's, and never safe to leave alone.
    ``rare`` words are so seldom met that within a sentence a capital makes them likelier names,
    unless they are long; ``seldom`` ones are long, and nobody's name. ``families`` are ordinary
    words that are family names as well."""

    ordinary: frozenset[str]
    rare: frozenset[str]
    seldom: frozenset[str]
    families: frozenset[str]
    names: frozenset[str]
    professional: frozenset[str]
    acronyms: frozenset[str]
    phrases: Phrases
    given_words: frozenset[str]
    calendar: frozenset[str]
    modals: frozenset[str]
    verbs: frozenset[str]
    titles: frozenset[str]
    kin: frozenset[str]
    particles: frozenset[str]

    def is_ordinary(self, atom: str) -> bool:
        """Whether a word, in lower case, stands in the ordinary vocabulary."""
        return atom in self.ordinary

    def phrase_at(self, lows: list[str], place: int, most: int) -> int:
        """How many words from this place, and no more than ``most``, make a phrase of the trade."""
        further = self.phrases.get(lows[place])
        if not further:
            return 0
        second = lows[place + 1] if place + 1 < len(lows) else ""
        if second not in further and "" not in further:
            return 0  # as mostly: the words after it are not even looked at
        return self.starts_phrase(tuple(lows[place : place + most]))

    def phrases_at(self, lows: list[str], places: list[int], most: int) -> list[tuple[int, int]]:
        """Which of these places begin a phrase of the trade, and how many words each has."""
        found: list[tuple[int, int]] = []
        last = len(lows) - 1
        for place in places:
            further = self.phrases.get(lows[place])
            # As mostly: the words after it are not even looked at.
            if further and ("" in further or (place < last and lows[place + 1] in further)):
                length = self.starts_phrase(tuple(lows[place : place + most]))
                if length:
                    found.append((place, length))
        return found

    def starts_phrase(self, atoms: tuple[str, ...]) -> int:
        """How many of these words, from the first, make a phrase of the trade; 0 for none."""
        further = self.phrases.get(atoms[0]) if atoms else None
        if not further:
            return 0
        best = 1 if "" in further else 0
        for phrase in further.get(atoms[1], ()) if len(atoms) > 1 else ():
            if atoms[: len(phrase)] == phrase:
                best = max(best, len(phrase))
        return best


def _phrases(rows: list[str]) -> Phrases:
    by_first: Phrases = {}
    for row in rows:
        atoms = atoms_of(row)
        further = by_first.setdefault(atoms[0], {})
        second = atoms[1] if len(atoms) > 1 else ""
        further[second] = (*further.get(second, ()), atoms)
    return by_first


@dataclass(frozen=True, slots=True)
class _Things:
    words: tuple[str, ...]
    phrases: tuple[str, ...]
    acronyms: tuple[str, ...]


def _things() -> _Things:
    """What ``things.json`` lists by its kinds: words, phrases of several, and abbreviations."""
    kinds = read_json("dictionary", "things.json")
    listed = [one for kind, some in kinds.items() if kind != "about" for one in some]
    phrases = [one for one in listed if len(atoms_of(one)) > 1 and not one.endswith("'s")]
    phrases += [one for one in listed if " " in one and one.endswith("'s")]
    alone = [one for one in listed if one not in set(phrases)]
    acronyms = tuple(one for one in alone if one.upper() == one)
    words = tuple(one for one in alone if one.upper() != one)
    return _Things(words, tuple(phrases), acronyms)


_VOCABULARY: list[Vocabulary] = []  # asked for at most words: even a cache's own cost would tell


def vocabulary() -> Vocabulary:
    """The vocabulary of ``resources/dictionary``, read once."""
    if not _VOCABULARY:
        _VOCABULARY.append(_read())
    return _VOCABULARY[0]


def _read() -> Vocabulary:
    try:
        ordinary = resource("dictionary", "ordinary.txt").read_text(encoding="ascii").split()
        rare = resource("dictionary", "rare.txt").read_text(encoding="ascii").split()
        further = resource("dictionary", "further.txt").read_text(encoding="ascii").split()
        names_known = resource("dictionary", "names.txt").read_text(encoding="ascii").split()
    except FileNotFoundError:
        raise BadInput(
            "A data file of the folder dictionary is missing. Reinstall the workbench."
        ) from None
    trade = read_json("dictionary", "professional.json")
    names = read_json("dictionary", "words-that-are-names.json")
    titles = read_json("dictionary", "titles.json")
    things = _things()
    words = (*trade["words"], *things.words)
    professional = {atom for word in words for atom in atoms_of(word) if len(atom) > 1}
    return Vocabulary(
        ordinary=frozenset(ordinary),
        rare=frozenset(rare),
        seldom=frozenset((*further, *(word for word in rare if len(word) >= _LONG))),
        families=frozenset(names["families"]),
        names=frozenset(names_known),
        professional=frozenset(professional),
        acronyms=frozenset(word.upper() for word in (*trade["acronyms"], *things.acronyms)),
        phrases=_phrases([*trade["phrases"], *things.phrases]),
        given_words=frozenset(names["given"]),
        calendar=frozenset(names["months"]),
        modals=frozenset(names["modals"]),
        verbs=frozenset(names["verbs"]),
        titles=frozenset(folded(word) for word in titles["titles"]),
        kin=frozenset(folded(word) for word in titles["kin"]),
        particles=frozenset(folded(word) for word in titles["particles"]),
    )


@cache
def trade_words() -> frozenset[str]:
    """Words of which the names of services, papers, roles and meetings are made, so that a capital
    says nothing about them: what ends a phrase of the trade, what describes a service."""
    known = vocabulary()
    kinds = read_json("dictionary", "things.json")
    listed = [one for kind, some in kinds.items() if kind.startswith("work") for one in some]
    phrases = [*read_json("dictionary", "professional.json")["phrases"], *listed]
    ends = {atoms[-1] for atoms in map(atoms_of, phrases) if len(atoms) > 1}
    return frozenset(
        ends | known.professional | known.calendar | known.kin | known.titles
        | word_list("places.dull") | word_list("runs.trade")
    )  # fmt: skip


@cache
def short_names() -> frozenset[str]:
    """Names of four and five letters, also seldom ones: read only where capitals are met that could
    be an abbreviation."""
    return _listed("short-names.txt")


@cache
def common_words() -> frozenset[str]:
    """Words that everybody uses every day, so that in small letters they are seldom a name."""
    return _listed("common.txt")


def _listed(file: str) -> frozenset[str]:
    try:
        text = resource("dictionary", file).read_text(encoding="ascii")
    except FileNotFoundError:
        raise BadInput(
            "A data file of the folder dictionary is missing. Reinstall the workbench."
        ) from None
    return frozenset(text.split())


@cache
def plain_words() -> frozenset[str]:
    """The words that name nobody or are more than names: of the language, the trade and the
    calendar."""
    known = vocabulary()
    return known.ordinary | known.professional | known.calendar


@cache
def word_list(name: str) -> frozenset[str]:
    """A named list of ``resources/dictionary/word-lists.json``."""
    return frozenset(word_sequence(name))


@cache
def word_sequence(name: str) -> tuple[str, ...]:
    """Such a list in its order."""
    lists = read_json("dictionary", "word-lists.json")
    if not isinstance(lists.get(name), str):
        raise BadInput(f"The data file dictionary/word-lists.json has no list called {name}.")
    return tuple(lists[name].split())


@cache
def _letter_runs() -> frozenset[str]:
    """Every run of three letters in known words and names, their beginnings and ends marked."""
    known = vocabulary()
    return frozenset(
        f"^{word}$"[at : at + 3]
        for word in (*known.ordinary, *known.names)
        for at in range(len(word))
    )


def pronounceable(low: str) -> bool:
    """Whether the letters could be a name: "ictg" and "cspr" could not."""
    runs = _letter_runs()
    return all(f"^{low}$"[at : at + 3] in runs for at in range(len(low)))


def all_ordinary(words: str) -> bool:
    """Whether every word of ``words`` is in the ordinary vocabulary."""
    known = vocabulary().ordinary
    atoms = ATOM.findall(passage_of(words).text.lower())
    return bool(atoms) and all(atom in known for atom in atoms)
