"""Registered names, in every form and however they are written."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

import ahocorasick_rs

from workbench.disclosure.detectors.context import Sense
from workbench.disclosure.detectors.index import DISGUISES, Index
from workbench.disclosure.detectors.reading import NAMED, Reading
from workbench.disclosure.detectors.shortened import SHORT, short_form
from workbench.disclosure.detectors.told import acts_or_is_met
from workbench.disclosure.detectors.weighing import DAYS, weighed
from workbench.disclosure.dictionary import vocabulary
from workbench.disclosure.forms import Form, Strength, strongest
from workbench.disclosure.normalise import atoms_of

_GAP = re.compile(r"^(?:[\s.,'&/_+@\"()-]{0,4}|\s{1,12}|-?\s*\n\s*)$")
_AT_WHOSE = ("at", "round")
_SPLIT_GAP = re.compile(r"^(?:-\s?\n\s*|[-_.*'/ ]|\n)$")


class Hit(NamedTuple):
    """Atoms ``first`` to ``last`` are these forms. ``sense`` says how sure that is."""

    first: int
    last: int
    forms: tuple[Form, ...]
    certain: bool
    rule: str

    @property
    def strength(self) -> Strength:
        """The strongest of the forms."""
        return strongest(self.forms)


def hits(reading: Reading, index: Index) -> list[Hit]:
    """Every place where a form of the register stands, overlapping ones too."""
    found: list[Hit] = []
    if reading.calls & NAMED:
        found += _single(reading, index)
    if index.automaton is not None:
        found += _across(reading, index, index.automaton)
    return found


def _single(reading: Reading, index: Index) -> list[Hit]:
    """Hits on single words."""
    found: list[Hit] = []
    for place in reading.called(NAMED):
        hit = _word(reading, index, place)
        if hit is not None:
            found.append(hit)
    return found


def _word(reading: Reading, index: Index, place: int) -> Hit | None:
    """A hit on one word: a form, one in disguise, a family, or a form cut short."""
    low = reading.lows[place]
    forms = index.singles.get(low)
    if forms:
        return _weigh(reading, place, place, forms)
    if not low.isalpha():
        disguised = index.singles.get(low.translate(DISGUISES))
        if disguised and any(map(str.isalpha, low)):
            return Hit(place, place, disguised, certain=False, rule="disguised")
    elif low in index.plurals:
        return _plural(reading, place, index.plurals[low])
    elif short_form(reading, place):
        return Hit(place, place, index.shortened[low], certain=False, rule=SHORT)
    return None


def _plural(reading: Reading, place: int, forms: tuple[Form, ...]) -> Hit | None:
    """ "The Hunters": a whole family by its name."""
    if reading.lows[place].removesuffix("s") in DAYS:
        return None
    named = reading.low(place - 1) == "the" and reading.capital(place)
    if named and not reading.shouted(place) and not reading.in_heading(place):
        return Hit(place, place, forms, certain=True, rule="plural")
    if vocabulary().is_ordinary(reading.lows[place]):
        if not reading.capital(place):
            at = reading.low(place - 1) in _AT_WHOSE and reading.gap(place) == " "
            # "who is at bishops"
            return Hit(place, place, forms, False, "plural") if at else None
        doubtful = reading.starts_sentence(place)
        if doubtful or reading.shouted(place):
            return None  # "Prices fell"
    small = not reading.capital(place) and reading.has_capital  # "drapers' dummies"
    hit = _weigh(reading, place, place, forms)
    return hit and hit._replace(rule="plural", certain=hit.certain and not small)


def _weigh(reading: Reading, first: int, last: int, forms: tuple[Form, ...]) -> Hit | None:
    """A hit on whole words, if they are meant as a name here."""
    after_a = last - first == 1 and reading.atoms[first] == "a"
    if after_a and reading.lows[last] in vocabulary().ordinary:
        # "a green sofa" is not A. Green's
        meant = reading.gap(last) != " " or acts_or_is_met(reading, first, last)
        return Hit(first, last, forms, False, "word") if meant else None
    sense, doubtful = weighed(reading, first, last, forms)
    if sense is Sense.ORDINARY:
        return None
    certain = sense is Sense.NAME and strongest(forms) > Strength.WEAK
    return Hit(first, last, forms, certain, "word" if doubtful else "name")


def _across(reading: Reading, index: Index, automaton: ahocorasick_rs.AhoCorasick) -> list[Hit]:
    """Names of several words, names split over words, and names inside longer words."""
    hits: list[Hit] = []
    found = automaton.find_matches_as_indexes("".join(reading.lows), overlapping=True)
    begins = reading.squeezed[1] if found else []
    inside: set[tuple[int, str]] = set()  # a name many times in one long word is one finding
    for pattern, start, end in found:
        key, hit = index.keys[pattern], None
        first = bisect_right(begins, start) - 1
        if begins[first] == start and begins[first + 1] == end:  # a word by itself, as mostly
            if key in index.several:
                hit = Hit(first, first, index.several[key], certain=True, rule="joined")
        elif begins[first + 1] < end:
            last = bisect_left(begins, end) - 1
            if _near(reading, first, last):
                hit = _run_over(reading, index, (first, last), (start, end), key)
        elif (first, key) not in inside:
            inside.add((first, key))
            hit = _inside(reading, index, first, key)
        if hit is not None:
            hits.append(hit)
    return hits


def _run_over(
    reading: Reading, index: Index, places: tuple[int, int], span: tuple[int, int], key: str
) -> Hit | None:
    """A form that begins in one word and ends in another."""
    first, last = places
    begins = reading.squeezed[1]
    if begins[first] == span[0] and begins[last + 1] == span[1]:
        return _whole(reading, index, first, last, key)
    if key not in index.several or len(key) < 8:
        return None
    # "theNgozi Okafor": enough of the name in the first word and in the last
    enough = begins[first + 1] - span[0] >= 3 and span[1] - begins[last] >= 3
    return Hit(first, last, index.several[key], False, "within") if enough else None


def _near(reading: Reading, first: int, last: int) -> bool:
    """Whether nothing but marks and spaces stands between the words, and no sentence ends there."""
    for place in range(first + 1, last + 1):
        gap = reading.gaps[place]
        if gap == " ":
            continue
        if not _GAP.match(gap):
            return False
        if "." in gap and " " in gap and len(reading.atoms[place - 1]) > 2:
            return False
        if gap.count("\n") > 1 or ("\n" in gap and '"' in gap):
            return False
    return True


def _in_a_list(reading: Reading, index: Index, first: int, last: int) -> bool:
    """Whether a family name before a comma is that of the one before: "Jack Green, Tom Green"."""
    if "," not in reading.text[reading.ends[first] : reading.starts[last]]:
        return False
    before = reading.low(first - 1) if first and reading.gap(first) == " " else ""
    if not before or not reading.capital(first - 1) or before in vocabulary().titles:
        return False
    return before in index.singles or not vocabulary().is_ordinary(before)


def _whole(reading: Reading, index: Index, first: int, last: int, key: str) -> Hit | None:
    """Whole words that together make a form: as it is spelled, or pulled apart."""
    if _in_a_list(reading, index, first, last):
        return None
    several = index.several.get(key, ())
    if reading.lows[first] in vocabulary().titles:  # "Mr Feldman" is not M. R. Feldman
        several = tuple(one for one in several if atoms_of(one.words)[0] == reading.lows[first])
    if several:
        return _weigh(reading, first, last, several)
    singles = index.singles.get(key)
    return _pulled_apart(reading, first, last, singles) if singles else None


def _pulled_apart(reading: Reading, first: int, last: int, forms: tuple[Form, ...]) -> Hit | None:
    """One word that is written as several: "N g o z i", "Oka-\nfor", "Oka for"."""
    known = vocabulary()
    parts, gaps = reading.lows[first : last + 1], reading.gaps[first + 1 : last + 1]
    spelled_out = all(len(part) == 1 for part in parts)
    broken = all("\n" in gap and "-" in gap for gap in gaps)
    words = all(known.is_ordinary(part) or len(part) == 1 for part in parts)
    if spelled_out or broken or (not words and all(map(_SPLIT_GAP.match, gaps))):
        return Hit(first, last, forms, certain=spelled_out or broken, rule="split")
    return None


def _inside(reading: Reading, index: Index, place: int, key: str) -> Hit | None:
    """A name inside a longer word, such as a user name; never in a word of the vocabulary."""
    low, atom = reading.lows[place], reading.atoms[place]
    if vocabulary().is_ordinary(low) or low in index.singles or low in index.plurals:
        return None
    forms = index.several.get(key) or index.singles.get(key, ())
    if not forms or strongest(forms) is Strength.WEAK:
        return None
    rest = low.replace(key, "", 1)
    numbered = rest.isdigit()
    at = low.find(key)
    humped = atom[at].isupper() and (at == 0 or not atom[at - 1].isupper())
    humped = humped and (at + len(key) == len(atom) or not atom[at + len(key)].islower())
    if numbered or humped:
        return Hit(place, place, forms, certain=True, rule="inside")
    if len(key) >= 6 and len(low) <= 64:
        return Hit(place, place, forms, certain=False, rule="inside")
    return None
