"""Forms of registered people's names that the papers hold and the register does not: proposals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.disclosure.dictionary import vocabulary
from workbench.disclosure.forms import Strength
from workbench.disclosure.mining import Haul
from workbench.disclosure.mining_near import Near
from workbench.disclosure.nicknames import other_names
from workbench.disclosure.normalise import atoms_of, folded
from workbench.disclosure.register import Entity, EntityKind, register_of
from workbench.disclosure.rulings import surface_of
from workbench.model.rulings import Ruling, Verdict
from workbench.review import Review

_LEAST_IN_ADDRESS = 4  # letters of a name that is looked for within a user name
_FORMERLY = r"(?:n[ée]e|formerly|previously|maiden name(?: of| is| was)?|known as|also called)"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A form that may be this person's: the words, why, how often they were met, a sentence."""

    person: str
    name: str
    words: str
    why: str
    count: int
    sample: str

    @property
    def id(self) -> str:
        """What it is told from others by."""
        return f"{self.person} {surface_of(self.words)}"


def proposals(review: Review, haul: Haul) -> tuple[Proposal, ...]:
    """Every form that the program proposes and nobody has ruled on, person by person."""
    register = register_of(review)
    known = {folded(form.words) for form in register.forms}
    refused = {
        (one.entity, surface_of(one.words))
        for one in review.all(Ruling)
        if one.verdict is Verdict.DISTINCT
    }
    single = Near(surface for surface in haul.names if " " not in surface)
    made: dict[str, Proposal] = {}
    for entity in register.entities:
        if entity.kind is not EntityKind.PERSON:
            continue
        for one in _of_person(entity, haul, single):
            taken = one.why != "an e-mail address" and folded(one.words) in known
            if not taken and (one.person, surface_of(one.words)) not in refused:
                made.setdefault(one.id, one)
    return tuple(made.values())


def _of_person(entity: Entity, haul: Haul, single: Near) -> Iterator[Proposal]:
    forms = [form for form in entity.forms() if form.strength is not Strength.WEAK]
    parts = {
        atoms_of(form.words)[0]: form.family for form in forms if len(atoms_of(form.words)) == 1
    }
    given = {word for word, family in parts.items() if not family}
    yield from _short_names(entity, given, haul)
    yield from _slips(entity, set(parts), haul, single)
    yield from _former(entity, set(parts), haul)
    yield from _initials(entity, haul)
    yield from _addresses(entity, given, set(parts) - given, haul)


def _seen(entity: Entity, surface: str, why: str, haul: Haul) -> Proposal:
    met = haul.names[surface]
    words = met.written.most_common(1)[0][0]
    sample = met.samples[0][1] if met.samples else ""
    return Proposal(entity.id, entity.name, words, why, met.count, sample)


def _short_names(entity: Entity, given: set[str], haul: Haul) -> Iterator[Proposal]:
    for name in sorted(given):
        for short in sorted(other_names(name)):
            if short in haul.names:
                yield _seen(entity, short, "a short form", haul)


def _slips(entity: Entity, parts: set[str], haul: Haul, single: Near) -> Iterator[Proposal]:
    for part in sorted(parts):
        for other in single.to(part):
            if other not in vocabulary().names and other not in vocabulary().ordinary:
                yield _seen(entity, other, "a misspelling", haul)


def _former(entity: Entity, parts: set[str], haul: Haul) -> Iterator[Proposal]:
    """A name that a sentence about the person calls a former one."""
    for surface, met in haul.names.items():
        for written in met.written:
            told = re.compile(rf"{_FORMERLY}\W+(?:\w+\W+)?{re.escape(written)}", re.IGNORECASE)
            if any(
                told.search(sentence) and parts & set(atoms_of(sentence))
                for _, sentence in met.samples
            ):
                yield _seen(entity, surface, "a former name", haul)
                break


def _initials(entity: Entity, haul: Haul) -> Iterator[Proposal]:
    letters = [atom[0] for atom in surface_of(entity.name).split()]
    for short in {" ".join(letters), f"{letters[0]} {letters[-1]}"} if len(letters) > 1 else ():
        if short in haul.names:
            yield _seen(entity, short, "initials", haul)


def _addresses(entity: Entity, given: set[str], family: set[str], haul: Haul) -> Iterator[Proposal]:
    """User names and e-mail addresses made of the person's name."""
    named = [word for word in (*given, *family) if len(word) >= _LEAST_IN_ADDRESS]
    short = [f"{first[0]}{last}" for first in given for last in family]
    for address, count in haul.net.items():
        local, _, host = address.partition("@")
        user = folded(local or host)
        if address in entity.identifiers or address in entity.aliases:
            continue
        if any(word in user for word in named) or user in short:
            why = "an e-mail address" if local else "a user name"
            yield Proposal(entity.id, entity.name, address, why, count, "")
