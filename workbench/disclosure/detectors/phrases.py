"""How far the name reaches to which an unknown word belongs."""

from __future__ import annotations

from collections.abc import Callable

from workbench.disclosure.detectors.context import says
from workbench.disclosure.detectors.kinds import whole_place
from workbench.disclosure.detectors.name_parts import (
    TAILS,
    apart,
    goes_on_small,
    second_half,
    with_owned,
)
from workbench.disclosure.detectors.plain import derived
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.detectors.spot import past
from workbench.disclosure.detectors.titles import ends_sentence
from workbench.disclosure.dictionary import vocabulary, word_list

_JOINS = frozenset((" ", "-", "'", ". ", " '", ' "', '" ', "' ", ".", "\n", " (", ") ", "- "))
_PARTICLES_ALONE = word_list("unknown.particles_alone")
_TITLES_OR_NAMES = word_list("forms.titles_or_names")
_ADJECTIVES = frozenset(("old", "new", "great", "little", "long", "high", "over", "market"))
_HONOURS = word_list("phrases.honours")
_ASKING = word_list("surnames.asking")
_SMALL = word_list("reading.small")
_OF_TOWNS = word_list("phrases.of_towns")
_WRAPPED = 60  # characters: a line that goes on in the next
_CALLED_BY = word_list("unknown.called_by")
_OF_ROLES = (
    "er", "or", "ist", "ian", "ant", "ent", "ee", "man", "ess", "ing", "al", "tion", "ment",
)  # fmt: skip


