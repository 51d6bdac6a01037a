"""Every form in which the name of a place or an organisation may be met."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from workbench.disclosure.dictionary import (
    all_ordinary,
    common_words,
    trade_words,
    vocabulary,
    word_list,
)
from workbench.disclosure.forms import Form, Strength, distinct, spellings
from workbench.disclosure.normalise import atoms_of, folded

_PLACE_WORDS = {
    "road": "rd", "street": "st", "avenue": "ave", "close": "cl", "lane": "ln", "drive": "dr",
    "court": "ct", "crescent": "cres", "gardens": "gdns", "grove": "gr", "square": "sq",
    "terrace": "terr", "place": "pl", "saint": "st", "and": "&", "hospital": "hosp",
}  # fmt: skip
_GENERIC = word_list("forms.generic")
_KINDS = _GENERIC | word_list("forms.kinds") | word_list("unknown.heads")


def _place_name(entity: str, name: str) -> Iterator[Form]:
    bare = re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)
    yield Form(bare if len(folded(bare)) > 2 else name, entity, Strength.SURE)
    if bare != name.strip():
        yield Form(name, entity, Strength.SURE)
    words = bare.split()
    for word in words if len(words) > 1 else ():  # "Bryathcombe" of "Little Bryathcombe"
        low = folded(word)
        if len(low) > 4 and low not in _KINDS and not _everyday(word):
            yield Form(word, entity, Strength.WEAK)
    letters = "".join(folded(word)[0] for word in words if _says_something(word))
    if 1 < len(letters) < 6:
        yield Form(letters.upper(), entity, Strength.WEAK, initials=True)
    for variant in (words, *_respelled(words)):
        yield Form(" ".join(variant), entity, Strength.SURE)
        yield from _core_of_place(entity, variant)


def _everyday(word: str) -> bool:
    """Whether a word by itself says too little to be asked about: "Young", "Carers'"."""
    known = vocabulary()
    said = common_words() | known.professional | trade_words()
    return any(atom in said or atom.removesuffix("s") in said for atom in atoms_of(word)[:1])


def _says_something(word: str) -> bool:
    return bool(folded(word)) and word.lower() not in ("the", "of", "and", "&", "at", "for", "in")


def _respelled(words: list[str]) -> Iterator[list[str]]:
    """The words with one of them shortened or written out: "Saint" for "St", "Rd" for "Road"."""
    for index, word in enumerate(words):
        plain = word.lower().strip(".")
        others = {_PLACE_WORDS.get(plain), *(k for k, v in _PLACE_WORDS.items() if v == plain)}
        for other in sorted(filter(None, others)):
            yield [*words[:index], other.title(), *words[index + 1 :]]


def _core_of_place(entity: str, words: list[str]) -> Iterator[Form]:
    """What is left of "Ashby Primary School" when people say it short."""
    core = list(words)
    while core and folded(core[-1]) in _KINDS:
        core.pop()
        short = " ".join(core)
        if core and any(folded(word) not in _GENERIC for word in core):
            strong = sum(folded(word) not in _GENERIC for word in core) > 1 or (
                len(core) > 1 and not all_ordinary(short)
            )
            yield Form(short, entity, Strength.SURE if strong else Strength.WEAK)
            if len(core) < len(words) - 1:
                yield Form(f"{short} {words[-1]}", entity, Strength.SURE)


def place_forms(entity: str, name: str, aliases: tuple[str, ...]) -> tuple[Form, ...]:
    """Every form of the name of a place or an organisation, and of its aliases."""
    made = []
    for text in (name, *aliases):
        plain = " ".join(text.split())
        if plain.isupper() and " " not in plain and len(plain) <= 5:
            made.append(Form(plain, entity, Strength.SURE, initials=True))
        else:
            made.extend(_place_name(entity, plain))
    placed = (replace(form, place=True) for form in made)
    return distinct(spelling for form in placed for spelling in spellings(form))
