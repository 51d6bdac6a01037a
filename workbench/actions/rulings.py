"""What the author decides about words that might name someone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workbench.disclosure.rulings import context_of, surface_of
from workbench.model.changes import Change
from workbench.model.ids import PersonId, RulingId, new_id
from workbench.model.people import Person
from workbench.model.rulings import Ruling, Verdict
from workbench.review import Review


def rule(review: Review, *, words: str, verdict: Verdict, **fields: Any) -> tuple[Ruling, Change]:
    """Record a ruling; one for words that mean the same in the same sentence gives way to it."""
    ruling = ruling_on(review, words=words, verdict=verdict, **fields)
    return ruling, review.change("rule on a name", put=[ruling])


def ruling_on(review: Review, *, words: str, verdict: Verdict, **fields: Any) -> Ruling:
    """The ruling that would be recorded. Words are the same by what they mean, not as they are
    written: "Okafor" and "Mrs Okafor’s" are, and so is a sentence that was only laid out anew."""
    surface, context = surface_of(words), context_of(str(fields.get("context", "")))
    earlier = [
        one.id
        for one in review.all(Ruling)
        if one.verdict is not Verdict.DISTINCT
        and surface_of(one.words) == surface
        and context_of(one.context) == context
    ]
    key = earlier[-1] if earlier else RulingId(new_id())
    return Ruling(id=key, words=words, verdict=verdict, **fields)


def give_reason(review: Review, ruling: RulingId, reason: str) -> Change:
    """Note why it was ruled so."""
    known = review.get(Ruling, ruling)
    return review.change("give the reason of a ruling", put=[replace(known, reason=reason)])


def revoke(review: Review, ruling: RulingId) -> Change:
    """Take a ruling back: its words are asked about again."""
    return review.change("revoke a ruling", remove=[review.get(Ruling, ruling)])


def add_alias(review: Review, person: PersonId, alias: str) -> Change:
    """Record another form of a person's name; one already known changes nothing."""
    known = review.get(Person, person)
    if alias in known.aliases:
        return review.change("add alias", put=[known])
    return review.change("add alias", put=[replace(known, aliases=(*known.aliases, alias))])
