"""What belongs to a name with a small letter or a mark, and what a shop's owner leaves on it."""

from __future__ import annotations

from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.spot import past
from workbench.disclosure.dictionary import vocabulary, word_list

TAILS = ("s", "d", "ll", "ve", "re", "m", "t")
_AFTER_OWNER = word_list("phrases.after_owner")
_BEFORE_OWNER = frozenset(("at", "with", "from", "for", "called", "to", "by", "near", "in"))
_ARTICLES = frozenset(("an", "a", "na", "nan", "t", "n", "h"))
_SONS = frozenset(("mac", "nic", "mhic", "mag", "vic", "ni", "ui", "o"))


def apart(reading: Reading, place: int) -> bool:
    """Whether a letter belongs to what stands before it: "the Regent's", "S/N Okafor"."""
    letter = len(reading.atoms[place]) == 1
    return letter and (reading.atoms[place] == "s" or reading.gap(place).endswith("/"))


def with_owned(reading: Reading, first: int, last: int) -> int:
    """Where the name ends of a shop that is called after its owner: "at Tranter's, on the gas"."""
    tail = last + 1
    if reading.low(tail) != "s" or reading.gap(tail) != "'" or reading.low(last - 1) == "s":
        return last
    if reading.lows[first] in vocabulary().titles:
        return last
    before = reading.low(first - 1) if reading.gap(first) == " " else ""
    ends = reading.gap(tail + 1) != " " or tail + 1 == len(reading.atoms)
    after = reading.low(tail + 1)
    goes_on = after in _AFTER_OWNER or past(after)
    return tail if (ends or goes_on) and (before in _BEFORE_OWNER or ends) else last


def second_half(reading: Reading, place: int) -> bool:
    """ "adatu" of "Sa'adatu"."""
    joined = reading.gap(place) == "'" and reading.capital(place - 1)
    return joined and reading.lows[place] not in TAILS


def goes_on_small(reading: Reading, place: int) -> bool:
    """Whether a small letter belongs to a name all the same."""
    if second_half(reading, place) or _small_after_hyphen(reading, place):
        return True
    return _of_gaels(reading, place)


def _of_gaels(reading: Reading, place: int) -> bool:
    """ "an" of "Mac an Bhaird", "an t-" of "Mac an t-Saoir", "a" of "Nic a' Phi"."""
    if reading.lows[place] not in _ARTICLES or place + 1 >= len(reading.atoms):
        return False
    first, last = place, place
    while reading.low(first - 1) in _ARTICLES and first:
        first -= 1
    while reading.low(last + 1) in _ARTICLES:
        last += 1
    return reading.low(first - 1) in _SONS and reading.capital(last + 1)


def _small_after_hyphen(reading: Reading, place: int) -> bool:
    """ "woo" of "Ji-woo Park": the second half of a given name before a family name."""
    atom, before = reading.atoms[place], reading.atom(place - 1)
    if reading.gap(place) != "-" or len(atom) > 5 or len(before) > 5:
        return False
    return atom.islower() and reading.gap(place + 1) == " " and reading.capital(place + 1)
