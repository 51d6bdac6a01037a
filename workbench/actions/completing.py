"""Ruling on the names of the papers: each registered or ruled out in one step for undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from workbench.actions.agencies import add_agency
from workbench.actions.people import add_person, add_place
from workbench.actions.rulings import ruling_on
from workbench.disclosure.completing import Candidate, Completion
from workbench.disclosure.forms import Form, person_forms
from workbench.disclosure.forms_of_places import place_forms
from workbench.disclosure.mining_forms import Proposal
from workbench.disclosure.normalise import folded
from workbench.disclosure.rulings import surface_of
from workbench.model.agencies import Agency
from workbench.model.changes import Change
from workbench.model.facts import Fact
from workbench.model.ids import PersonId, RegisterCheckId, RulingId, new_id
from workbench.model.people import Person, Place
from workbench.model.register_checks import RegisterCheck
from workbench.model.rulings import Ruling, Verdict
from workbench.review import Review

Forms = Callable[[str, str, tuple[str, ...]], tuple[Form, ...]]


def register_person(review: Review, candidate: Candidate) -> tuple[Person, Change]:
    """Register a new person by this name, with the other spellings that its forms do not cover."""
    return add_person(
        review, name=candidate.words, aliases=_others(candidate, person_forms, candidate.words)
    )


def register_place(review: Review, candidate: Candidate) -> tuple[Place, Change]:
    """Register a new place by this name."""
    return add_place(
        review, name=candidate.words, aliases=_others(candidate, place_forms, candidate.words)
    )


def register_agency(review: Review, candidate: Candidate) -> tuple[Agency, Change]:
    """Register a new agency by this name."""
    return add_agency(
        review, name=candidate.words, aliases=_others(candidate, place_forms, candidate.words)
    )


def _others(
    candidate: Candidate, make: Forms, name: str, aliases: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The spellings that are no form of this name, of these aliases, or of one another."""
    kept: list[str] = []
    for words, _ in candidate.spellings:
        covered = {folded(form.words) for form in make("", name, (*aliases, *kept))}
        if folded(words) not in covered and folded(surface_of(words)) not in covered:
            kept.append(words)
    return tuple(kept)


def register_alias(review: Review, candidate: Candidate, entity: str) -> Change:
    """Record every open spelling as another name of this person, place or agency."""
    person = review.find(Person, entity)
    if person is not None:
        new = _others(candidate, person_forms, person.name, person.aliases)
        changed: Fact = replace(person, aliases=(*person.aliases, *new))
    else:
        known = review.find(Place, entity) or review.get(Agency, entity)
        new = _others(candidate, place_forms, known.name, known.aliases)
        changed = replace(known, aliases=(*known.aliases, *new))
    return review.change("add alias", put=[changed])


def rule_out(review: Review, candidate: Candidate, verdict: Verdict, reason: str = "") -> Change:
    """Rule on every open spelling alike: ordinary words, or a name that may be kept."""
    ruled = {
        surface_of(words): ruling_on(review, words=words, verdict=verdict, reason=reason)
        for words, _ in reversed(candidate.spellings)
    }
    return review.change("rule on a name", put=list(ruled.values()))


def accept_form(review: Review, proposal: Proposal) -> Change:
    """Record the proposed form: an address as the person's own, anything else as another name."""
    person = review.get(Person, PersonId(proposal.person))
    if proposal.words in (*person.aliases, *person.identifiers):
        return review.change("add alias", put=[person])
    if proposal.why == "an e-mail address":
        changed = replace(person, identifiers=(*person.identifiers, proposal.words))
    else:
        changed = replace(person, aliases=(*person.aliases, proposal.words))
    return review.change("add alias", put=[changed])


def refuse_form(review: Review, proposal: Proposal) -> tuple[Ruling, Change]:
    """Remember that this form is not this person's, so that it is not proposed again. It lets
    nothing pass: the words are asked about wherever they stand."""
    ruling = Ruling(
        id=RulingId(new_id()),
        words=proposal.words,
        verdict=Verdict.DISTINCT,
        entity=proposal.person,
    )
    return ruling, review.change("rule on a proposed name", put=[ruling])


def note_complete(review: Review, found: Completion) -> Change | None:
    """Keep that the register is complete, once for each state of the papers; None when it is not,
    or when that is known already."""
    if not found.complete or not found.names or review.read_only:
        return None
    if found.last is not None and found.last.names == found.names:
        return None
    check = RegisterCheck(
        id=RegisterCheckId(new_id()),
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        number=found.number,
        names=found.names,
    )
    return review.change("complete the register", put=[check], lasting=True)
