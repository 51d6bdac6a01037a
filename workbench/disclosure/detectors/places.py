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

_WORDS: dict[str, list[str]] = read_json("dictionary", "places.json")


def _any(name: str) -> str:
    """A pattern for any of the words of one list, the longest first."""
    words = sorted(_WORDS[name], key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(word) for word in words)})"


_WORD = r"(?:St\.? |[A-Z][a-z]*'?[A-Z]?[a-z'-]+)"
_NOT_AFTER = r"(?<![\w£.,/-])(?<!\d:)"
_STREETS, _LOOSE = _any("streets"), _any("loose")
_NUMBERED = re.compile(
    rf"(?:\b{_any('dwellings')}\.? ?\d{{0,4}}[A-Za-z]?[,]? (?:at |of )?)?"
    rf"{_NOT_AFTER}\d{{1,4}}(?: ?[A-Za-z])?(?:[-/]\d{{1,4}}[A-Za-z]?)?,? "
    rf"(?:{_WORD}[ -]){{0,3}}{_WORD} (?:{_STREETS}|{_LOOSE})\b\.?"
)
_NUMBERED_LOWER = re.compile(
    rf"{_NOT_AFTER}\d{{1,4}}[a-z]? (?:[a-z']{{3,}}[ -]){{1,3}}{_STREETS.lower()}\b",
    re.IGNORECASE,
)
_NUMBERED_UPPER = re.compile(
    rf"{_NOT_AFTER}\d{{1,4}}[A-Z]?,? (?:[A-Z'-]{{2,}} ){{1,3}}"
    rf"(?:{_STREETS.upper()}|{_LOOSE.upper()})\b"
)
_SHORT_STREET = re.compile(rf"\b{_WORD} (?:St|Ln)\b(?=[,;)\n]|\.?$|\.\s[A-Z][^a-z])")
_WAY = re.compile(rf"\b(?:at|in|on|to|of) (?P<it>{_WORD} (?:Way|Rise|Walk))\b(?! [A-Z])")
_SIGN = re.compile(
    rf"\b(?:[Tt]he (?P<it>(?:[A-Z][a-z']+ (?:and )?)?{_any('signs')})|"
    rf"(?<=\b(?:at|to|in|by) )The (?P<at>{_any('capital_signs')})|"
    rf"(?<=\b(?:near|from) )The (?P<of>{_any('capital_signs')}))\b(?! [A-Z])"
)
_OUR_LADY = re.compile(
    r"\bOur Lady(?: (?:of|and) (?:the )?(?:St\.? )?[A-Z]\w+(?: [A-Z]\w+)?)?"
    r"(?: and St\.? [A-Z]\w+)?"
)
_COURT = re.compile(r" (?:Crown|County|Magistrates'?|Family|Youth|Sheriff|Coroner's) Court$")
_FLAT = re.compile(
    rf"\b{_any('dwellings')} \d{{1,4}}[A-Za-z]?,? (?:{_WORD} ){{1,3}}(?:{_STREETS}|{_LOOSE})\b"
)
_BARE_STREET = re.compile(rf"(?:{_WORD}[ -]){{1,3}}{_STREETS}\b")
_BOX = re.compile(r"\b(?:PO|P\.O\.) Box \d{1,6}\b", re.IGNORECASE)
_NAMED_HOUSE = re.compile(
    rf"\b{_any('dwellings')} \d{{1,4}}[A-Za-z]?(?:, (?:The )?{_WORD}(?: {_WORD}){{0,2}}){{1,3}}"
)
_WELSH = re.compile(
    rf"\b(?:(?:{_any('dwellings')} \d{{1,4}}[A-Za-z]?,? )?\d{{1,4}}[A-Za-z]?,? )?"
    rf"{_any('welsh')}(?:[ -](?:[yY]r?|[A-Z][a-z'-]+)){{1,4}}"
)
_TOWN = r"[A-Z][a-z'-]+(?:[ -](?:[A-Z][a-z'-]+|on|upon|le|in|the|under)){0,4}"
_TAIL = re.compile(rf"(?:,? {_TOWN}){{0,3}},? [A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}}\b")
_HEADS = (
    rf"(?:{_any('school_kinds')} )*{_any('schools')}|{_any('centre_kinds')} Cent(?:re|er)|Centre|"
    rf"(?:{_any('hospital_kinds')} )*Hospital|{_any('heads')}"
)
_SMALL_PLACE = re.compile(
    rf"(?P<name>(?:(?:St\.?|Saint) )?{_WORD}"
    rf"(?:[ -](?:(?:and|&|of|the|le|upon|on) )?{_WORD}){{0,3}}) (?P<head>{_HEADS})\b"
)
_WARD = re.compile(
    r"\bWard (?P<it>\d{1,2}[A-Z]?|[A-Z]\d{1,2}|[A-Z])\b|"
    r"\b(?:HMP|HMYOI|YOI)(?:/YOI)? (?:[A-Z][a-z]+ ?){1,3}\b"
)
_OF = re.compile(rf"\b{_any('of')} of (?:St\.? |the )?{_WORD}(?: {_WORD}){{0,2}}")


