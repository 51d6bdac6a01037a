"""Names with a slip of the pen: one letter wrong, missing, doubled or swapped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from workbench.disclosure.detectors.index import Index
from workbench.disclosure.detectors.names import Hit
from workbench.disclosure.detectors.reading import NAMED, SLIP, Reading
from workbench.disclosure.detectors.told import named_here
from workbench.disclosure.dictionary import vocabulary
from workbench.disclosure.forms import Form, Strength
from workbench.disclosure.normalise import atoms_of
from workbench.disclosure.register import EntityKind

_SHORTEST = 5
_LONGEST = 40
_LONG = 9
_JOINS = ("-", "'")
SLIP_ALONE = 4


_SOUNDS = [
    (re.compile(old), new)
    for old, new in (
        ("m[ou]ham+[aeiu]d", "mohamed"),
        ("ahm[ae]d", "ahmed"),
        ("ph", "f"),
        ("ck|c(?=[^eiyh])|q", "k"),
        ("ee|ie|ea|y", "i"),
        ("oo|ou", "u"),
        ("ai|ei|ay|ey", "e"),
        ("([bdgkjt])h", r"\1"),
        ("w", "v"),
        ("z", "s"),
        (r"(.)\1+", r"\1"),
        ("h$", ""),
    )
]


# What a bad scan takes for one another, each written in one way.
_LOOKS = [
    (re.compile(old), new)
    for old, new in (
        ("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("[lj1|]", "i"), ("0", "o"), ("5", "s"),
        ("8", "b"), ("6", "b"), ("9", "g"), ("3", "e"), ("4", "a"), ("h", "b"), ("c", "e"),
    )
]  # fmt: skip


def look_of(low: str) -> str:
    """Roughly how a name looks, so that "Cllff" and "C1iff" agree with Cliff."""
    for old, new in _LOOKS:
        low = old.sub(new, low)
    return low


@lru_cache(maxsize=65536)
def sound_of(low: str) -> str:
    """Roughly how a name sounds, so that Manjit and Manjeet, Hussein and Hussain agree."""
    for old, new in _SOUNDS:
        low = old.sub(new, low)
    return low


class Slips:
    """The register's longer names by length; each distinct word of a text is compared once."""

    def __init__(self, index: Index) -> None:
        self._seen: dict[str, tuple[Form, ...]] = {}
        self._index = index
        self._by_less: dict[str, list[str]] = {}  # by each form with a letter less
        self._long: dict[tuple[str, str], list[str]] = {}  # by the first and the last letter
        self._by_sound: dict[str, list[str]] = {}
        self._by_look: dict[str, list[str]] = {}
        self._faintly: dict[str, tuple[Form, ...]] = {}
        self._worded: dict[str, tuple[Form, ...]] = {}
        self._faint: set[str] = set()  # short names and words, of which slips are asked
        self._names = {
            entity.id: atoms_of(entity.name)
            for entity in index.register.entities
            if entity.kind is EntityKind.PERSON
        }
        for key, forms in (*index.singles.items(), *index.several.items()):
            compound = any(mark in form.words for form in forms for mark in "-'’")
            spaced = any(" " in form.words for form in forms)
            if key in index.several and (spaced or not compound):
                continue
            if len(key) >= _SHORTEST and not vocabulary().is_ordinary(key):
                self._hold(key)
                self._by_sound.setdefault(sound_of(key), []).append(key)
            elif len(key) >= _SHORTEST - 1 and max(one.strength for one in forms) > Strength.WEAK:
                self._faint.add(key)
                self._hold(key)
            if len(key) >= _SHORTEST - 1 and key.isalpha():
                self._by_look.setdefault(look_of(key), []).append(key)

    def _hold(self, key: str) -> None:
        for less in {key, *_with_less(key)}:
            self._by_less.setdefault(less, []).append(key)
        if len(key) >= _LONG:
            self._long.setdefault((key[0], key[-1]), []).append(key)

    def _near(self, low: str) -> list[str]:
        """The names that are one slip away, in the order of the register."""
        met: dict[str, None] = {}
        for less in (low, *_with_less(low)):
            for key in self._by_less.get(less, ()):
                met[key] = None
        return [key for key in met if OSA.distance(low, key, score_cutoff=1) <= 1]

    def may_be(self, low: str) -> bool:
        """Whether a word is no word of its own, but nearly a name."""
        known, index = vocabulary(), self._index
        if not _SHORTEST - 2 <= len(low) <= _LONGEST:
            return False
        if low in known.ordinary:
            return bool(self.words_like(low))
        if low in index.singles or low in index.plurals or low in known.professional:
            return False
        if low in index.shown:
            return False
        if not low.isalpha():
            return bool(self.faintly_like(low)) and any(map(str.isalpha, low))
        near = any(form.strength > Strength.WEAK for form in self.forms_like(low))
        return near or bool(self.faintly_like(low))

    def words_like(self, low: str) -> tuple[Form, ...]:
        """The family names that an ordinary word may be meant for: "Lions" for Lyons."""
        if len(low) < _SHORTEST or low in self._index.singles or low in self._index.plurals:
            return ()
        if low not in self._worded:
            if len(self._worded) > 200_000:
                self._worded.clear()
            keys = dict.fromkeys(self._by_sound.get(sound_of(low), ()))
            keys.update((key, None) for key in self._near(low) if key[0] == low[0])
            self._worded[low] = tuple(
                form
                for key in keys
                for form in self._forms(key)
                if form.strength > Strength.WEAK and not form.place
            )
        return self._worded[low]

    def faintly_like(self, low: str) -> tuple[Form, ...]:
        """The forms that a word which is none of any dictionary may be meant for, though they are
        short or words themselves: "Frst" for Frost, "jaen" for Jean, "C1iff"; only asked about."""
        if low not in self._faintly:
            if len(self._faintly) > 200_000:
                self._faintly.clear()
            self._faintly[low] = self._compare_faintly(low)
        return self._faintly[low]

    def _compare_faintly(self, low: str) -> tuple[Form, ...]:
        known = vocabulary()
        if low in known.rare or low in known.seldom or low in known.names:
            return ()
        best: tuple[Form, ...] = ()
        if low.isalpha() and low.upper() not in known.acronyms:
            for key in self._near(low):
                if key in self._faint and low[0] == key[0]:
                    best = (*best, *self._forms(key))
        for key in self._by_look.get(look_of(low), ()):
            best = (*best, *self._forms(key))
        return best

    def forms_like(self, low: str) -> tuple[Form, ...]:
        """The forms from which this word differs by one slip."""
        if low not in self._seen:
            if len(self._seen) > 200_000:
                self._seen.clear()
            self._seen[low] = self._compare(low)
        return self._seen[low]

    def beside(self, low: str, forms: Iterable[Form]) -> tuple[Form, ...]:
        """Of the forms beside which a word stands those whose owner's other name it nearly is:
        "Ioana Pope" for Ioana Popa, though Pope alone is too short to be believed."""
        return tuple(
            replace(form, strength=Strength.SURE)
            for form in forms
            if form.strength > Strength.WEAK
            and any(
                len(atom) > 2
                and atom != low
                and low[0] == atom[0]
                and OSA.distance(low, atom, score_cutoff=1) <= 1
                for atom in self._names.get(form.entity, ())
                if atom not in atoms_of(form.words)
            )
        )

    def _forms(self, key: str) -> tuple[Form, ...]:
        return self._index.singles.get(key) or self._index.several.get(key, ())

    def _compare(self, low: str) -> tuple[Form, ...]:
        keys = dict.fromkeys(key for key in self._near(low) if key not in self._faint)
        if len(low) >= _LONG - 1:
            # Two slips are believed only in a long name that begins and ends as it should.
            for key in self._long.get((low[0], low[-1]), ()):
                if key not in self._faint and OSA.distance(low, key, score_cutoff=2) <= 2:
                    keys[key] = None
        if not keys:
            keys = dict.fromkeys(self._by_sound.get(sound_of(low), ()))
        return tuple(form for key in keys for form in self._forms(key))


