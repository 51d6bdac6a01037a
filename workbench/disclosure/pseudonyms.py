"""Whether the register can do its work: pseudonyms that give nothing away, one for each person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import vocabulary
from workbench.disclosure.finder import finder_of
from workbench.disclosure.forms import Strength
from workbench.disclosure.normalise import atoms_of, folded
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.errors import Refused

_Atoms: TypeAlias = tuple[str, ...]
_WITHIN = 5  # letters of a name that is a hint inside a longer word too


class Fault(StrEnum):
    """What is wrong with an entry of the register."""

    MISSING = "missing"  # nothing to say instead of the name
    REVEALS = "reveals"  # the pseudonym is, or holds, a real name
    SHARED = "shared"  # two entries have one pseudonym
    INITIALS = "initials"  # the pseudonym is the person's real initials
    TWICE = "twice"  # one name is registered twice
    LETTER = "letter"  # a name or an alias of one letter
    WORDLESS = "wordless"  # a name or an alias without a letter in it


_OF_LENGTH = {0: Fault.WORDLESS, 1: Fault.LETTER}
# What stops a report; the rest the author is only told of.
STOPS = frozenset({Fault.MISSING, Fault.REVEALS, Fault.SHARED})

_SENTENCES = {
    Fault.MISSING: "has no pseudonym or published name yet. Give it one.",
    Fault.REVEALS: "has a pseudonym that is, or contains, a registered real name. Choose another.",
    Fault.SHARED: "has the same pseudonym as another entry. Change one, or readers confuse them.",
    Fault.INITIALS: "has its own real initials as a pseudonym, which gives a strong hint.",
    Fault.TWICE: "has the same name as another entry. If they are one person, keep one of them.",
    Fault.LETTER: (
        "has a name of one letter. It is looked for as a capital by itself and nowhere else, so "
        "check the places where it stands in a longer word."
    ),
    Fault.WORDLESS: "has a name without a letter in it, which cannot be looked for. Correct it.",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with one entity. ``sentence`` names nobody, so it can be shown anywhere."""

    entity: str
    fault: Fault

    @property
    def stops(self) -> bool:
        """Whether no report may leave until this is put right."""
        return self.fault in STOPS

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, for the author."""
        return f"This entry {_SENTENCES[self.fault]}"


@lru_cache(maxsize=4)
def problems(register: Register) -> tuple[Problem, ...]:
    """Everything wrong with the register, in its order."""
    return tuple(one for entity in register.entities for one in problems_of(register, entity))


def problems_of(register: Register, entity: Entity) -> list[Problem]:
    """What is wrong with one entry, alone and beside the others."""
    faults = _own_faults(entity, register, real_names_of(register))
    shown, named = shared_by(register)
    if not entity.keep and shown[atoms_of(entity.shown_as)] > 1:
        faults.append(Fault.SHARED)
    if any(named[name] > 1 for name in _names(entity)):
        faults.append(Fault.TWICE)
    return [Problem(entity.id, fault) for fault in faults]


@lru_cache(maxsize=4)
def shared_by(register: Register) -> tuple[Counter[_Atoms], Counter[_Atoms]]:
    """How many entries have each pseudonym of a person, and each name."""
    shown: Counter[_Atoms] = Counter()
    named: Counter[_Atoms] = Counter()
    for entity in register.entities:
        named.update(_names(entity))
        if not entity.keep and entity.shown_as.strip() and entity.kind is EntityKind.PERSON:
            shown[atoms_of(entity.shown_as)] += 1
    return shown, named


def _names(entity: Entity) -> set[_Atoms]:
    """The whole names of an entry: its own, and aliases of more than a word."""
    several = {atoms_of(alias) for alias in entity.aliases if len(atoms_of(alias)) > 1}
    return {atoms_of(entity.name), *several}


def objection(register: Register, entity: str, proposed: str) -> str:
    """Why these words cannot stand for this entity; empty when they can. For typing time, so only
    this one pseudonym is looked at."""
    asked = register.entity(entity)
    if asked is None or asked.keep or not proposed.strip():
        return ""
    would = replace(asked, shown_as=proposed)
    if Fault.REVEALS in _own_faults(would, register, real_names_of(register)):
        return (
            "This is, or contains, a real name of this review, so it would give somebody away. "
            "It was not kept. Choose a name that nobody here has."
        )
    words = atoms_of(proposed)
    if asked.kind is EntityKind.PERSON and any(
        other.id != entity
        and other.kind is EntityKind.PERSON
        and not other.keep
        and atoms_of(other.shown_as) == words
        for other in register.entities
    ):
        return (
            "Somebody else in this review has this pseudonym already, and readers would take the "
            "two for one. It was not kept. Choose another."
        )
    return ""


def require_sound(register: Register) -> None:
    """Refuse to go on while a pseudonym gives a name away or is two people's. What has none yet is
    asked about where it stands in a document, so it does not stop one that does not name it."""
    wrong = [one for one in problems(register) if one.stops and one.fault is not Fault.MISSING]
    if not wrong:
        return
    many = f"{len(wrong)} entries of the register have" if len(wrong) > 1 else "One entry has"
    faults = {one.fault for one in wrong}
    what = []
    if Fault.REVEALS in faults:
        what.append("a pseudonym that is, or holds, a registered real name")
    if Fault.SHARED in faults:
        what.append("the same pseudonym as another")
    raise Refused(
        f"{many} {' or '.join(what)}. Nothing was written. "
        "Open People and places, where each is marked, and choose another."
    )


@dataclass(frozen=True)
class _RealNames:
    """The forms that no pseudonym may hold. ``capital`` are ordinary words too ("Green", "May"),
    and give a name away only with a capital; ``within`` also inside a longer word."""

    anyhow: frozenset[tuple[str, ...]]
    capital: frozenset[str]
    within: tuple[str, ...]


@lru_cache(maxsize=4)
def real_names_of(register: Register) -> _RealNames:
    """The names of a register that no pseudonym may hold, made once."""
    anyhow, capital, within = set(), set(), set()
    for form in register.forms:
        entity = register.entity(form.entity)
        if entity is None or entity.keep or form.initials:
            continue
        words = atoms_of(form.words)
        weak_place = form.strength is Strength.WEAK and entity.kind is not EntityKind.PERSON
        if weak_place or not words:
            continue
        if len(words) == 1 and (words[0] in vocabulary().ordinary or len(words[0]) < 2):
            capital.add(words[0])
        else:
            anyhow.add(words)
            if len("".join(words)) >= _WITHIN:
                within.add("".join(words))
    return _RealNames(frozenset(anyhow), frozenset(capital), tuple(sorted(within)))


def _reveals(entity: Entity, register: Register, real: _RealNames) -> bool:
    words = atoms_of(entity.shown_as)
    runs = (words[a:b] for a in range(len(words)) for b in range(a + 1, len(words) + 1))
    if any(run in real.anyhow for run in runs):
        return True
    reading = Reading(entity.shown_as)
    if any(low in real.capital and reading.capital(at) for at, low in enumerate(reading.lows)):
        return True
    whole = "".join(words)
    if any(name in whole for name in real.within):
        return True
    return finder_of(register).names_in(entity.shown_as)  # a slip of the pen away, for one


def _own_faults(entity: Entity, register: Register, real: _RealNames) -> list[Fault]:
    faults = [_OF_LENGTH[n] for n in (0, 1) if n in map(_letters, (entity.name, *entity.aliases))]
    if entity.keep:
        return faults
    words = atoms_of(entity.shown_as)
    if not words:
        return [Fault.MISSING, *faults]
    if _reveals(entity, register, real):
        faults.append(Fault.REVEALS)
    initials = "".join(atom[0] for atom in atoms_of(entity.name))
    if entity.kind is EntityKind.PERSON and len(initials) > 1 and "".join(words) == initials:
        faults.append(Fault.INITIALS)
    return faults


def _letters(name: str) -> int:
    return min(len(folded(name)), 2)
