"""Whether the register can do its work: pseudonyms that give nothing away, one for each person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from workbench.disclosure.forms import Strength
from workbench.disclosure.normalise import atoms_of
from workbench.disclosure.register import Entity, EntityKind, Register
from workbench.errors import Refused


class Fault(StrEnum):
    """What is wrong with an entry of the register."""

    MISSING = "missing"  # nothing to say instead of the name
    REVEALS = "reveals"  # the pseudonym is, or holds, a real name
    SHARED = "shared"  # two entries have one pseudonym
    INITIALS = "initials"  # the pseudonym is the person's real initials
    TWICE = "twice"  # one name is registered twice


# What stops a report; the rest the author is only told of.
STOPS = frozenset({Fault.MISSING, Fault.REVEALS, Fault.SHARED})

_SENTENCES = {
    Fault.MISSING: "has no pseudonym or published name yet. Give it one.",
    Fault.REVEALS: "has a pseudonym that is, or contains, a registered real name. Choose another.",
    Fault.SHARED: "has the same pseudonym as another entry. Change one, or readers confuse them.",
    Fault.INITIALS: "has its own real initials as a pseudonym, which gives a strong hint.",
    Fault.TWICE: "has the same name as another entry. If they are one person, keep one of them.",
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


def problems(register: Register) -> tuple[Problem, ...]:
    """Everything wrong with the register, in its order."""
    real = _real_names(register)
    shown: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    named: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for entity in register.entities:
        named[atoms_of(entity.name)].append(entity.id)
        if not entity.keep and entity.shown_as.strip() and entity.kind is EntityKind.PERSON:
            shown[atoms_of(entity.shown_as)].append(entity.id)
    found: list[Problem] = []
    for entity in register.entities:
        faults = list(_own_faults(entity, real))
        if len(shown[atoms_of(entity.shown_as)]) > 1 and not entity.keep:
            faults.append(Fault.SHARED)
        if len(named[atoms_of(entity.name)]) > 1:
            faults.append(Fault.TWICE)
        found.extend(Problem(entity.id, fault) for fault in faults)
    return tuple(found)


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


def _real_names(register: Register) -> frozenset[tuple[str, ...]]:
    """Every form that points at somebody by itself, as words."""
    names = set()
    for form in register.forms:
        entity = register.entity(form.entity)
        if entity is None or entity.keep or form.strength is Strength.WEAK or form.initials:
            continue
        names.add(atoms_of(form.words))
    return frozenset(names)


def _own_faults(entity: Entity, real: frozenset[tuple[str, ...]]) -> list[Fault]:
    if entity.keep:
        return []
    words = atoms_of(entity.shown_as)
    if not words:
        return [Fault.MISSING]
    faults = []
    runs = (words[a:b] for a in range(len(words)) for b in range(a + 1, len(words) + 1))
    if any(run in real for run in runs):
        faults.append(Fault.REVEALS)
    initials = "".join(atom[0] for atom in atoms_of(entity.name))
    if entity.kind is EntityKind.PERSON and len(initials) > 1 and "".join(words) == initials:
        faults.append(Fault.INITIALS)
    return faults
