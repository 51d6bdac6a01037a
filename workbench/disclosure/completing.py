"""Completing the register: which names of the papers nobody has registered or ruled out yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.disclosure.detectors.index import Index
from workbench.disclosure.detectors.shortened import SHORT
from workbench.disclosure.finder import Finder, finder_of
from workbench.disclosure.mining import NAMES, SAMPLES, Haul, Mine, Sighting
from workbench.disclosure.mining_forms import Proposal, proposals
from workbench.disclosure.mining_groups import Group, groups_of
from workbench.disclosure.mining_texts import papers_of
from workbench.disclosure.normalise import atoms_of
from workbench.disclosure.pseudonyms import Fault, problems
from workbench.disclosure.register import Register, register_of
from workbench.disclosure.rulings import Rulings, rulings_for
from workbench.model.register_checks import RegisterCheck
from workbench.model.rulings import Ruling
from workbench.review import Review

_YET = Fault.MISSING  # asked about where it stands in a document


@dataclass(frozen=True, slots=True)
class Candidate:
    """One name to be registered or ruled out: its fullest spelling, every open spelling with how
    often it was met, a few sentences with their places, what it may be, and whom it may mean."""

    words: str
    spellings: tuple[tuple[str, int], ...]
    count: int
    samples: tuple[tuple[str, str], ...]
    guess: str
    suggestions: tuple[str, ...]
    small: bool

    @property
    def id(self) -> str:
        """What it is told from others by."""
        return self.words


@dataclass(frozen=True, slots=True)
class Completion:
    """How far the register is: what is open, the most doubtful first; how many names the papers
    hold; forms that the program proposes; when it was complete last; and how many entries stop a
    report until they are put right."""

    candidates: tuple[Candidate, ...]
    names: int
    proposals: tuple[Proposal, ...]
    last: RegisterCheck | None
    number: int
    to_put_right: int

    @property
    def looked_at(self) -> int:
        """How many names are registered or ruled out."""
        return self.names - len(self.candidates)

    @property
    def complete(self) -> bool:
        """Whether no name is open."""
        return not self.candidates


def completion(
    review: Review, mine: Mine, told: Callable[[int, int], object] = lambda *_: None
) -> Completion:
    """How far the register is. The first time every paper is read; then only what is new."""
    number = review.number
    haul = mine.dig(papers_of(review), told)
    register = register_of(review)
    groups = mine.kept(haul, groups_of)
    checks: Sequence[RegisterCheck] = review.all(RegisterCheck)
    return Completion(
        candidates_of(groups, register, rulings_for(register, review.all(Ruling))),
        len(groups),
        proposals(review, haul),
        max(checks, key=lambda one: one.at, default=None),
        number,
        len({one.entity for one in problems(register) if one.stops and one.fault is not _YET}),
    )


def candidates_of(
    groups: Sequence[Group], register: Register, ruled: Rulings
) -> tuple[Candidate, ...]:
    """What is open of these names, the most doubtful first."""
    finder = finder_of(register)
    made = (_candidate(group, finder, ruled) for group in groups)
    return tuple(sorted((one for one in made if one is not None), key=_doubt))


def _candidate(group: Group, finder: Finder, ruled: Rulings) -> Candidate | None:
    """What is open of a group; None when nothing is."""
    left = [one for one in group.members if _is_open(one, finder, ruled)]
    if not left:
        return None
    spellings = [pair for one in left for pair in one.written.most_common()]
    samples = [pair for one in left for pair in one.samples]
    suggested = dict.fromkeys(key for one in left for key in finder.suggestions(one.surface))
    return Candidate(
        words=spellings[0][0],
        spellings=tuple(spellings),
        count=sum(one.count for one in left),
        samples=tuple(dict.fromkeys(samples))[:SAMPLES],
        guess=group.guess,
        suggestions=tuple(suggested),
        small=all(one.small for one in left),
    )


def _is_open(one: Sighting, finder: Finder, ruled: Rulings) -> bool:
    if ruled.on(one.surface, "") is not None:
        return False
    words = one.written.most_common(1)[0][0]
    found = finder.find(words if not words.islower() else words.title())
    if any(each.rule == SHORT or (each.entity is None and each.kind in NAMES) for each in found):
        return True
    if any(each.entity is not None for each in found):
        return False
    return not _registered(one.surface, finder.index)


def _registered(surface: str, index: Index) -> bool:
    """Whether every word is one of a registered name, or of what the report says for one."""
    atoms = atoms_of(surface)
    if index.initials_of_people("".join(atoms).upper()) or "".join(atoms) in index.several:
        return True
    return all(
        atom in index.singles or atom in index.shown or index.initials_of_people(atom.upper())
        for atom in atoms
    )


def _doubt(one: Candidate) -> tuple[int, int, str]:
    """People before the rest: those near to somebody registered, then whole names, then words."""
    if one.guess != "person":
        rank = 3
    elif one.suggestions:
        rank = 0
    else:
        rank = 1 if len(atoms_of(one.words)) > 1 else 2
    return (rank, -one.count, one.words.casefold())


__all__ = ["Candidate", "Completion", "Haul", "Mine", "Proposal", "completion"]
