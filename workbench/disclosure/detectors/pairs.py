"""Names made of two words of the language: "Grant Hill", "Daisy Fox"."""

from __future__ import annotations

from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.spot import ABSTRACT, AUXILIARIES, says
from workbench.disclosure.dictionary import vocabulary, word_list

_FROM = word_list("pairs.from")
_WHO = word_list("pairs.who")


def pair(reading: Reading, place: int) -> bool:
    """Whether a given name that is a word stands before a family name that is one, and what
    stands around the two is said of a person."""
    known, last = vocabulary(), place + 1
    if (
        reading.gap(last) != " "
        or not reading.capital(last)
        or reading.lows[last] in known.calendar
    ):
        return False
    if reading.lows[last] not in known.families or reading.shouted(place):
        return False
    beside = reading.gap(last + 1) == " " and reading.capital(last + 1)
    run_on = place > 0 and reading.gap(place) == " " and reading.capital(place - 1)
    if beside or (run_on and not reading.starts_sentence(place - 1)):
        return False
    return _of_a_person(reading, place, last)


def firm(reading: Reading, place: int) -> bool:
    """Whether a firm is called after its owners: "Parry Lift & Access", "Sterling & Moss"."""
    if "&" not in reading.text:
        return False
    known, low = vocabulary(), reading.lows[place]
    owner = low in known.families or low in known.names or low in known.given_words
    if not owner or low in known.professional or reading.in_heading(place):
        return False
    last = place
    while last < place + 2 and reading.gap(last + 1) == " " and reading.capital(last + 1):
        last += 1
    return reading.gap(last + 1) == " & " and reading.capital(last + 1)


def _of_a_person(reading: Reading, first: int, last: int) -> bool:
    after, gap = reading.low(last + 1), reading.gap(last + 1)
    thing = reading.lows[first] in ABSTRACT or reading.lows[first] in vocabulary().calendar
    if gap == "'" and after == "s":
        return not thing
    if gap == " " and (says(after) or (after in AUXILIARIES and not thing)):
        return True
    if gap.startswith((", ", " (")) and (after in _WHO or after.isdigit()):
        return True
    before = reading.low(first - 1)
    if reading.starts_sentence(first):
        return False
    return reading.gap(first) in (" ", ": ") and before in _FROM
