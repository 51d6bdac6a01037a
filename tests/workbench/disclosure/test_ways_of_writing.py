"""Whoever and whatever is registered is surfaced in whatever way it is written: at the least it is
asked about. Each way of writing is tried on a hundred invented names of many origins, a third of
them ordinary words, in neutral sentences, notes, tables, lists and messages.

Run as a program it prints the table.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from functools import cache

import pytest

from tests.workbench.disclosure import ways_of_places
from tests.workbench.disclosure.passages_by_hand import register
from tests.workbench.disclosure.ways_of_places import PlaceWay
from tests.workbench.disclosure.ways_of_writing import (
    ANYWHERE,
    PERSON_WAYS,
    TONGUES,
    VARIANTS,
    WORDS,
    Way,
    Whose,
)
from workbench.disclosure.detectors.people import Recent
from workbench.disclosure.finder import Finder
from workbench.disclosure.normalise import passage_of

_EACH = 2  # sentences for each form
# What is less than whole, and why: a form that is an everyday word by itself ("so" for S. O., "rob"
# as a verb) is left alone where nothing beside it says that somebody is meant.
LEAST = {
    "initials, small": 0.90,
    "first two letters, small": 0.70,
    "mojibake": 0.90,
    "owner, no apostrophe": 0.98,
    "a word shortened, small": 0.75,
    "initials": 0.80,
    "spelled as it sounds": 0.97,
    "given name and initial, small": 0.94,
    "a letter missing": 0.95,
    "another head": 0.95,
}
_ALL = 0.985


def surfaced(finder: Finder, sentence: str, form: str) -> bool:
    """Whether all letters of the form are within what is found."""
    text, start = sentence.replace("{n}", form), sentence.index("{n}")
    plain = passage_of(text)
    spans = [plain.original_span(one.start, one.end) for one in finder.find(plain, Recent())]
    letters = (at for at in range(start, start + len(form)) if text[at].isalnum())
    return all(any(a <= at < b for a, b in spans) for at in letters)


@cache
def people() -> tuple[tuple[Whose, Finder], ...]:
    """A hundred people, each registered with three others."""
    drawn = random.Random(3)
    made = []
    for name in (*drawn.sample(TONGUES, 65), *WORDS):
        given, family = name.split(" ", 1)
        names = [name, *drawn.sample(TONGUES, 3)]
        rows = ((f"p{n}", "person", one, [], "", f"P{n}") for n, one in enumerate(names))
        made.append((Whose(given, family), Finder(register(*rows))))
    return tuple(made)


@cache
def places() -> tuple[tuple[str, Finder], ...]:
    """Fifty places, each registered with somebody."""
    somebody = ("p", "person", "Ngozi Adeyemi", [], "", "P")
    return tuple(
        (name, Finder(register(("o", "org", name, [], "", "O"), somebody)))
        for name in ways_of_places.NAMES
    )


def tried(
    forms: Iterator[str], sentences: Sequence[str], drawn: random.Random
) -> Iterator[tuple[str, str]]:
    """Each form with some of the sentences."""
    for form in forms:
        for sentence in drawn.sample(sentences, min(_EACH, len(sentences))):
            yield form, sentence


def missed(way: Way | PlaceWay) -> tuple[list[str], int]:
    """What was passed in silence, and how much was tried."""
    drawn, silent, total = random.Random(way.called), [], 0
    named: Sequence[tuple[Whose | str, Finder]] = people() if isinstance(way, Way) else places()
    for whose, finder in named:
        for form, sentence in tried(way.write(whose), way.sentences, drawn):  # type: ignore[arg-type]
            total += 1
            if not surfaced(finder, sentence, form):
                silent.append(sentence.replace("{n}", form))
    return silent, total


@pytest.mark.parametrize("way", [*PERSON_WAYS, *ways_of_places.WAYS], ids=lambda way: way.called)
def test_the_registered_are_surfaced_in_every_way_of_writing(way: Way | PlaceWay) -> None:
    silent, total = missed(way)
    assert total
    assert 1 - len(silent) / total >= LEAST.get(way.called, _ALL), silent[:40]


@pytest.mark.parametrize(("given", "other"), VARIANTS)
def test_a_given_name_spelled_in_another_way_is_surfaced(given: str, other: str) -> None:
    for one, two in ((given, other), (other, given)):
        finder = Finder(register(("p", "person", f"{one} Marwick", [], "", "P")))
        silent = [sentence for sentence in ANYWHERE if not surfaced(finder, sentence, two)]
        assert len(silent) < 2, (one, two, silent)


if __name__ == "__main__":
    for each in (*PERSON_WAYS, *ways_of_places.WAYS):
        silent, total = missed(each)
        share = 1 - len(silent) / total
        sys.stdout.write(f"{each.called:40} {share:.4f}  {len(silent):4} of {total}\n")
