"""Names whose plain letters are a word of the language: "Hêro", "Pál", "Bé"."""

from __future__ import annotations

import re
from bisect import bisect_left

from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.dictionary import vocabulary, word_list
from workbench.disclosure.normalise import passage_of

_MARKED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_ACCENTED = re.compile(r"(?<![^\W\d_])[^\W\d_]*[\u00c0-\u024f\u1e00-\u1eff][^\W\d_]*")
_OF_ENGLISH = word_list("accented.of_english")


def accented(reading: Reading) -> set[int]:
    """Where a word with a capital and an accent stands that would be a known word without it."""
    passage = reading.passage
    if not passage.lettered or not _MARKED.search(passage.original):
        return set()
    found: set[int] = set()
    for match in _ACCENTED.finditer(passage.original):
        word = match.group()
        if not word[0].isupper() or word.isupper():
            continue
        plain = passage_of(word).text
        low, known = plain.lower(), vocabulary()
        if low not in known.ordinary or low in known.professional or low in _OF_ENGLISH:
            continue
        start = passage_of(passage.original[: match.start()]).text
        place = bisect_left(reading.starts, len(start))
        if place < len(reading.atoms) and reading.atoms[place] == plain:
            found.add(place)
    return found
