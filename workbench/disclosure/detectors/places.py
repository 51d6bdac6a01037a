"""Addresses, and small places by their kind: schools, wards, surgeries, care homes, streets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import DIGITS, Reading
from workbench.disclosure.dictionary import vocabulary, word_list
from workbench.disclosure.normalise import ATOM, atoms_of
from workbench.resources import read_json

WORDS: dict[str, list[str]] = read_json("dictionary", "places.json")


def any_of(name: str) -> str:
    """A pattern for any of the words of one list, the longest first."""
    words = sorted(WORDS[name], key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(word) for word in words)})"


WORD = r"(?:St\.? |[A-Z][a-z]*'?[A-Z]?[a-z'-]+)"
_NOT_AFTER = r"(?<![\w£.,/-])(?<!\d:)"
_STREETS, _LOOSE = any_of("streets"), any_of("loose")
_NUMBERED = re.compile(
    rf"(?:\b{any_of('dwellings')}\.? ?\d{{0,4}}[A-Za-z]?[,]? (?:at |of )?)?"
    rf"{_NOT_AFTER}\d{{1,4}}(?: ?[A-Za-z])?(?:[-/]\d{{1,4}}[A-Za-z]?)?,? "
    rf"(?:{WORD}[ -]){{0,3}}{WORD}(?: (?:{_STREETS}|{_LOOSE})|\n{_STREETS})\b\.?"
)
_NUMBERED_LOWER = re.compile(
    rf"{_NOT_AFTER}\d{{1,4}}[a-z]? (?:[a-z']{{3,}}[ -]){{1,3}}{_STREETS.lower()}\b",
    re.IGNORECASE,
)
_NUMBERED_UPPER = re.compile(
    rf"{_NOT_AFTER}\d{{1,4}}[A-Z]?,? (?:[A-Z'-]{{2,}} ){{1,3}}"
    rf"(?:{_STREETS.upper()}|{_LOOSE.upper()})\b"
)
_FLAT = re.compile(
    rf"\b{any_of('dwellings')} \d{{1,4}}[A-Za-z]?,? (?:{WORD} ){{1,3}}(?:{_STREETS}|{_LOOSE})\b"
)
_BARE_STREET = re.compile(rf"(?:{WORD}[ -]){{1,3}}{_STREETS}\b")
_BOX = re.compile(r"\b(?:PO|P\.O\.) Box \d{1,6}\b", re.IGNORECASE)
_NAMED_HOUSE = re.compile(
    rf"\b{any_of('dwellings')} \d{{1,4}}[A-Za-z]?"
    rf"(?:, (?!(?:Mrs?|Ms|Miss|Dr)\b)(?:The )?{WORD}(?: {WORD}){{0,2}}){{1,3}}"
)
_WELSH = re.compile(
    rf"\b(?:(?:{any_of('dwellings')} \d{{1,4}}[A-Za-z]?,? )?\d{{1,4}}[A-Za-z]?,? )?"
    rf"{any_of('welsh')}(?:'[rn])?(?:[ -](?:[yY]r?|[A-Z][a-z'-]+)){{1,4}}"
)
_TOWN = r"[A-Z][a-z'-]+(?:[ -](?:[A-Z][a-z'-]+|on|upon|le|in|the|under)){0,4}"
_TAIL = re.compile(rf"(?:,? {_TOWN}){{0,3}},? [A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}}\b")
_HEADS = (
    rf"(?:{any_of('school_kinds')} )*{any_of('schools')}|"
    rf"(?:{any_of('school_kinds')} )+(?:Primary|Juniors|Infants|High|Secondary)|"
    rf"{any_of('centre_kinds')} Cent(?:re|er)|Centre|"
    rf"(?:{any_of('hospital_kinds')} )*Hospital|{any_of('heads')}"
)
_SMALL_PLACE = re.compile(
    rf"(?P<name>(?:(?:St\.?|Saint) )?{WORD}"
    rf"(?:[ -](?:(?:and|&|of|the|le|upon|on) )?{WORD}){{0,3}}) (?P<head>{_HEADS})\b"
)
_WARD = re.compile(
    r"\b(?:Ward|WARD|ward) (?P<it>\d{1,2}[A-Z]?|[A-Z]\d{1,2}|[A-Z])\b|"
    r"\b(?:HMP|HMYOI|YOI)(?:/YOI)? (?:[A-Z][a-z]+ ?){1,3}\b"
)
_OF = re.compile(rf"\b{any_of('of')} of (?:St\.? |the )?{WORD}(?: {WORD}){{0,2}}")


_STREET_OR_LOOSE = cue((*WORDS["streets"], *WORDS["loose"]), as_written=True)
_DWELLINGS = cue(WORDS["dwellings"], as_written=True)
_BOXES = cue(("box",))
_STREETS_LOWER = cue([word.lower() for word in WORDS["streets"]])
_STREETS_UPPER = cue(
    [word.upper() for word in (*WORDS["streets"], *WORDS["loose"])], as_written=True
)
_STREET_ATOMS = cue((*WORDS["streets"], *WORDS["welsh"]), as_written=True)
_NEEDED = (
    (_STREET_OR_LOOSE, _NUMBERED),
    (_DWELLINGS, _FLAT),
    (_DWELLINGS, _NAMED_HOUSE),
    (_STREETS_UPPER, _NUMBERED_UPPER),
)
ADDRESS_CUES = (
    _STREET_OR_LOOSE | _DWELLINGS | _BOXES | _STREETS_LOWER | _STREETS_UPPER | _STREET_ATOMS
)


def addresses(reading: Reading) -> Iterator[Found]:
    """Streets with or without a house number, with what follows as far as the postcode."""
    if reading.calls & DIGITS:
        yield from _numbered(reading)
    if reading.calls & _STREET_ATOMS:
        yield from _streets(reading)


def _numbered(reading: Reading) -> Iterator[Found]:
    text = reading.text
    for word, pattern in _NEEDED:
        for match in reading.around_digits(pattern) if reading.calls & word else ():
            tail = _TAIL.match(text, match.end())
            end = tail.end() if tail else match.end()
            hotel = match.group().startswith("Room") and end == match.end()  # "Room 1, Town Hall"
            rule = "street" if hotel else "address"
            yield Found(match.start(), end, Kind.ADDRESS, certain=not hotel, rule=rule)
    for match in reading.around_digits(_BOX) if reading.calls & _BOXES else ():
        yield Found(match.start(), match.end(), Kind.ADDRESS, rule="address")
    for match in reading.around_digits(_NUMBERED_LOWER) if reading.calls & _STREETS_LOWER else ():
        if not match.group().split()[1][0].isupper() and not _counted(match.group()):
            yield Found(match.start(), match.end(), Kind.ADDRESS, rule="address")


def _streets(reading: Reading) -> Iterator[Found]:
    for match in _BARE_STREET.finditer(reading.text):
        plain = match.group().endswith(_MOSTLY_STREETS)
        start = _without_lead(reading, match.start(), match.end(), NO_STREETS if plain else None)
        if start is not None and not of_trade(reading, start, match.end()):
            yield Found(start, match.end(), Kind.ADDRESS, certain=False, rule="street")
    for match in _WELSH.finditer(reading.text):
        numbered = any(map(str.isdigit, match.group()))
        if not numbered and _english(match.group()):
            continue
        yield Found(match.start(), match.end(), Kind.ADDRESS, certain=numbered, rule="street")


def _english(words: str) -> bool:
    """ "Pen Pictures": English words after one that begins Welsh streets."""
    return all(low in vocabulary().ordinary for low in atoms_of(words))


def _counted(words: str) -> bool:
    """ "2 of the road", "3 cars in the street": a count and no house number."""
    return bool(re.search(r"\b(?:of|the|in|on|a|an|from|at|and|with|to)\b", words.lower()))


def _without_lead(
    reading: Reading, start: int, end: int, dull: frozenset[str] | None = None
) -> int | None:
    """Where the name begins once ordinary words before it are left out; None if nothing is left."""
    dull = DULL if dull is None else dull
    first = bisect_left(reading.starts, start)
    last = bisect_left(reading.starts, end)
    places = list(range(first, min(last, first + 16)))
    while len(places) > 1:
        low = reading.lows[places[0]]
        if low in LEADS and not _part_of_name(reading, places[0]):
            places.pop(0)
        else:
            break
    if len(places) < 2 or all(
        reading.lows[place] in dull or _of_a_deed(reading.lows[place]) for place in places[:-1]
    ):
        return None
    return reading.starts[places[0]]


def _part_of_name(reading: Reading, place: int) -> bool:
    """ "the Old Bakery Mews", "GP: Old School Surgery": age with a capital within a sentence."""
    if reading.lows[place] not in ("old", "new") or not reading.capital(place):
        return False
    return reading.gap(place) == ": " or not reading.starts_sentence(place)


def _of_a_deed(low: str) -> bool:
    """ "Attendance Clinic", "Respecting School": said of what is done there, and no name."""
    return (
        low.endswith(_DEEDS)
        and len(low) > 7
        and low not in WORDS["towns"]
        and low in vocabulary().ordinary
    )


_DEEDS = ("ance", "ence", "ing", "tion", "sion", "ment", "ity", "ship", "ness", "sal", "ive")
LEADS = word_list("places.leads")
DULL = word_list("places.dull")
NO_STREETS = frozenset(WORDS["no_streets"])


# Of these there is more than one in a place, and a person's name begins none but by chance.
ELSEWHERE = frozenset(
    ("hospital", "infirmary", "court", "prison", "airport", "station", "juniors", "infants",
     "college", "mosque", "temple", "estate", "farm", "hotel", "inn", "library", "hospice",
     "hostel", "cemetery", "prison", "club", "pharmacy")
)  # fmt: skip
_MOSTLY_STREETS = ("Road", "Street", "Lane", "Avenue", "Terrace", "Crescent")


def _last_atoms(words: list[str]) -> list[str]:
    return [ATOM.findall(word)[-1] for word in words]


_HEADS_ALONE = ["Centre", "Center", "Hospital"]
_HEAD_ATOMS = cue(_last_atoms([*WORDS["schools"], *WORDS["heads"], *_HEADS_ALONE]), as_written=True)
_WARD_ATOMS = cue(("Ward", "WARD", "ward", "HMP", "HMYOI", "YOI"), as_written=True)
_OF_ATOMS = cue(_last_atoms(WORDS["of"]), as_written=True)
SMALL_PLACE_CUES = _HEAD_ATOMS | _WARD_ATOMS | _OF_ATOMS


def _named_before(reading: Reading, place: int) -> bool:
    """Whether the word before, as far as it is joined ("St Mary's", "Pre-school"), has a capital
    anywhere: without one it is the end of no place's name."""
    atoms, lows, before = reading.atoms, reading.lows, place - 1
    while before > 0 and atoms[before] == lows[before] and not reading.gaps[before].strip("'-"):
        before -= 1
    return before >= 0 and atoms[before] != lows[before]


