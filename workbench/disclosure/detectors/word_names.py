"""People who are called by a word that no list of names has ("Mouse", "Smiley", "Finch"): the place
says that somebody is meant, and then whatever word stands there is asked about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.spot import AUXILIARIES, DETERMINERS, past, says
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
_NAMING = word_list("word_names.naming")
_FILLERS = word_list("word_names.naming_fillers")
_GREETINGS = word_list("word_names.greetings")
_CLOSINGS = word_list("word_names.closings")
_CALLINGS = word_list("word_names.callings")
_ROLES = word_list("word_names.roles")
_MET = word_list("word_names.met")
_SAID = word_list("word_names.said")
_NAMED_ONLY = {
    "known": ("as", "only", "locally", "better"), "goes": ("by",), "went": ("by",), "going": ("by",),
    "call": ("him", "her", "them"), "calls": ("him", "her", "himself", "herself", "them", "me"),
    "calling": ("him", "her", "himself", "herself", "them"), "street": ("name",),
    "answers": ("to",), "answering": ("to",), "answered": ("to",),
}  # fmt: skip
_BY = frozenset(("by", "with", "from"))
_COLOURS = frozenset(("green", "red", "amber", "black", "white", "blue", "yellow"))
_OF_ROLES = (
    "ist", "ian", "tion", "sion", "ing", "ness", "ment", "ity", "ance", "ence", "ism", "ology",
)  # fmt: skip
_TOUCHED = word_list("context.touching") | word_list("word_names.touched")
_SPOKEN = word_list("word_names.spoken")
_LABELS = word_list("word_names.labels")
_ITEMS = frozenset((": ", ", ", "; ", "/", " / ", " & ", " + ", ":\t", " - ", ":  "))
_LABEL = re.compile(
    r"[^\w\n]*(?:[^\W_]+[ /]){0,3}?(?P<word>[^\W\d_]+)(?: ?: *| +- |:?\t|(?<=\bcc) )", re.IGNORECASE
)
_LISTED = frozenset((", ", "/", " & ", " + "))
_AND = ("and", "or")
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
    trade = low in trade_words() or low in _CALLINGS or low.endswith(_OF_ROLES)
    return not trade or (_likely(low) and low not in known.professional)


def _likely(low: str) -> bool:
    """Whether a word is a given name too, or the family name of many."""
    return low in vocabulary().given_words or may_be_family(low)


MAY_NAME = cue(shape=_may_name, as_written=True)


def word_names(reading: Reading, found: Sequence[Found], shown: frozenset[str]) -> Iterator[Found]:
    """Words with a capital where somebody's name is said, besides what was found already."""
    places = reading.called(MAY_NAME)
    if not places:
        return
    words, joined, lows = _Words(reading, found, shown), False, reading.lows
    for place in places:
        before = lows[place - 1] if place else ""
        for rule in _AFTER.get(before, ()):
            rule(words, place)
        _asked_for(words, place, before)
        joined = joined or before in _AND or reading.low(place + 1) in _AND
        joined = joined or reading.gaps[place] in _LISTED or reading.gaps[place + 1] in _LISTED
    if joined:
        words.beside_all()
    yield from words.taken()


class _Words:
    """The words of one text that name somebody, as they are found."""

    def __init__(self, reading: Reading, found: Sequence[Found], shown: frozenset[str]) -> None:
        self.reading, self._found, self._shown = reading, found, shown
        self._taken: dict[int, int] = {}  # from the first word to the last

    def taken(self) -> Iterator[Found]:
        """All that were found, in order."""
        reading = self.reading
        for first in sorted(self._taken):
            end = reading.ends[self._taken[first]]
            yield Found(reading.starts[first], end, Kind.UNKNOWN, certain=False, rule="by place")

    def beside_all(self) -> None:
        """Those who are named in one breath with anybody found."""
        starts, ends = self.reading.starts, self.reading.ends
        for one in self._found:
            if one.kind in _KEPT:
                self.beside(bisect_left(starts, one.start), bisect_left(ends, one.end))
        for first, last in tuple(self._taken.items()):
            self.beside(first, last)

    def take(self, place: int, *, calendar: bool = False, any_two: bool = False) -> bool:
        """Take the word, and a second one after it, if it may be a name and stands by itself."""
        if not self.nameable(place, calendar=calendar):
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
        if self.reading.shouted(place) and _may_name(self.reading.atoms[place]):
            if not self.covered(place):
                self._taken[place] = place

    def nameable(self, place: int, *, calendar: bool = False) -> bool:
        """Whether a word that may name somebody does not name anything else here."""
        atom, low, known = self.reading.atom(place), self.reading.low(place), vocabulary()
        if not atom or low in self._shown or atom.isupper() or not _may_name(atom):
            return False
        if low in known.calendar and not (calendar and low in known.given_words):
            return False
        return not self.covered(place)

    def covered(self, place: int) -> bool:
        reading = self.reading
        start, end = reading.starts[place], reading.ends[place]
        return any(one.start < end and start < one.end for one in self._found)

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
        if gap == " " and reading.low(place) in _AND and reading.gap(place + 1) == " ":
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
        return gap == " " and reading.low(place) in _AND and reading.capital(place + 1)

    def _last_before(self, place: int) -> int | None:
        reading, gap = self.reading, self.reading.gap(place)
        if gap == " " and reading.low(place - 1) in _AND and reading.gap(place - 1) == " ":
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

    def ends(self, place: int) -> bool:
        """Whether nothing is said of the word: a mark, a line's end or the text's follows."""
        gap = self.reading.gap(place + 1)
        return place + 1 >= len(self.reading.atoms) or gap != " "


