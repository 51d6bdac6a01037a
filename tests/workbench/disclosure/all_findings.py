"""Prints everything that the finder finds in the tests' papers and in texts made at random, and
which finder that was: what it says as source and compiled must be the same.

Run it as ``python -m tests.workbench.disclosure.all_findings`` in the folder of either.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

from tests.workbench.disclosure.marked import unmarked
from tests.workbench.disclosure.passages_by_hand import register
from tests.workbench.disclosure.passages_made import cases
from tests.workbench.disclosure.test_properties import INVISIBLE, ONSETS, RHYMES
from tests.workbench.disclosure.whole_papers import PAPERS, read
from workbench.disclosure import finder
from workbench.disclosure.detectors.people import Recent
from workbench.disclosure.detectors.reading import Reading
from workbench.disclosure.forgetting import forget
from workbench.disclosure.normalise import passage_of
from workbench.disclosure.register import Register

_ODD = (
    *INVISIBLE,
    "\n",
    "\n\n",
    "\t",
    "–",
    "’",
    "“",
    "é",
    "Ж",
    "姓",
    "أ",
    "ß",
    "\U0001f600",
    "\x00",
)


def texts() -> Iterator[tuple[Register, list[str]]]:
    """Every paper, then the made passages, then texts of which nobody would think."""
    papers = [read(path) for path in PAPERS]
    for known, paragraphs in papers:
        plain = [unmarked(text).text for text in paragraphs]
        yield known, [*plain, "\n\n".join(plain)]
    for known, passages in cases():
        yield known, [unmarked(text).text for text in passages]
    rng = random.Random(4)
    words = [word for _, paragraphs in papers for text in paragraphs for word in text.split()]
    for known, _ in papers:
        yield known, [at_random(rng, words) for _ in range(40)]
    yield (
        register(("a", "person", "K", [], "", "")),
        ["", " ", "K", "K. said K", "\n", "1", "A" * 9],
    )


def at_random(rng: random.Random, words: list[str]) -> str:
    """Words of the papers in any order, with odd signs, made names and pieces of words."""
    made = []
    for word in rng.choices(words, k=rng.randint(1, 60)):
        made.append(word if rng.random() < 0.8 else word[rng.randint(0, 4) :].swapcase())
        made.append(rng.choice(_ODD) if rng.random() < 0.1 else " ")
        if rng.random() < 0.1:
            made.append((rng.choice(ONSETS) + rng.choice(RHYMES)).capitalize())
    return "".join(made)


def main() -> None:
    """Print, one text a line."""
    told = [str(finder.__file__)]
    for known, passages in texts():
        reader, recent = finder.finder_of(known), Recent()
        for text in passages:
            found = reader.find(text, recent)
            plain = passage_of(text)
            telling = reader.telling(plain, found, recent, ages_too=True)
            told.append(f"{[tuple(one) for one in telling]} {Reading(plain).atoms[:3]}")
    forget()
    told.append(f"{finder.finder_of.cache_info().currsize} kept")
    sys.stdout.buffer.write("\n".join(told).encode("utf-8", "backslashreplace"))


if __name__ == "__main__":
    main()