_JOINERS = frozenset(("and", "of", "the", "le", "upon", "on"))


def _name_begins(reading: Reading, head: int) -> int:
    """From where on, at most, the words before a head may be its name: those with capitals, joined
    to another, or small ones between."""
    atoms, lows, gaps, first = reading.atoms, reading.lows, reading.gaps, head
    while first > 0 and head - first < 12:
        before = first - 1
        joined = not gaps[first].strip("'-") or not gaps[before].strip("'-")
        if atoms[before] == lows[before] and not joined and lows[before] not in _JOINERS:
            break
        first = before
    return reading.starts[first]


def _goes_on(reading: Reading, place: int, heads: list[int]) -> bool:
    """Whether the name of a place runs on over this word to another that can end it."""
    for further in range(place + 1, place + 3):
        if reading.gap(further) != " " or not reading.capital(further):
            return False
        if further in heads:
            return True
    return False


def _near_heads(reading: Reading) -> Iterator[re.Match[str]]:
    """Small places, looked for only where a word stands that can end the name of one."""
    done, heads = 0, reading.called(_HEAD_ATOMS)
    for place in heads:
        if _goes_on(reading, place, heads):
            continue  # "Oakfield Primary" of "Oakfield Primary School"
        if reading.ends[place] > done and _named_before(reading, place):
            start = max(done, _name_begins(reading, place))
            for match in _SMALL_PLACE.finditer(reading.text, start, reading.ends[place]):
                done = match.end()
                yield match


