"""What the scan looks for, and its own way of comparing letters."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from workbench.disclosure.forms import Form, Strength
from workbench.disclosure.register import Register
from workbench.disclosure.scan.pieces import Piece, Sort
from workbench.resources import read_json, resource

_TOKEN = re.compile(r"\w+(?<!_)|(?<=_)\w+")
_WORDS = re.compile(r"[^\W_]+")
_BARRED = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ß": "ss",
    "ħ": "h",
    "ŋ": "n",
}
_SIGNS_BEFORE = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "told",
        "asked",
        "saw",
        "met",
        "with",
        "named",
        "called",
        "phoned",
        "rang",
        "visited",
    ]
)
_SIGNS_AFTER = frozenset(
    [
        "said",
        "told",
        "says",
        "attended",
        "disclosed",
        "reported",
        "moved",
        "lived",
        "phoned",
        "rang",
        "stated",
        "explained",
    ]
)


@cache
def _ordinary() -> frozenset[str]:
    words = resource("dictionary", "ordinary.txt").read_text(encoding="ascii").split()
    return frozenset(words) | frozenset(
        read_json("dictionary", "words-that-are-names.json")["months"]
    )


@cache
def _typefaces() -> frozenset[str]:
    return frozenset(str(one).lower() for one in read_json("dictionary", "typefaces.json"))


@cache
def _bare(character: str) -> str:
    """A character as it is compared: lower case, without accents; nothing if it is no letter."""
    low = character.casefold()
    parts = unicodedata.normalize("NFKD", "".join(_BARRED.get(one, one) for one in low))
    return "".join(one for one in parts if one.isalnum())


def _invisible(character: str) -> bool:
    return unicodedata.category(character) in ("Cf", "Mn", "Me") or character in "\0\x1f"


class View:
    """A piece as it is compared: its words in bare letters, end to end, and where each stands."""

    def __init__(self, piece: Piece) -> None:
        text = piece.text
        self.piece = piece
        self._map: list[int] | None = None
        if not text.isascii() or "\0" in text:
            text, self._map = _without_invisible(text)
        self.text = text
        spans = [match.span() for match in _WORDS.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        plain = text.isascii()
        self.tokens = [
            text[a:b].lower() if plain else "".join(map(_bare, text[a:b])) for a, b in spans
        ]
        self.begins = [0]
        for token in self.tokens:
            self.begins.append(self.begins[-1] + len(token))
        self.letters = "".join(self.tokens)

    def gap(self, index: int) -> str:
        """What stands before a token."""
        return self.text[self.ends[index - 1] : self.starts[index]] if index else ""

    def place(self, index: int) -> str:
        """The place of a token, in words."""
        at = self.starts[index]
        return self.piece.place_at(self._map[at] if self._map else at)


def _without_invisible(text: str) -> tuple[str, list[int]]:
    kept = [
        (at, one)
        for at, one in enumerate(text)
        if (not (ord(one) > 31 and ord(one) < 127) and not _invisible(one)) or 31 < ord(one) < 127
    ]
    return "".join(one for _, one in kept), [at for at, _ in kept]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing to look for. ``loose`` is found across and inside words; ``exact`` holds the
    spelling of a word that must stand by itself with its capital and a sign beside it."""

    letters: str
    entity: str
    what: str
    loose: bool = False
    exact: tuple[str, ...] = ()
    number: bool = False


def _bare_words(words: str) -> list[str]:
    text, _ = _without_invisible(words)
    return ["".join(map(_bare, word)) for word in _WORDS.findall(text)]


def wanted(register: Register) -> list[Wanted]:
    """What must not be in the file: every form of every name that is not kept, and every number."""
    kept = {"".join(_bare_words(form.words)) for form in register.forms if _is_kept(register, form)}
    found: dict[tuple[str, bool], Wanted] = {}
    for form in register.forms:
        entity = register.entity(form.entity)
        letters = "".join(_bare_words(form.words))
        if entity is None or entity.keep or letters in kept:
            continue
        one = _of_form(form, letters, entity.kind.value)
        if one is not None:
            found.setdefault((letters, bool(one.exact)), one)
    for entity in register.entities:
        for identifier in () if entity.keep else entity.identifiers:
            letters = "".join(_bare_words(identifier))
            if len(letters) >= 5:
                found.setdefault(
                    (letters, False), Wanted(letters, entity.id, "number", number=True)
                )
    return list(found.values())


def _is_kept(register: Register, form: Form) -> bool:
    entity = register.entity(form.entity)
    return entity is not None and entity.keep


