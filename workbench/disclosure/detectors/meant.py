"""Whom a name means that several have, or that somebody else has whom nobody registered."""

from __future__ import annotations

from functools import lru_cache

from workbench.disclosure.detectors.bearers import Bearer, bearers_of
from workbench.disclosure.detectors.beside import Called
from workbench.disclosure.detectors.index import Index
from workbench.disclosure.detectors.recent import SOMEBODY, Recent
from workbench.disclosure.forms import Form, Strength
from workbench.disclosure.normalise import atoms_of

_YOUNG_TITLES = frozenset(("miss", "master"))


@lru_cache(maxsize=65536)
def last_of(words: str) -> tuple[str, int]:
    """The last atom of a form, and how many there are."""
    atoms = atoms_of(words)
    return atoms[-1], len(atoms)


def meant(
    forms: tuple[Form, ...], ids: set[str], called: Called, *, index: Index, recent: Recent
) -> tuple[str | None, bool]:
    """The entity meant, and whether that is clear."""
    known = bearers_of(index)
    if len(ids) == 1 and not called.titles and not _of_two_kinds(forms):  # as mostly
        one, last = known[next(iter(ids))], last_of(forms[0].words)[0]
        return one.id, _clearly(one, last, _strongest_of(forms, ids), recent)
    return _of_several(forms, [known[key] for key in sorted(ids)], called, recent)


def _of_several(
    forms: tuple[Form, ...], everyone: list[Bearer], called: Called, recent: Recent
) -> tuple[str | None, bool]:
    """Who of everyone with a name is meant, by titles and by who was named before."""
    fitting = everyone
    if called.sex:  # "Mr Pocock" is never Nan Pocock, however sure her own form is
        fitting = [one for one in everyone if one.sex in ("", called.sex)]
    kept = {one.id for one in fitting or everyone}
    if called.titles and all(last_of(form.words)[1] == 1 for form in forms):
        family = tuple(form for form in forms if form.family and form.entity in kept)
        if family:  # "Mr Thomas" is called so
            forms, kept = family, {form.entity for form in family}
    if _of_two_kinds(forms):  # Wendy Chance, and the charity that is called Chance
        forms = tuple(form for form in forms if not form.place) if called.titles else forms
        kept = kept & {form.entity for form in forms}
        if not called.titles:
            recent.note((last_of(forms[0].words)[0],), SOMEBODY)
            return None, False
    strongest = _strongest_of(forms, kept)
    if strongest > Strength.WEAK:
        kept = {form.entity for form in forms if form.entity in kept and form.strength is strongest}
    entities = _of_sex([one for one in everyone if one.id in kept], called.sex)
    at_work = _called_so(entities, called)
    grown = bool(called.titles) and not _YOUNG_TITLES.issuperset(called.titles)
    young = grown and all(one.child for one in at_work)  # a child is no "Mrs"
    misfit = (young or not (fitting and at_work)) and all(form.family for form in forms)
    last = last_of(forms[0].words)[0]
    names = {last_of(form.words)[0] for form in forms if form.entity in kept} or {last}
    which = _one_of(at_work or entities, names, called, recent)
    if which is None:
        recent.note(names, SOMEBODY)
        return None, False
    return which.id, _clearly(which, last, strongest, recent) and not misfit


def _clearly(one: Bearer, last: str, strongest: Strength, recent: Recent) -> bool:
    """Keeps in mind who was named; whether nobody else of that name may be meant."""
    sure = strongest is Strength.SURE
    recent.note(one.names, one.id, full=sure)
    return sure or not recent.strange(last, one.id)


def _strongest_of(forms: tuple[Form, ...], ids: set[str]) -> Strength:
    """How sure the surest form is that one of these has."""
    best = Strength.WEAK
    for form in forms:
        if form.strength > best and form.entity in ids:
            best = form.strength
    return best


def _of_two_kinds(forms: tuple[Form, ...]) -> bool:
    """Whether a name is a person's and also a place's or an organisation's."""
    if len(forms) == 1:
        return False
    sure = [form.place for form in forms if form.strength > Strength.WEAK]
    return any(sure) and not all(sure)


def _called_so(entities: list[Bearer], called: Called) -> list[Bearer]:
    """Those who may have this title; "Mr" and "Mrs" are sooner said of whoever is grown up."""
    if not called.titles:
        return entities
    if not _YOUNG_TITLES.issuperset(called.titles):
        entities = [one for one in entities if not one.child] or entities
    named = [one for one in entities if one.is_called(called.titles)]
    return named or [one for one in entities if one.may_be_called(called.titles)]


def _one_of(
    entities: list[Bearer], names: set[str], called: Called, recent: Recent
) -> Bearer | None:
    """Who of those that have this name is meant, if that is clear; in two spellings, as of
    Wiśniewski and Wiśniewska, it must be clear of both."""
    if len(entities) > 1 and not called.generation:
        ids = {one.id for one in entities}
        which = {recent.settled(name, ids) for name in names}
        entities = [one for one in entities if which == {one.id}]
    return entities[0] if len(entities) == 1 else None


def _of_sex(entities: list[Bearer], sex: str) -> list[Bearer]:
    """Those whom "Mr" or "Mrs" may mean; the one whom it surely means if there is just one."""
    if not sex or len(entities) < 2:
        return entities
    fitting = [one for one in entities if one.sex in ("", sex)] or entities
    clear = [one for one in fitting if one.sex == sex]
    return clear if len(clear) == 1 else fitting
