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
    """The atoms ``first`` to ``last`` of a reading, with the word before and the word after."""

    reading: Reading
    first: int
    last: int
    word: str
    before: str
    after: str
    gap_before: str
    gap_after: str
    known: Vocabulary
    borne: bool = False  # somebody registered bears it as a given name

    @property
    def given(self) -> bool:
        """Whether the word is also a given name."""
        return self.borne or self.word in self.known.given_words

    @property
    def single(self) -> bool:
        """Whether it is one word."""
        return self.first == self.last

    @property
    def possessed(self) -> bool:
        """Whether it is followed by 's."""
        return self.after == "s" and self.gap_after == "'"

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
    """The spot of these atoms."""
    return Spot(
        reading,
        first,
        last,
        reading.lows[first],
        reading.low(first - 1) if first else "",
        reading.low(last + 1),
        reading.gap(first),
        reading.gap(last + 1),
        vocabulary(),
        borne,
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
