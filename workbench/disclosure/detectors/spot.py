"""A doubtful word and what stands on either side of it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple, TypeAlias

from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import Vocabulary, vocabulary, word_list

AUXILIARIES = word_list("context.auxiliaries")
DETERMINERS = word_list("context.determiners")
PERSON_VERBS = word_list("context.person_verbs")
PERSON_BEFORE = word_list("context.person_before")
ABSTRACT = word_list("context.abstract")
_FINITE_VERBS = PERSON_VERBS - word_list("context.bare")
_NOT_PAST = ("need", "indeed", "speed", "exceed", "proceed")
_NOT_SAID = frozenset(("also", "then", "never", "often", "always", "began", "came", "went"))


class Sense(Enum):
    """How a word is meant."""

    NAME = "name"
    ORDINARY = "ordinary"
    UNSURE = "unsure"


class Spot(NamedTuple):
    """The atoms ``first`` to ``last`` of a reading, with the word before and the word after.
    ``given`` says that the word is also a given name, or that somebody registered bears it as one;
    ``possessed`` that 's follows."""

    reading: Reading
    first: int
    last: int
    word: str
    before: str
    after: str
    gap_before: str
    gap_after: str
    known: Vocabulary
    single: bool
    given: bool
    possessed: bool

    @property
    def finite(self) -> bool:
        """Whether what follows can follow a person and never "will" or "may"."""
        told = self.after in AUXILIARIES or self.after in _FINITE_VERBS
        return self.gap_after == " " and told

    def low(self, offset: int) -> str:
        """The word so many places after the last, or before it."""
        return self.reading.low(self.last + offset)


Rule: TypeAlias = Callable[[Spot], Sense | None]


def spot_at(reading: Reading, first: int, last: int, *, borne: bool = False) -> Spot:
    """The spot of these atoms; ``borne`` says that somebody registered has them as a given name."""
    known, word = vocabulary(), reading.lows[first]
    after, gap_after = reading.low(last + 1), reading.gaps[last + 1]
    return Spot(
        reading,
        first,
        last,
        word,
        reading.lows[first - 1] if first else "",
        after,
        reading.gaps[first],
        gap_after,
        known,
        first == last,
        borne or word in known.given_words,
        after == "s" and gap_after == "'",
    )


def first_sense(rules: tuple[Rule, ...], spot: Spot) -> Sense:
    """What the first rule says that has something to say; without one the word is ordinary."""
    for rule in rules:
        sense = rule(spot)
        if sense is not None:
            return sense
    return Sense.ORDINARY


def past(word: str) -> bool:
    """Whether a word looks like a past tense."""
    return word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST


def speaks(word: str) -> bool:
    """Whether a word is something that a person does or is said to do."""
    return word in PERSON_VERBS or word in AUXILIARIES or (word.endswith("ed") and len(word) > 4)


def says(word: str) -> bool:
    """Whether only a person does this: to say, to ask, to attend."""
    return word in PERSON_VERBS and word not in _NOT_SAID
