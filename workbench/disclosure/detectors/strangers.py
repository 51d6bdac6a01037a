"""Names of the register that are somebody else's here, or something's: "Grace Mbeki" is not the
registered Grace Okafor, and Okafor Solicitors is nobody at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.disclosure.detectors.index import Index
from workbench.disclosure.detectors.names import Hit
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.surnames import may_be_family
from workbench.disclosure.dictionary import vocabulary, word_list
from workbench.disclosure.forms import Form, Strength
from workbench.disclosure.register import EntityKind

_THINGS = word_list("people.things_after")
_BYNAMES = frozenset(("little", "big", "old", "young", "wee", "fat", "mad", "posh"))
_CELL_BEGINS = (";", ":", "|", "•", "-", "–", "*")
_BIGGER = word_list("people.bigger_places")
_POINTS = frozenset(("north", "south", "east", "west", "royal", "great", "new", "upper", "lower"))
_PARTICLES = word_list("unknown.particles_alone")
_RULES = ("name", "word")


@dataclass(frozen=True, slots=True)
class Stranger:
    """The atoms of the whole name, and which of its words are in the register; none of them is
    kept in mind of a thing, or of somebody who may after all be registered."""

    first: int
    last: int
    names: tuple[str, ...]


class Strangers:
    """Who else has a name that is registered; ``plain`` says which words are known."""

    def __init__(self, index: Index, plain: Callable[[str], bool]) -> None:
        self._index, self._plain = index, plain

    def at(self, reading: Reading, hit: Hit) -> Stranger | None:
        """Whose or what the name at this place is, if a word beside it says that."""
        if hit.rule not in _RULES:
            return None
        places = 0
        for form in hit.forms:
            if form.initials:
                return None
            places += form.place
        if places:
            return self._bigger(reading, hit) if places == len(hit.forms) else None
        if not reading.capital(hit.first) or hit.strength is Strength.WEAK:
            return None
        if hit.strength is Strength.SURE and hit.first < hit.last:
            return None
        return (
            self._thing(reading, hit)
            or self._with_family(reading, hit)
            or self._with_given(reading, hit)
            or self._turned(reading, hit)
        )

    def _thing(self, reading: Reading, hit: Hit) -> Stranger | None:
        """ "Okafor Solicitors", "St George", "Bishop's Hall"."""
        first, place = hit.first, hit.last + 1
        if reading.low(place) == "s" and reading.gap(place) == "'":
            place += 1
        if self._names_thing(reading, place):
            while self._names_thing(reading, place + 1):
                place += 1
            perhaps = may_be_family(reading.lows[place])  # "Grace Lane" may be somebody
            return Stranger(first, place, (reading.lows[first],) if perhaps else ())
        saint = reading.low(first - 1) in ("st", "saint") and reading.capital(first - 1)
        if saint and reading.gap(first) in (" ", ". "):
            return Stranger(first - 1, hit.last, ())
        byname = reading.low(first - 1) in _BYNAMES and reading.capital(first - 1)
        if byname and reading.gap(first) == " " and not reading.starts_sentence(first - 1):
            given = any(not form.family for form in hit.forms) and not reading.shouted(first)
            return Stranger(first - 1, hit.last, ()) if given else None
        return None

    def _bigger(self, reading: Reading, hit: Hit) -> Stranger | None:
        """ "Elmfield District Hospital" in the registered Elmfield."""
        kinds = (self._index.register.entity(form.entity) for form in hit.forms)
        if not all(one and one.kind is EntityKind.PLACE for one in kinds):
            return None
        if not reading.capital(hit.first) or reading.shouted(hit.first):
            return None
        last = hit.last
        while last < hit.last + 3 and reading.gap(last + 1) == " " and reading.capital(last + 1):
            last += 1
        while last > hit.last and reading.lows[last] not in _BIGGER:
            last -= 1
        if last == hit.last:
            return None
        leads = reading.gap(hit.first) == " " and reading.low(hit.first - 1) in _POINTS
        leads = leads and reading.capital(hit.first - 1)
        return Stranger(hit.first - leads, last, ())

    def _names_thing(self, reading: Reading, place: int) -> bool:
        low = reading.low(place)
        beside = reading.gap(place) == " " or (
            low in ("sons", "co", "partners") and reading.gap(place) == " & "
        )
        return low in _THINGS and reading.capital(place) and beside

    def _with_family(self, reading: Reading, hit: Hit) -> Stranger | None:
        """ "Grace Mbeki", of whom only Grace is registered."""
        place, low = hit.last + 1, reading.lows[hit.last]
        given = hit.first == hit.last and any(not form.family for form in hit.forms)
        while self._particle(reading, place):
            place += 1
        if (
            not given
            or reading.gap(place) not in (" ", "'")
            or not self._family(reading, place, hit)
        ):
            return None
        if low in vocabulary().modals and reading.starts_sentence(hit.first):
            return None  # "Will Adeyemi be told?"
        while reading.gap(place + 1) in ("-", " ") and self._family(reading, place + 1, hit):
            place += 1
        return Stranger(hit.first, place, (low, *reading.lows[hit.last + 1 : place + 1]))

    def _particle(self, reading: Reading, place: int) -> bool:
        """ "van", "de la", "Ó" before a family name."""
        low = reading.low(place)
        small = low in _PARTICLES and reading.gap(place) == " "
        return (small and reading.gap(place + 1) in (" ", "'")) or (
            low in ("o", "ó", "mac", "mc", "ní", "ni")
            and reading.capital(place)
            and reading.gap(place) == " "
            and reading.gap(place + 1) in (" ", "'")
        )

    def _family(self, reading: Reading, place: int, hit: Hit) -> bool:
        """Whether a word is a family name, and none of whoever is meant by the name before."""
        atom, low, known = reading.atom(place), reading.low(place), vocabulary()
        if len(atom) < 2 or not atom.isalpha() or not atom[0].isupper() or low in known.titles:
            return False
        registered = self._index.singles.get(low)
        if registered:
            return any(form.family for form in registered) and _apart(registered, hit.forms)
        if not self._plain(atom):
            return True
        if low in known.calendar or not atom[1:].islower() or reading.in_heading(place):
            return False
        surely = hit.rule == "name" and low in known.ordinary and not self._role(reading, place)
        return may_be_family(low) or surely

    def _role(self, reading: Reading, place: int) -> bool:
        """Whether a plain word with a capital says what somebody is, or goes on to say it."""
        low, known = reading.lows[place], vocabulary()
        if low in known.professional or low in known.kin or low in known.verbs:
            return True
        return reading.gap(place + 1) in (" ", "-") and reading.capital(place + 1)

    def _with_given(self, reading: Reading, hit: Hit) -> Stranger | None:
        """ "Donald Okafor", of whom only Okafor is registered."""
        before = hit.first - 1
        if not all(form.family for form in hit.forms) or reading.gap(hit.first) != " ":
            return None
        if before < 0 or not self._given(reading, before, hit):
            return None
        alike = reading.low(before)[0] in self._initials(hit)  # perhaps a slip or another spelling
        return Stranger(
            before, hit.last, () if alike else tuple(reading.lows[before : hit.last + 1])
        )

    def _given(self, reading: Reading, place: int, hit: Hit) -> bool:
        atom, low, known = reading.atom(place), reading.low(place), vocabulary()
        if len(atom) < 2 or not atom.isalpha() or not atom[0].isupper() or low in known.titles:
            return False
        registered = self._index.singles.get(low)
        if registered:
            return any(not form.family for form in registered) and _apart(registered, hit.forms)
        if low in known.given_words:
            return low not in known.modals or not reading.starts_sentence(place)
        return not self._plain(atom)

    def _initials(self, hit: Hit) -> set[str]:
        entities = (self._index.register.entity(form.entity) for form in hit.forms)
        return {one.name[:1].lower() for one in entities if one}

    def _leads(self, reading: Reading, place: int) -> bool:
        """ "Mac" of "Mac Aodha, Rembrandt"."""
        return reading.low(place) in _PARTICLES or not self._plain(reading.atom(place))

    def _turned(self, reading: Reading, hit: Hit) -> Stranger | None:
        """ "Mbeki, Grace" and "Okafor, Donald", alone in their line or cell."""
        if any(not form.family for form in hit.forms) and reading.gap(hit.first) == ", ":
            first, last = hit.first - 1, hit.last
            fits = first >= 0 and (
                self._family(reading, first, hit)
                or (
                    reading.capital(first)
                    and may_be_family(reading.lows[first])
                    and reading.lows[first] not in self._index.singles
                )
            )
        elif all(form.family for form in hit.forms) and reading.gap(hit.last + 1) == ", ":
            first, last = hit.first, hit.last + 1
            known, low = vocabulary(), reading.low(last)
            fits = self._given(reading, last, hit) or (reading.capital(last) and low in known.names)
        else:
            return None
        while fits and first and reading.gap(first) == " " and self._leads(reading, first - 1):
            first -= 1
        if not fits or not _alone(reading, first, last):
            return None
        return Stranger(first, last, tuple(reading.lows[first : last + 1]))


def _apart(some: tuple[Form, ...], others: tuple[Form, ...]) -> bool:
    return {form.entity for form in some}.isdisjoint(form.entity for form in others)


def _alone(reading: Reading, first: int, last: int) -> bool:
    before, after = reading.gap(first), reading.gap(last + 1)
    begins = first == 0 or "\n" in before or before.strip() in _CELL_BEGINS
    ends = last + 1 == len(reading.atoms) or "\n" in after or after.strip()[:1] in (";", "|", "(")
    return (
        begins and ends and bool(after.strip() or "\n" in after or last + 1 == len(reading.atoms))
    )
