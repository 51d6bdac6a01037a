"""Kinship in words, without telling a sex that no output may tell."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.model.people import Person, Relationship
from workbench.resources import label_of

# How many generations above the other a person stands who is their ...
ABOVE = {
    **dict.fromkeys(("mother", "father", "parent", "step-parent", "aunt", "uncle"), 1),
    **dict.fromkeys(("grandparent", "great-aunt", "great-uncle"), 2),
    **dict.fromkeys(("son", "daughter", "child", "niece", "nephew"), -1),
    "grandchild": -2,
}
_NEUTRAL = {
    "mother": "parent",
    "father": "parent",
    "son": "child",
    "daughter": "child",
    "sister": "brother or sister",
    "brother": "brother or sister",
    "aunt": "aunt or uncle",
    "uncle": "aunt or uncle",
    "niece": "niece or nephew",
    "nephew": "niece or nephew",
    "great-aunt": "great-aunt or great-uncle",
    "great-uncle": "great-aunt or great-uncle",
}


_SEXES = {
    **dict.fromkeys(("mother", "daughter", "sister", "aunt", "niece", "great-aunt"), "female"),
    **dict.fromkeys(("father", "son", "brother", "uncle", "nephew", "great-uncle"), "male"),
}


def sex_told(person: Person, links: Iterable[Relationship] = ()) -> str:
    """The person's sex as far as any output may tell it; where none is recorded, the one that
    their relationship says, if it says one."""
    if person.sex_withheld or person.sex == "withheld":
        return ""
    said = {_SEXES[one.relation] for one in links if _says(one, person)}
    return person.sex or (said.pop() if len(said) == 1 else "")


def _says(link: Relationship, person: Person) -> bool:
    return link.person == person.id and link.relation in _SEXES


def neutral(link: Relationship, person: Person | None) -> str:
    """What ``person`` is to the other: "sister", or "brother or sister" where the sex is kept."""
    withheld = person is not None and (person.sex_withheld or person.sex == "withheld")
    if withheld and link.relation in _NEUTRAL:
        return _NEUTRAL[link.relation]
    return label_of("relations", link.relation)
