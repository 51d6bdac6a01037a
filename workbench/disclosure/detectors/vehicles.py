"""The marks of cars: whole, in part, misread, or of Northern Ireland."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.disclosure.detectors.cues import cue
from workbench.disclosure.detectors.found import Found, Kind
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import vocabulary, word_list

_VEHICLE = re.compile(
    r"\b(?:[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} [A-Z]{3}|[A-Z]\d{3}[A-Z]{3}|"
    r"[A-Z]{3} ?\d{3}[A-Z])\b"
)
_CUED_VEHICLE = re.compile(
    r"\b(?:registration|reg|vrm|number ?plate|plate|index)(?: number| mark| no\.?)?"
    r"(?:\s?(?:is|was|:|of|mark)){0,2} ?(?P<it>(?=[A-Z]{0,4} ?\d)[A-Z]{0,3} ?\d{1,4} ?[A-Z]{0,3}"
    r")\b",
    re.IGNORECASE,
)
# Written small, or as in Northern Ireland: a plate only if the sentence speaks of a car.
_LIKE_VEHICLE = re.compile(
    r"\b(?:[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]{3} ?\d{1,4}|(?-i:[A-Z]{1,2}\d{1,3} [A-Z]{3}|"
    r"[A-Z]{2}(?:\d[IOSZBl]|[IOSZBl]\d) ?[A-Z]{3}|\d{1,4} [A-Z]{3}))\b",
    re.IGNORECASE,
)
_OF_A_CAR = re.compile(
    rf"\b(?:{'|'.join(sorted(word_list('numbers.cars')))}|motor\w+)\b", re.IGNORECASE
)
_NO_PLATES = frozenset(
    (
        "REG",
        "SCH",
        "ART",
        "SEC",
        "CAD",
        "LOG",
        "REF",
        "URN",
        "PNC",
        "INC",
        "TEL",
        "FAX",
        "EXT",
        "AND",
    )
)
_PART_OF_PLATE = re.compile(r"\b[A-Z]{2}[0-7]\d\b(?! ?[A-Z]{3}\b|[/-])(?: [A-Z]{1,2}\b)?")
_BROKEN_PLATE = re.compile(  # ".. 19 ..K", "YD1_ KX_"
    r"(?<![\w.])(?=[A-Z0-9]{0,4}[._*?])(?=[ ._*?A-Z]*\d)(?:[A-Z0-9]|[._*?]){2,4} "
    r"(?:[A-Z0-9]{1,3} )?(?=[A-Z]{0,3}[._*?])(?:[A-Z]|[._*?]){2,4}"
)
_VEHICLE_CUES = cue(word_list("numbers.vehicle_cues"))
_CARS = cue(word_list("numbers.cars"), shape=re.compile(".*motor").match)


def whole_plates(reading: Reading) -> Iterator[Found]:
    """Plates that are known as they stand."""
    for match in reading.beside_mixed(_VEHICLE):
        yield Found(*match.span(), Kind.VEHICLE, rule="pattern")


def vehicles(reading: Reading) -> Iterator[Found]:
    """What is a plate because the words near it say so."""
    yield from _near_cars(reading) if reading.calls & _CARS else ()
    for match in reading.around_digits(_CUED_VEHICLE) if reading.calls & _VEHICLE_CUES else ():
        it = match.group("it").strip()
        letters = sum(map(str.isalpha, it))
        if letters and any(map(str.isdigit, it)) and len(it) >= 3:
            yield Found(*match.span("it"), Kind.VEHICLE, rule="cue")


def _near_cars(reading: Reading) -> Iterator[Found]:
    """What is a plate, or part of one, because the sentence speaks of a car."""
    for match in reading.around_digits(_LIKE_VEHICLE):
        near = reading.text[max(0, match.start() - 40) : match.end() + 40]
        if _OF_A_CAR.search(near) and not _no_plate(match.group()[:3]):
            sure = match.group()[:2].isupper()
            yield Found(*match.span(), Kind.VEHICLE, certain=sure, rule="pattern")
    for pattern in (_PART_OF_PLATE, _BROKEN_PLATE):
        for match in reading.around_digits(pattern):
            if _OF_A_CAR.search(reading.text[max(0, match.start() - 40) : match.end() + 20]):
                yield Found(*match.span(), Kind.VEHICLE, certain=False, rule="perhaps")


def _no_plate(begins: str) -> bool:
    """ "CAD 219", and "has 3 cars"."""
    known = vocabulary()
    return begins.upper() in _NO_PLATES or begins in known.acronyms or known.is_ordinary(begins)
