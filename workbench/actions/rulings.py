"""What the author decides about words that might name someone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workbench.model.changes import Change
from workbench.model.ids import PersonId, RulingId, new_id
from workbench.model.people import Person
from workbench.model.rulings import Ruling, Verdict
from workbench.review import Review


def rule(review: Review, *, words: str, verdict: Verdict, **fields: Any) -> tuple[Ruling, Change]:
    """Record a ruling; one for the same words in the same context takes its place."""
    context = str(fields.get("context", ""))
    earlier = review.where(Ruling, words=words, context=context)
    key = earlier[0].id if earlier else RulingId(new_id())
    ruling = Ruling(id=key, words=words, verdict=verdict, **fields)
    return ruling, review.change("rule on a name", put=[ruling])


def add_alias(review: Review, person: PersonId, alias: str) -> Change:
    """Record another form of a person's name; one already known changes nothing."""
    known = review.get(Person, person)
    if alias in known.aliases:
        return review.change("add alias", put=[known])
    return review.change("add alias", put=[replace(known, aliases=(*known.aliases, alias))])
