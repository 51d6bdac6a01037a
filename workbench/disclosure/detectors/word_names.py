"""People who are called by a word that no list of names has ("Mouse", "Smiley", "Finch"): the place
says that somebody is meant, and then whatever word stands there is asked about."""

from __future__ import annotations

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
_NAMING_FILLERS = word_list("word_names.naming_fillers")
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
_LISTED = (", ", "; ", "/", " / ", " & ", " + ")
_AND = ("and", "or")
_KEPT = (Kind.UNKNOWN, Kind.PERSON)


def word_names(
    reading: Reading, found: Sequence[Found], shown: frozenset[str]
) -> Iterator[Found]:
    """Words with a capital where somebody's name is said, besides what was found already."""
    words = _Words(reading, found, shown)
    for place in reading.called(WORD_NAME_CUES):
        for rule in _RULES.get(reading.lows[place], ()):
            rule(words, place)
    for one in found:
        if one.kind in _KEPT:
            first = bisect_left(reading.starts, one.start)
            words.beside(first, bisect_left(reading.ends, one.end))
    for first, last in words.pairs():
        words.beside(first, last)
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

    def pairs(self) -> list[tuple[int, int]]:
        """The first and the last word of each."""
        return list(self._taken.items())

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

    def nameable(self, place: int, *, calendar: bool = False) -> bool:
        """Whether a word could name somebody: no word of the trade or of grammar."""
        atom, low = self.reading.atom(place), self.reading.low(place)
        if len(atom) < 3 or not atom.isalpha() or not atom[0].isupper():
            return False
        if not atom[1:].islower() or low in _NOBODY or low in self._shown:
            return False
        known = vocabulary()
        if low in known.calendar and not (calendar and low in known.given_words):
            return False
        trade = low in trade_words() or low in _CALLINGS or low.endswith(_OF_ROLES)
        if trade and not (_likely(low) and low not in known.professional):
            return False
        return not self._covered(place)

    def _covered(self, place: int) -> bool:
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
        if place >= len(reading.atoms) or gap.strip()[:1] in (",", ";", ".", ")", "|") or "\n" in gap:
            return True
        return gap == " " and reading.low(place) in _AND and reading.capital(place + 1)

    def _last_before(self, place: int) -> int | None:
        reading, gap = self.reading, self.reading.gap(place)
        if gap == " " and reading.low(place - 1) in _AND and reading.gap(place - 1) == " ":
            return place - 2 if place > 1 and not self._run_on(place - 2) else None
        if gap in (" & ", " + ", "/") and reading.low(place - 1) not in _COLOURS:
            return place - 1 if place and not self._run_on(place - 1) else None
        alone = reading.gap(place + 1) != " " or not reading.capital(place + 1)
        if gap == ", " and alone and place and not self._run_on(place - 1):
            before = reading.gap(place - 1)
            begins = before in (", ", "; ", ": ", " (") or before.endswith("(")
            return place - 1 if begins else None
        return None

    def _run_on(self, place: int) -> bool:
        """Whether a capital or an article stands before: "the Jubilee and Shabnam"."""
        before = self.reading.capital(place - 1) or self.reading.low(place - 1) in DETERMINERS
        return place > 0 and self.reading.gap(place) == " " and before

    def ends(self, place: int) -> bool:
        """Whether nothing is said of the word: a mark, a line's end or the text's follows."""
        gap = self.reading.gap(place + 1)
        return place + 1 >= len(self.reading.atoms) or gap != " "


def _likely(low: str) -> bool:
    """Whether a word is a given name too, or the family name of many."""
    return low in vocabulary().given_words or may_be_family(low)


_Rule = Callable[[_Words, int], None]


def _named(words: _Words, place: int) -> None:
    """ "nickname of Biscuit", "calls himself Tank", "Tag: Reckless"."""
    reading, cued, place = words.reading, words.reading.lows[place], place + 1
    if cued in _NAMED_ONLY and reading.low(place) not in _NAMED_ONLY[cued]:
        return
    for _ in range(3):
        if reading.low(place) not in _NAMING_FILLERS or reading.capital(place):
            break
        place += 1
    if reading.gap(place) in (" ", ' "', ": ", ': "', " (", " '"):
        words.take(place, any_two=True)


def _greeted(words: _Words, place: int) -> None:
    """ "Hi Blessed, can you", "Thanks, Finch."."""
    reading, place = words.reading, place + 1
    if reading.low(place) == "you" and reading.low(place - 1) == "thank":
        place += 1
    if reading.gap(place) in (" ", ", ") and words.ends(place):
        words.take(place)


def _closed(words: _Words, place: int) -> None:
    """ "Best wishes, Sunny"."""
    reading, gap = words.reading, words.reading.gap(place + 1)
    after = reading.gap(place + 2)
    ends = place + 2 >= len(reading.atoms) or "\n" in after
    if ends and (gap in (", ", " - ") or "\n" in gap):
        words.take(place + 1)


