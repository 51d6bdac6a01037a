"""How fast the gate reads, against the plainest reading there is of the same text in the same run.

Run it as ``python tests/bench/bench_gate.py``. It prints megabytes a second for the finder and for a
plain pass (lower case, then one regular expression for words), their ratio, and how the cost grows
with the text and with the register: a ratio of 1.0 is exactly linear.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.workbench.disclosure.marked import unmarked
from tests.workbench.disclosure.passages_by_hand import register
from tests.workbench.disclosure.passages_made import NAMES, NEUTRAL, cases
from tests.workbench.disclosure.test_properties import ONSETS, RHYMES
from workbench.disclosure.detectors.people import Recent
from workbench.disclosure.finder import Finder
from workbench.disclosure.register import Register

MEGABYTE = 1_000_000


def paragraphs(size: int, seed: int = 1) -> list[str]:
    """Paragraphs of ordinary and of revealing sentences, up to this many characters."""
    rng = random.Random(seed)
    known = [unmarked(text).text for _, passages in cases() for text in passages]
    plain = [unmarked(text).text for text in NEUTRAL]
    made, total = [], 0
    while total < size:
        text = " ".join([rng.choice(known), *rng.sample(plain, 4)])
        made.append(text)
        total += len(text)
    return made


def people(count: int) -> Register:
    """A register of this many invented people."""
    rng = random.Random(2)
    names = list(NAMES)
    while len(names) < count:
        parts = ["".join(rng.choice(ONSETS) + rng.choice(RHYMES) for _ in range(3)) for _ in "ab"]
        names.append(" ".join(part.capitalize() for part in parts))
    return register(
        *((f"p{n}", "person", name, [], "", f"P{n}") for n, name in enumerate(names[:count]))
    )


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """The best of a few runs."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def finding(finder: Finder, texts: list[str]) -> Callable[[], object]:
    """Everything that the finder does with these texts."""

    def work() -> object:
        recent = Recent()
        return [finder.find(text, recent) for text in texts]

    return work


def plainly(texts: list[str]) -> Callable[[], object]:
    """The plain pass."""
    words = re.compile(r"[^\W_]+")
    return lambda: [words.findall(text.lower()) for text in texts]


def main() -> None:
    """Measure and print."""
    texts = paragraphs(2 * MEGABYTE)
    size = sum(map(len, texts)) / MEGABYTE
    finder = Finder(people(60))
    finder.find("A first text, so that the vocabulary is read.")
    plain, found = seconds(plainly(texts)), seconds(finding(finder, texts))
    print(f"plain pass {size / plain:7.2f} MB/s")
    print(f"finder     {size / found:7.2f} MB/s    {found / plain:6.1f} times the plain pass")
    half = seconds(finding(finder, texts[: len(texts) // 2]))
    print(f"twice the text costs {found / half:5.2f} times as much")
    tenth = texts[: len(texts) // 10]
    few = seconds(finding(finder, tenth))
    for count in (500, 1500):
        many = Finder(people(count))
        forms = len(many.index.register.forms)
        grown = seconds(finding(many, tenth))
        print(
            f"{forms:6} forms instead of {len(finder.index.register.forms)}: {grown / few:5.2f} times as much"
        )


if __name__ == "__main__":
    main()
