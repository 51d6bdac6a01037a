"""Registered names that came apart on the way: spelled out by letters ("K Y A N", "A-D-U"), or with
a mark where a letter could not be shown ("N?mec")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from workbench.disclosure.detectors.index import Index
from workbench.disclosure.detectors.names import Hit
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.forms import Form, Strength
from workbench.disclosure.normalise import passage_of

_SPELLED = re.compile(r"(?<![A-Za-z])[A-Z](?:(?:[ -]|\. ?|, ?)[A-Z]){2,19}(?![A-Za-z])")
_LOST = "\ufffd"
_HOLE = re.compile(r"[A-Za-z][?\ufffd]{1,2}[a-z]|(?<![^\s(|])[?\ufffd]{1,2}[a-z]")


def damaged(reading: Reading, index: Index) -> list[Hit]:
    """The names that are spelled out or have holes; spelled out in full they are certain."""
    found: list[Hit] = []
    if reading.letters_together:
        found += _spelled(reading, index)
    if ("?" in reading.text or _LOST in reading.text) and _HOLE.search(reading.text):
        found += _with_holes(reading, index)
    return found


def _spelled(reading: Reading, index: Index) -> Iterator[Hit]:
    for match in _SPELLED.finditer(reading.text):
        low = re.sub("[^A-Z]", "", match.group()).lower()
        forms = index.singles.get(low) or index.several.get(low)
        if forms:
            yield _hit(reading, match, forms)


def _with_holes(reading: Reading, index: Index) -> Iterator[Hit]:
    for pattern, form in holed(index):
        for match in pattern.finditer(reading.text):
            if "?" in match.group() or _LOST in match.group():
                yield _hit(reading, match, (form,))


def _hit(reading: Reading, match: re.Match[str], forms: tuple[Form, ...]) -> Hit:
    first = bisect_left(reading.ends, match.start() + 1)
    last = max(first, bisect_left(reading.starts, match.end()) - 1)
    return Hit(first, last, forms, certain=False, rule="damaged")


@lru_cache(maxsize=4)
def holed(index: Index) -> tuple[tuple[re.Pattern[str], Form], ...]:
    """A pattern for each name with a letter that is not of the plain alphabet."""
    made = []
    for form in index.register.forms:
        if form.words.isascii() or form.initials or form.strength is Strength.WEAK:
            continue
        letters = "".join(map(_or_lost, form.words))
        made.append((re.compile(rf"(?<![A-Za-z]){letters}(?![A-Za-z])", re.IGNORECASE), form))
    return tuple(made)


def _or_lost(letter: str) -> str:
    plain = re.escape(passage_of(letter).text)
    return plain if letter.isascii() else f"(?:[?\ufffd]{{1,2}}|{plain})"
