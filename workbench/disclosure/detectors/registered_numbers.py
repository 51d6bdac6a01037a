"""Numbers and addresses that the register holds for a person, however they are spaced."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

import ahocorasick_rs

from workbench.disclosure.detectors.dates import read_days
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.normalise import folded
from workbench.disclosure.register import Register

_SHORTEST = 4


class RegisteredNumbers:
    """A detector of the identifiers and birthdays of registered people."""

    def __init__(self, register: Register) -> None:
        owners: dict[str, str] = {}
        for entity in register.entities:
            if entity.keep:
                continue
            for identifier in entity.identifiers:
                key = folded(identifier)
                if len(key) >= _SHORTEST:
                    owners.setdefault(key, entity.id)
        self._owners = owners
        self._keys = sorted(owners)
        self._automaton = ahocorasick_rs.AhoCorasick(self._keys) if self._keys else None
        self._born = {
            (entity.born.day, entity.born.month, entity.born.year): entity.id
            for entity in register.entities
            if entity.born is not None and not entity.keep
        }

    def __call__(self, reading: Reading) -> Iterator[Found]:
        """Registered identifiers in this text."""
        if self._automaton is not None:
            squeezed, begins = reading.squeezed
            for key, start, end in self._automaton.find_matches_as_indexes(
                squeezed, overlapping=True
            ):
                first, last = bisect_right(begins, start) - 1, bisect_left(begins, end) - 1
                if self._stands_alone(
                    reading, first, last, start - begins[first], begins[last + 1] - end
                ):
                    owner = self._owners[self._keys[key]]
                    yield Found(
                        reading.starts[first],
                        reading.ends[last],
                        Kind.NUMBER,
                        owner,
                        rule="registered",
                    )

    def births(self, reading: Reading, days: Iterable[Found]) -> Iterator[Found]:
        """Of the days found those on which a registered person was born."""
        for found in days if self._born else ():
            if found.kind in (Kind.DATE, Kind.BIRTH_DATE):
                words = reading.text[found.start : found.end]
                for _, _, day in read_days(words):
                    year = day.year or 0
                    # "1/1/40" may be of either century.
                    years = (year,) if str(year) in words else (year, year - 100, year + 100)
                    owners = (self._born.get((day.day, day.month, one)) for one in years)
                    owner = next(filter(None, owners), None)
                    if owner:
                        born = Kind.BIRTH_DATE
                        yield Found(found.start, found.end, born, owner, rule="registered")

    @staticmethod
    def _stands_alone(reading: Reading, first: int, last: int, before: int, after: int) -> bool:
        """A match may begin or end inside a word only where a letter meets a digit there."""
        for place, cut, at_end in ((first, before, False), (last, after, True)):
            if cut:
                atom = reading.atoms[place]
                edge = len(atom) - cut if at_end else cut
                if atom[edge - 1].isdigit() == atom[edge].isdigit():
                    return False
        gaps = (reading.gap(place) for place in range(first + 1, last + 1))
        return all(len(gap.strip()) <= 2 for gap in gaps)
