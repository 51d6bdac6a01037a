"""Capitalised words that nobody has registered: whoever they name, the author is asked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum

from workbench.disclosure.detectors.accented import accented
from workbench.disclosure.detectors.called import (
    SERVICE_RANKS,
    also_given,
    asks_whether,
    shown_beside,
    titled,
)
from workbench.disclosure.detectors.context import Sense, judge, says
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.index import Index
from workbench.disclosure.detectors.made_words import spelled_out
from workbench.disclosure.detectors.name_parts import TAILS
from workbench.disclosure.detectors.no_names import (
    abbreviated,
    letters_of_a_thing,
    of_a_thing,
    spoken,
)
from workbench.disclosure.detectors.pairs import pair
from workbench.disclosure.detectors.phrases import Phrases
from workbench.disclosure.detectors.plain import OF_TRADE, derived, plain_by_itself
from workbench.disclosure.detectors.reading import CALLING, LETTER, PHRASE, SEED, Reading
from workbench.disclosure.detectors.signs import TOWNS
from workbench.disclosure.detectors.surnames import (
    CALL_FOR_A_NAME,
    family_name,
    may_be_family,
)
from workbench.disclosure.dictionary import vocabulary, word_list

CALLS = vocabulary().titles | vocabulary().kin | CALL_FOR_A_NAME | SERVICE_RANKS
CALLS |= {"as", "operation", "op"}
_PARTED = re.compile(r"\b([A-Z][a-z]{0,4})'([a-z]{2,})")
_LETTERS_AFTER_MARK = re.compile("'[a-z]{2}")
_TAIL_WORDS = frozenset(TAILS) | {"em", "til", "cause", "clock"}
_NOT_PARTED = frozenset(
    ("maam", "yall", "dyou", "cmon", "neer", "oclock", "quran", "shia", "bahai")
)
_TOLD = word_list("unknown.told")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,4}(?!\w)")
_NOT_INITIALS = frozenset(("PS", "NB", "RIP", "AM", "PM", "IE", "EG", "USA", "BA", "BSC", "PHD"))


_MOST = 200_000  # words that are kept in mind


class Sort(Enum):
    """The sorts of known words, by when one of them with a capital could be a name."""

    NOBODY = 0  # never: a title, a pseudonym
    GIVEN = 1  # a given name too: where it reads as one
    ORDINARY = 2  # a family name where somebody is meant
    OTHER = 3  # only where what stands beside it shows it


class Unknown:
    """Which words are known, thought about once for each distinct word."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._plain: dict[str, bool] = {}
        self._sorts: dict[str, Sort] = {}
        self._phrases = Phrases(self.plain, index.shown)

    def plain(self, atom: str) -> bool:
        """Whether a capitalised word is one of the language, the trade or a pseudonym."""
        known = self._plain.get(atom)
        if known is None:
            if len(self._plain) > _MOST:
                self._plain.clear()
            known = self._plain[atom] = atom.lower() in self._index.shown or plain_by_itself(atom)
        return known

    def may_seed(self, atom: str, low: str) -> bool:
        """Whether a word could call for a question by itself, wherever it stands."""
        first = atom[0]
        if not first.isupper():
            return first.isalpha() and not first.islower() and not first.isascii()
        doubtful = low in vocabulary().rare or also_given(low) or may_be_family(low)
        doubtful = doubtful or low in TOWNS
        return len(atom) > 1 and (doubtful or not self.plain(atom))

    def __call__(self, reading: Reading, found: Sequence[Found]) -> list[Found]:
        """The unknown names of a text, besides what was found already."""
        unknown: list[Found] = []
        parted, places = _parted(reading) | accented(reading), _candidates(reading)
        if not places and not parted and not reading.calls & LETTER:
            return unknown
        covered = _covered(reading, [one for one in found if not one.part])
        # A part of a name beside an unknown capital ("Amina" of "Amina Hussain") goes with that.
        partly = _covered(reading, [one for one in found if one.part and one.certain])
        _cover_phrases(reading, covered)
        if reading.calls & LETTER and reading.letters_together:
            unknown += _strange_initials(reading, covered)
        done = -1
        for place in sorted(parted.union(places)) if parted else places:
            if place <= done or covered[place] or partly[place]:
                continue
            if place in parted or self._seed(reading, place):
                first, last = self._phrases.whole(reading, place, covered)
                start, end = reading.starts[first], reading.ends[last]
                unknown.append(Found(start, end, Kind.UNKNOWN, certain=False, rule="capital"))
                done = last
        return unknown

    def _seed(self, reading: Reading, place: int) -> bool:
        """Whether the word by itself calls for a question."""
        atom = reading.atoms[place]
        first = atom[0]
        if not first.isupper():
            return (
                first.isalpha() and not first.islower() and not first.isascii()
            )  # a script without case
        low = reading.lows[place]
        if len(atom) == 1 or (low in TAILS and reading.gap(place) == "'"):
            return False
        strange = not self.plain(atom)
        named = self._strange(reading, place) if strange else self._plain_seed(reading, place)
        return named and not of_a_thing(reading, place)

    def _strange(self, reading: Reading, place: int) -> bool:
        """Whether a word that no list has is a name rather than an abbreviation or a rare word."""
        atom, low = reading.atoms[place], reading.lows[place]
        if atom.isupper() and spelled_out(reading, place, lambda _: True):
            return not spelled_out(reading, place, self.plain)  # of names, or of plain words
        if letters_of_a_thing(reading, place) or spoken(reading, place):
            return False
        if low not in vocabulary().rare:
            return True
        plain = derived(low) or _after_plain(reading, place) or low.endswith(OF_TRADE)
        return not (plain or _capital_says_nothing(reading, place))

    def _plain_seed(self, reading: Reading, place: int) -> bool:
        """Whether a known word is used as a name: after a title, or as a given name."""
        low, before = reading.lows[place], reading.low(place - 1)
        sort = self._sorts.get(low) or self._sort(low)
        if sort is Sort.NOBODY or abbreviated(reading, place):
            return False
        if shown_beside(reading, place):
            return True
        if place and before in vocabulary().titles and reading.gap(place) in (" ", ". "):
            return titled(reading, place)
        if sort is Sort.GIVEN:
            return self._named(reading, place)
        return sort is Sort.ORDINARY and family_name(reading, place)

    def _sort(self, low: str) -> Sort:
        """What sort of known word it is, thought about once."""
        known, sort = vocabulary(), Sort.OTHER
        if low in known.titles or low in self._index.shown:
            sort = Sort.NOBODY
        elif also_given(low):
            sort = Sort.GIVEN
        elif low in known.ordinary and low not in known.professional:
            sort = Sort.ORDINARY
        if len(self._sorts) > _MOST:
            self._sorts.clear()
        self._sorts[low] = sort
        return sort

    def _named(self, reading: Reading, place: int) -> bool:
        """An ordinary word that is a given name too: where it reads as one."""
        if asks_whether(reading, place):
            return False
        if reading.lows[place] in vocabulary().calendar and not _told(reading, place):
            acting = says(reading.low(place + 1)) or _owns_or_would(reading, place)
            return acting and judge(reading, place, place) is Sense.NAME
        sense = judge(reading, place, place)
        if sense is Sense.NAME:
            return not reading.in_heading(place)
        return reading.capital(place + 1) and self._before_family(reading, place)

    def _before_family(self, reading: Reading, place: int) -> bool:
        """Whether the word with a capital that follows is most likely a family name."""
        if pair(reading, place):
            return True
        if reading.lows[place] in vocabulary().modals and reading.starts_sentence(place):
            return False
        follower, low = reading.atoms[place + 1], reading.lows[place + 1]
        known = vocabulary()
        family = not self.plain(follower) or (low in known.names and low not in known.calendar)
        family = family and not (reading.starts_sentence(place) and self.plain(follower))
        family = family or (len(follower) == 1 and follower not in "AI")  # "Prudence O."
        return family and reading.gaps[place + 1] in (" ", "-")


