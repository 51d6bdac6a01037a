"""Names of the papers brought together: "Dr John Okafor", "J. Okafor", "Mrs Okafor", "okafer"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz.distance import OSA

from workbench.disclosure.dictionary import vocabulary
from workbench.disclosure.mining import Haul, Sighting
from workbench.disclosure.mining_near import LEAST, Near
from workbench.resources import read_json


@dataclass
class Group:
    """Spellings that most likely mean one person, place or organisation; the fullest first."""

    members: list[Sighting] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How often any of them was met."""
        return sum(one.count for one in self.members)

    @property
    def guess(self) -> str:
        """What it most likely is: person, place or agency."""
        return guess_of(self.members[0].surface)


@cache
def _kinds() -> dict[str, frozenset[str]]:
    held = read_json("register", "kinds.json")
    return {name: frozenset(held[name]) for name in ("place", "agency")}


def guess_of(surface: str) -> str:
    """Whether these words read like a person, a place or an agency."""
    atoms = surface.split()
    if len(atoms) > 1:
        for name, words in _kinds().items():
            if atoms[-1] in words:
                return name
    return "person"


def groups_of(haul: Haul) -> tuple[Group, ...]:
    """Every name of the papers, each in one group."""
    full: list[Sighting] = []
    alone: list[Sighting] = []
    for one in sorted(haul.names.values(), key=_fullest_first):
        (full if " " in one.surface else alone).append(one)
    groups = list(_whole_names(full))
    by_word: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if group.guess == "person":
            for word in _ends(group):
                by_word[word].append(group)
    near = Near(by_word)
    singles: list[Group] = []
    for one in alone:
        home = _home(one.surface, by_word, near)
        if home is None:
            singles.append(Group([one]))
        else:
            home.members.append(one)
    return (*groups, *_joined_slips(singles))


def _fullest_first(one: Sighting) -> tuple[int, int, int, str]:
    initials = sum(len(atom) == 1 for atom in one.surface.split())
    return (initials, -len(one.surface.split()), -one.count, one.surface)


def _ends(group: Group) -> set[str]:
    """The given and the family name of a group's fullest member."""
    atoms = group.members[0].surface.split()
    return {atoms[0], atoms[-1]}


def _whole_names(full: Iterable[Sighting]) -> Iterator[Group]:
    """Names of several words, together where they can be one person's."""
    families: defaultdict[str, list[Group]] = defaultdict(list)
    made: list[Group] = []
    rest = list(full)
    near = Near({one.surface.split()[-1]: [] for one in rest})
    counts: defaultdict[str, int] = defaultdict(int)
    for one in rest:
        counts[one.surface.split()[-1]] += one.count
    for one in rest:
        atoms = one.surface.split()
        family = atoms[-1]
        others = [other for other in near.to(family) if _is_slip(family, other, counts)]
        chosen = None
        if guess_of(one.surface) == "person":
            for word in (family, *others):
                chosen = chosen or next(
                    (group for group in families[word] if _same_given(atoms, group)), None
                )
        if chosen is None:
            chosen = Group()
            made.append(chosen)
            families[family].append(chosen)
        chosen.members.append(one)
    yield from made


def _is_slip(family: str, other: str, counts: dict[str, int]) -> bool:
    return family not in vocabulary().names or counts[other] > 3 * counts[family]


def _same_given(atoms: list[str], group: Group) -> bool:
    """Whether the given names agree: equal, an initial of the other, or a slip of it."""
    mine, theirs = atoms[0], group.members[0].surface.split()[0]
    if len(atoms) > 2 and len(group.members[0].surface.split()) == 2 and mine != theirs:
        return False
    if mine == theirs or (min(len(mine), len(theirs)) == 1 and mine[0] == theirs[0]):
        return True
    return min(len(mine), len(theirs)) >= LEAST and OSA.distance(mine, theirs) == 1


def _home(word: str, by_word: dict[str, list[Group]], near: Near) -> Group | None:
    """The one group in which a single word stands; none where several could be meant."""
    own = by_word.get(word)
    if own is not None:
        return own[0] if len(own) == 1 else None
    if word in vocabulary().names:
        return None  # a name of its own, however near it is to another
    homes = {id(group): group for other in near.to(word) for group in by_word.get(other, ())}
    return next(iter(homes.values())) if len(homes) == 1 else None


def _joined_slips(singles: list[Group]) -> list[Group]:
    """Single words together with the slips of them, under the most frequent."""
    heads = {group.members[0].surface: group for group in singles}
    near = Near(heads)
    gone = set()
    for group in sorted(singles, key=lambda one: one.count):
        word = group.members[0].surface
        if word in vocabulary().names:
            continue
        others = [
            heads[other]
            for other in near.to(word)
            if other not in gone and heads[other].count > group.count
        ]
        if len(others) == 1:
            others[0].members.extend(group.members)
            gone.add(word)
    return [group for group in singles if group.members[0].surface not in gone]
