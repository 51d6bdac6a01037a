"""Every form in which a registered name may be met, made from its name and aliases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import combinations

from workbench.disclosure.dictionary import vocabulary, word_list
from workbench.disclosure.nicknames import other_names
from workbench.disclosure.normalise import atoms_of, folded


class Strength(IntEnum):
    """How far a form points at its entity."""

    WEAK = 1  # a middle name, initials, half of a double name: the author is asked
    PART = 2  # a given or a family name
    SURE = 3  # the full name, or an alias


@dataclass(frozen=True, slots=True)
class Form:
    """One form of one entity's name. ``initials`` are met in capitals only; ``family`` says that
    relatives may share it, ``place`` that it names a place or an organisation."""

    words: str
    entity: str
    strength: Strength
    initials: bool = False
    family: bool = False
    place: bool = False


def strongest(forms: tuple[Form, ...]) -> Strength:
    """The strength of the strongest of some forms."""
    best = forms[0].strength
    for form in forms:
        best = max(best, form.strength)
    return best


_BRACKETS = re.compile(r"[(\[\"“‘][^)\]\"”’]*[)\]\"”’]")
_FORMERLY = re.compile(
    r"^(?:formerly|previously|aka|a\.k\.a\.|also known as|known as|n[ée]e|born)\s+", re.IGNORECASE
)
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)
_GENDERED = (("ski", "ska"), ("ski", "sky"), ("cki", "cka"), ("dzki", "dzka"), ("sky", "ska"))
_GAELIC = frozenset(("o", "ni", "nic", "mac", "mc", "ui", "ua", "st"))
_ALSO_NAMES = word_list("forms.titles_or_names")


@dataclass(frozen=True, slots=True)
class _Name:
    """A person's name taken apart. ``family`` holds its particles (van der Berg)."""

    given: str
    middles: tuple[str, ...]
    family: tuple[str, ...]


def _tokens(name: str) -> list[str]:
    titles, roles = vocabulary().titles, word_list("people.roles")
    tokens = [token for token in re.split(r"[\s,]+", name.strip()) if folded(token)]
    while len(tokens) > 1 and folded(tokens[0]) in titles:
        if len(tokens) == 2 and folded(tokens[0]) in _ALSO_NAMES:
            break  # "Hafiz Rahman" may be called Hafiz
        tokens.pop(0)
    while len(tokens) > 2 and folded(tokens[0]) in roles | titles:
        tokens.pop(0)
    return tokens


def _take_apart(name: str) -> _Name | None:
    """The parts of a name of two words or more; None for a single word."""
    if name.count(",") == 1:
        family, given = name.split(",")
        name = f"{given} {family}"
    tokens = _tokens(name)
    if len(tokens) < 2:
        return None
    first = len(tokens) - 1
    while first > 1 and _goes_with_family(tokens[first - 1], tokens[first - 2]):
        first -= 1
    return _Name(tokens[0], tuple(tokens[1:first]), tuple(tokens[first:]))


def _goes_with_family(token: str, before: str) -> bool:
    """Small letters, as "van" and "ap"; "Ó", "Ní", "Mac" and "Mac an" always."""
    plain = folded(token)
    article = plain in ("an", "na", "giolla") and folded(before) in _GAELIC
    small = token.islower()  # "van 't Hof", "die Bont"
    return small or plain in _GAELIC or article


def _arrangements(name: _Name) -> Iterator[str]:
    """The full name in its various orders, with and without middle names and with initials."""
    family = " ".join(name.family)
    middles = [" ".join(some) for n in range(len(name.middles) + 1)
               for some in combinations(name.middles, n)]  # fmt: skip
    for middle in middles[:16]:
        yield " ".join(filter(None, (name.given, middle, family)))
    yield f"{family} {name.given}"
    if name.middles:
        yield f"{family} {name.given} {' '.join(name.middles)}"
        yield f"{name.given} {name.middles[0]}"
    initials = [name.given[0], *(middle[0] for middle in name.middles)]
    yield f"{name.given[0]} {family}"
    if len(initials) > 1:
        yield f"{' '.join(initials)} {family}"
        yield f"{name.given} {' '.join(initials[1:])} {family}"
    core = name.family[-1]
    if len(name.family) > 1:
        yield f"{name.given} {core}"
        yield f"{name.given[0]} {core}"
        yield f"{core} {name.given}"
        yield f"{core} {name.given} {' '.join(name.family[:-1])}"  # "Berg, Ludwig van der"
    for half in core.split("-") if "-" in core else ():
        yield f"{name.given} {half}"


def _of_parts(entity: str, name: _Name) -> Iterator[Form]:
    """The given and family names alone, and what they are made of."""
    yield Form(name.given, entity, Strength.PART)
    for place, half in enumerate(name.given.split("-") if "-" in name.given else ()):
        # People say "Kayden" for Kayden-Lee, and seldom "Lee".
        yield Form(half, entity, Strength.WEAK if place else Strength.PART)
    for middle in name.middles:
        yield Form(middle, entity, Strength.WEAK)
    yield Form(" ".join(name.family), entity, Strength.PART, family=True)
    core = name.family[-1]
    if len(name.family) > 1:
        yield Form(core, entity, Strength.PART, family=True)
    for half in core.split("-") if "-" in core else ():
        yield Form(half, entity, Strength.PART, family=True)
    for ending, other in _GENDERED:
        for old, new in ((ending, other), (other, ending)):
            if core.lower().endswith(old):
                changed = core[: -len(old)] + new
                yield Form(changed, entity, Strength.PART, family=True)
                yield Form(f"{name.given} {changed}", entity, Strength.SURE)


