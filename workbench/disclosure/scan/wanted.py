"""What the scan looks for: every form of every name that must not leave, and every number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from workbench.disclosure.forms import Form, Strength
from workbench.disclosure.register import Entity, Register
from workbench.disclosure.scan.view import bare_words, letters_of, spelled_words
from workbench.resources import read_json, resource


@cache
def ordinary() -> frozenset[str]:
    """Words, months and days that by themselves name nobody."""
    words = resource("dictionary", "ordinary.txt").read_text(encoding="ascii").split()
    return frozenset(words) | frozenset(
        read_json("dictionary", "words-that-are-names.json")["months"]
    )


@cache
def rare() -> frozenset[str]:
    """Words that few people use: none of them holds a name, whatever its letters."""
    return frozenset(resource("dictionary", "rare.txt").read_text(encoding="ascii").split())


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing to look for. ``loose`` is found across and inside words; ``exact`` holds the
    spelling of a word that must stand by itself with its capital and a sign beside it; ``accented``
    says that the name is not written in plain letters alone."""

    letters: str
    entity: str
    what: str
    loose: bool = False
    exact: tuple[str, ...] = ()
    number: bool = False
    accented: bool = False


def kept_letters(register: Register) -> frozenset[str]:
    """The full names that the report gives on purpose. A part of such a name may be a relative's,
    so a part by itself is not among them."""
    kept = (entity for entity in register.entities if entity.keep)
    return frozenset(
        letters_of(form.words)
        for entity in kept
        for form in entity.forms()
        if form.strength is Strength.SURE
    )


def wanted(register: Register) -> list[Wanted]:
    """Everything that must not be in the file."""
    kept = kept_letters(register)
    found: dict[tuple[str, bool], Wanted] = {}
    for entity in register.entities:
        if not entity.keep:
            for one in (*_names(entity), *_numbers(entity)):
                if one.letters not in kept:
                    found.setdefault((one.letters, bool(one.exact)), one)
    return list(found.values())


def _numbers(entity: Entity) -> Iterator[Wanted]:
    for identifier in entity.identifiers:
        letters = letters_of(identifier)
        if len(letters) >= 5:
            yield Wanted(letters, entity.id, "number", number=True)


def _names(entity: Entity) -> Iterator[Wanted]:
    for form in entity.forms():
        if form.strength is not Strength.WEAK:
            yield from _of_form(form, entity.kind.value)
        elif not form.initials:
            yield from _of_weak_form(form, entity.kind.value)


def _of_weak_form(form: Form, what: str) -> Iterator[Wanted]:
    """A middle name, or half of a double name: the gate asks about it, so that by itself and in so
    many letters it is here by mistake; an ordinary word is too vague to stop a report."""
    words = bare_words(form.words)
    letters = "".join(words)
    if len(letters) >= 5 and not all(word in ordinary() for word in words):
        yield Wanted(letters, form.entity, what)


def _of_form(form: Form, what: str) -> Iterator[Wanted]:
    words = bare_words(form.words)
    letters = "".join(words)
    if form.initials:
        if len(letters) > 2:
            yield Wanted(letters, form.entity, what, exact=(letters.upper(),))
        return
    plain = all(word in ordinary() or len(word) == 1 for word in words)
    if plain or len(letters) < 4:
        yield Wanted(letters, form.entity, what, exact=tuple(spelled_words(form.words)))
    else:
        accented = not form.words.isascii()
        yield Wanted(letters, form.entity, what, loose=len(letters) >= 6, accented=accented)
