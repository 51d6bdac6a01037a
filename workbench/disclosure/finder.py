"""Everything that could identify someone in a text, each thing once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from workbench.disclosure.detectors.address_ends import DWELLING_CUES, dwellings, lengthened
from workbench.disclosure.detectors.ages import ages
from workbench.disclosure.detectors.bodies import BODY_CUE, bodies
from workbench.disclosure.detectors.classes import Classes
from workbench.disclosure.detectors.columns import by_column
from workbench.disclosure.detectors.damaged import damaged
from workbench.disclosure.detectors.dates import DATE_CUES, dates
from workbench.disclosure.detectors.feasts import FEAST_CUES, feasts
from workbench.disclosure.detectors.found import Detector, Found, Kind
from workbench.disclosure.detectors.index import index_of
from workbench.disclosure.detectors.lettered import lettered, strange_letters
from workbench.disclosure.detectors.met_before import met_before
from workbench.disclosure.detectors.names import hits
from workbench.disclosure.detectors.numbers import net_names, numbers
from workbench.disclosure.detectors.overlaps import widened, without_overlaps
from workbench.disclosure.detectors.people import Recent, people
from workbench.disclosure.detectors.places import (
    ADDRESS_CUES,
    ELSEWHERE,
    SMALL_PLACE_CUES,
    addresses,
    small_places,
)
from workbench.disclosure.detectors.postal import POSTAL_CUES, postal
from workbench.disclosure.detectors.reading import DIGITS, Reading
from workbench.disclosure.detectors.registered_numbers import RegisteredNumbers
from workbench.disclosure.detectors.runs import RUN_CUES, runs
from workbench.disclosure.detectors.said_numbers import SAID_CUES, said_numbers
from workbench.disclosure.detectors.sexes import Sexes
from workbench.disclosure.detectors.shapes import shapes
from workbench.disclosure.detectors.short_days import SHORT_DAY_CUES, short_days
from workbench.disclosure.detectors.shouted import SHOUTED_CUE, shouted_places
from workbench.disclosure.detectors.signatures import signatures
from workbench.disclosure.detectors.signs import SIGN_CUES, signs
from workbench.disclosure.detectors.slips import Slips, slips
from workbench.disclosure.detectors.small_letters import SmallLetters
from workbench.disclosure.detectors.spoken import SPOKEN_CUES, spoken
from workbench.disclosure.detectors.strangers import Strangers
from workbench.disclosure.detectors.unexplained import unexplained
from workbench.disclosure.detectors.unknown import Unknown
from workbench.disclosure.detectors.word_names import word_names
from workbench.disclosure.normalise import ATOM, Passage, atoms_of, passage_of
from workbench.disclosure.register import Register

# The detectors of patterns, each with the words for which it waits, if it waits for any.
PATTERNS: tuple[tuple[int, Detector], ...] = (
    (0, net_names),
    (DIGITS, numbers),
    (DATE_CUES, dates),
    (SHORT_DAY_CUES, short_days),
    (FEAST_CUES, feasts),
    (ADDRESS_CUES, addresses),
    (POSTAL_CUES, postal),
    (DWELLING_CUES, dwellings),
    (SMALL_PLACE_CUES, small_places),
    (SIGN_CUES, signs),
    (SPOKEN_CUES, spoken),
    (SAID_CUES, said_numbers),
    (0, shapes),
    (RUN_CUES, runs),
    (BODY_CUE, bodies),
    (SHOUTED_CUE, shouted_places),
)


_LONG, _SHORT = 2_000, 150  # characters: most of a page, and a paragraph worth its own reading
_APART = re.compile(r"\n\s*\n|(?<=[^\W\d_]{3}[.!?])\n")


class Finder:
    """All detectors, made ready for one register."""

    def __init__(self, register: Register) -> None:
        self.index = index_of(register)
        self._slips = Slips(self.index)
        self._unknown = Unknown(self.index)
        self._classes = Classes(self.index, self._slips, self._unknown)
        self._strangers = Strangers(self.index, self._unknown.plain)
        self._small = SmallLetters(self.index, self._unknown.plain)
        self._numbers = RegisteredNumbers(register)
        self._sexes = Sexes(register)
        self._checked: dict[str, bool] = {}

    def find(self, text: str | Passage, recent: Recent | None = None) -> list[Found]:
        """What is found in one text, in order; ``recent`` carries on from the text before."""
        passage = passage_of(text) if isinstance(text, str) else text
        recent = recent or Recent()
        if len(passage.text) <= _LONG:
            return self._find(passage, recent)
        found: list[Found] = []
        for start, end in _parts(passage.text):
            part = passage.text[start:end]
            within = self._find(Passage(part, part), recent)
            found += [one._replace(start=one.start + start, end=one.end + start) for one in within]
        return found

    def _find(self, passage: Passage, recent: Recent) -> list[Found]:
        reading = self._classes.mark(Reading(passage))
        if not reading.atoms:
            return []
        named = self.names(reading, recent)
        patterned = self._patterned(reading)
        if patterned and named:
            patterned = [one for one in patterned if not self._said_already(reading, one, named)]
        found = widened(reading, named, patterned)
        unknown = [*self._unknown(reading, found), *self._small(reading)]
        unknown += strange_letters(reading, self.index)
        unknown += word_names(reading, [*found, *unknown], self.index.shown, recent)
        unknown += unexplained(reading, found)
        places = [one for one in found if one.kind is Kind.PLACE and one.entity is None]
        unknown += met_before(reading, [*places, *unknown], recent)
        unknown += by_column(reading, [*found, *unknown], self.index.shown)
        unknown += signatures(reading, [*found, *unknown], self.index, recent)
        return without_overlaps(reading, found + unknown) if unknown else found

    def _said_already(self, reading: Reading, place: Found, named: list[Found]) -> bool:
        """Whether a place known by its kind is somebody or somewhere registered, with plain words
        beside it: "Although Fernbank Surgery", "George and Mr Fields"."""
        if place.certain or place.kind not in (Kind.PLACE, Kind.ADDRESS):
            return False
        within = [
            one for one in named if one.certain and one.start < place.end and place.start < one.end
        ]
        first, last = (
            bisect_left(reading.starts, place.start),
            bisect_left(reading.starts, place.end),
        )
        rest = [
            at
            for at in range(first, last)
            if all(reading.ends[at] <= one.start or one.end <= reading.starts[at] for one in within)
        ]
        if last - 1 in rest and self._elsewhere(reading.lows[last - 1], within):
            return False
        atoms = [reading.atoms[at] for at in rest]
        return bool(within) and all(atom.isalpha() and self._unknown.plain(atom) for atom in atoms)

    def _elsewhere(self, head: str, within: list[Found]) -> bool:
        """ "Elmfield District Hospital", where only Elmfield School is registered."""
        known = (self.index.register.entity(one.entity) for one in within)
        return head in ELSEWHERE and all(
            entity is not None and head not in atoms_of(entity.name) for entity in known
        )

    def telling(
        self, passage: Passage, found: list[Found], recent: Recent, *, ages_too: bool
    ) -> list[Found]:
        """What is found and, besides, ages and words that tell a sex which is withheld."""
        if not (ages_too or self._sexes):
            return found
        reading = self._classes.mark(Reading(passage))
        more = list(ages(reading, found)) if ages_too else []
        if self._sexes:
            sexes, recent.topic = self._sexes(reading, found, recent.topic)
            more += sexes
        return sorted([*found, *more], key=lambda one: one.start)

    def suggestions(self, words: str) -> tuple[str, ...]:
        """Whom the words might mean: the entities that share a name with them, or nearly."""
        met: dict[str, None] = {}
        for low in atoms_of(words):
            for form in self.index.singles.get(low, ()) or self._slips.forms_like(low):
                met.setdefault(form.entity)
        return tuple(met)

    def names_in(self, words: str) -> bool:
        """Whether a replacement holds a registered name that must not leave."""
        known = self._checked.get(words)
        if known is None:
            named = self.names(self._classes.mark(Reading(words)), Recent())
            entities = (self.index.register.entity(one.entity) for one in named if one.certain)
            known = any(entity is None or not entity.keep for entity in entities)
            self._checked[words] = known
        return known

    def names(self, reading: Reading, recent: Recent) -> list[Found]:
        """The registered names of a text."""
        met = hits(reading, self.index)
        met += lettered(reading, self.index)
        met += slips(reading, self.index, self._slips)
        met += damaged(reading, self.index)
        return people(reading, met, self.index, recent, self._strangers)

    def _patterned(self, reading: Reading) -> list[Found]:
        """What is known by its pattern, and the numbers that the register holds."""
        found = list(self._numbers(reading))
        for waits_for, detector in PATTERNS:
            if not waits_for or reading.calls & waits_for:
                found += detector(reading)
        if not found:
            return found
        found = lengthened(reading, found)
        found.extend(list(self._numbers.births(reading, found)))
        return [one for one in found if not self._shown(reading, one)]

    def _shown(self, reading: Reading, place: Found) -> bool:
        """Whether a place known by its kind is one of those that a report gives instead."""
        if place.certain or place.kind not in (Kind.PLACE, Kind.ADDRESS):
            return False
        words = ATOM.findall(reading.text[place.start : place.end].lower())
        return all(low in self.index.shown for low in words)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """A long text in parts that no name or number can cross, so that each is read as quickly."""
    begun = 0
    for match in _APART.finditer(text):
        if match.end() - begun >= _SHORT:
            yield begun, match.end()
            begun = match.end()
    yield begun, len(text)


@lru_cache(maxsize=4)
def finder_of(register: Register) -> Finder:
    """The finder of a register, made once."""
    return Finder(register)
