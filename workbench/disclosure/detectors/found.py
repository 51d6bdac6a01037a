"""What a detector says, and what it is given."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, Protocol

from workbench.disclosure.detectors.reading import Reading


class Kind(StrEnum):
    """What was found."""

    PERSON = "person"
    PLACE = "place"
    ORG = "org"
    UNKNOWN = "unknown"  # capitalised words that nobody has registered or ruled on
    NHS = "nhs_number"
    NI = "ni_number"
    UPN = "upn"
    NUMBER = "number"  # a case, crime, hospital or other reference
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    HANDLE = "handle"
    FILE = "file_name"
    VEHICLE = "vehicle"
    POSTCODE = "postcode"
    ADDRESS = "address"
    COORDINATES = "coordinates"
    BIRTH_DATE = "birth_date"
    DATE = "date"
    AGE = "age"  # found only for an audience that reads ages as bands
    SEX = "sex"  # a word that tells the sex of somebody whose sex is withheld


class Found(NamedTuple):
    """Characters ``start`` to ``end`` of a reading's plain text that could identify someone.

    ``certain`` is replaced by itself; the rest is put to the author. ``entity`` is the registered
    entity meant, or None; ``family`` says that a whole family is meant by its name, ``part`` that
    only a given or a family name stands here, which may belong to somebody else. (A named tuple is
    made in a third of the time of a frozen dataclass, and much is found.)
    """

    start: int
    end: int
    kind: Kind
    entity: str | None = None
    certain: bool = True
    rule: str = ""
    family: bool = False
    part: bool = False


class Detector(Protocol):
    """Anything that finds identities in a reading: pure, and the same every time."""

    def __call__(self, reading: Reading) -> Iterable[Found]:
        """What is found in this text."""
        ...