_STREET_OR_LOOSE = cue((*_WORDS["streets"], *_WORDS["loose"]), as_written=True)
_DWELLINGS = cue(_WORDS["dwellings"], as_written=True)
_BOXES = cue(("box",))
_STREETS_LOWER = cue([word.lower() for word in _WORDS["streets"]])
_STREETS_UPPER = cue(
    [word.upper() for word in (*_WORDS["streets"], *_WORDS["loose"])], as_written=True
)
_STREET_ATOMS = cue(
    (*_WORDS["streets"], *_WORDS["welsh"], "St", "Ln", "Way", "Rise", "Walk"), as_written=True
)
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
        start = _without_lead(reading, match.start(), match.end(), _NO_STREETS if plain else None)
        if start is not None and not _of_trade(reading, start, match.end()):
            yield Found(start, match.end(), Kind.ADDRESS, certain=False, rule="street")
    for match in _WAY.finditer(reading.text):
        if match["it"].lower().split()[0] not in _DULL | _LEADS:
            yield Found(match.start("it"), match.end(), Kind.ADDRESS, certain=False, rule="street")
    for match in _SHORT_STREET.finditer(reading.text):
        yield Found(match.start(), match.end(), Kind.ADDRESS, certain=False, rule="street")
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
    dull = _DULL if dull is None else dull
    first = bisect_left(reading.starts, start)
    last = bisect_left(reading.starts, end)
    places = list(range(first, min(last, first + 16)))
    while len(places) > 1:
        low = reading.lows[places[0]]
        if low in _LEADS:
            places.pop(0)
        else:
            break
    if len(places) < 2 or all(
        reading.lows[place] in dull or _of_a_deed(reading.lows[place]) for place in places[:-1]
    ):
        return None
    return reading.starts[places[0]]


def _of_a_deed(low: str) -> bool:
    """ "Attendance Clinic", "Respecting School": said of what is done there, and no name."""
    return (
        low.endswith(_DEEDS) and len(low) > 7 and low not in TOWNS and low in vocabulary().ordinary
    )


_DEEDS = ("ance", "ence", "ing", "tion", "sion", "ment", "ity", "ship", "ness", "sal", "ive")
_LEADS = word_list("places.leads")
_DULL = word_list("places.dull")
_NO_STREETS = frozenset(_WORDS["no_streets"])


# Of these there is more than one in a place, and a person's name begins none but by chance.
ELSEWHERE = frozenset(("hospital", "infirmary", "court", "prison", "airport", "station"))
_MOSTLY_STREETS = ("Road", "Street", "Lane", "Avenue", "Terrace", "Crescent")
TOWNS = frozenset(_WORDS["towns"])
_TO_TOWN = frozenset(("in", "to", "from", "near", "at", "outside", "around"))


