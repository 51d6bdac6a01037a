"""The board of risks and protective factors: its cards, for one person or as it looked on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.model.agencies import Agency
from workbench.model.factors import Awareness, Factor, Side
from workbench.model.ids import AgencyId, PersonId
from workbench.model.people import Person
from workbench.model.when import When
from workbench.review import Review

FAMILY = "Family and network"  # who knew, where no agency did


@dataclass(frozen=True, slots=True)
class Knew:
    """Who knew of a factor, since when, and how surely."""

    who: str
    when: When
    certainty: str


@dataclass(frozen=True, slots=True)
class Card:
    """A factor as its card shows it. ``person`` is a real name: for the author's eyes alone."""

    factor: Factor
    person: str
    knew: tuple[Knew, ...]


@dataclass(frozen=True, slots=True)
class BoardQuery:
    """Which factors: of one person's life, and only what somebody knew by the day ``known_by``."""

    person: PersonId | None = None
    known_by: date | None = None


@dataclass(frozen=True, slots=True)
class BoardAnswer:
    """The two columns; ``unknown_then`` and ``undated`` count what the day leaves out."""

    risks: tuple[Card, ...]
    protective: tuple[Card, ...]
    unknown_then: int = 0
    undated: int = 0

    def column(self, side: Side) -> tuple[Card, ...]:
        """The cards of one side."""
        return self.risks if side is Side.RISK else self.protective


def board(review: Review, query: BoardQuery | None = None) -> BoardAnswer:
    """The board, in the author's order. With ``known_by`` a card stays only if somebody is
    recorded as knowing by then, and shows only those who did: hindsight left out."""
    query = query or BoardQuery()
    cards = [
        card
        for card in _cards(review)
        if query.person is None or card.factor.person == query.person
    ]
    undated = unknown = 0
    if query.known_by is not None:
        shown = []
        for card in cards:
            known = tuple(knew for knew in card.knew if _by(knew.when, query.known_by))
            if known:
                shown.append(Card(card.factor, card.person, known))
            elif any(knew.when.dated for knew in card.knew):
                unknown += 1
            else:
                undated += 1
        cards = shown
    return BoardAnswer(
        risks=tuple(card for card in cards if card.factor.side is Side.RISK),
        protective=tuple(card for card in cards if card.factor.side is Side.PROTECTIVE),
        unknown_then=unknown,
        undated=undated,
    )


def _cards(review: Review) -> list[Card]:
    names = {person.id: person.name for person in review.all(Person)}
    agencies = {agency.id: agency.name for agency in review.all(Agency)}
    knew: dict[str, list[Knew]] = {}
    for awareness in review.all(Awareness):
        knew.setdefault(awareness.factor, []).append(_knew(awareness, agencies))
    return [
        Card(
            factor=factor,
            person=names.get(factor.person, "") if factor.person else "",
            knew=tuple(sorted(knew.get(factor.id, ()), key=lambda each: each.when.sort_key)),
        )
        for factor in review.all(Factor)
    ]


def _knew(awareness: Awareness, agencies: dict[AgencyId, str]) -> Knew:
    who = agencies.get(awareness.agency, "") if awareness.agency else FAMILY
    return Knew(who, awareness.when, awareness.certainty)


def _by(when: When, day: date) -> bool:
    """Whether it was known by the end of the day. "Before 3 May" counts from that day on; a range
    counts once it has begun, because what may have been known is shown rather than hidden."""
    known = when.start or when.end
    return known is not None and known <= day
