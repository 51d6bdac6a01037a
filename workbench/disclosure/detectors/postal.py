"""Addresses known by the postcode at their end, by their house number, or by house and street.

What places.py finds by the name of a street ends there; here the rest of the address goes with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import DIGITS, MIXED, Reading
from workbench.disclosure.dictionary import vocabulary
from workbench.disclosure.normalise import atoms_of
from workbench.resources import read_json

_PLACES: dict[str, list[str]] = read_json("dictionary", "places.json")
_WORDS: dict[str, list[str]] = read_json("dictionary", "postal.json")


def _any(*words: str) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?(?: ?|\n)\d[A-Z]{2}\b")
_POSTCODE_LOWER = re.compile(r"[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b")
_WORD = r"(?:St\.? )?[A-Z][a-z]*'?[A-Z]?[a-z'-]+"
_KINDS = _any(*_WORDS["kinds"], *_PLACES["streets"], *_PLACES["loose"])
_WITHIN = _any(*_WORDS["within"])
_TOWNS = rf"(?:,? {_WORD}(?:[ -](?:{_WORD}|on|upon|le|the|in|under)){{0,3}}){{0,3}}"
_HOUSE = r"\d{1,4}[A-Za-z]?(?:[-/]\d{1,4}[A-Za-z]?)?"
_NUMBERED = re.compile(
    rf"{_HOUSE},? (?P<street>(?:The )?{_WORD}(?: {_WORD}){{0,3}}?)"
    rf"(?P<town>(?:, {_WORD}(?: {_WORD}){{0,2}}){{1,3}})?(?P<within>,? {_WITHIN} [A-Z\d]{{1,3}}\b)?"
    r"(?=[.,;:)\n\"]|$| [\"(]| (?:and|with|where|but|on|in|at|which|was|is|to|from|by|for|the)\b)"
)
_OF_KIND = re.compile(rf"(?:The )?(?:{_WORD} ){{0,3}}{_KINDS}\Z")
_FLOOR = re.compile(
    rf"\b(?:Upper|Lower|Ground|First|Second|Third|Top|Basement|Garden|Rear|Middle|Attic)"
    rf"(?: Floor)?(?: Flat| Maisonette)?,? (?:at )?{_HOUSE},? (?:{_WORD} ){{1,3}}{_KINDS}\b"
    rf"(?:, {_WORD}(?: {_WORD}){{0,2}}(?=[,.;)\n]|$)){{0,3}}"
)
_FLOORS = cue(("flat", "floor", "maisonette"), seldom=True)
_RANGE = re.compile(
    rf"(?<![\w£.,/-])\d{{1,4}}[A-Za-z]?(?: - | and | & | to )\d{{1,4}}[A-Za-z]? (?:{_WORD} ){{1,3}}"
    rf"{_any(*_PLACES['streets'])}\b"
)
_OF_STREET = re.compile(rf" {_any(*_PLACES['streets'], *_PLACES['loose'])}\Z")
_LOWER = re.compile(
    rf"{_HOUSE} the {_any(*(word.lower() for word in (*_PLACES['streets'], *_WORDS['kinds'])))}\b"
    r"(?! (?:of|to|family|by|friend|relative|and)\b)"
)
_STAIR = re.compile(
    rf"(?:Flat )?\d{{1,2}}/\d{{1,2}},? \d{{1,4}}[A-Za-z]? (?:{_WORD} ){{1,3}}{_KINDS}\b"
)
_WITHIN_NAMED = re.compile(
    rf"\b{_WITHIN} \d{{1,3}}[A-Z]?,? (?:(?:at|of|in) (?:the )?{_WORD}(?: {_WORD}){{0,2}}|"
    rf"(?:{_WORD} ){{1,3}}{_KINDS}\b)"
)
_UPPER_WORD = r"[A-Z][A-Z'-]+"
_UPPER = re.compile(
    rf"(?:\b{_WITHIN.upper()} ?[A-Z\d]{{1,4}},? (?:\d{{1,4}}[A-Z]?,? )?(?:{_UPPER_WORD} ){{1,3}}|"
    rf"(?<![\w£.,/-])\d{{1,4}}[A-Z]?,? (?:{_UPPER_WORD} ){{1,3}})"
    rf"{_any(*(word.upper() for word in (*_PLACES['streets'], *_PLACES['loose'])))}\b"
    rf"(?:, {_UPPER_WORD}(?: {_UPPER_WORD}){{0,2}}(?=[,.;\n]|$)){{0,3}}"
)
_HOUSE_AND_STREET = re.compile(
    rf"\b(?:The )?(?:{_WORD} ){{0,3}}{_any(*_WORDS['houses'])}, (?:{_WORD} ){{1,3}}"
    rf"{_any(*_PLACES['streets'])}\b{_TOWNS}"
)
_STREET_ATOMS = cue(_PLACES["streets"], as_written=True)
_WITHIN_ATOMS = cue(_WORDS["within"], as_written=True, seldom=True)
_UPPER_ATOMS = cue(
    [word.upper() for word in (*_PLACES["streets"], *_PLACES["loose"])],
    as_written=True,
    seldom=True,
)
POSTAL_CUES = DIGITS | _STREET_ATOMS

_ENDS = frozenset(word.lower() for word in _WORDS["ends"])
_JOINING = frozenset(_WORDS["joining"])
_LEADS = frozenset(
    ("at", "of", "to", "from", "outside", "near", "address", "lives", "live", "lived", "living",
     "is", "was", "no", "number", "home", "resides", "between", "past", "opposite", "and")
)  # fmt: skip
_MOST = 16  # words of an address
_SEGMENTS = 3  # its parts between commas, where no house has a number


def postal(reading: Reading) -> Iterator[Found]:
    """Addresses with all their parts."""
    if reading.calls & DIGITS:
        if reading.calls & MIXED:
            yield from _before_postcodes(reading)
        yield from _numbered(reading)
        if reading.calls & _UPPER_ATOMS:
            yield from _all(reading, _UPPER, certain=True)
        yield from _in_buildings(reading)
    yield from _houses(reading)


def _in_buildings(reading: Reading) -> Iterator[Found]:
    """Flats, rooms and floors, and several houses together."""
    if reading.calls & _FLOORS:
        yield from _all(reading, _FLOOR, certain=True)
    if reading.numerals.stroke:
        yield from _all(reading, _STAIR, certain=True)
    if reading.calls & _WITHIN_ATOMS:
        yield from _all(reading, _WITHIN_NAMED, certain=False)
    if reading.calls & _STREET_ATOMS:
        yield from _all(reading, _RANGE, certain=True)


def _houses(reading: Reading) -> Iterator[Found]:
    """ "Rose Cottage, Back Lane, Nether Wick": a house with a name, its street and its town."""
    for place in reading.called(_STREET_ATOMS):
        around = reading.text[reading.starts[max(0, place - 8)] : reading.ends[place]]
        if "," in around:
            start = reading.ends[place] - len(around)
            match = _HOUSE_AND_STREET.search(reading.text, start, reading.ends[place] + 80)
            if match and match.start() < reading.starts[place] < match.end():
                yield Found(match.start(), match.end(), Kind.ADDRESS, certain=False, rule="street")


def _all(reading: Reading, pattern: re.Pattern[str], *, certain: bool) -> Iterator[Found]:
    rule = "address" if certain else "street"
    for match in reading.around_digits(pattern):
        yield Found(match.start(), match.end(), Kind.ADDRESS, certain=certain, rule=rule)


def _before_postcodes(reading: Reading) -> Iterator[Found]:
    """What stands before a postcode and ends in it: "The Old Creamery, Pont Elwy SA99 7ZZ"."""
    for place in reading.called(MIXED):
        for pattern, small in ((_POSTCODE, False), (_POSTCODE_LOWER, True)):
            match = pattern.match(reading.text, reading.starts[place])
            if match and (place == 0 or reading.gap(place)[-1:] in (" ", "\n", ",")):
                first = _begins(reading, place, small=small)
                if first < place:
                    yield Found(reading.starts[first], match.end(), Kind.ADDRESS, rule="address")


def _begins(reading: Reading, last: int, *, small: bool) -> int:
    """The first word of the address of which the postcode is ``last``."""
    first = place = last
    parts = 0
    while place > 0 and last - place < _MOST and _joins(reading.gap(place), reading.low(place - 1)):
        parts += reading.gap(place).strip(" '-") != ""
        place -= 1
        if any(map(str.isdigit, reading.atoms[place])):
            return _with_house(reading, place)
        if not _of_address(reading, place, small=small) or parts > _SEGMENTS:
            break
        first = place if reading.capital(place) else first
    if small:  # without capitals only a house number tells where it begins
        return last
    return _from_comma(reading, first, place, last)


def _from_comma(reading: Reading, first: int, stopped: int, last: int) -> int:
    """Where the address begins if the word that is none of it stands within its first part: that
    part is then no address either, but for a capitalised name after a small word."""
    if first in (last, stopped) or first - stopped > 1 or not reading.capital(stopped):
        return first
    at = first
    while at < last and not reading.gap(at).strip():
        at += 1
    return at


def _joins(gap: str, before: str) -> bool:
    """Whether two parts of an address may stand on either side of these marks."""
    plain = gap.strip(" \n") in ("", ",", "'", "-", ", -") and gap.count("\n") < 2
    return plain or (gap == ". " and before in ("st", "rd", "ave", "ln"))


def _of_address(reading: Reading, place: int, *, small: bool) -> bool:
    low = reading.lows[place]
    if low in _ENDS or (reading.capital(place) and low in vocabulary().titles):
        return False
    return reading.capital(place) or low in _JOINING or (small and low.isalpha())


def _with_house(reading: Reading, place: int) -> int:
    """A house number with what comes before it: "The Nook, 4", "Flat 9, Vale Building, 8"."""
    first = _with_flat(reading, place)
    if first != place or reading.gap(place) not in (", ", "\n", ",\n"):
        return first
    at = place - 1
    named = reading.atom(at) in _WORDS["houses"] or reading.atom(at) in _WORDS["kinds"]
    while at > 0 and reading.gap(at) == " " and reading.capital(at - 1) and place - at < 4:
        at -= 1
    named = named or reading.atom(at) == "The"
    if not (named and reading.capital(at)):
        return first
    before = reading.low(at - 1)
    flat = reading.gap(at) == ", " and before.isalnum() and any(map(str.isdigit, before))
    return _with_flat(reading, at - 1) if flat else at


def _with_flat(reading: Reading, place: int) -> int:
    """A house number with the flat before it: "Flat 2, 14", "2/1, 44"."""
    if len(reading.atoms[place]) > 5:
        return place + 1
    while place > 0 and reading.gap(place) in (", ", "/", "-", " ", "."):
        low = reading.low(place - 1)
        digits = any(map(str.isdigit, low)) and len(low) <= 4
        named = low.capitalize() in _WORDS["within"]
        if not (named or digits):
            break
        place -= 1
        if named:
            break
    return place


def _numbered(reading: Reading) -> Iterator[Found]:
    """A house number and a street that no list knows: "17 Cornhill, Bilston"."""
    text = reading.text
    for place in reading.called(DIGITS):
        if not reading.atoms[place][0].isdigit() or reading.gap(place)[-1:] in ("£", ".", "/", "-"):
            continue
        if reading.gap(place + 1) not in (" ", ", ") or len(reading.atoms[place]) > 5:
            continue
        if reading.gap(place) == ":" and reading.low(place - 1).isdigit():  # "02:33 Reg Dr Hale"
            continue
        match = _LOWER.match(text, reading.starts[place])
        if match and reading.low(place - 1) in _LEADS:
            yield Found(match.start(), match.end(), Kind.ADDRESS, certain=False, rule="street")
        match = _NUMBERED.match(text, reading.starts[place])
        if match and _is_address(reading, place, match):
            sure = _OF_STREET.search(match["street"]) is not None
            rule = "address" if sure else "street"
            yield Found(match.start(), match.end(), Kind.ADDRESS, certain=sure, rule=rule)


def _is_address(reading: Reading, place: int, match: re.Match[str]) -> bool:
    """Whether it is no day, no count and nobody's age: "of 14 Children", "At 17 Maya"."""
    street = match["street"]
    lows = atoms_of(street)
    known = vocabulary()
    if any(low in known.calendar or _weekday(low) for low in lows):
        return False
    if reading.atoms[place].isdigit() and len(reading.atoms[place]) == 4:
        return False
    led = reading.low(place - 1) in _LEADS and not reading.capital(place - 1)
    opens = (
        place == 0
        or "\n" in reading.gap(place)
        or reading.gap(place).strip() in (",", ":", "-", "|", "(", ";")
    )
    if _OF_KIND.match(street) and len(lows) > 1 and (led or opens or match["town"]):
        return True
    if street.startswith("The ") and led and text_ends(reading.text, match.end()):
        return True  # "at 1 The Laurels"
    if all(low in known.ordinary or low in known.professional for low in lows):
        return False
    alone = reading.low(place - 1) == "at" and text_ends(reading.text, match.end())
    before = reading.low(place - 1)  # "Tigh na Mara, 4 Upper Lossie"
    named = reading.gap(place) == ", " and reading.capital(place - 1)
    named = named and len(lows) > 1 and not known.is_ordinary(before)
    more = match["town"] or match["within"] or named
    return bool(more and (led or opens)) or (led and alone)


def _weekday(low: str) -> bool:
    return low.endswith("day") and low[:3] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def text_ends(text: str, at: int) -> bool:
    """Whether a sentence or a part of it ends here."""
    return at == len(text) or text[at] in ".,;)\n"