def of_trade(reading: Reading, start: int, end: int) -> bool:
    """Whether the words are a phrase that everybody knows: "Premier Inn"."""
    first, last = bisect_left(reading.starts, start), bisect_left(reading.starts, end)
    lows = tuple(reading.lows[first : last + 3])
    return vocabulary().starts_phrase(lows) >= last - first


def _after_and(match: re.Match[str]) -> int:
    """Where the name begins of which plain words and "and" are no part: "the Checklist and
    Jobcentre Plus"."""
    lead, joined, _ = match["name"].rpartition(" and ")
    known = vocabulary()
    plain = all(low in known.ordinary or low in known.professional for low in atoms_of(lead))
    return match.start() + len(lead) + len(joined) if joined and plain else match.start()


def with_article(reading: Reading, start: int) -> int:
    """ "bedded down at The Lodge": within a sentence an article with a capital is in the name."""
    place = bisect_left(reading.starts, start)
    if place < 2 or reading.atoms[place - 1] != "The" or reading.gap(place) != " ":
        return start
    cell = reading.gap(place - 1).strip(" ").endswith(("|", "\t"))
    alone = not cell and reading.starts_sentence(place - 1)
    alone = alone or reading.in_heading(place - 1)
    return start if alone else reading.starts[place - 1]


def small_places(reading: Reading) -> Iterator[Found]:
    """Schools, wards, surgeries and the like that carry a name of their own."""
    for match in _near_heads(reading):
        head = match.start("head")
        start = _without_lead(reading, _after_and(match), head + 1)
        if start is not None and not of_trade(reading, start, match.end()):
            start = with_article(reading, start)
            yield Found(start, match.end(), Kind.PLACE, certain=False, rule="small place")
    for match in _WARD.finditer(reading.text) if reading.calls & _WARD_ATOMS else ():
        yield Found(match.start(), match.end(), Kind.PLACE, certain=False, rule="small place")
    if any(reading.low(place + 1) == "of" for place in reading.called(_OF_ATOMS)):
        yield from _of_somewhere(reading)


def _of_somewhere(reading: Reading) -> Iterator[Found]:
    """ "Church of St Oswin", but not "University of the Third Age" or "Royal College of X"."""
    for match in _OF.finditer(reading.text):
        body = match.group().startswith("College of")
        if body and reading.text[: match.start()].endswith("Royal "):
            continue
        lows = tuple(atoms_of(match.group()))
        if vocabulary().starts_phrase(lows) < 3 and not all(map(_dull, lows[2:])):
            yield Found(match.start(), match.end(), Kind.PLACE, certain=False, rule="small place")


def _dull(low: str) -> bool:
    return low in DULL or low in LEADS or low in vocabulary().professional
