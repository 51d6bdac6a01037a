"""British spelling: words that the dictionary does not have, and what may have been meant.

The dictionary is the word list that the gate has already (SCOWL, British). The libraries for this
need either a system's own program or a port of Hunspell that has not been kept since 2021.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

from workbench.disclosure.dictionary import vocabulary

_WORD = re.compile(r"(?<![\w@/.{:])[^\W\d_]+(?:['’][^\W\d_]+)*(?![\w@/}])")
_ENDINGS = ("'s", "'ve", "'ll", "'re", "'d", "'m")
_WITH_NOT = frozenset({"can't", "won't", "shan't"})
_SHORTEST = 3


def misspelt(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words stand that the dictionary does not have: first and past-the-last character.

    Names are left alone: a word with a capital is marked only where it opens a sentence and is
    near a word of the dictionary.
    """
    return tuple(
        (found.start(), found.end())
        for found in _WORD.finditer(text)
        if not _right(found[0], opens=_opens(text, found.start()))
    )


@lru_cache(maxsize=2048)
def suggestions(word: str, most: int = 5) -> tuple[str, ...]:
    """Words of the dictionary that may have been meant, likeliest first, with the capital kept."""
    low = _plain(word)
    near = sorted(_near(low), key=lambda found: (found[0], found[1] not in _common(), found[1]))
    made = [each for _, each in near[:most]]
    return tuple(each.capitalize() if word[:1].isupper() else each for each in made)


def _opens(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \t“‘\"'(*#>-")
    return not before or before[-1] in ".!?\n"


@lru_cache(maxsize=8192)
def _right(word: str, *, opens: bool) -> bool:
    low = _plain(word)
    if len(low) < _SHORTEST or _known(low):
        return True
    if any(letter.isupper() for letter in word[1:]):
        return True  # initials, or a name such as McKay
    if not word[0].isupper():
        return False
    return not opens or not any(distance == 1 for distance, _ in _near(low))


def _plain(word: str) -> str:
    """Small letters without accents, and the straight apostrophe, as the dictionary has them."""
    parted = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(letter for letter in parted if not unicodedata.combining(letter)).lower()


def _known(low: str) -> bool:
    if low in _words() or low in _WITH_NOT:
        return True
    if low.endswith("n't"):
        return low[:-3] in _words()
    return any(low.endswith(end) and low[: -len(end)] in _words() for end in _ENDINGS)


def _near(low: str) -> list[tuple[int, str]]:
    """Words one or two letters away, with how far: those that begin alike, for they mostly do."""
    most = 1 if len(low) < 5 else 2
    found = []
    for word in _beginning().get(low[:1], ()):
        if abs(len(word) - len(low)) <= most:
            distance = OSA.distance(low, word, score_cutoff=most)
            if distance <= most:
                found.append((int(distance), word))
    return found


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    known = vocabulary()
    return frozenset().union(
        known.ordinary, known.rare, known.professional, known.given_words, known.kin, known.titles,
        known.calendar, known.modals, known.verbs, known.particles,
    )  # fmt: skip


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return vocabulary().ordinary


@lru_cache(maxsize=1)
def _beginning() -> dict[str, tuple[str, ...]]:
    """The words by their first letter."""
    found: dict[str, list[str]] = {}
    for word in sorted(_words()):
        found.setdefault(word[:1], []).append(word)
    return {letter: tuple(words) for letter, words in found.items()}
