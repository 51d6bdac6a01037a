"""Whom a name means that several have, or that somebody else has whom nobody registered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from workbench.disclosure.detectors.bearers import Bearer, bearers_of
from workbench.disclosure.detectors.beside import Called
from workbench.disclosure.detectors.index import Index
from workbench.disclosure.forms import Form, Strength
from workbench.disclosure.normalise import atoms_of

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


@lru_cache(maxsize=65536)
def _last_of(words: str) -> tuple[str, int]:
    """The last atom of a form, and how many there are."""
    atoms = atoms_of(words)
    return atoms[-1], len(atoms)


def meant(
    forms: tuple[Form, ...], ids: set[str], called: Called, *, index: Index, recent: Recent
) -> tuple[str | None, bool]:
    """The entity meant, and whether that is clear."""
    known = bearers_of(index)
    everyone = [known[key] for key in sorted(ids)]
    fitting = everyone
    if called.sex:  # "Mr Pocock" is never Nan Pocock, however sure her own form is
        fitting = [one for one in everyone if one.sex in ("", called.sex)]
    kept = {one.id for one in fitting or everyone}
    if called.titles and all(_last_of(form.words)[1] == 1 for form in forms):
        family = tuple(form for form in forms if form.family and form.entity in kept)
        if family:  # "Mr Thomas" is called so
            forms, kept = family, {form.entity for form in family}
    strongest = max((form.strength for form in forms if form.entity in kept), default=Strength.WEAK)
    if strongest > Strength.WEAK:
        kept = {form.entity for form in forms if form.entity in kept and form.strength is strongest}
    entities = _of_sex([one for one in everyone if one.id in kept], called.sex)
    at_work = _called_so(entities, called)
    misfit = not (fitting and at_work) and all(form.family for form in forms)
    last = _last_of(forms[0].words)[0]
    one = _one_of(at_work or entities, last, called, recent)
    if one is None:
        recent.note((last,), _SOMEBODY)
        return None, False
    recent.note(one.names, one.id, full=strongest is Strength.SURE)
    doubtful = strongest is not Strength.SURE and recent.strange(last, one.id)
    return one.id, not (misfit or doubtful)


def _called_so(entities: list[Bearer], called: Called) -> list[Bearer]:
    """Those who may have this title; "Mr" and "Mrs" are sooner said of whoever is grown up."""
    if not called.titles:
        return entities
    if not _YOUNG_TITLES.issuperset(called.titles):
        entities = [one for one in entities if not one.child] or entities
    return [one for one in entities if one.may_be_called(called.titles)]


def _one_of(entities: list[Bearer], name: str, called: Called, recent: Recent) -> Bearer | None:
    """Who of those that have this name is meant, if that is clear."""
    if len(entities) > 1 and not called.generation:
        which = recent.settled(name, {one.id for one in entities})
        entities = [one for one in entities if one.id == which]
    return entities[0] if len(entities) == 1 else None


def _of_sex(entities: list[Bearer], sex: str) -> list[Bearer]:
    """Those whom "Mr" or "Mrs" may mean; the one whom it surely means if there is just one."""
    if not sex or len(entities) < 2:
        return entities
    fitting = [one for one in entities if one.sex in ("", sex)] or entities
    clear = [one for one in fitting if one.sex == sex]
    return clear if len(clear) == 1 else fitting
