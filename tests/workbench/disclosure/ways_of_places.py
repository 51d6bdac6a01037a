"""Every way in which a place or an organisation that is registered under its full name is written in
the papers of agencies, each as a function of the name; and sentences to put it in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

NAMES = Path(__file__).with_name("names_of_places.txt").read_text(encoding="utf-8").splitlines()
ANYWHERE = [
    "She was seen at {n} on Monday.",
    "He was taken to {n} by ambulance.",
    "{n} rang the office.",
    "They heard from {n} last week.",
    "Mum said {n} would call back.",
    "10:20 | {n} | no reply",
    "Referral from {n} received.",
    "Staff at {n} were told.",
]
SMALL = [
    "shes at {n} again",
    "ring {n} about the key",
    "{n} rang about him",
    "call from {n}, no bed",
    "meet me outside {n}",
]
AT = [ANYWHERE[0], ANYWHERE[1], ANYWHERE[3], ANYWHERE[7]]
ARTICLE = [
    "She was seen at the {n} on Monday.",
    "He left the {n} at noon.",
    "Staff of the {n} came.",
]
OWNED = ["They met at {n}’s door.", "It was {n}'s plan."]
_KINDS = frozenset(
    [
        "ward",
        "house",
        "court",
        "nursery",
        "surgery",
        "project",
        "unit",
        "hospital",
        "school",
        "road",
        "home",
        "church",
        "mosque",
        "academy",
        "close",
        "centre",
        "refuge",
        "agency",
        "hospice",
        "practice",
        "service",
        "hostel",
        "clinic",
        "college",
        "station",
        "cottage",
        "estate",
        "fostering",
        "farm",
        "flats",
        "housing",
        "primary",
        "care",
        "community",
        "health",
        "high",
        "medical",
        "family",
        "women's",
        "day",
        "drug",
        "sixth",
        "form",
        "rc",
        "police",
        "childminding",
    ]
)
_SHORTER = {
    "Road": "Rd", "Street": "St", "Lane": "Ln", "Hospital": "Hosp", "School": "Sch", "Primary": "Prim",
    "Saint": "St", "St": "Saint", "Centre": "Ctr", "Surgery": "Surg", "Close": "Cl", "Court": "Ct",
    "Community": "Comm", "Medical": "Med", "College": "Coll", "Academy": "Acad", "House": "Hse",
    "Station": "Stn", "Clinic": "Clin",
}  # fmt: skip


def core(name: str) -> str:
    """What is left of the name when people say it short."""
    words = name.removeprefix("The ").split()
    while len(words) > 1 and words[-1].lower() in _KINDS:
        words.pop()
    return " ".join(words)


def _shorter(name: str) -> Iterator[str]:
    words = name.removeprefix("The ").split()
    for long, short in _SHORTER.items():
        if long in words:
            yield " ".join(short if word == long else word for word in words)


def _initials(name: str) -> str:
    words = re.findall("[A-Za-z]+", name.removeprefix("The ").replace("'s", ""))
    return "".join(word[0] for word in words).upper()


def _slipped(name: str) -> Iterator[str]:
    last = core(name).split()[-1].removesuffix("'s")
    if len(last) > 5:
        yield last[: len(last) // 2] + last[len(last) // 2 + 1 :]


@dataclass(frozen=True, slots=True)
class PlaceWay:
    """How a place's name is written, and the sentences in which it may stand so."""

    called: str
    write: Callable[[str], Iterator[str]]
    sentences: list[str]


WAYS = [
    PlaceWay("whole", lambda name: iter((name,)), ANYWHERE),
    PlaceWay("whole, small", lambda name: iter((name.lower(),)), SMALL),
    PlaceWay("whole, in capitals", lambda name: iter((name.upper(),)), ANYWHERE),
    PlaceWay("short", lambda name: iter((core(name),)), ANYWHERE),
    PlaceWay("short after an article", lambda name: iter((core(name),)), ARTICLE),
    PlaceWay("short, as an owner", lambda name: iter((core(name),)), OWNED),
    PlaceWay("short, in capitals", lambda name: iter((core(name).upper(),)), ANYWHERE),
    PlaceWay("short, small", lambda name: iter((core(name).lower(),)), SMALL),
    PlaceWay("initials", lambda name: (s for s in (_initials(name),) if len(s) in (3, 4)), AT),
    PlaceWay("initials, small", lambda name: (s.lower() for s in (_initials(name),) if len(s) == 3), SMALL[:1]),
    PlaceWay("a word shortened", _shorter, ANYWHERE),
    PlaceWay("a word shortened, small", lambda name: map(str.lower, _shorter(name)), SMALL),
    PlaceWay("another head", lambda name: (f"{core(name)} {head}" for head in ("Unit", "House")), AT),
    PlaceWay("run together", lambda name: (s for s in (core(name).replace(" ", ""),) if s != core(name)), ANYWHERE),
    PlaceWay("with a hyphen", lambda name: (s for s in (core(name).replace(" ", "-"),) if s != core(name)), ANYWHERE),
    PlaceWay("a letter missing", _slipped, ANYWHERE),
    PlaceWay("without its apostrophe", lambda name: (name.replace("'", "") for _ in "'" if "'" in name), ANYWHERE),
]  # fmt: skip
