"""Places made of plain words among capitals throughout, as in logs: "OUTSIDE RED LION"."""

from __future__ import annotations

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.kinds import BRANDS, ENDS_PLACE, PICTURES, own_word
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import vocabulary, word_list

_PLACED = word_list("shouted.placed")
_NOT_ALONE = word_list("bodies.not_alone")
_PICTURED = PICTURES - _NOT_ALONE - word_list("shouted.no_pictures")
_MADE_OF = PICTURES | BRANDS | ENDS_PLACE
_NO_NAMES = word_list("shouted.no_names")


def _tells(atom: str) -> bool:
    """Whether a word in capitals is one of which places are called."""
    return len(atom) > 3 and atom.isupper() and atom.lower() in _PICTURED | ENDS_PLACE


SHOUTED_CUE = cue(shape=_tells, as_written=True)


def shouted_places(reading: Reading) -> list[Found]:
    """ "OUTSIDE RED LION", "STAR CARPARK", "AT THE JOLLY SAILOR"."""
    found: list[Found] = []
    done = -1
    for place in reading.called(SHOUTED_CUE):
        if place <= done or not reading.shouted(place):
            continue
        first, last = _row(reading, place)
        done = last
        if _is_place(reading, first, last):
            start = first - (reading.atom(first - 1) == "THE")
            begin, end = reading.starts[start], reading.ends[last]
            found.append(Found(begin, end, Kind.PLACE, certain=False, rule="body"))
    return found


def _row(reading: Reading, place: int) -> tuple[int, int]:
    first = last = place
    while reading.gap(first) == " " and _belongs(reading, first - 1):
        first -= 1
    while reading.gap(last + 1) == " " and _belongs(reading, last + 1):
        last += 1
    return first, last


def _belongs(reading: Reading, place: int) -> bool:
    atom, low = reading.atom(place), reading.low(place)
    if len(atom) < 3 or not atom.isupper() or low in _NO_NAMES:
        return False
    return low in PICTURES or low in BRANDS or low in ENDS_PLACE or own_word(low)


def _is_place(reading: Reading, first: int, last: int) -> bool:
    lows = reading.lows[first : last + 1]
    if vocabulary().starts_phrase(tuple(lows)) >= len(lows):
        return False
    before = reading.low(first - 1)
    placed = before in _PLACED or (before == "the" and reading.low(first - 2) in _PLACED)
    seen = any(low in _PICTURED for low in lows)
    if len(lows) == 1:
        return placed and before != "the" and seen
    made = lows[0] in BRANDS or lows[0] in PICTURES or own_word(lows[0])
    whole = all(low in _MADE_OF for low in lows)
    return (seen and (placed or whole)) or (placed and made and lows[-1] in ENDS_PLACE)
