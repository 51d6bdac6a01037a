"""Where what is wanted is met in a view, and whether that is more than chance."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from workbench.disclosure.register import Register
from workbench.disclosure.scan.pieces import Sort
from workbench.disclosure.scan.view import View
from workbench.disclosure.scan.wanted import Wanted, kept_letters, ordinary, rare, wanted
from workbench.resources import read_json


@cache
def _signs(side: str) -> frozenset[str]:
    """Words beside which an ordinary word is a name."""
    return frozenset(read_json("dictionary", "word-lists.json")[f"scan.{side}"].split())


@cache
def _given() -> frozenset[str]:
    """Given names that are words too, without those that a calendar or a sentence needs."""
    names = read_json("dictionary", "words-that-are-names.json")
    return frozenset(names["given"]) - frozenset(names["months"]) - frozenset(names["modals"])


@cache
def _typefaces() -> frozenset[str]:
    return frozenset(str(one).lower() for one in read_json("dictionary", "typefaces.json"))


@dataclass(frozen=True, slots=True)
class Hit:
    """Something wanted, met in tokens ``first`` to ``last`` of a view. ``whole`` says that it
    begins and ends where words do."""

    wanted: Wanted
    view: View
    first: int
    last: int
    whole: bool

    @property
    def tokens(self) -> list[str]:
        """The words of the hit."""
        return self.view.tokens[self.first : self.last + 1]


class Search:
    """Everything wanted, ready to be looked for in any number of views."""

    def __init__(self, register: Register) -> None:
        self._wanted = wanted(register)
        self._automaton = _automaton([one.letters for one in self._wanted])
        kept = sorted(one for one in kept_letters(register) if len(one) > 3)
        self._keeps = _automaton(kept)

    def hits(self, view: View) -> Iterator[Hit]:
        """What is met in a view, without what lies inside a name that may stay."""
        stays = self._stays(view)
        for number, start, end in _matches(self._automaton, view.letters):
            if any(a <= start and end <= b for a, b in stays):
                continue
            first = bisect_right(view.begins, start) - 1
            last = bisect_left(view.begins, end) - 1
            whole = view.begins[first] == start and view.begins[last + 1] == end
            hit = Hit(self._wanted[number], view, first, last, whole)
            if _counts(hit):
                yield hit

    def _stays(self, view: View) -> list[tuple[int, int]]:
        edges = set(view.begins) if self._keeps else set()
        met = _matches(self._keeps, view.letters)
        return [(start, end) for _, start, end in met if start in edges and end in edges]


def _automaton(letters: list[str]) -> ahocorasick_rs.AhoCorasick | None:
    return ahocorasick_rs.AhoCorasick(letters) if letters else None


def _matches(
    automaton: ahocorasick_rs.AhoCorasick | None, letters: str
) -> list[tuple[int, int, int]]:
    if automaton is None or not letters:
        return []
    found: list[tuple[int, int, int]] = automaton.find_matches_as_indexes(letters, overlapping=True)
    return found


def _counts(hit: Hit) -> bool:
    """Whether letters that agree are more than chance."""
    if hit.wanted.exact:
        return hit.whole and hit.view.piece.sort is not Sort.RAW and _exactly(hit)
    if hit.wanted.number:
        return hit.whole or _number_stands_alone(hit)
    if hit.view.piece.sort is Sort.VALUE and hit.view.text.strip().lower() in _typefaces():
        return False
    met = _in_one_word(hit) if hit.first == hit.last else _over_words(hit)
    return met and not _by_chance(hit)


def _in_one_word(hit: Hit) -> bool:
    token, letters = hit.tokens[0], hit.wanted.letters
    if hit.whole:
        return True
    if token in ordinary() or token in rare():
        return False
    return hit.wanted.loose or token in (letters + "s", letters + "es")


def _by_chance(hit: Hit) -> bool:
    """Whether the letters hardly mean a name. In bytes that may be no text, and in the languages of
    a colour profile, a few letters agree by chance; a name is written there in plain letters,
    begins where a word does, and keeps to capitals or small letters."""
    letters = hit.wanted.letters
    if hit.view.piece.sort is not Sort.RAW or len(letters) > 8:
        return False
    word, token = "".join(map(hit.view.word, range(hit.first, hit.last + 1))), "".join(hit.tokens)
    at = token.find(letters)
    if len(word) != len(token) or at < 0:
        return not hit.wanted.accented
    written = word[at : at + len(letters)]
    gaps = hit.view.gaps(hit.first, hit.last)
    begins = at == 0 or not word[at - 1].isalpha() or word[at - 1].islower() == written[0].isupper()
    one_case = written[1:].islower() or written.isupper() or (hit.first < hit.last and begins)
    plain = written.isascii() or hit.wanted.accented
    return not (begins and one_case and plain and all(gap in (" ", "-", "'", "_") for gap in gaps))


def _over_words(hit: Hit) -> bool:
    """A name over several words, or pulled apart; "there's a" does not make a Theresa."""
    gaps = hit.view.gaps(hit.first, hit.last)
    spaced = any(any(map(str.isspace, gap)) for gap in gaps)
    if not hit.whole:
        return hit.wanted.loose and not spaced and all(len(gap) <= 2 for gap in gaps)
    if not spaced:
        # In bytes that are no text, four or five letters fall together by chance.
        return hit.wanted.loose or hit.view.piece.sort is not Sort.RAW
    if len(hit.tokens) > 4 and all(len(token) == 1 for token in hit.tokens):
        return True  # "Q u i l l f e a t h e r"
    words = all(token in ordinary() or len(token) == 1 for token in hit.tokens)
    near = all(len(gap.strip()) <= 3 for gap in gaps)
    return len(hit.wanted.letters) > 4 and near and not words


def _number_stands_alone(hit: Hit) -> bool:
    """Whether letters and digits change over where the number meets the rest of its words."""
    view, letters = hit.view, hit.wanted.letters
    begins, ends = view.begins[hit.first], view.begins[hit.last + 1]
    at = view.letters.index(letters, begins)
    for edge, inside in ((at, begins != at), (at + len(letters), ends != at + len(letters))):
        if inside and view.letters[edge - 1].isdigit() == view.letters[edge].isdigit():
            return False
    return True


def _exactly(hit: Hit) -> bool:
    """An ordinary or a very short word: by itself, with its capital, where a name would stand."""
    exact, view = hit.wanted.exact, hit.view
    if len(exact) > 1 and hit.first == hit.last:
        return True  # "rosemay" in one word is nobody's sentence
    written = [view.word(place) for place in range(hit.first, hit.last + 1)]
    if len(written) != len(exact) or not all(word[0].isupper() for word in written):
        return False
    if len(exact) > 1:
        return all(len(gap) <= 2 for gap in view.gaps(hit.first, hit.last))
    if view.piece.sort is Sort.VALUE:
        return view.text.strip() == exact[0]
    return view.tokens[hit.first] not in ordinary() or _has_a_sign(hit)


def _has_a_sign(hit: Hit) -> bool:
    """ "Mr Will", "told Rose", "Hope said"; and of a word that is also a given name rather more."""
    view, following = hit.view, hit.last + 1
    before = view.tokens[hit.first - 1] if view.gap(hit.first) in (" ", ". ") else ""
    after = ""
    if following < len(view.tokens) and view.gap(following) == " ":
        after = view.tokens[following]
    capital = bool(after) and view.word(following)[0].isupper()
    if (before in _signs("before") and not capital) or after in _signs("after"):
        return True
    return hit.wanted.letters in _given() and (
        _possessed(hit) or after in ("not", "never") or (not capital and _within_a_sentence(hit))
    )


def _possessed(hit: Hit) -> bool:
    """ "Grace's mother"."""
    view, following = hit.view, hit.last + 1
    own = following < len(view.tokens) and view.tokens[following] == "s"
    return own and view.gap(following) in ("'", "’")


def _within_a_sentence(hit: Hit) -> bool:
    """ "a call from Grace": a capital that no sentence, title or number explains."""
    view, following = hit.view, hit.last + 1
    if hit.first == 0 or view.gap(hit.first) != " ":
        return False
    numbered = following < len(view.tokens) and view.tokens[following].isdigit()
    plain = view.word(hit.first - 1)[0].islower()
    return plain and not numbered and view.tokens[hit.first - 1] not in _signs("articles")
