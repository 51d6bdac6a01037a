"""What each distinct word may call for, thought about once and not at every place it stands.

Most words of a paper are plain words in small letters: of them no detector has to think at all.
"""

from __future__ import annotations

from collections import defaultdict

from workbench.disclosure.detectors.cues import cues_of
from workbench.disclosure.detectors.index import Index
from workbench.disclosure.detectors.reading import (
    CALLING,
    DIGITS,
    INITIALS,
    LETTER,
    MIXED,
    NAMED,
    PHRASE,
    SEED,
    SLIP,
    Reading,
)
from workbench.disclosure.detectors.slips import Slips
from workbench.disclosure.detectors.unknown import CALLS, Unknown
from workbench.disclosure.dictionary import vocabulary

_MOST = 300_000


class Classes(dict[str, tuple[int, ...]]):
    """The bits of each word as it is written, each by itself, for one register."""

    def __init__(self, index: Index, slips: Slips, unknown: Unknown) -> None:
        super().__init__()
        self._index, self._slips, self._unknown = index, slips, unknown

    def __missing__(self, atom: str) -> tuple[int, ...]:
        if len(self) > _MOST:
            self.clear()
        bits = self._bits(atom)
        apart = self[atom] = tuple(1 << at for at in range(bits.bit_length()) if bits >> at & 1)
        return apart

    def _bits(self, atom: str) -> int:
        low, index = atom.lower(), self._index
        bits = NAMED * index.may_name(low) | INITIALS * index.may_be_initials(atom)
        bits |= SLIP * self._slips.may_be(low) | SEED * self._unknown.may_seed(atom, low)
        bits |= CALLING * (low in CALLS or (len(atom) == 1 and atom.isupper())) | PHRASE * (
            atom[0].isupper() and low in vocabulary().phrases
        )
        bits |= MIXED * (not (atom.isalpha() or atom.isdigit())) | cues_of(atom, low)
        bits |= DIGITS * any(map(str.isdecimal, atom))
        return bits | LETTER * (len(atom) == 1 and atom.isupper())

    def mark(self, reading: Reading) -> Reading:
        """The reading, with the places that call for a thought."""
        hot: defaultdict[int, list[int]] = defaultdict(list)
        for place, atom in enumerate(reading.atoms):
            for bit in self[atom]:
                hot[bit].append(place)
        reading.hot, reading.calls = hot, sum(hot)
        return reading
