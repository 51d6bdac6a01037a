"""People who are called by a word that no list of names has ("Mouse", "Smiley", "Finch"): the place
says that somebody is meant, and then whatever word stands there is asked about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence

from workbench.disclosure.detectors import names_after, names_in_place
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.recent import Recent
from workbench.disclosure.detectors.words_met import (
    AND,
    CALLINGS,
    LISTED,
    MAY_NAME,
    Words,
    may_be_met,
)
from workbench.disclosure.dictionary import vocabulary, word_list

_NAMING = word_list("word_names.naming")
_FILLERS = word_list("word_names.naming_fillers")
_GREETINGS = word_list("word_names.greetings")
_CLOSINGS = word_list("word_names.closings")
_ROLES = word_list("word_names.roles")
_MET = word_list("word_names.met")
_SAID = word_list("word_names.said")
_BY = frozenset(("by", "with", "from"))
MET = "="  # before a word that named somebody
_ALSO = frozenset(("aka", "alias"))
_OF_KIN = frozenset(("baby", "twins", "siblings", "brothers", "sisters", "father", "sister"))
_RANKS = word_list("beside.callings")
_ITEMS = frozenset((": ", ", ", "; ", "/", " / ", " & ", " + ", ":\t", " - ", ":  "))
_Rule = Callable[[Words, int], None]


def word_names(
    reading: Reading, found: Sequence[Found], shown: frozenset[str], recent: Recent
) -> Iterator[Found]:
    """Words with a capital where somebody's name is said, besides what was found already."""
    places = reading.called(MAY_NAME)
    if not places:
        return
    _keep_last_names(reading, found, recent)
    words = Words(reading, found, shown)
    if _look(words, places, recent):
        words.beside_all()
    named = {reading.lows[place] for place in words.places()}
    for low in named:
        recent.meet(MET + low)
    for place in places if named else ():
        if reading.lows[place] in named:
            words.take(place, calendar=True)
    yield from words.taken()


def _look(words: Words, places: Sequence[int], recent: Recent) -> bool:
    """Look at each word by itself; whether any is joined to others."""
    reading, lows, joined = words.reading, words.reading.lows, False
    for place in places:
        before = lows[place - 1] if place else ""
        if recent.met(MET + lows[place]):
            words.take(place, calendar=True)
            continue
        if not words.covered(place):
            for rule in _AFTER.get(before, ()):
                rule(words, place)
            _asked_for(words, place, before)
        joined = joined or before in AND or reading.low(place + 1) in AND
        joined = joined or reading.gaps[place] in LISTED or reading.gaps[place + 1] in LISTED
    return joined


def _keep_last_names(reading: Reading, found: Sequence[Found], recent: Recent) -> None:
    """Keeps in mind a family name that is a word: "DC Onions", and later "Onions told us"."""
    for one in found:
        if one.certain or one.kind not in (Kind.UNKNOWN, Kind.PLACE):
            continue
        first, last = bisect_left(reading.starts, one.start), bisect_left(reading.ends, one.end)
        for place in range(first, last + 1):
            alone = one.kind is Kind.UNKNOWN or first == last
            family = (alone and place == last) or reading.gaps[place + 1] == ", "
            if family and may_be_met(reading.atoms[place]):
                recent.meet(MET + reading.lows[place])


def _asked_for(words: Words, place: int, before: str) -> None:
    """What is seen further off: who is greeted, named, listed, and who says something."""
    reading = words.reading
    after = reading.low(place + 1)
    if after in _SAID:
        names_after.saying(words, place)
    elif reading.gap(place + 1) in (" (", ", ") or after in _ALSO:
        names_in_place.told_after(words, place)
    if before in _FILLERS or before in _NAMING:
        names_after.named(words, place)
    gap = reading.gaps[place]
    if len(before) == 1 and gap in (". ", ".", " "):
        names_in_place.initialled(words, place)
    rule = _BY_GAP.get(gap) or _BY_MARK.get(gap.rstrip(" ")[-1:])
    if rule is not None:
        rule(words, place)


def _rules(*sorts: tuple[frozenset[str], _Rule]) -> dict[str, tuple[_Rule, ...]]:
    """What each word calls for in the word after it."""
    rules: dict[str, tuple[_Rule, ...]] = {}
    for words, rule in sorts:
        for word in words:
            rules[word] = (*rules.get(word, ()), rule)
    return rules


_BY_GAP: Mapping[str, _Rule] = {
    **dict.fromkeys(_ITEMS, names_in_place.listed),
    ". ": names_in_place.signed,
    " ": names_in_place.within,
    '" ': names_in_place.within,
    ") ": names_in_place.within,
}
_BY_MARK: Mapping[str, _Rule] = {
    '"': names_in_place.quoted,
    "|": names_in_place.in_last_cell,
    "\t": names_in_place.in_last_cell,
}
_AFTER = _rules(
    (_GREETINGS | {"you"}, names_after.greeted),
    (_CLOSINGS, names_after.closed),
    (CALLINGS, names_after.by_calling),
    (frozenset(("our", "wor")), names_after.ours),
    (_ROLES | vocabulary().kin, names_after.by_role),
    (_MET, names_after.met),
    (_BY, names_after.by_whom),
    (frozenset(("to",)), names_after.to_whom),
    (frozenset(("cc", "bcc")), names_in_place.listed),
    (frozenset(("is", "was")), names_after.who_is),
    (_OF_KIN, names_after.of_kin),
    (_RANKS, names_after.by_rank),
)
