"""Words that are one slip of the hand apart, found without comparing all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

LEAST = 5  # letters of a word that may be a misspelling of another
MOST = 40  # nobody’s name is longer, and a megabyte without a space would be


class Near:
    """A set of words, ready to be asked which are one slip away from another."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_part: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            if LEAST <= len(word) <= MOST:
                for part in _without_one(word):
                    self._by_part[part].append(word)

    def to(self, word: str) -> tuple[str, ...]:
        """The words that are one slip away."""
        if not LEAST <= len(word) <= MOST:
            return ()
        met = dict.fromkeys(
            other for part in _without_one(word) for other in self._by_part.get(part, ())
        )
        return tuple(other for other in met if other != word and OSA.distance(word, other) == 1)


def _without_one(word: str) -> Iterator[str]:
    yield word
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))
