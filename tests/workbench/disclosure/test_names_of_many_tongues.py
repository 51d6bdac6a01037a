"""Whoever is registered is surfaced whole, however the name is written and whatever tongue it is of;
and of those whom nobody registered nearly all. The names were drawn by lot from lists of many lands."""

from __future__ import annotations

import itertools
from collections import Counter
from pathlib import Path

from tests.workbench.disclosure.passages_by_hand import register
from workbench.disclosure.detectors.people import Recent
from workbench.disclosure.finder import Finder, finder_of
from workbench.disclosure.normalise import passage_of
from workbench.disclosure.register import Register

NAMES = (
    Path(__file__).with_name("names_of_many_tongues.txt").read_text(encoding="utf-8").splitlines()
)
WRITTEN = [
    "{g} {f}", "{g}", "Mr {f}", "{i} {f}", "{i}. {f}", "{f}, {g}", "{g}\n{f}", "{G} {F}", "{f}",
]  # fmt: skip
SMALL = ["{g} {f}", "{g}"]
SENTENCES = [
    "Staff spoke to {n} about it.", "{n} was not at home.", "It was {n} who rang.", "“{n} hit me,” she said.",
    "- {n}: to be invited", "Present: {n} (Chair); apologies: none.", "A neighbour, {n}, heard it.", "She told {n} to leave.",
]  # fmt: skip
NOTES = ["t/c to {n}, no reply.", "she told {n} to leave.", "spoke to {n} re school."]


def whole(finder: Finder, text: str, name: str) -> bool:
    """Whether all letters of the name are within what is found."""
    start, plain = text.index(name), passage_of(text)
    spans = [plain.original_span(one.start, one.end) for one in finder.find(plain, Recent())]
    letters = (at for at in range(start, start + len(name)) if text[at].isalnum())
    return all(any(a <= at < b for a, b in spans) for at in letters)


def test_the_registered_are_always_surfaced_whole() -> None:
    sentences, notes = itertools.cycle(SENTENCES), itertools.cycle(NOTES)
    for at in range(0, len(NAMES), 5):
        some = NAMES[at : at + 5]
        known = register(
            *((f"p{n}", "person", name, [], "", f"P{n}") for n, name in enumerate(some))
        )
        finder = Finder(known)
        for name in some:
            given, family = name.split(" ", 1)
            parts = {
                "g": given,
                "f": family,
                "i": given[0],
                "G": given.upper(),
                "F": family.upper(),
            }
            for way in WRITTEN:
                form = way.format(**parts)
                text = next(sentences).replace("{n}", form)
                assert whole(finder, text, form), text
            for way in SMALL:
                form = way.format(**parts).lower()
                text = next(notes).replace("{n}", form)
                assert whole(finder, text, form), text


def test_nearly_all_of_the_unregistered_are_surfaced_whole() -> None:
    finder, sentences, counts = finder_of(Register()), itertools.cycle(SENTENCES), Counter[str]()
    for name in NAMES:
        given, family = name.split(" ", 1)
        parts = {"g": given, "f": family, "i": given[0], "G": given.upper(), "F": family.upper()}
        for way in WRITTEN:
            form = way.format(**parts)
            counts["all"] += 1
            counts["whole"] += whole(finder, next(sentences).replace("{n}", form), form)
    assert counts["whole"] / counts["all"] >= 0.97, counts
