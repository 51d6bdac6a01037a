"""Places that are known by a sign, a saint, a town's name or the form of a street."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.places import (
    DULL,
    LEADS,
    NO_STREETS,
    WORD,
    WORDS,
    any_of,
    of_trade,
    with_article,
)
from workbench.disclosure.detectors.reading import Reading

_UPPER_STREET = re.compile(
    r"\b(?P<it>[A-Z]{3,}) (?:ROAD|STREET|LANE|AVENUE|CRESCENT|TERRACE|GROVE|GARDENS)\b"
)
_SHORT_STREET = re.compile(rf"\b{WORD} (?:St|Ln)\b(?=[,;)\n]|\.?$|\.\s[A-Z][^a-z])")
_WAY = re.compile(rf"\b(?:at|in|on|to|of) (?P<it>{WORD} (?:Way|Rise|Walk))\b(?! [A-Z])")
_SIGN = re.compile(
    rf"\b(?:[Tt]he (?P<it>(?:[A-Z][a-z']+ (?:and )?)?{any_of('signs')})|"
    rf"(?P<upper>THE {any_of('signs').upper()})|"
    rf"(?<=\b(?:at|to|in|by) )The (?P<at>{any_of('capital_signs')})|"
    rf"(?<=\b(?:near|from) )The (?P<of>{any_of('capital_signs')}))\b(?! [A-Z])"
)
_OUR_LADY = re.compile(
    r"\bOur Lady(?: (?:of|and) (?:the )?(?:St\.? )?[A-Z]\w+(?: [A-Z]\w+)?)?"
    r"(?: and St\.? [A-Z]\w+)?(?:'s)?"
    r"|\b(?:All (?:Saints|Souls|Hallows)|Holy (?:Trinity|Cross|Family|Rood)|Sacred Heart)\b(?:'s?)?"
)

TOWNS = frozenset(WORDS["towns"])
_TO_TOWN = frozenset(("in", "to", "from", "near", "at", "outside", "around"))


_SIGNS = cue(
    (*WORDS["signs"], *map(str.upper, WORDS["signs"]), *WORDS["capital_signs"]),
    as_written=True,
)
_STREETS = cue(
    ("St", "Ln", "Way", "Rise", "Walk", *(word.upper() for word in WORDS["streets"])),
    as_written=True,
)
_SAINTS = cue(
    ("Lady", "Saints", "Souls", "Hallows", "Trinity", "Cross", "Family", "Rood", "Heart"),
    as_written=True,
)
SIGN_CUES = _SIGNS | _STREETS | _SAINTS


def signs(reading: Reading) -> Iterator[Found]:
    """Pubs and homes after "the", churches of Our Lady, streets by their form."""
    if reading.calls & _SIGNS:
        yield from _signed(reading)
    if reading.calls & _SAINTS:
        for match in _OUR_LADY.finditer(reading.text):
            yield Found(match.start(), match.end(), Kind.PLACE, certain=False, rule="small place")
    if reading.calls & _STREETS:
        yield from _streets(reading)


def in_town(reading: Reading, place: int) -> bool:
    """ "He is in Limerick": a town that is a word too, where one would name a town."""
    if reading.lows[place] not in TOWNS or reading.low(place - 1) not in _TO_TOWN:
        return False
    beside = reading.gap(place) == " " and not reading.capital(place - 1)
    listed = reading.low(place + 1) == "and" or reading.gap(place + 1).startswith((" &", "/"))
    run_on = reading.gap(place + 1) == " " and reading.capital(place + 1)
    return beside and not listed and not run_on


def _signed(reading: Reading) -> Iterator[Found]:
    """ "by the Malt Shovel", "died at the Heath": places that have a sign and no kind."""
    for match in _SIGN.finditer(reading.text):
        start = match.start(match.lastgroup or 0)
        place = bisect_left(reading.starts, start)
        if not (reading.in_heading(place) or of_trade(reading, start, match.end())):
            start = with_article(reading, start)
            if reading.atom(place - 1) == "The" and " " not in match.group().removeprefix("The "):
                start = reading.starts[place - 1]  # "The Willows did not answer"
            yield Found(start, match.end(), Kind.PLACE, certain=False, rule="small place")


def _streets(reading: Reading) -> Iterator[Found]:
    """ "at Curlew Way", "COPPER LANE", "Boots, Bridge St."."""
    for match in _WAY.finditer(reading.text):
        first = match["it"].lower().split()[0]
        if first not in DULL and first not in LEADS:
            yield Found(match.start("it"), match.end(), Kind.ADDRESS, certain=False, rule="street")
    for match in _UPPER_STREET.finditer(reading.text):
        if match["it"].lower() not in NO_STREETS:
            yield Found(match.start(), match.end(), Kind.ADDRESS, certain=False, rule="street")
    for match in _SHORT_STREET.finditer(reading.text):
        yield Found(match.start(), match.end(), Kind.ADDRESS, certain=False, rule="street")
