"""Addresses, and small places by their kind: schools, wards, surgeries, care homes, streets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import vocabulary, word_list
from workbench.disclosure.normalise import atoms_of

_STREET = r"(?:Road|Street|Avenue|Lane|Crescent|Drive|Close|Terrace|Gardens|Grove|Mews|Parade|Boulevard|Rd|Ave|Cres|Gdns|Terr)"
_LOOSE = (
    r"(?:Way|Court|Place|Square|Hill|Rise|Walk|Row|View|Park|Green|House|Buildings|Mansions|Point|Heights|Wharf|"
    r"Quay|Gate|Croft|Fold|Garth|Vale|Meadow|Meadows|Yard|Bank|Mount|Wynd|End|Fields|Side|St|Ln|Dr|Ct|Pl|Sq|Cl)"
)
_WORD = r"(?:St\.? |[A-Z][a-z]*'?[A-Z]?[a-z'-]+)"
_NUMBERED = re.compile(
    r"(?:\b(?:Flat|Apartment|Apt|Unit|Room|Plot|Caravan|Bungalow)\.? ?\d{0,4}[A-Za-z]?[,]? (?:at |of )?)?"
    r"(?<![\w£.,/-])\d{1,4}(?: ?[A-Za-z])?(?:[-/]\d{1,4}[A-Za-z]?)?,? "
    rf"(?:{_WORD}[ -]){{0,3}}{_WORD} (?:{_STREET}|{_LOOSE})\b\.?"
)
_NUMBERED_LOWER = re.compile(
    r"(?<![\w£.,/-])\d{1,4}[a-z]?,? (?:[a-z']{3,}[ -]){1,3}(?:road|street|avenue|lane|crescent|close|terrace|gardens|"
    r"grove|mews|rd|ave)\b", re.IGNORECASE)  # fmt: skip
_FLAT = re.compile(
    rf"\b(?:Flat|Apartment|Apt|Plot|Caravan) \d{{1,4}}[A-Za-z]?,? (?:{_WORD} ){{1,3}}(?:{_STREET}|{_LOOSE})\b"
)
_BARE_STREET = re.compile(rf"(?:{_WORD}[ -]){{1,3}}{_STREET}\b")
_WELSH = re.compile(r"\b(?:\d{1,4}[A-Za-z]?,? )?(?:Heol|Ffordd|Stryd|Lôn|Lon|Maes|Clos|Rhodfa|Cwrt|Llys|Tan|Bryn|Pen)(?:[ -](?:[yY]r?|[A-Z][a-z'-]+)){1,4}")  # fmt: skip
_TAIL = re.compile(r"(?:,? (?:[A-Z][a-z'-]+)(?:[ -](?:[A-Z][a-z'-]+|on|upon|le|in|the|under)){0,4}){0,3},? (?:[A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}\b")  # fmt: skip

_HEADS = (
    r"(?:(?:Primary|Junior|Infants?|Secondary|High|Grammar|Special|Comprehensive|Community|Middle|First|Nursery|Prep|"
    r"Church of England|C of E|CofE|CE|RC|Catholic) )*(?:School|Academy|College|Nursery|Pre-?school|Kindergarten|Sixth Form)|"
    r"(?:Medical|Health|Children's|Family|Day|Community|Leisure|Resource|Walk-in|Urgent Care|Wellbeing|Women's|Youth|"
    r"Shopping|Sports|Islamic|Treatment|Urgent Treatment|Contact|Birth|Arts) Cent(?:re|er)|Centre|"
    r"(?:Community |General |District |Cottage |Royal |University |Memorial |Children's |Psychiatric |Infirmary )*Hospital|"
    r"Infirmary|Surgery|Group Practice|Practice|Pharmacy|Clinic|Ward|Suite|"
    r"(?:Care|Nursing|Residential|Children's) Home|Residential Unit|Hospice|Hostel|Refuge|Lodge|House|Hall|Manor|Grange|Villas?|Cottage|"
    r"Court|Church|Chapel|Cathedral|Mosque|Masjid|Gurdwara|Temple|Synagogue|Estate|Library|Hotel|Inn|Arms|Prison|Barracks|"
    r"Police Station|Station|Youth Club|Park|Common|Woods?|Bridge|Farm|Day Service|Supported Living"
)
_SMALL_PLACE = re.compile(
    rf"(?P<name>(?:(?:St\.?|Saint) )?{_WORD}(?:[ -](?:(?:and|&|of|the|le|upon|on) )?{_WORD}){{0,3}}) (?P<head>{_HEADS})\b"
)
_WARD = re.compile(
    r"\bWard (?P<it>\d{1,2}[A-Z]?|[A-Z]\d{1,2}|[A-Z])\b|\b(?:HMP|HMYOI|YOI)(?:/YOI)? (?:[A-Z][a-z]+ ?){1,3}\b"
)
_CHURCH = re.compile(rf"\b(?:Church|Chapel|University|Royal Borough|Borough|County|City|Parish|Diocese|Isle|Friends|College|Hospital) of (?:St\.? |the )?{_WORD}(?: {_WORD}){{0,2}}")  # fmt: skip


def addresses(reading: Reading) -> Iterator[Found]:
    """Streets with or without a house number, with what follows as far as the postcode."""
    text = reading.text
    if any(map(str.isdigit, text)):
        for pattern in (_NUMBERED, _FLAT):
            for match in pattern.finditer(text):
                tail = _TAIL.match(text, match.end())
                yield Found(
                    match.start(), tail.end() if tail else match.end(), Kind.ADDRESS, rule="address"
                )
        for match in _NUMBERED_LOWER.finditer(text):
            if not match.group().split()[1][0].isupper() and not _counted(match.group()):
                yield Found(match.start(), match.end(), Kind.ADDRESS, rule="address")
    if not reading.has_capital:
        return
    for match in _BARE_STREET.finditer(text):
        start = _without_lead(reading, match.start(), match.end())
        if start is not None:
            yield Found(start, match.end(), Kind.ADDRESS, certain=False, rule="street")
    for match in _WELSH.finditer(text):
        yield Found(
            match.start(),
            match.end(),
            Kind.ADDRESS,
            certain=match.group()[0].isdigit(),
            rule="street",
        )


def _counted(words: str) -> bool:
    """ "2 of the road", "3 cars in the street": a count and no house number."""
    return bool(re.search(r"\b(?:of|the|in|on|a|an|from|at|and|with|to)\b", words.lower()))


def _without_lead(reading: Reading, start: int, end: int) -> int | None:
    """Where the name begins once ordinary words before it are left out; None if nothing is left."""
    known = vocabulary()
    places = [i for i, at in enumerate(reading.starts) if start <= at < end] if len(reading.starts) < 64 \
        else _between(reading, start, end)  # fmt: skip
    while len(places) > 1:
        low = reading.lows[places[0]]
        if low in _LEADS:
            places.pop(0)
        else:
            break
    if len(places) < 2 or all(reading.lows[place] in _DULL for place in places[:-1]):
        return None
    return reading.starts[places[0]]


def _between(reading: Reading, start: int, end: int) -> list[int]:
    from_place = _bisect(reading.starts, start)
    return [
        i
        for i in range(from_place, min(from_place + 16, len(reading.starts)))
        if reading.starts[i] < end
    ]


def _bisect(starts: list[int], at: int) -> int:
    low, high = 0, len(starts)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if starts[middle] < at else (low, middle)
    return low


_LEADS = word_list("places.leads")
_DULL = word_list("places.dull")


def small_places(reading: Reading) -> Iterator[Found]:
    """Schools, wards, surgeries and the like that carry a name of their own."""
    if not reading.has_capital:
        return
    text = reading.text
    for match in _SMALL_PLACE.finditer(text):
        head = match.start("head")
        start = _without_lead(reading, match.start(), head + 1)
        if start is not None:
            yield Found(start, match.end(), Kind.PLACE, certain=False, rule="small place")
    for pattern in (_WARD, _CHURCH):
        for match in pattern.finditer(text):
            if pattern is _CHURCH and all(low in _DULL | _LEADS or low in vocabulary().professional
                                          for low in atoms_of(match.group())[2:]):  # fmt: skip
                continue
            yield Found(match.start(), match.end(), Kind.PLACE, certain=False, rule="small place")