def _with_less(word: str) -> Iterator[str]:
    """The word with one letter left out, each in turn: what two words share that are one slip
    apart."""
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def slips(reading: Reading, index: Index, compare: Slips) -> list[Hit]:
    """Words that are one slip away from a registered name and are no words of their own."""
    found: list[Hit] = []
    if reading.calls & SLIP:
        found += _misspelled(reading, compare)
    if "-" in reading.text or "'" in reading.text:
        found += _in_compounds(reading, index, compare)
    if reading.calls & NAMED:
        found += _beside_a_name(reading, index, compare)
    return found


def _misspelled(reading: Reading, compare: Slips) -> Iterator[Hit]:
    """Words that nearly are a name."""
    known = vocabulary()
    for place in reading.called(SLIP):
        low = reading.lows[place]
        if low in known.ordinary:
            if _a_word_for_a_name(reading, place):
                yield Hit(place, place, compare.words_like(low), certain=False, rule="slip")
            continue
        forms = tuple(form for form in compare.forms_like(low) if form.strength > Strength.WEAK)
        rare = low in known.rare  # "Brailed" may be a word, and may be Brailrd
        capital = reading.capital(place)
        if forms and (capital or (len(low) >= 6 and not rare)):
            sure = not rare and capital and len(low) >= 5 and low not in known.names
            yield Hit(place, place, forms, certain=sure, rule="slip")
        elif _faintly_meant(reading, place):
            near = forms or compare.faintly_like(low)
            yield from (Hit(place, place, near, False, "slip") for _ in near[:1])


