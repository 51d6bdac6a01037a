"""Short and long forms of given names: Dan and Daniel, Peggy and Margaret."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from workbench.resources import read_json


def other_names(given: str) -> frozenset[str]:
    """What somebody with this given name, in lower case, may be called as well."""
    return _both_ways().get(given, frozenset())


_SHORT_ENDS = ("", "s", "z", "y", "ie", "i", "o", "er", "ers", "sy", "zy", "za", "zza")
_AFTER_VOWEL = ("z", "zz", "zza", "zzer", "zzie", "l", "ze", "zie", "se", "sie")  # Gaz, Tel, Suze
_OF_FAMILY = ("y", "ie", "sy", "o", "ers", "er", "s", "z")  # Jonesy, Gibbo
_VOWELS = "aeiouy"


def cut_short(given: str) -> frozenset[str]:
    """What people make of a given name, in lower case, by cutting it: "char" and "chazza" of
    Charlotte, "tams" of Tamsin, "trace" of Tracey, "ty" of Tyler."""
    starts = {given[:length] for length in range(3, min(len(given), 7))}
    made = {start + end for start in starts for end in _SHORT_ENDS}
    made.update(start + start[-1] + end for start in starts for end in ("y", "ie", "o", "er"))
    made.update(given + end for end in _SHORT_ENDS if end)
    vowel = next((at for at in range(1, len(given)) if given[at] in _VOWELS), 0)
    made.update(given[: vowel + 1] + end for end in ("", *_AFTER_VOWEL) if vowel)
    return frozenset(made | other_names(given)) - {given}


def bynames_of(family: str) -> frozenset[str]:
    """What people are called after their family name, in lower case: "jonesy", "peachy"."""
    starts = {family, family[:4], family + family[-1]} if len(family) > 3 else {family}
    return frozenset(start + end for start in starts for end in _OF_FAMILY) - {family}


@cache
def _both_ways() -> dict[str, frozenset[str]]:
    held: dict[str, list[str]] = read_json("register", "nicknames.json")["nicknames"]
    both: defaultdict[str, set[str]] = defaultdict(set)
    for name, short in held.items():
        both[name].update(short)
        for one in short:
            both[one].add(name)
    return {name: frozenset(others) for name, others in both.items()}
