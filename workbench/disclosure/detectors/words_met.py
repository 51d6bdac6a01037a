"""Words of the language that may be what somebody is called, and those of one text that are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.spot import AUXILIARIES, DETERMINERS
from workbench.disclosure.detectors.surnames import may_be_family
from workbench.disclosure.dictionary import trade_words, vocabulary, word_list

_NOBODY = (
    word_list("word_names.nobody")
    | word_list("surnames.asking")
    | word_list("reading.small")
    | word_list("context.pronouns")
    | DETERMINERS
    | AUXILIARIES
)
CALLINGS = word_list("word_names.callings")
_COLOURS = frozenset(("green", "red", "amber", "black", "white", "blue", "yellow"))
_OF_ROLES = (
    "ist", "ian", "tion", "sion", "ing", "ness", "ment", "ity", "ance", "ence", "ism", "ology",
    "age", "our", "hood", "cy",
)  # fmt: skip
LISTED = frozenset((", ", "/", " & ", " + "))
AND = ("and", "or")
_KEPT = (Kind.UNKNOWN, Kind.PERSON)


def _may_name(atom: str) -> bool:
    """Whether a word of the language may be what somebody is called: none of the trade or of
    grammar. (In capitals throughout it is thought about only after a calling.)"""
    if len(atom) < 3 or not atom[0].isupper() or not atom.isalpha():
        return False
    low, known = atom.lower(), vocabulary()
    if atom.isupper():
        return len(atom) > 3 and not (
            low in known.ordinary or low in known.professional or atom in known.acronyms
        )
    if not atom[1:].islower() or low in _NOBODY:
        return False
    trade = low in trade_words() or low in CALLINGS or low.endswith(_OF_ROLES)
    trade = trade or low.removesuffix("s") in CALLINGS
    return not trade or _likely(low) or low in known.given_words


def _likely(low: str) -> bool:
    """Whether a word is a given name too, or the family name of many."""
    return low in vocabulary().given_words or may_be_family(low)


def may_be_met(atom: str) -> bool:
    """Whether a word that ended a name is that name where it stands alone: no word of the trade."""
    low = atom.lower()
    return low.capitalize() == atom and _may_name(atom) and low not in trade_words()


MAY_NAME = cue(shape=_may_name, as_written=True)


def covered_by(reading: Reading, found: Sequence[Found]) -> set[int]:
    """The words within what was found."""
    covered: set[int] = set()
    for one in found:
        first, last = bisect_right(reading.ends, one.start), bisect_left(reading.starts, one.end)
        covered.update(range(first, last))
    return covered


class Words:
    """The words of one text that name somebody, as they are found."""

    def __init__(self, reading: Reading, found: Sequence[Found], shown: frozenset[str]) -> None:
        self.reading, self._found, self._shown = reading, found, shown
        self._covered: set[int] | None = None
        self._taken: dict[int, int] = {}  # from the first word to the last

    def taken(self) -> Iterator[Found]:
        """All that were found, in order."""
        reading = self.reading
        for first in sorted(self._taken):
            end = reading.ends[self._taken[first]]
            yield Found(reading.starts[first], end, Kind.UNKNOWN, certain=False, rule="by place")

    def places(self) -> list[int]:
        """The words that stand by themselves."""
        return [first for first, last in self._taken.items() if first == last]

    def likely(self, place: int) -> bool:
        """Whether a word is a given name too, or the family name of many."""
        return _likely(self.reading.lows[place])

    def plain_prose(self, place: int) -> bool:
        """Whether capitals are seldom around, so that one says something."""
        reading = self.reading
        around = [*range(max(0, place - 8), place), *range(place + 1, place + 9)]
        around = [at for at in around if at < len(reading.atoms)]
        capitals = sum(reading.capital(at) and not reading.starts_sentence(at) for at in around)
        return capitals * 3 <= len(around) and not reading.in_heading(place)

    def beside_all(self) -> None:
        """Those who are named in one breath with anybody found."""
        starts, ends = self.reading.starts, self.reading.ends
        for one in self._found:
            if one.kind in _KEPT:
                self.beside(bisect_left(starts, one.start), bisect_left(ends, one.end))
        for first, last in tuple(self._taken.items()):
            self.beside(first, last)

    def take(
        self, place: int, *, calendar: bool = False, any_two: bool = False, sure: bool = False
    ) -> bool:
        """Take the word, and a second one after it, if it may be a name and stands by itself."""
        if not self.nameable(place, calendar=calendar, sure=sure):
            return False
        last, reading = place, self.reading
        if reading.gap(place + 1) == " " and reading.capital(place + 1):
            further = reading.gap(place + 2) == " " and reading.capital(place + 2)
            given = _likely(reading.lows[place])
            likely = any_two or given or _likely(reading.lows[place + 1])
            second = self.nameable(place + 1, calendar=calendar) or (
                given and reading.lows[place + 1] in vocabulary().families
            )
            if further or not (likely and second):
                return False
            last = place + 1
        after = reading.gap(last + 1)
        if (after == "-" and last + 1 < len(reading.atoms)) or reading.low(last + 1) == "of":
            return False
        self._taken[place] = last
        return True

    def take_shouted(self, place: int) -> None:
        """Take a word in capitals that is none of the language, within capitals."""
        if self.reading.shouted(place) and not self.covered(place):
            self._taken[place] = place

    def with_letter(self, place: int) -> None:
        """Let a name that was taken begin with the letter before it."""
        self._taken[place - 1] = self._taken.pop(place)

    def nameable(self, place: int, *, calendar: bool = False, sure: bool = False) -> bool:
        """Whether a word that may name somebody does not name anything else here."""
        atom, low, known = self.reading.atom(place), self.reading.low(place), vocabulary()
        if not atom or low in self._shown or atom.isupper() or not _may_name(atom):
            return False
        if low in known.professional and not (sure and low in known.given_words):
            return False
        if low in known.calendar and not (calendar and low in known.given_words):
            return False
        return not self.covered(place)

    def covered(self, place: int) -> bool:
        """Whether the word is within what was found already."""
        if self._covered is None:
            self._covered = covered_by(self.reading, self._found)
        return place in self._covered

    def somebody(self, place: int) -> bool:
        """Whether a name was found that begins with this word."""
        start = self.reading.starts[place]
        return any(
            one.start <= start < one.end and one.kind in _KEPT and not one.part
            for one in self._found
        )

    def beside(self, first: int, last: int) -> None:
        """Those who are named in one breath with somebody: "Jacek and Mouse"."""
        place = last + 1
        while (following := self._next(place)) is not None and self.take(following, calendar=True):
            place = self._taken[following] + 1
        place = first
        while (before := self._last_before(place)) is not None and self.take(before, calendar=True):
            place = before

    def _next(self, place: int) -> int | None:
        """Where the next of a list stands, if what follows a name is one."""
        reading, gap = self.reading, self.reading.gap(place)
        if gap == " " and reading.low(place) in AND and reading.gap(place + 1) == " ":
            after = reading.gap(place + 2)
            return None if after == " " and reading.capital(place + 2) else place + 1
        if gap in (" & ", " + ", "/"):
            return place if reading.low(place) not in _COLOURS else None
        alone = reading.gap(place - 1) != " " or not reading.capital(place - 2)
        return place if gap == ", " and alone and self._listed_on(place + 1) else None

    def _listed_on(self, place: int) -> bool:
        """Whether a list goes on or ends after a word: "Goodluck, Marvellous, Comfort."."""
        reading, gap = self.reading, self.reading.gap(place)
        if (
            place >= len(reading.atoms)
            or gap.strip()[:1] in (",", ";", ".", ")", "|")
            or "\n" in gap
        ):
            return True
        return gap == " " and reading.low(place) in AND and reading.capital(place + 1)

    def _last_before(self, place: int) -> int | None:
        reading, gap = self.reading, self.reading.gap(place)
        if gap == " " and reading.low(place - 1) in AND and reading.gap(place - 1) == " ":
            return place - 2 if place > 1 and not self.run_on(place - 2) else None
        if gap in (" & ", " + ", "/") and reading.low(place - 1) not in _COLOURS:
            return place - 1 if place and not self.run_on(place - 1) else None
        alone = reading.gap(place + 1) != " " or not reading.capital(place + 1)
        if gap == ", " and alone and place and not self.run_on(place - 1):
            before = reading.gap(place - 1)
            begins = before in (", ", "; ", ": ", " (") or before.endswith("(")
            return place - 1 if begins else None
        return None

    def run_on(self, place: int) -> bool:
        """Whether a capital or an article stands before: "the Jubilee and Shabnam"."""
        before = self.reading.capital(place - 1) or self.reading.low(place - 1) in DETERMINERS
        return place > 0 and self.reading.gap(place) == " " and before

    def of_two_things(self, place: int) -> bool:
        """ "closed with Hear and Treat": two words of the language that are no names."""
        reading, other = self.reading, place + 2
        if reading.gap(place + 1) != " " or reading.low(place + 1) not in AND:
            return False
        names = reading.capital(other) and _likely(reading.lows[other])
        return reading.capital(other) and not (names and _likely(reading.lows[place]))

    def ends(self, place: int) -> bool:
        """Whether nothing is said of the word: a mark, a line's end or the text's follows."""
        gap = self.reading.gap(place + 1)
        return place + 1 >= len(self.reading.atoms) or gap != " "
