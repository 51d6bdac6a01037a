"""What the register says of whoever bears a name: sex, titles, work and age."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from workbench.disclosure.detectors.index import Index
from workbench.disclosure.dictionary import word_list
from workbench.disclosure.normalise import atoms_of
from workbench.disclosure.register import Entity

_HE = word_list("people.he")
_SHE = word_list("people.she")
_PRIVATE = word_list("people.private")
_POLICE = word_list("people.police")
_POLICE_RANKS = word_list("people.police_ranks")
_CALLINGS = word_list("people.callings")
_SERGEANT = ("ps", "sgt", "sergeant")
_SAME = dict.fromkeys(_SERGEANT, _SERGEANT) | dict.fromkeys(("dr", "doctor"), ("dr", "doctor"))
_CHILDREN = frozenset(("child", "baby", "toddler", "infant", "pupil"))


@dataclass(frozen=True, slots=True)
class Bearer:
    """One entity. ``names`` are the atoms of the name, ``called`` those of the aliases too."""

    id: str
    names: tuple[str, ...]
    called: frozenset[str]
    work: frozenset[str]
    sex: str
    private: bool
    child: bool

    def is_called(self, titles: tuple[str, ...]) -> bool:
        """Whether the register gives this title with the name: "Sgt Alison Pike"."""
        return any(not self.called.isdisjoint(_SAME.get(title, (title,))) for title in titles)

    def may_be_called(self, titles: tuple[str, ...]) -> bool:
        """Whether somebody may be called "PC" or "Dr": a child or a partner hardly is."""
        other_work = bool(self.work) and self.work.isdisjoint(_POLICE)
        for title in titles:
            if title in _POLICE_RANKS and (self.private or other_work):
                return False
            if title in _CALLINGS and self.private:
                return False
        return True


class _Bearers(dict[str, Bearer]):
    """The bearers of a register by their id, each made when it is first asked for."""

    def __init__(self, index: Index) -> None:
        super().__init__()
        self._register = index.register

    def __missing__(self, key: str) -> Bearer:
        entity = self._register.entity(key)
        if entity is None:
            raise KeyError(key)
        bearer = self[key] = _bearer(entity)
        return bearer


@lru_cache(maxsize=4)
def bearers_of(index: Index) -> _Bearers:
    """The bearers of a register's names."""
    return _Bearers(index)


def _bearer(entity: Entity) -> Bearer:
    work = frozenset(atoms_of(entity.role))
    called = (atom for name in (entity.name, *entity.aliases) for atom in atoms_of(name))
    return Bearer(
        id=entity.id,
        names=atoms_of(entity.name),
        called=frozenset(called),
        work=work,
        sex=_sex(entity),
        private=not work.isdisjoint(_PRIVATE),
        child=not _CHILDREN.isdisjoint((*work, *atoms_of(entity.shown_as))),
    )


def _sex(entity: Entity) -> str:
    for words in (entity.sex, entity.role):
        atoms = atoms_of(words)
        for atom, after in zip(atoms, (*atoms[1:], ""), strict=False):
            if after == "s":
                continue  # "mother's partner"
            if atom in _HE:
                return "he"
            if atom in _SHE:
                return "she"
    return ""