_Rule = Callable[[_Words, int], None]


def _asked_for(words: _Words, place: int, before: str) -> None:
    """What is seen further off: who is greeted, named, listed, and who says something."""
    if words.reading.low(place + 1) in _SAID:
        _saying(words, place)
    if before in _FILLERS or before in _NAMING:
        _named(words, place)
    if words.reading.gaps[place] in _ITEMS:
        _listed(words, place)


def _named(words: _Words, place: int) -> None:
    """ "nickname of Biscuit", "calls himself Tank", "Tag: Reckless"."""
    reading, cued = words.reading, place - 1
    for _ in range(3):
        if reading.low(cued) not in _FILLERS or reading.low(cued) in _NAMING:
            break
        cued -= 1
    word = reading.low(cued)
    if cued < 0 or word not in _NAMING:
        return
    if word in _NAMED_ONLY and reading.low(cued + 1) not in _NAMED_ONLY[word]:
        return
    if reading.gap(place) in (" ", ' "', ": ", ': "', " (", " '"):
        words.take(place, any_two=True)


def _greeted(words: _Words, place: int) -> None:
    """ "Hi Blessed, can you", "Thanks, Finch."."""
    reading = words.reading
    if reading.low(place - 1) == "you" and reading.low(place - 2) != "thank":
        return
    if reading.gap(place) in (" ", ", ") and words.ends(place):
        words.take(place)


def _closed(words: _Words, place: int) -> None:
    """ "Best wishes, Sunny"."""
    reading, gap = words.reading, words.reading.gap(place)
    ends = place + 1 >= len(reading.atoms) or "\n" in reading.gap(place + 1)
    if ends and (gap in (", ", " - ") or "\n" in gap):
        words.take(place)


def _by_calling(words: _Words, place: int) -> None:
    """ "Orderly Officer Finch", "Coroner Steel", "OFFICER UGWU"."""
    reading, low = words.reading, words.reading.lows[place]
    if reading.gap(place) != " " or reading.in_heading(place):
        return
    if reading.atoms[place].isupper():
        words.take_shouted(place)
    elif not (past(low) or says(low)):
        words.take(place, calendar=True)


def _by_role(words: _Words, place: int) -> None:
    """ "her mate Smurf", "his dealer, Frosty, came"."""
    reading = words.reading
    if reading.capital(place - 1):
        return
    gap, after = reading.gap(place), reading.gap(place + 1)
    apart = gap == ", " and after.strip()[:1] in (",", ".", ";", ")")
    if gap in (" ", ' "') or apart or (gap == " (" and after.startswith(")")):
        words.take(place)


def _met(words: _Words, place: int) -> None:
    """ "he told Brick to wait"."""
    if words.reading.gap(place) == " " and not words.reading.starts_sentence(place):
        words.take(place)


def _by_whom(words: _Words, place: int) -> None:
    """ "spoke with Treasure", "restrained by Winter"."""
    reading = words.reading
    near = (reading.low(at) for at in range(max(0, place - 5), place - 1))
    if reading.gap(place) == " " and any(low in _TOUCHED or past(low) for low in near):
        words.take(place, calendar=reading.lows[place - 1] == "by")


def _to_whom(words: _Words, place: int) -> None:
    """ "money to Shady", "spoke to Thistle"."""
    reading = words.reading
    near = (reading.low(at) for at in range(max(0, place - 5), place - 1))
    if reading.gap(place) == " " and any(low in _SPOKEN for low in near):
        words.take(place)


def _who_is(words: _Words, place: int) -> None:
    """ "Provider contact is Blessed."."""
    reading = words.reading
    if reading.gap(place) == " " and reading.low(place - 2) in _LABELS and words.ends(place):
        words.take(place)


def _saying(words: _Words, place: int) -> None:
    """ "Storm said", "when Smiley rang"."""
    reading, low = words.reading, words.reading.lows[place]
    if reading.gap(place + 1) != " " or words.run_on(place):
        return
    if not (low.endswith(("ly", "s")) or low in _CALLINGS):
        words.take(place)


def _listed(words: _Words, place: int) -> None:
    """ "Present: Marsh, Rivers and Weir", "Author: Fox"."""
    reading = words.reading
    last = place + (reading.gap(place + 1) == " " and reading.capital(place + 1))
    after = reading.gap(last + 1)
    joined = after == " " and reading.low(last + 1) in _AND
    if last + 1 < len(reading.atoms) and not joined and after in (" ", ": ", "-"):
        return
    start = reading.text.rfind("\n", 0, reading.starts[place]) + 1
    label = _LABEL.match(reading.text, start, reading.starts[place])
    if label and label["word"].lower() in _LABELS:
        words.take(place, calendar=True)


def _rules(*sorts: tuple[frozenset[str], _Rule]) -> dict[str, tuple[_Rule, ...]]:
    """What each word calls for in the word after it."""
    rules: dict[str, tuple[_Rule, ...]] = {}
    for words, rule in sorts:
        for word in words:
            rules[word] = (*rules.get(word, ()), rule)
    return rules


_AFTER = _rules(
    (_GREETINGS | {"you"}, _greeted), (_CLOSINGS, _closed), (_CALLINGS, _by_calling),
    (_ROLES | vocabulary().kin, _by_role), (_MET, _met), (_BY, _by_whom),
    (frozenset(("to",)), _to_whom), (frozenset(("cc", "bcc")), _listed),
    (frozenset(("is", "was")), _who_is),
)  # fmt: skip