def _parted(reading: Reading) -> set[int]:
    """Names with a mark inside and a small letter after it: "Sa'adatu", "Ma'ruf"."""
    text = reading.text
    marked = "'" in text and _LETTERS_AFTER_MARK.search(text)
    return {
        bisect_left(reading.starts, match.start())
        for match in (_PARTED.finditer(text) if marked else ())
        if match[2] not in _TAIL_WORDS and (match[1] + match[2]).lower() not in _NOT_PARTED
    }


def _candidates(reading: Reading) -> list[int]:
    """Where an unknown name may begin: at a strange word, or after one that calls for a name."""
    atoms = reading.atoms
    # What follows in small letters is no name: most often nothing else has to be asked of it.
    called = [
        place + 1
        for place in reading.called(CALLING)
        if place + 1 < len(atoms) and not atoms[place + 1][0].islower()
    ]
    seeds = reading.called(SEED)
    return sorted({*seeds, *called}) if called else seeds


def _after_plain(reading: Reading, place: int) -> bool:
    """Whether a plain word with a capital stands before: "First Responder"."""
    before = place > 0 and reading.gap(place) == " " and reading.capital(place - 1)
    return before and reading.lows[place - 1] in vocabulary().ordinary


def _capital_says_nothing(reading: Reading, place: int) -> bool:
    """Whether any word would have a capital here, as "Chlamydia" has that opens a sentence."""
    return (
        reading.starts_sentence(place) or reading.shouted(place) or reading.in_heading(place)
    ) and not reading.capital(place + 1)


