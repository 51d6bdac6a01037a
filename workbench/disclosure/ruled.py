"""The rulings of a review as a list: what, on which words, who made it and when, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.disclosure.finder import finder_of
from workbench.disclosure.register import Register, register_of
from workbench.disclosure.rulings import contradictions
from workbench.model.changes import Transaction
from workbench.model.ids import RulingId
from workbench.model.rulings import Ruling, Verdict
from workbench.review import Review

_LATELY = 1_000  # transactions
_SAYS = {
    Verdict.ORDINARY: "Ordinary words",
    Verdict.KEEP: "Kept as they are",
    Verdict.REGISTERED: "They mean {}",
    Verdict.DISTINCT: "They do not mean {}",
    Verdict.GENERALISE: "The report says “{}”",
}


@dataclass(frozen=True, slots=True)
class Ruled:
    """One ruling as a person reads it; ``against`` says why it cannot hold, if it cannot."""

    ruling: Ruling
    says: str
    author: str
    at: datetime | None
    against: str

    @property
    def id(self) -> RulingId:
        """The ruling's id."""
        return self.ruling.id


def ruled(review: Review) -> tuple[Ruled, ...]:
    """Every ruling, the latest first."""
    register, rulings = register_of(review), review.all(Ruling)
    against = contradictions(register, rulings, finder_of(register).names_in)
    latest = _latest(review)
    made = [_ruled(review, one, register, against.get(one.id, ""), latest) for one in rulings]
    return tuple(sorted(made, key=_when, reverse=True))


def _when(one: Ruled) -> float:
    return one.at.timestamp() if one.at else 0.0


def _latest(review: Review) -> dict[str, Transaction]:
    """The last transaction of each ruling that was touched lately: one question for most."""
    found: dict[str, Transaction] = {}
    for transaction in review.journal(_LATELY):
        for change in transaction.changes:
            if change.kind == Ruling.kind:
                found.setdefault(change.id, transaction)
    return found


def _ruled(
    review: Review,
    one: Ruling,
    register: Register,
    against: str,
    known: dict[str, Transaction],
) -> Ruled:
    entity = register.entity(one.entity)
    about = one.replacement if one.verdict is Verdict.GENERALISE else ""
    about = about or (entity.name if entity else "somebody who was deleted")
    latest = known.get(one.id) or next(iter(review.history_of(Ruling, one.id)), None)
    return Ruled(
        one,
        _SAYS[one.verdict].format(about),
        latest.author if latest else "",
        latest.at if latest else None,
        against,
    )