def _initials(entity: str, name: _Name) -> Iterator[Form]:
    halves = name.family[-1].split("-")
    for letters in (
        [name.given, *name.middles, name.family[-1]],
        [name.given, name.family[-1]],
        [name.given, *halves],
    ):
        short = "".join(part[0] for part in letters if part)
        yield Form(short.upper(), entity, Strength.WEAK, initials=True)


def _by_first_word(entity: str, name: str, *, alias: bool) -> Iterator[Form]:
    """The forms of a name that begins with what somebody is: a calling, kin, or "the"."""
    first, _, rest = name.strip().partition(" ")
    low = first.lower()
    if low in word_list("people.roles") and len(rest.split()) > 1:
        yield Form(name, entity, Strength.SURE)  # "Officer Dale Barker", "Sister Precious Dube"
        yield from _person_name(entity, rest, alias=alias)
    elif low in vocabulary().kin and folded(rest):  # "Auntie Rose"
        yield Form(name, entity, Strength.SURE)
        for form in _person_name(entity, rest, alias=True):
            # "Nan Pocock": relatives share the rest
            yield replace(form, strength=min(form.strength, Strength.PART))
    elif alias and low == "the" and folded(rest):  # "the Boss"
        yield Form(name, entity, Strength.SURE)
        yield from _one_word(entity, rest)


def _person_name(entity: str, name: str, *, alias: bool) -> Iterator[Form]:
    """The forms of one name; an alias of one word is as good as a full name."""
    begun = list(_by_first_word(entity, name, alias=alias))
    if begun:
        yield from begun
        return
    apart = _take_apart(name)
    letters = folded(name)
    if apart is None:
        yield from _one_word(entity, name)
        return
    if alias and len(letters) == len(atoms_of(name)):  # "J. S."
        yield Form(letters.upper(), entity, Strength.SURE, initials=True)
        return
    if alias and all(len(atom) > 1 for atom in atoms_of(name)):
        yield Form(name, entity, Strength.SURE)
    if all(len(folded(part)) == 1 for part in apart.family):  # "Ngozi O": no family name to go by
        yield Form(name, entity, Strength.SURE)
        yield Form(apart.given, entity, Strength.PART)
        return
    yield from (Form(words, entity, Strength.SURE) for words in _arrangements(apart))
    yield from _of_parts(entity, apart)
    yield from _initials(entity, apart)


def _one_word(entity: str, name: str) -> Iterator[Form]:
    """ "Rosie", "Mrs Okafor"; in "Mrs O" the letter without its title says nothing."""
    if re.fullmatch(r"[A-Z]\.?", name.strip()):  # "K": as some notes call somebody
        yield Form(folded(name).upper(), entity, Strength.SURE, initials=True)
        return
    tokens = _tokens(name)
    short = len(name.split()) > 1 and len(folded(name)) < 6
    if tokens:
        yield Form(name if short else tokens[0], entity, Strength.SURE)


def _called_otherwise(entity: str, names: list[tuple[str, bool]]) -> Iterator[Form]:
    """The family name after an alias ("Pip Nettles"), or after another form of the given name."""
    apart = _take_apart(names[0][0])
    if apart is None or all(len(folded(part)) == 1 for part in apart.family):
        return
    families = dict.fromkeys((" ".join(apart.family), apart.family[-1]))
    called = [_tokens(text) for text, alias in names if alias]
    for tokens in called:
        if len(tokens) == 1 and not tokens[0].isupper():
            for family in families:
                yield Form(f"{tokens[0]} {family}", entity, Strength.SURE)
            letters = tokens[0][0] + apart.family[-1][0]  # "TS" for Edward Stone, called Ted
            yield Form(letters.upper(), entity, Strength.WEAK, initials=True)
    for other in sorted(other_names(folded(apart.given))):
        for family in families:
            yield Form(f"{other.title()} {family}", entity, Strength.PART)


def spellings(form: Form) -> Iterator[Form]:
    """The form as it stands, and with umlauts written out."""
    yield form
    spelled = form.words.translate(_UMLAUTS)
    if spelled != form.words:
        yield replace(form, words=spelled)


def distinct(forms: Iterable[Form]) -> tuple[Form, ...]:
    """Each form once, at its strongest; a letter is a form only if somebody is called by it."""
    best: dict[tuple[str, bool, bool], Form] = {}
    for form in forms:
        key = folded(form.words)
        if len(key) < (1 if form.initials else 2):
            continue
        slot = (key, form.initials, len(atoms_of(form.words)) > 1)
        if slot not in best or best[slot].strength < form.strength:
            best[slot] = form
    return tuple(best.values())


def _names_within(name: str) -> Iterator[tuple[str, bool]]:
    """The name without what stands in brackets or quotes, and each of those as an alias."""
    bare = _BRACKETS.sub(" ", name)
    if not folded(bare):
        yield name, False
        return
    yield bare, False
    for inner in _BRACKETS.findall(name):
        yield _FORMERLY.sub("", inner[1:-1].strip()), True


def person_forms(entity: str, name: str, aliases: tuple[str, ...]) -> tuple[Form, ...]:
    """Every form of a person's name and aliases."""
    names = list(_names_within(name))
    for alias in aliases:
        if re.fullmatch(r"(?:[A-Z]\.?\s?){2,4}", alias.strip()):
            names.append((" ".join(folded(alias).upper()), True))
        else:
            names.extend((inner, True) for inner, _ in _names_within(alias))
    made = [form for text, alias in names for form in _person_name(entity, text, alias=alias)]
    made.extend(_called_otherwise(entity, names))
    return distinct(spelling for form in made for spelling in spellings(form))
