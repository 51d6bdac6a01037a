"""Short and long forms of given names: Dan and Daniel, Peggy and Margaret."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from workbench.resources import read_json


def other_names(given: str) -> frozenset[str]:
    """What somebody with this given name, in lower case, may be called as well."""
    return _both_ways().get(given, frozenset())


@cache
def _both_ways() -> dict[str, frozenset[str]]:
    held: dict[str, list[str]] = read_json("register", "nicknames.json")["nicknames"]
    both: defaultdict[str, set[str]] = defaultdict(set)
    for name, short in held.items():
        both[name].update(short)
        for one in short:
            both[one].add(name)
    return {name: frozenset(others) for name, others in both.items()}
