"""Strangers met again in a shorter form: by the initials that were said to be theirs, and in small
letters after they had a capital."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.meant import STRANGER, Recent
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import vocabulary

_SHORTEST = 3


def met_before(reading: Reading, unknown: Iterable[Found], recent: Recent) -> Iterator[Found]:
    """Whoever was met before in this paper, or is introduced here with initials."""
    for one in unknown:
        _remember(reading, one, recent)
    if not recent.strangers.isdisjoint(reading.atoms):
        for place, atom in enumerate(reading.atoms):
            if atom in recent.strangers:
                start, end = reading.starts[place], reading.ends[place]
                yield Found(start, end, Kind.UNKNOWN, certain=False, rule="met before")


def _remember(reading: Reading, one: Found, recent: Recent) -> None:
    """Keeps in mind the words of a name, and the letters in brackets after it."""
    known = vocabulary()
    first, last = bisect_left(reading.starts, one.start), bisect_left(reading.ends, one.end)
    lows = reading.lows[first : last + 1]
    for low in lows:
        plain = any(
            low in some for some in (known.ordinary, known.rare, known.professional, known.kin)
        )
        if len(low) >= _SHORTEST and low.isalpha() and not plain:
            recent.strangers.add(low)
    letters, place = reading.atom(last + 1), last + 1
    beside = reading.gap(place) == " (" and reading.gap(place + 1).startswith(")")
    if not (beside and letters.isupper() and 1 < len(letters) <= 4 and len(lows) > 1):
        return
    if letters in known.acronyms or letters in recent.letters:
        return
    if letters.lower() in ("".join(low[0] for low in lows), lows[0][0] + lows[-1][0]):
        recent.letters[letters] = STRANGER
        recent.strangers.add(letters)