def _strange_initials(reading: Reading, covered: list[bool]) -> Iterator[Found]:
    """ "K.L.": somebody's, unless they are an abbreviation of the trade."""
    for match in _INITIALS.finditer(reading.text):
        first = bisect_left(reading.starts, match.start())
        letters = match.group().replace(".", "")
        if not covered[first] and not (
            letters in vocabulary().acronyms or letters in _NOT_INITIALS
        ):
            yield Found(
                match.start(), match.end() - 1, Kind.UNKNOWN, certain=False, rule="initials"
            )


def _told(reading: Reading, place: int) -> bool:
    """ "told June", "his partner, Summer,": said of somebody rather than of a month."""
    before, gap = reading.low(place - 1), reading.gap(place)
    if before in _TOLD and gap == " ":
        return True
    kin = gap == ", " and before in vocabulary().kin
    return kin and not reading.starts_sentence(place - 1)


def _owns_or_would(reading: Reading, place: int) -> bool:
    """ "May's mood", "May would stay", "neither May nor": said of nobody's month."""
    after, gap = reading.low(place + 1), reading.gap(place + 1)
    owns = after == "s" and gap == "'"
    return (
        owns or (gap == " " and after in ("would", "could")) or reading.low(place - 1) == "neither"
    )


def _covered(reading: Reading, taken: Sequence[Found]) -> list[bool]:
    covered = [False] * len(reading.atoms)
    for one in taken:
        first, last = bisect_right(reading.ends, one.start), bisect_left(reading.starts, one.end)
        covered[first:last] = [True] * (last - first)
    return covered


def _cover_phrases(reading: Reading, covered: list[bool]) -> None:
    """Phrases of the trade and the calendar ("Christmas Eve") are nobody's names."""
    for place, length in vocabulary().phrases_at(reading.lows, reading.called(PHRASE), 10):
        if len(reading.atoms[place]) > 1 or reading.gaps[place + 1] != "'":
            covered[place : place + length] = [True] * length  # but "Keisha M's mother" is no shop