def in_town(reading: Reading, place: int) -> bool:
    """ "He is in Limerick": a town that is a word too, where one would name a town."""
    if reading.lows[place] not in TOWNS or reading.low(place - 1) not in _TO_TOWN:
        return False
    beside = reading.gap(place) == " " and not reading.capital(place - 1)
    listed = reading.low(place + 1) == "and" or reading.gap(place + 1).startswith((" &", "/"))
    run_on = reading.gap(place + 1) == " " and reading.capital(place + 1)
    return beside and not listed and not run_on


def _last_atoms(words: list[str]) -> list[str]:
    return [ATOM.findall(word)[-1] for word in words]


_HEADS_ALONE = ["Centre", "Center", "Hospital"]
_HEAD_ATOMS = cue(
    _last_atoms([*_WORDS["schools"], *_WORDS["heads"], *_HEADS_ALONE]), as_written=True
)
_WARD_ATOMS = cue(("Ward", "HMP", "HMYOI", "YOI"), as_written=True)
_OF_ATOMS = cue(_last_atoms(_WORDS["of"]), as_written=True)
_SIGNS = cue((*_WORDS["signs"], *_WORDS["capital_signs"], "Lady"), as_written=True)
SMALL_PLACE_CUES = _HEAD_ATOMS | _WARD_ATOMS | _OF_ATOMS | _SIGNS


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


def _near_heads(reading: Reading) -> Iterator[re.Match[str]]:
    """Small places, looked for only where a word stands that can end the name of one."""
    done = 0
    for place in reading.called(_HEAD_ATOMS):
        if reading.ends[place] > done and _named_before(reading, place):
            start = max(done, _name_begins(reading, place))
            for match in _SMALL_PLACE.finditer(reading.text, start, reading.ends[place]):
                done = match.end()
                yield match


def _of_trade(reading: Reading, start: int, end: int) -> bool:
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


def _without_court(match: re.Match[str]) -> int:
    """ "Isleworth Crown Court": only the town is a name."""
    court = _COURT.search(match.group())
    return match.start() + court.start() if court else match.end()


def _with_article(reading: Reading, start: int) -> int:
    """ "bedded down at The Lodge": within a sentence an article with a capital is in the name."""
    place = bisect_left(reading.starts, start)
    if place < 2 or reading.atoms[place - 1] != "The" or reading.gap(place) != " ":
        return start
    alone = reading.starts_sentence(place - 1) or reading.in_heading(place - 1)
    return start if alone else reading.starts[place - 1]


def _signs(reading: Reading) -> Iterator[Found]:
    """ "by the Malt Shovel", "died at the Heath": places that have a sign and no kind."""
    for match in _SIGN.finditer(reading.text):
        start = match.start(match.lastgroup or 0)
        place = bisect_left(reading.starts, start)
        if not (reading.in_heading(place) or _of_trade(reading, start, match.end())):
            start = _with_article(reading, start)
            yield Found(start, match.end(), Kind.PLACE, certain=False, rule="small place")


def small_places(reading: Reading) -> Iterator[Found]:
    """Schools, wards, surgeries and the like that carry a name of their own."""
    if reading.calls & _SIGNS:
        yield from _signs(reading)
        for match in _OUR_LADY.finditer(reading.text):
            yield Found(match.start(), match.end(), Kind.PLACE, certain=False, rule="small place")
    for match in _near_heads(reading):
        head = match.start("head")
        start = _without_lead(reading, _after_and(match), head + 1)
        if start is not None and not _of_trade(reading, start, match.end()):
            start = _with_article(reading, start)
            yield Found(start, _without_court(match), Kind.PLACE, certain=False, rule="small place")
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
    return low in _DULL or low in _LEADS or low in vocabulary().professional
