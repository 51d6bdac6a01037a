"""Names whose plain letters are a word of the language: "Hêro", "Pál", "Bé"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import vocabulary, word_list
from workbench.disclosure.normalise import passage_of

_MARKED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")
_OF_ENGLISH = word_list("accented.of_english")


def accented(reading: Reading) -> set[int]:
    """Where a word with a capital and an accent stands that would be a known word without it."""
    passage = reading.passage
    found: set[int] = set()
    for begun, word in _marked(passage.original) if passage.lettered else ():
        if not word[0].isupper() or word.isupper():
            continue
        plain = passage_of(word).text
        low, known = plain.lower(), vocabulary()
        if low not in known.ordinary or low in known.professional or low in _OF_ENGLISH:
            continue
        start = passage_of(passage.original[:begun]).text
        place = bisect_left(reading.starts, len(start))
        if place < len(reading.atoms) and reading.atoms[place] == plain:
            found.add(place)
    return found


def _marked(text: str) -> Iterator[tuple[int, str]]:
    """Each word with an accent, and where it begins."""
    done = 0
    for mark in _MARKED.finditer(text):
        if mark.start() < done:
            continue
        begun = mark.start()
        while begun > done and _LETTER.match(text, begun - 1):
            begun -= 1
        done = mark.end()
        while _LETTER.match(text, done):
            done += 1
        yield begun, text[begun:done]