def _of_form(form: Form, letters: str, what: str) -> Wanted | None:
    words = _bare_words(form.words)
    if form.strength is Strength.WEAK:
        return None  # asked about at the gate; too vague to stop a report by itself
    ordinary = all(word in _ordinary() or len(word) == 1 for word in words)
    spelled = tuple(_WORDS.findall(form.words))
    if form.initials:
        return (
            Wanted(letters, form.entity, what, exact=(letters.upper(),))
            if len(letters) > 2
            else None
        )
    if ordinary or len(letters) < 4:
        return Wanted(letters, form.entity, what, exact=spelled)
    return Wanted(letters, form.entity, what, loose=len(letters) >= 6)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something wanted, met in tokens ``first`` to ``last`` of a view."""

    wanted: Wanted
    first: int
    last: int


class Search:
    """Everything wanted, ready to be looked for in any number of views."""

    def __init__(self, register: Register) -> None:
        self.wanted = wanted(register)
        self._automaton = (
            ahocorasick_rs.AhoCorasick([one.letters for one in self.wanted])
            if self.wanted
            else None
        )
        kept = {
            "".join(_bare_words(form.words)) for form in register.forms if _is_kept(register, form)
        }
        self._kept = sorted(one for one in kept if len(one) > 3)
        self._keeps = ahocorasick_rs.AhoCorasick(self._kept) if self._kept else None

    def hits(self, view: View) -> Iterator[Hit]:
        """What is met in a view, without what lies inside a name that may stay."""
        if self._automaton is None or not view.letters:
            return
        stays = self._stays(view)
        for number, start, end in self._automaton.find_matches_as_indexes(
            view.letters, overlapping=True
        ):
            if any(a <= start and end <= b for a, b in stays):
                continue
            one = self.wanted[number]
            first = bisect_right(view.begins, start) - 1
            last = bisect_left(view.begins, end) - 1
            while view.begins[first] == view.begins[first + 1]:
                first += 1
            whole = view.begins[first] == start and view.begins[last + 1] == end
            if _counts(view, one, first, last, whole=whole):
                yield Hit(one, first, last)

    def _stays(self, view: View) -> list[tuple[int, int]]:
        if self._keeps is None:
            return []
        found = self._keeps.find_matches_as_indexes(view.letters, overlapping=True)
        edges = set(view.begins)
        return [(start, end) for _, start, end in found if start in edges and end in edges]


def _counts(view: View, one: Wanted, first: int, last: int, *, whole: bool) -> bool:
    """Whether letters that agree are more than chance."""
    if one.exact:
        return _exactly(view, one, first, last, whole=whole)
    tokens = view.tokens[first : last + 1]
    if one.number:
        return whole or _number_stands_alone(view, one, first, last)
    if view.piece.sort is Sort.VALUE and view.text.strip().lower() in _typefaces():
        return False
    if first == last:
        if not whole and (not one.loose or tokens[0] in _ordinary()):
            return _plural(tokens[0], one)
        return True
    if not whole:
        return _broken(view, first, last) and one.loose and not _crosses_space(view, first, last)
    if not _crosses_space(view, first, last):
        return True
    return (
        (one.loose or len(one.letters) > 4)
        and not all(token in _ordinary() or len(token) == 1 for token in tokens)
        and _near(view, first, last)
    )


def _number_stands_alone(view: View, one: Wanted, first: int, last: int) -> bool:
    """Whether letters and digits change over where the number meets the rest of its words."""
    at = view.letters.index(one.letters, view.begins[first])
    ends = at + len(one.letters)
    for edge, inside in ((at, view.begins[first] != at), (ends, view.begins[last + 1] != ends)):
        if inside and view.letters[edge - 1].isdigit() == view.letters[edge].isdigit():
            return False
    return True


def _plural(token: str, one: Wanted) -> bool:
    return token in (one.letters + "s", one.letters + "es") and token not in _ordinary()


def _broken(view: View, first: int, last: int) -> bool:
    return all(len(view.gap(place)) <= 2 for place in range(first + 1, last + 1))


def _near(view: View, first: int, last: int) -> bool:
    return all(len(view.gap(place).strip()) <= 3 for place in range(first + 1, last + 1))


def _crosses_space(view: View, first: int, last: int) -> bool:
    return any(any(map(str.isspace, view.gap(place))) for place in range(first + 1, last + 1))


def _exactly(view: View, one: Wanted, first: int, last: int, *, whole: bool) -> bool:
    """An ordinary or a very short word: only by itself, with its capital, where a name would stand."""
    if not whole or view.piece.sort is Sort.RAW:
        return False
    if first == last and len(one.exact) > 1:
        return True  # "rosemay" in one word is nobody's sentence
    if last - first + 1 != len(one.exact):
        return False
    written = [view.text[view.starts[at] : view.ends[at]] for at in range(first, last + 1)]
    if any(
        not a[0].isupper() or a.lower() != b.lower()
        for a, b in zip(written, one.exact, strict=True)
    ):
        return False
    if len(one.exact) > 1:
        return all(len(view.gap(at)) <= 2 for at in range(first + 1, last + 1)) and not all(
            w.isupper() for w in written
        )
    if view.piece.sort is Sort.VALUE:
        return view.text.strip() == one.exact[0]
    if view.tokens[first] not in _ordinary():
        return True
    before = view.tokens[first - 1] if first and view.gap(first) in (" ", ". ") else ""
    after = (
        view.tokens[last + 1] if last + 1 < len(view.tokens) and view.gap(last + 1) == " " else ""
    )
    follows = view.text[view.starts[last + 1]] if after else ""
    return (before in _SIGNS_BEFORE and not follows.isupper()) or after in _SIGNS_AFTER
