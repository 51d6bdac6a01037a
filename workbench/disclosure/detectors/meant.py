"""Whom a name means that several have, or that somebody else has whom nobody registered."""

from __future__ import annotations

from collections import deque
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
_ABOUT_THEN = 1  # passages: whoever else was named in full as lately may be meant as well
_FORGOTTEN = 8  # passages after which the last to be named in full no longer counts
_STRANGERS_STAY = 3  # passages for which somebody named in passing may be meant again
_KEPT = 12
STRANGER = ""  # somebody with a registered name whom nobody registered


@dataclass
class Recent:
    """What was said last, read on from text to text: who was named in full, for each name; who
    is spoken of; and the day."""

    by_name: dict[str, deque[tuple[int, str]]] = field(default_factory=dict)
    passage: int = 0
    topic: str = ""  # who is spoken of, if it is somebody whose sex is withheld
    day: date | None = None  # the day said last, for an audience that reads days from one another

    def note(self, names: Iterable[str], who: str) -> None:
        """Somebody with these names was just named in full."""
        for name in names:
            told = self.by_name.setdefault(name, deque(maxlen=_KEPT))
            if not told or told[-1] != (self.passage, who):
                told.append((self.passage, who))

    def settled(self, name: str, ids: set[str]) -> str | None:
        """Which of several is meant: the one of them who was named in full last, and no other
        about then."""
        told = self._told(name, ids)
        if not told:
            return None
        last = told[-1][0]
        since = last if last == self.passage else last - _ABOUT_THEN
        lately = {who for at, who in told if at >= since}
        far = self.passage - last > _FORGOTTEN and len({who for _, who in told}) > 1
        return None if far or len(lately) > 1 else lately.pop()

    def strange(self, name: str, entity: str) -> bool:
        """Whether somebody unregistered who has this name may be meant as well."""
        told = self._told(name, {entity})
        strangers = [at for at, who in told if who == STRANGER]
        named = [at for at, who in told if who == entity]
        return bool(strangers) and not (named and named[-1] > strangers[-1])

    def _told(self, name: str, ids: set[str]) -> list[tuple[int, str]]:
        oldest = self.passage - _STRANGERS_STAY
        return [
            (at, who)
            for at, who in self.by_name.get(name, ())
            if who in ids or (who == STRANGER and at >= oldest)
        ]


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
        return None, False
    if strongest is Strength.SURE:
        recent.note(_names_of(one), one.id)
        return one.id, not misfit
    return one.id, not (misfit or recent.strange(last, one.id))


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
