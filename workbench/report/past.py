"""A review as it stood at an earlier moment, for whatever makes a document of it."""

from __future__ import annotations

from typing import TypeVar, cast

from workbench.errors import BadInput
from workbench.model.changes import Transaction
from workbench.model.chronology import Entry
from workbench.model.facts import Fact
from workbench.model.reviews import ReviewDetails
from workbench.review import Review

F = TypeVar("F", bound=Fact)


class Past:
    """What a document is made from, as the record held it after transaction ``number``."""

    def __init__(self, review: Review, number: int) -> None:
        self._review, self._number = review, number
        self._held = review.facts_at(number)
        if ReviewDetails not in self._held:
            raise BadInput("The record held nothing at that moment, so nothing can be compared.")

    @property
    def details(self) -> ReviewDetails:
        """What the review was then."""
        return cast(ReviewDetails, self._held[ReviewDetails][0])

    def all(self, kind: type[F]) -> tuple[F, ...]:
        """Every fact of this kind as it was then, in its order."""
        facts = cast(tuple[F, ...], self._held.get(kind, ()))
        return tuple(sorted(facts, key=lambda one: str(getattr(one, "position", ""))))

    def entries(self) -> tuple[Entry, ...]:
        """The chronology as it was then, as time passes."""
        return tuple(sorted(self.all(Entry), key=lambda one: (one.when.sort_key, one.sequence)))

    def journal(self, limit: int = 100) -> tuple[Transaction, ...]:
        """The last transactions up to then, newest first."""
        later = self._review.number - self._number
        known = self._review.journal(later + limit)
        return tuple(one for one in known if one.number <= self._number)[:limit]


def review_at(review: Review, number: int) -> Review:
    """The review as it stood after transaction ``number``, for reading documents from it."""
    # It answers all that a document asks of a review, and none of what would change one.
    return review if number >= review.number else cast(Review, Past(review, number))
