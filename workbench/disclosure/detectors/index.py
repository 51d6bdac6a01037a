"""The register made ready for searching: once for each register, not for each text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import lru_cache

import ahocorasick_rs

from workbench.disclosure.forms import Form, Strength
from workbench.disclosure.nicknames import bynames_of, cut_short
from workbench.disclosure.normalise import atoms_of
from workbench.disclosure.register import Register

# Digits that stand for letters in a user name or after a bad scan.
DISGUISES = str.maketrans("01345", "oieas")
SHORTEST_WITHIN = 5  # letters of a name that is looked for across and inside words


class Index:
    """Where each form of the register is looked up."""

    def __init__(self, register: Register) -> None:
        self.register = register
        singles: defaultdict[str, list[Form]] = defaultdict(list)
        several: defaultdict[str, list[Form]] = defaultdict(list)
        initials: defaultdict[str, list[Form]] = defaultdict(list)
        for form in register.forms:
            atoms = atoms_of(form.words)
            key = "".join(atoms)
            if form.initials:
                initials[key.upper()].append(form)
            elif len(atoms) == 1:
                singles[key].append(form)
            else:
                several[key].append(form)
        self.singles = {key: tuple(forms) for key, forms in singles.items()}
        self.several = {key: tuple(forms) for key, forms in several.items()}
        self.initials = {key: _whose(forms) for key, forms in initials.items()}
        self.plurals = self._plurals()
        self.shortened = self._shortened()
        longer = {key for key in self.singles if len(key) >= SHORTEST_WITHIN}
        self.keys = sorted(longer | set(self.several))
        self.automaton = ahocorasick_rs.AhoCorasick(self.keys) if self.keys else None
        self.shown = self._shown()

    def may_name(self, low: str) -> bool:
        """Whether a word by itself may be one of the names, also with digits for letters."""
        if low in self.singles or low in self.plurals or low in self.shortened:
            return True
        return not low.isalpha() and low.translate(DISGUISES) in self.singles

    def initials_of_people(self, letters: str) -> bool:
        """Whether letters are more than what a place's name happens to begin with."""
        forms = self.initials.get(letters, ())
        return any(not form.place or form.strength > Strength.WEAK for form in forms)

    def may_be_initials(self, atom: str) -> bool:
        """Whether letters are somebody's initials, two or three of them also small."""
        if atom in self.initials:
            return True
        return 1 < len(atom) < 4 and atom.islower() and atom.upper() in self.initials

    def _plurals(self) -> dict[str, tuple[Form, ...]]:
        """Family and given names as "the Okafors", unless that is a name of its own."""
        plurals: dict[str, tuple[Form, ...]] = {}
        for key, forms in self.singles.items():
            kept = tuple(form for form in forms if form.strength > Strength.WEAK)
            for plural in (key + "s", key + "es"):
                if len(key) > 1 and kept and plural not in self.singles:
                    plurals[plural] = kept
        return plurals

    def _shortened(self) -> dict[str, tuple[Form, ...]]:
        """What people may make of the given and family names, as forms that are only asked about:
        "Char" of Charlotte, "Jonesy"."""
        made: defaultdict[str, dict[Form, None]] = defaultdict(dict)
        for key, forms in self.singles.items():
            people = [one for one in forms if not one.place and one.strength > Strength.WEAK]
            for form in people if len(key) > 2 and key.isalpha() else ():
                for short in bynames_of(key) if form.family else cut_short(key):
                    made[short][replace(form, strength=Strength.WEAK)] = None
        return {
            key: tuple(forms)
            for key, forms in made.items()
            if len(key) > 1 and key not in self.singles
        }

    def _shown(self) -> frozenset[str]:
        """The words of pseudonyms and published forms: in a text they are ordinary, unless they are
        also somebody's name."""
        words = {atom for entity in self.register.entities for atom in atoms_of(entity.shown_as)}
        return frozenset(words - set(self.singles))


def _whose(forms: list[Form]) -> tuple[Form, ...]:
    """Of initials that people have too those of a place say little."""
    people = tuple(one for one in forms if not one.place or one.strength > Strength.WEAK)
    return people or tuple(forms)


@lru_cache(maxsize=4)
def index_of(register: Register) -> Index:
    """The index of a register, made once."""
    return Index(register)
