"""Whether a word in small letters stands where somebody is named.

Only words that are forms of somebody registered are tried here, so that it is safe to believe much:
"spoke with field re school", "hi sue", "long said she was ok", "from dawn x".
"""

from __future__ import annotations

from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.spot import (
    ABSTRACT,
    AUXILIARIES,
    DETERMINERS,
    PERSON_BEFORE,
    PERSON_VERBS,
)
from workbench.disclosure.dictionary import vocabulary, word_list

_GREETING = word_list("told.greetings")
_MET = word_list("told.met")
_WITH = frozenset(("with", "to", "from", "by", "for", "re", "about", "w", "via", "per"))
_TOUCHING = word_list("context.touching") | word_list("small.spoken") | word_list("told.met")
_AFTER = word_list("context.after_touch") | word_list("told.after")
_DOES = word_list("context.does") | word_list("told.does")
_STATES = word_list("context.states") | word_list("told.does") | {"back", "in", "out", "at"}
_WHOM = PERSON_BEFORE | word_list("told.whom")
KISSES = frozenset(("x", "xx", "xxx", "xoxo"))
_KIN = vocabulary().kin - {"step", "half", "great", "child", "children"}
_AND = frozenset(("and", "n", "or", "nor"))
_BESIDE = frozenset(("me", "mum", "mam", "dad", "him", "her", "you", "us", "them"))


def acts_or_is_met(reading: Reading, first: int, last: int) -> bool:
    """Whether what stands beside several words says that they name somebody."""
    before = reading.low(first - 1) if first and reading.gap(first) == " " else ""
    after = reading.low(last + 1) if reading.gap(last + 1) == " " else ""
    if before in _MET or before in _GREETING:
        return True
    if before in _WITH and reading.low(first - 2) in _TOUCHING:
        return True
    acts = after in PERSON_VERBS or after in _DOES or after in AUXILIARIES
    return acts and (not before or before in _WHOM)


def named_here(reading: Reading, place: int) -> bool:
    """Whether what stands beside a word says that it is somebody's name."""
    before = reading.low(place - 1) if place and reading.gap(place) == " " else ""
    if before in vocabulary().titles or before in _KIN:
        return True
    if before in DETERMINERS and before not in ("that", "her"):
        return False
    return (
        _greeted(reading, place, before)
        or _met(reading, place, before)
        or _acts(reading, place, before)
        or _by_itself(reading, place)
        or _beside_somebody(reading, place, before)
    )


def _ends(reading: Reading, place: int) -> bool:
    """Whether nothing more is said of the word in its sentence or line."""
    after = reading.gap(place + 1)
    last = place + 1 == len(reading.atoms) or reading.low(place + 1)[:1].isdigit()
    return last or after.strip(" ")[:1] in tuple('.,;:?!)\n|/"') or reading.low(place + 1) in KISSES


def _greeted(reading: Reading, place: int, before: str) -> bool:
    """ "hi sue", "thanks field," """
    if before == "from" and reading.low(place + 1) in KISSES:
        return True
    return before in _GREETING and _ends(reading, place)


def _met(reading: Reading, place: int, before: str) -> bool:
    """ "told long to ring", "spoke with waters re school", "call from branch"."""
    goes_on = _ends(reading, place) or reading.low(place + 1) in _AFTER
    if before in _MET:
        return goes_on and reading.low(place - 2) not in DETERMINERS  # "a phone bill"
    return before in _WITH and reading.low(place - 2) in _TOUCHING and goes_on


def _acts(reading: Reading, place: int, before: str) -> bool:
    """ "field said that", "the text read: wood is here"."""
    after = reading.low(place + 1)
    if reading.gap(place + 1) == "'" and after == "s":
        begins = not before or before in _WHOM
        return begins and reading.gap(place + 2) == " "
    if reading.gap(place + 1) != " ":
        return False
    begins = not before or before in _WHOM
    if after in AUXILIARIES and reading.lows[place] in ABSTRACT and not before:
        return reading.low(place + 2) in _STATES  # "patience is a virtue", "hope is here"
    acts = after in PERSON_VERBS or after in _DOES or after in AUXILIARIES
    return acts and begins


def _by_itself(reading: Reading, place: int) -> bool:
    """Whether the word has a line or a cell of its own, or signs what was written."""
    before = reading.gap(place).strip(" ")
    begins = not place or before[-1:] in tuple('|\t\n"(')
    signed = before[-1:] in (".", "?", "!") and reading.low(place + 1) in KISSES
    after = reading.gap(place + 1).strip(" ")
    ends = (
        place + 1 == len(reading.atoms)
        or after[:1] in tuple('|\t\n")')
        or (reading.low(place + 1) in KISSES)
    )
    alone = begins and ends and len(reading.atoms) > 1
    return alone or signed


def _beside_somebody(reading: Reading, place: int, before: str) -> bool:
    """ "me and rose", "bill n carol came"."""
    names = vocabulary().given_words
    if before in _AND:
        other = reading.low(place - 2)
        return other in _BESIDE or other in names or other in vocabulary().kin
    after, other = reading.low(place + 1), reading.low(place + 2)
    return (
        reading.gap(place + 1) == " "
        and after in _AND
        and (other in ("me", "mum", "mam", "dad", "his", "her") or other in names)
    )