class Phrases:
    """Grows an unknown word into the whole name; ``plain`` says which words are known."""

    def __init__(self, plain: Callable[[str], bool], shown: frozenset[str]) -> None:
        self._plain = plain
        self._shown = shown

    def whole(self, reading: Reading, seed: int, covered: list[bool]) -> tuple[int, int]:
        """The whole phrase to which the word belongs, without ordinary words at its beginning."""
        first = last = seed
        while first and not covered[first - 1] and self._continues(reading, first):
            first -= 1
        while (
            last + 1 < len(reading.atoms)
            and not covered[last + 1]
            and self._continues(reading, last + 1)
        ):
            last += 1
        last = self._ended(reading, seed, last)
        while first < seed and (apart(reading, first) or not self._begins(reading, first, seed)):
            first += 1
        first = self._with_byname(reading, first, covered)
        first = self._turned(reading, first, covered)
        saint = reading.lows[first] in ("st", "saint") and reading.gap(last + 1) == "'"
        if saint and reading.low(last + 1) == "s":
            last += 1  # "St Oswin's" is the whole name
        modal = reading.lows[first] in vocabulary().modals and reading.starts_sentence(first)
        if first < seed and modal:
            first += not self._asserts(reading, last)
        last = self._with_partner(reading, last)
        if reading.low(last + 1) == "and" and reading.atom(last + 2) in (
            "Sons",
            "Son",
            "Daughters",
        ):
            last += 2
        last = with_owned(reading, first, last)
        first, end = whole_place(reading, first, last, lambda atom: not self._plain(atom))
        return (first, last) if any(covered[first : end + 1]) else (first, end)

    def _ended(self, reading: Reading, seed: int, last: int) -> int:
        """Where a phrase that may run to ``last`` ends."""
        for place in range(seed, last):
            if "(" in reading.gap(place + 1) and self._plain(reading.atoms[place + 1]):
                last = place  # "(Chair)" is no part of the name
                break
        while last > seed and not self._ends(reading, last):
            last -= 1
        return last

    def _turned(self, reading: Reading, first: int, covered: list[bool]) -> int:
        """Where a name begins whose family name is a word before the comma: "Green, Cameron"."""
        before = first - 1
        if before < 0 or covered[before] or reading.gap(first) != ", ":
            return first
        low, known = reading.lows[before], vocabulary()
        name = low in known.names and low in known.ordinary and low not in known.professional
        shouted = self._shouted_name(reading, before)  # "EZE, Chidi", "THI HOA, Nguyen"
        if not (name or shouted) or self._plain(reading.atoms[first]):
            return first
        while shouted and reading.gap(before) == " " and self._shouted_name(reading, before - 1):
            before -= 1
        alone = not reading.capital(before - 1) or reading.gap(before) != " "
        return before if alone and reading.capital(before) else first

    def _shouted_name(self, reading: Reading, place: int) -> bool:
        atom = reading.atom(place)
        return (
            atom.isupper()
            and atom.isalpha()
            and len(atom) > 2
            and atom not in vocabulary().acronyms
        )

    def _with_byname(self, reading: Reading, first: int, covered: list[bool]) -> int:
        """Where the name begins with what people call someone by: "Auntie Shamim", "Big Steve"."""
        before = first - 1
        if before < 0 or covered[before] or reading.gap(first) not in (" ", "-"):
            return first
        if not reading.capital(before) or reading.shouted(before):
            return first
        return before if self._of_town(reading, before) or self._byname(reading, first) else first

    def _byname(self, reading: Reading, first: int) -> bool:
        """Whether the word before the name is what somebody is called by: "Auntie", "Big"."""
        before = first - 1
        low = reading.lows[before]
        if len(low) < 3 or low in _CALLED_BY:
            return len(low) > 2
        if reading.lows[first] in vocabulary().titles:
            return False  # "District Nurse Nunn"
        alone = not reading.capital(before - 1) or reading.gap(before) != " "
        known = vocabulary()
        plain = low in known.ordinary and low not in known.professional and low not in _ASKING
        role = low in known.kin or low.endswith(_OF_ROLES)
        mid = not reading.starts_sentence(before) and not reading.in_heading(before)
        return alone and plain and mid and not role

    def _with_partner(self, reading: Reading, last: int) -> int:
        """Where the name of a firm ends: "Sterling & Moss Lettings", "Parry Lift & Access"."""
        if reading.gap(last + 1) != " & " or not reading.capital(last + 1):
            return last
        last += 1
        while reading.gap(last + 1) == " " and reading.capital(last + 1):
            last += 1
        return last

    def _of_town(self, reading: Reading, place: int) -> bool:
        """Whether a plain word belongs to the town after it: "from North Harringford"."""
        low = reading.lows[place]
        if low not in _OF_TOWNS:
            return False
        describes = low in vocabulary().professional or low in _ADJECTIVES
        run_on = reading.gap(place) == " " and reading.capital(place - 1)
        return not run_on and not (describes and reading.starts_sentence(place))

    def _asserts(self, reading: Reading, last: int) -> bool:
        """Whether a sentence that begins "Will Adeyemi" says something rather than asks it."""
        after = reading.low(last + 1)
        return (
            says(after)
            or past(after)
            or after in ("was", "is", "has", "had", "did")
            or reading.gap(last + 1) != " "
        )

    def _continues(self, reading: Reading, place: int) -> bool:
        """Whether atom ``place`` and the one before it may belong to one name."""
        gap, low = reading.gaps[place], reading.lows[place]
        if gap not in _JOINS:
            return False
        if low in TAILS and gap == "'":
            # "Saltmere Children's Services" is one name; "Adebayo's Social Worker" is not.
            further = reading.capital(place + 1) and reading.gap(place + 1) == " "
            return low == "s" and further and self._plain_owner(reading, place - 1)
        if reading.low(place - 1) == "s" and reading.gap(place - 1) == "'":
            return reading.capital(place) and gap == " " and self._plain_owner(reading, place - 2)
        if not (self._belongs(reading, place) and self._belongs(reading, place - 1)):
            return False
        if gap == "\n":
            apart = not self._over_line(reading, place)
        else:
            apart = gap in (". ", ".") and not self._abbreviated(reading, place)
        return not apart and not self._starts_anew(reading, place)

    def _abbreviated(self, reading: Reading, place: int) -> bool:
        """Whether the stop before atom ``place`` is that of an initial or a title."""
        before = reading.atoms[place - 1].lower()
        if ends_sentence(before, reading.gaps[place]) and self._plain(reading.atoms[place]):
            return False
        letter = len(reading.atoms[place - 1]) == 1
        return letter or before in vocabulary().titles or before in ("st", "mc")

    def _starts_anew(self, reading: Reading, place: int) -> bool:
        """ "low in Vit D. Spoke to GP": a plain word after a letter's stop, no name; "Judge
        Fox SITTING IN PRIVATE"."""
        known, low = vocabulary(), reading.lows[place]
        atom, before = reading.atoms[place], reading.atoms[place - 1]
        if reading.gap(place) == " " and len(atom) > 4 and atom.isupper() and not before.isupper():
            return self._plain(atom)
        if reading.gap(place) != ". " or len(before) != 1:
            return False
        name = low in known.families or low in known.names or low in known.given_words
        return self._plain(reading.atoms[place]) and not name

    def _over_line(self, reading: Reading, place: int) -> bool:
        """Whether a name may go on in the line that begins with atom ``place``: "Nurse" at the end
        of one and a name in the next are two entries."""
        before = reading.atoms[place - 1]
        if len(before) == 1 or before.lower() in vocabulary().titles:
            return False
        if reading.starts_sentence(place) and self._plain(reading.atoms[place]):
            end = reading.ends[place - 1]
            wrapped = end - reading.text.rfind("\n", 0, end) > _WRAPPED
            name = reading.lows[place] in vocabulary().names
            return wrapped and name and not self._plain(before)
        return True

    def _plain_owner(self, reading: Reading, place: int) -> bool:
        """ "Children's", "Women's": plain, but not the first word of the name."""
        return place > 0 and self._plain(reading.atoms[place]) and reading.capital(place - 1)

    def _belongs(self, reading: Reading, place: int) -> bool:
        atom, low = reading.atoms[place], reading.lows[place]
        if atom.isupper() and low in _SMALL and reading.shouted(place):
            return False  # "PC SPEIGHT AND PC OYELARAN"
        if atom[0].isupper() or goes_on_small(reading, place):
            return True
        if low in _PARTICLES_ALONE and place + 1 < len(reading.atoms):
            following = place + 1
            while reading.low(following) in _PARTICLES_ALONE and not reading.capital(following):
                following += 1
            return reading.capital(following) and reading.gap(place + 1) in (" ", "-", "'")
        return not atom.isascii() and not atom.islower()

    def _ends(self, reading: Reading, last: int) -> bool:
        """Whether a phrase may end here: not with a particle, a title or a word of the trade."""
        low = reading.lows[last]
        known = vocabulary()
        if low == "i" and reading.gap(last + 1) == " ":
            return False  # "Then Noor I think"
        before = reading.lows[last - 1]
        if low in _TITLES_OR_NAMES and (
            not self._plain(reading.atoms[last - 1]) or before in known.given_words
        ):
            return True  # "Hamza Sheikh", "Frank Bishop"
        if not reading.capital(last):
            return not reading.atoms[last].isascii() or second_half(reading, last)
        if low in known.calendar and low not in known.given_words:
            return False
        atom = reading.atoms[last]
        letters = atom in known.acronyms and len(atom) < 5 and low not in _HONOURS
        if letters and not reading.atoms[last - 1].isupper():
            return False  # "Dr Brzezicki SHO"
        return low not in known.titles and not self._plain_shouted(reading, last)

    def _plain_shouted(self, reading: Reading, place: int) -> bool:
        """Whether a word within capitals is plain, and by more than its few letters ("YEOH")."""
        atom, low, known = reading.atoms[place], reading.lows[place], vocabulary()
        if not (reading.shouted(place) and self._plain(atom)):
            return False
        word = low in known.ordinary or low in known.professional or atom in known.acronyms
        return word or len(atom) < 4

    def _begins(self, reading: Reading, first: int, seed: int) -> bool:
        """Whether a phrase may begin here: with a name, an initial or a title, no ordinary word."""
        atom, low = reading.atoms[first], reading.lows[first]
        known = vocabulary()
        if low in known.titles or len(atom) == 1 or not self._plain(atom):
            strange = first + 1 == seed and not self._plain(reading.atoms[seed])
            spelled = reading.gap(first + 1).startswith(".") or strange
            return (
                atom not in "AI" or spelled or (atom == "A" and not reading.starts_sentence(first))
            )
        short = atom.isupper() and len(atom) <= 4 and reading.atoms[seed].isupper()
        if short and low not in known.ordinary and atom not in known.acronyms:
            return low not in known.professional  # "GIZ GÜLEN"
        if low in self._shown and not (low in known.ordinary or low in known.professional):
            return True  # a pseudonym before an unknown family name is most likely a person's own
        beside = first + 1 == seed and reading.gap(seed) == " "
        if beside and low in known.seldom and not (low in known.ordinary or derived(low)):
            return True  # hardly anybody's name, but here before one: "Quillon Featherstone"
        if low in known.given_words or low in _PARTICLES_ALONE or low in ("mc", "st", "saint"):
            return (
                low not in ("may", "will")
                or not reading.starts_sentence(first)
                or first + 1 == seed
            )
        rest = all(reading.gap(place) == "-" for place in range(first + 1, seed + 1))
        # "OJO-BELLO"
        return rest and (low not in known.ordinary or not reading.starts_sentence(first))