def _a_word_for_a_name(reading: Reading, place: int) -> bool:
    """Whether an ordinary word with a capital that it does not need stands where somebody does."""
    if reading.gap(place).endswith('"') and reading.gap(place + 1).startswith('"'):
        return reading.capital(place)  # for "Herdsman" read "Herdman"
    if not reading.capital(place) or reading.starts_sentence(place) or reading.shouted(place):
        return False
    return not reading.in_heading(place) and named_here(reading, place)


def _faintly_meant(reading: Reading, place: int) -> bool:
    """Whether a word that is none may be a short name with a slip: one with a capital, and one in
    small letters unless it is too short to say so by itself."""
    low, known = reading.lows[place], vocabulary()
    if low in known.rare or low in known.seldom:
        return named_here(reading, place)
    return reading.capital(place) or len(low) > SLIP_ALONE or named_here(reading, place)


def _beside_a_name(reading: Reading, index: Index, compare: Slips) -> Iterator[Hit]:
    """A slip in the other name of somebody, however short."""
    for place in reading.called(NAMED):
        if not reading.atoms[place][0].isupper():
            continue
        for other, first in ((place + 1, place), (place - 1, place - 1)):
            if reading.capital(other) and reading.gaps[first + 1] == " ":
                forms = index.singles.get(reading.lows[place])
                near = _nearly(reading.lows[other], forms, index, compare) if forms else None
                if near:
                    known, word = vocabulary(), reading.lows[other]
                    sure = word not in known.ordinary and word not in known.names
                    yield Hit(first, first + 1, near, certain=sure, rule="slip")


def _nearly(word: str, forms: tuple[Form, ...], index: Index, compare: Slips) -> tuple[Form, ...]:
    """Whose other name a word beside one of their names nearly is."""
    fits = len(word) > 2 and word.isalpha() and word not in index.singles
    return compare.beside(word, forms) if fits else ()


def _in_compounds(reading: Reading, index: Index, compare: Slips) -> Iterator[Hit]:
    """A slip in one half of "Al-Khatib" or "O'Shaughnessy"."""
    for place in [at for at, gap in enumerate(reading.gaps) if gap in _JOINS]:
        if not 0 < place < len(reading.atoms) or reading.lows[place] == "s":
            continue  # "Okafor's" is a possessive, not a slip of one letter
        joined = reading.lows[place - 1] + reading.lows[place]
        if len(joined) < 7 or len(joined) > _LONGEST or joined in index.several:
            continue
        forms = compare.forms_like(joined)
        if forms and reading.capital(place - 1):
            yield Hit(place - 1, place, forms, certain=True, rule="slip")
