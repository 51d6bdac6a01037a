"""A passage cut into words, with what stands around each."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

from workbench.disclosure.detectors.numerals import Numerals, numerals_of
from workbench.disclosure.dictionary import vocabulary, word_list
from workbench.disclosure.normalise import ATOM, Passage, passage_of

_ENDS_SENTENCE = re.compile(r"[.!?…:]['\")\]]*\s+['\"(\[]*$|\n\s*['\"(\[]*$|[•●▪◦*|]\s*$")
_OPENS_QUOTE = re.compile(r"[,:]\s*['\"]$|\s\"$")
_NUMBERING = re.compile(
    r"(?:^|\n)\s*(?:\(?(?:\d+|[a-z]|[ivx]+)(?:\.\d+)*[.)]?)[\s:]+['\"]?$", re.IGNORECASE
)
_ABBREVIATIONS = word_list("reading.abbreviations")

_CUT = re.compile(f"({ATOM.pattern})")
_CUT_ASCII = re.compile(r"([A-Za-z0-9]+)")  # the same for most texts, in half the time
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s")
_BEFORE_DIGITS, _AFTER_DIGITS = 64, 80


# What a word may call for, as bits. The words for which a detector waits have
# bits of their own: see cues.py.
NAMED = 1  # a form of the register, its plural, or its letters in disguise
INITIALS = 2  # the initials of somebody registered
SLIP = 4  # one slip away from a registered name
SEED = 8  # perhaps a name that nobody registered
CALLING = 16  # what follows is perhaps a name: a title, "called", "Auntie"
PHRASE = 32  # begins a phrase of the trade
LETTER = 64  # a capital by itself
MIXED = 128  # a letter beside a digit, as in a postcode
DIGITS = 256  # a digit


class Reading:
    """The words of a passage. A word here is a run of letters and digits, an *atom*: "O'Brien's"
    is three. ``lows`` are the atoms in lower case. Once the classes of a register have marked it,
    ``hot`` are the places that call for each thought, by its bit, and ``calls`` all bits."""

    hot: dict[int, list[int]]
    calls: int

    # What is asked of a text now and then, made once it is. (No ``cached_property``: its lock costs
    # more than what is kept here, and a compiled class has no ``__dict__``.)
    _digits: int | None = None
    _numerals: Numerals | None = None
    _squeezed: tuple[str, list[int]] | None = None
    _together: bool | None = None
    _has_capital: bool | None = None
    _near_digits: list[tuple[int, int]] | None = None
    _headings: dict[int, bool] | None = None

    def __init__(self, text: str | Passage) -> None:
        self.passage = passage_of(text) if isinstance(text, str) else text
        self.text = text = self.passage.text
        parts = (_CUT_ASCII if text.isascii() else _CUT).split(text)
        places = list(accumulate(map(len, parts)))
        self.gaps = parts[::2]
        self.atoms = parts[1::2]
        self.ends = places[1::2]
        self.starts = places[0::2]
        self.starts.pop()
        self.lows = list(map(str.lower, self.atoms))
        self._count = len(self.atoms)

    def called(self, bits: int) -> list[int]:
        """The places that call for one of these thoughts, in order."""
        if not self.calls & bits:
            return []
        places = self.hot.get(bits)
        if places is None:  # several bits
            found = {at for bit, some in self.hot.items() if bit & bits for at in some}
            places = sorted(found)
        return places

    @property
    def digits(self) -> int:
        """How many digits there are."""
        if self._digits is None:
            self._digits = sum(map(len, _DIGITS.findall(self.text)))
        return self._digits

    @property
    def numerals(self) -> Numerals:
        """How the digits stand together."""
        if self._numerals is None:
            digits = self.called(DIGITS)
            self._numerals = numerals_of(self.text, self.atoms, self.gaps, self.starts, digits)
        return self._numerals

    @property
    def squeezed(self) -> tuple[str, list[int]]:
        """All atoms in lower case without anything between, and where each begins in that."""
        if self._squeezed is None:
            self._squeezed = ("".join(self.lows), [0, *accumulate(map(len, self.lows))])
        return self._squeezed

    @property
    def letters_together(self) -> bool:
        """Whether there are capitals by themselves, and two one after the other, as initials are;
        a digit may be run on to them ("1J S")."""
        if self._together is None:
            pairs = pairwise(self.called(LETTER | MIXED))
            several = len(self.called(LETTER)) > 1
            self._together = several and any(after - before == 1 for before, after in pairs)
        return self._together

    @property
    def has_capital(self) -> bool:
        """Whether any word begins with a capital."""
        if self._has_capital is None:
            self._has_capital = any(atom[0].isupper() for atom in self.atoms)
        return self._has_capital

    @property
    def near_digits(self) -> list[tuple[int, int]]:
        """The stretches of text around digits: no pattern with a digit matches anywhere else."""
        if self._near_digits is None:
            self._near_digits = self._stretches()
        return self._near_digits

    def _stretches(self) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        for match in _DIGITS.finditer(self.text):
            start = max(0, match.start() - _BEFORE_DIGITS)
            end = self._after_word(match.end() + _AFTER_DIGITS)
            if spans and start <= spans[-1][1]:
                start = spans.pop()[0]
            spans.append((start, end))
        return spans

    def _after_word(self, at: int) -> int:
        """The end of the word in which ``at`` stands, so that no word is cut in two."""
        cut = _SPACE.search(self.text, at, at + 64)
        return min(cut.start() if cut else at + 64, len(self.text))

    def around_digits(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """The matches of a pattern that needs a digit."""
        found: list[re.Match[str]] = []
        for start, end in self.near_digits:
            found += pattern.finditer(self.text, start, end)
        return found

    def beside_mixed(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """The matches of a pattern that begins with a word of letters and digits, or with the
        word before one."""
        done = 0
        found: list[re.Match[str]] = []
        for place in self.called(MIXED):
            for first in (place - 1, place) if place else (0,):
                start = self.starts[first]
                match = pattern.match(self.text, start) if start >= done else None
                if match:
                    done = match.end()
                    found.append(match)
        return found

    def gap(self, index: int) -> str:
        """What stands before atom ``index``, back to the atom before it."""
        return self.gaps[index] if 0 <= index <= self._count else ""

    def low(self, index: int) -> str:
        """The atom in lower case; nothing beyond either end."""
        return self.lows[index] if 0 <= index < self._count else ""

    def atom(self, index: int) -> str:
        """The atom as written; nothing beyond either end."""
        return self.atoms[index] if 0 <= index < self._count else ""

    def capital(self, index: int) -> bool:
        """Whether the atom begins with a capital."""
        return 0 <= index < self._count and self.atoms[index][0].isupper()

    def shouted(self, index: int) -> bool:
        """Whether the atom is in capitals throughout, and so are its neighbours."""
        atom = self.atom(index)
        if len(atom) < 2 or not atom.isupper():
            return False
        near = [self.atom(other) for other in (index - 2, index - 1, index + 1, index + 2)]
        return not any(word[1:].islower() for word in near)

    def starts_sentence(self, index: int) -> bool:
        """Whether the atom is the first of a sentence, a line, a list item or a quotation."""
        gap = self.gap(index)
        if index == 0 or "\n" in gap:
            return True
        if gap == " ":
            return self._numbered(index)
        if _OPENS_QUOTE.search(gap):
            return True
        if _ENDS_SENTENCE.search(gap):
            before = self.low(index - 1)
            abbreviated = gap.startswith(".") and (before in _ABBREVIATIONS or len(before) == 1)
            return not abbreviated or before.isdigit()
        return self._numbered(index)

    def _numbered(self, index: int) -> bool:
        """Whether only a paragraph's number stands before the atom on its line."""
        if not (self.atoms[index - 1][0].isdigit() or len(self.atoms[index - 1]) < 4):
            return False
        line = self.text.rfind("\n", 0, self.starts[index]) + 1
        if self.starts[index] - line > 24:
            return False
        before = self.text[line : self.starts[index]]
        first = ATOM.search(before)
        return bool(_NUMBERING.search(before)) and not (
            first is not None
            and first.group().isalpha()
            and "." not in before
            and ")" not in before
        )

    def in_heading(self, index: int) -> bool:
        """Whether the atom stands in a line Set Like a Title, where capitals say little."""
        start = self.text.rfind("\n", 0, self.starts[index]) + 1
        if self._headings is None:
            self._headings = {}
        known = self._headings.get(start)
        if known is None:
            end = self.text.find("\n", start)
            line = self.text[start : end if end >= 0 else len(self.text)]
            known = self._headings[start] = _is_heading(line)
        return known


def _is_heading(line: str) -> bool:
    if len(line) > 120 or line.rstrip()[-1:] in (".", "!", "?", ",", ";"):
        return False
    words = [word for word in ATOM.findall(line) if word.isalpha() and len(word) > 1]
    if len(words) < 3:
        return False
    capitals = sum(word[0].isupper() for word in words)
    small = sum(word in _SMALL for word in words)
    ordinary = vocabulary().ordinary
    known = sum(word.lower() in ordinary for word in words)
    return capitals + small == len(words) and known * 2 > len(words)


_SMALL = word_list("reading.small")