def _by_calling(words: _Words, place: int) -> None:
    """ "Orderly Officer Finch", "Coroner Steel"."""
    reading, name = words.reading, place + 1
    if reading.gap(name) != " " or reading.in_heading(place):
        return
    atom, known = reading.atom(name), vocabulary()
    if reading.shouted(place) and atom.isupper() and len(atom) > 3:
        low = reading.low(name)
        strange = low not in known.ordinary and atom not in known.acronyms
        if strange and low not in known.professional and not words._covered(name):
            words._taken[name] = name
        return
    if not (past(reading.low(name)) or says(reading.low(name))):
        words.take(name, calendar=True)


def _by_role(words: _Words, place: int) -> None:
    """ "her mate Smurf", "his dealer, Frosty, came"."""
    reading, name = words.reading, place + 1
    if reading.capital(place):
        return
    gap, after = reading.gap(name), reading.gap(name + 1)
    apart = gap == ", " and after.strip()[:1] in (",", ".", ";", ")")
    if gap in (" ", ' "') or apart or (gap == " (" and after.startswith(")")):
        words.take(name)


def _met(words: _Words, place: int) -> None:
    """ "he told Brick to wait"."""
    if words.reading.gap(place + 1) == " " and not words.reading.starts_sentence(place + 1):
        words.take(place + 1)


def _by_whom(words: _Words, place: int) -> None:
    """ "spoke with Treasure", "restrained by Winter", "money to Shady"."""
    reading = words.reading
    near = (reading.low(at) for at in range(max(0, place - 4), place))
    if reading.gap(place + 1) == " " and any(low in _TOUCHED or past(low) for low in near):
        words.take(place + 1, calendar=reading.lows[place] == "by")


def _to_whom(words: _Words, place: int) -> None:
    """ "money to Shady", "spoke to Thistle"."""
    reading = words.reading
    near = (reading.low(at) for at in range(max(0, place - 3), place))
    if reading.gap(place + 1) == " " and any(low in _SPOKEN for low in near):
        words.take(place + 1)


def _saying(words: _Words, place: int) -> None:
    """ "Storm said", "when Smiley rang"."""
    reading, name = words.reading, place - 1
    low = reading.low(name)
    if not place or reading.gap(place) != " " or words._run_on(name):
        return
    if low.endswith("ly") or low.endswith("s") or low in _CALLINGS:
        return
    words.take(name)


def _listed(words: _Words, place: int) -> None:
    """ "Present: Marsh, Rivers and Weir", "Author: Fox"."""
    reading = words.reading
    if reading.low(place + 1) in ("is", "was") and words.ends(place + 2):
        words.take(place + 2)  # "Provider contact is Blessed."
        return
    line = reading.text.rfind("\n", 0, reading.starts[place]) + 1
    begins = reading.starts[place] - line < 24 or reading.starts_sentence(place)
    begins = begins or reading.gap(place)[-1:] in ("|", "\t", "(") or "  " in reading.gap(place)
    told = reading.gap(place + 1).strip(" \t") in (":", "-") or reading.lows[place] == "cc"
    if not begins or not told:
        return
    at, end = place + 1, len(reading.atoms)
    while at < end and "\n" not in reading.gap(at):
        if _item_ends(reading, at) or (reading.capital(at + 1) and _item_ends(reading, at + 1)):
            words.take(at, calendar=True)
        at += 1
        while at < end and reading.gap(at) not in _LISTED and "\n" not in reading.gap(at):
            if reading.low(at - 1) in _AND:
                break
            at += 1


def _item_ends(reading: Reading, place: int) -> bool:
    gap = reading.gap(place + 1)
    joined = gap == " " and reading.low(place + 1) in _AND
    return place + 1 >= len(reading.atoms) or joined or gap != " " and gap != ": "


def _rules() -> dict[str, tuple[_Rule, ...]]:
    """What each word calls for."""
    sorts: tuple[tuple[frozenset[str], _Rule], ...] = (
        (_NAMING, _named), (_GREETINGS, _greeted), (_CLOSINGS, _closed), (_CALLINGS, _by_calling),
        (_ROLES | vocabulary().kin, _by_role), (_MET, _met), (_BY, _by_whom),
        (frozenset(("to",)), _to_whom), (_SAID, _saying), (_LABELS, _listed),
    )  # fmt: skip
    rules: dict[str, tuple[_Rule, ...]] = {}
    for words, rule in sorts:
        for word in words:
            rules[word] = (*rules.get(word, ()), rule)
    return rules


_RULES = _rules()
WORD_NAME_CUES = cue(_RULES.keys())
