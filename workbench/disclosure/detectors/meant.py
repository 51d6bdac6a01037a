"""Whom a name means that several have, or that somebody else has whom nobody registered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from workbench.disclosure.detectors.beside import Called
from workbench.disclosure.detectors.index import Index
from workbench.disclosure.dictionary import word_list
from workbench.disclosure.forms import Form, Strength
from workbench.disclosure.normalise import atoms_of
from workbench.disclosure.register import Entity

HE = word_list("people.he")
SHE = word_list("people.she")
_PRIVATE = word_list("people.private")
_POLICE = word_list("people.police")
_POLICE_RANKS = word_list("people.police_ranks")
_CALLINGS = word_list("people.callings")
_CHILDREN = frozenset(("child", "baby", "toddler", "infant", "pupil"))
_YOUNG_TITLES = frozenset(("miss", "master"))
_STRANGERS_STAY = 3  # passages for which somebody named in passing may be meant again
STRANGER = ""  # somebody with a registered name whom nobody registered
_SOMEBODY = "?"  # one of several, it was not clear which


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

    def note(self, names: Iterable[str], who: str, *, full: bool = True) -> None:
        """Somebody with these names was just named."""
        for name in names:
            told = self.by_name.setdefault(name, {})
            in_full = self.passage if full else told.get(who, (0, 0))[1]
            told[who] = (self.passage, in_full)

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
        told = self._told(name, {entity})
        stranger, named = told.get(STRANGER, (0, 0))[0], told.get(entity, (0, 0))[1]
        return bool(stranger) and named <= stranger

    def _told(self, name: str, ids: set[str]) -> dict[str, tuple[int, int]]:
        oldest = {STRANGER: self.passage - _STRANGERS_STAY, _SOMEBODY: self.passage}
        return {
            who: when
            for who, when in self.by_name.get(name, {}).items()
            if who in ids or when[0] >= oldest.get(who, self.passage + 1)
        }


@lru_cache(maxsize=4096)
def _names_of(entity: Entity) -> tuple[str, ...]:
    return atoms_of(entity.name)


@lru_cache(maxsize=4096)
def _sex(entity: Entity) -> str:
    for words in (entity.sex, entity.role):
        atoms = atoms_of(words)
        for atom, after in zip(atoms, (*atoms[1:], ""), strict=False):
            if after == "s":
                continue  # "mother's partner"
            if atom in HE:
                return "he"
            if atom in SHE:
                return "she"
    return ""


@lru_cache(maxsize=4096)
def _titles_and_work(entity: Entity) -> tuple[frozenset[str], frozenset[str]]:
    named = (atom for name in (entity.name, *entity.aliases) for atom in atoms_of(name))
    return frozenset(named), frozenset(atoms_of(entity.role))


def _is_child(entity: Entity) -> bool:
    """Whether "Mr" and "Mrs" are sooner said of a grown relative of the same name."""
    return not _titles_and_work(entity)[1].isdisjoint(_CHILDREN)


def _of_that_sex(entity: Entity, sex: str) -> bool:
    return not sex or _sex(entity) in ("", sex)


def _of_that_work(entity: Entity, titles: tuple[str, ...]) -> bool:
    """Whether somebody may be called "PC" or "Dr": a child or a partner hardly is."""
    names, work = _titles_and_work(entity)
    if not names.isdisjoint(titles):
        return True
    private = not work.isdisjoint(_PRIVATE)
    for title in titles:
        if title in _POLICE_RANKS and (private or (work and work.isdisjoint(_POLICE))):
            return False
        if title in _CALLINGS and private:
            return False
    return True


def meant(
    forms: tuple[Form, ...], ids: set[str], called: Called, *, index: Index, recent: Recent
) -> tuple[str | None, bool]:
    """The entity meant, and whether that is clear."""
    everyone = [one for one in map(index.register.entity, sorted(ids)) if one]
    fitting = [one for one in everyone if _of_that_sex(one, called.sex)]
    # "Mr Pocock" is never Nan Pocock, however sure her own form is
    kept = {one.id for one in fitting or everyone}
    family = tuple(form for form in forms if form.family and form.entity in kept)
    if called.titles and family and all(len(atoms_of(form.words)) == 1 for form in forms):
        forms, kept = family, {form.entity for form in family}  # "Mr Thomas" is called so
    strongest = max((form.strength for form in forms if form.entity in kept), default=Strength.WEAK)
    if strongest > Strength.WEAK:
        kept = {form.entity for form in forms if form.entity in kept and form.strength is strongest}
    entities = _of_sex([one for one in everyone if one.id in kept], called.sex)
    if called.titles and not _YOUNG_TITLES.issuperset(called.titles):
        entities = [one for one in entities if not _is_child(one)] or entities
    at_work = [one for one in entities if _of_that_work(one, called.titles)]
    misfit = not (fitting and at_work) and all(form.family for form in forms)
    last = atoms_of(forms[0].words)[-1]
    one = _one_of(at_work or entities, last, called, recent)
    if one is None:
        recent.note((last,), _SOMEBODY)
        return None, False
    recent.note(_names_of(one), one.id, full=strongest is Strength.SURE)
    doubtful = strongest is not Strength.SURE and recent.strange(last, one.id)
    return one.id, not (misfit or doubtful)


def _one_of(entities: list[Entity], name: str, called: Called, recent: Recent) -> Entity | None:
    """Who of those that have this name is meant, if that is clear."""
    if len(entities) > 1 and not called.generation:
        which = recent.settled(name, {one.id for one in entities})
        entities = [one for one in entities if one.id == which]
    return entities[0] if len(entities) == 1 else None


def _of_sex(entities: list[Entity], sex: str) -> list[Entity]:
    """Those whom "Mr" or "Mrs" may mean; the one whom it surely means if there is just one."""
    if not sex or len(entities) < 2:
        return entities
    fitting = [entity for entity in entities if _sex(entity) in ("", sex)] or entities
    clear = [entity for entity in fitting if _sex(entity) == sex]
    return clear if len(clear) == 1 else fitting
