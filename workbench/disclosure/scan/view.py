"""The scan's own way of comparing letters; it shares nothing with the gate's."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from workbench.disclosure.scan.pieces import Piece

_WORDS = re.compile(r"[^\W_]+")
_BARRED = dict(
    zip("łøđðæœıßħŋþ", ("l", "o", "d", "d", "ae", "oe", "i", "ss", "h", "n", "th"), strict=True)
)

# Letters of other alphabets that look like ours, small or as capitals: a disguise, or a bad scan.
_ALIKE = dict(
    zip(
        "аеорсухіјѕԁһӏвнкмтαοινερτκηυχ",
        "aeopcyxijsdhlbhkmtaoiveptknuх".replace("х", "x"),
        strict=True,
    )
)


@cache
def _bare(character: str) -> str:
    """A character as it is compared: lower case, without accents; nothing if it is no letter."""
    low = character.casefold()
    parts = unicodedata.normalize("NFKD", "".join(_BARRED.get(one, one) for one in low))
    return "".join(_ALIKE.get(one, one) for one in parts if one.isalnum())


@cache
def _invisible(character: str) -> bool:
    return unicodedata.category(character) in ("Cf", "Mn", "Me") or character in "\0\x1f"


def _visible(text: str) -> tuple[str, list[int]]:
    """The text without what cannot be seen, and where each character of it stood."""
    kept = [(at, one) for at, one in enumerate(text) if not _invisible(one)]
    return "".join(one for _, one in kept), [at for at, _ in kept]


def bare_words(words: str) -> list[str]:
    """The words of a text as they are compared."""
    return ["".join(map(_bare, word)) for word in spelled_words(words)]


def spelled_words(words: str) -> list[str]:
    """The words of a text as they are spelled."""
    return _WORDS.findall(_visible(words)[0])


def letters_of(words: str) -> str:
    """All words as they are compared, end to end."""
    return "".join(bare_words(words))


class View:
    """A piece as it is compared: its words in bare letters, end to end, and where each stands."""

    def __init__(self, piece: Piece) -> None:
        text = piece.text
        self.piece = piece
        self._map: list[int] | None = None
        if not text.isascii() or "\0" in text or "\x1f" in text:
            text, self._map = _visible(text)
        self.text = text
        spans = [match.span() for match in _WORDS.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        words = [text[start:end] for start, end in spans]
        plain = text.isascii()
        self.tokens = [word.lower() if plain else "".join(map(_bare, word)) for word in words]
        self.begins = [0]
        for token in self.tokens:
            self.begins.append(self.begins[-1] + len(token))
        self.letters = "".join(self.tokens)

    def word(self, index: int) -> str:
        """A token as it is written."""
        return self.text[self.starts[index] : self.ends[index]]

    def gap(self, index: int) -> str:
        """What stands before a token."""
        return self.text[self.ends[index - 1] : self.starts[index]] if index else ""

    def gaps(self, first: int, last: int) -> list[str]:
        """What stands between the tokens from ``first`` to ``last``."""
        return [self.gap(place) for place in range(first + 1, last + 1)]

    def place(self, index: int) -> str:
        """The place of a token, in words."""
        at = self.starts[index]
        return self.piece.place_at(self._map[at] if self._map else at)
