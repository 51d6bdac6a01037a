"""How long completing the register takes, against one pass of the gate's finder over the same papers.

Run it as ``python tests/bench/bench_register.py``. It prints how many times a plain pass the first
reading of all papers takes, what asking again after one answer takes of that, and how the cost
grows with the papers: a ratio of 1.0 is exactly linear.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench.bench_gate import paragraphs, people
from workbench.disclosure.completing import candidates_of
from workbench.disclosure.finder import finder_of
from workbench.disclosure.mining import Mine
from workbench.disclosure.mining_groups import groups_of
from workbench.disclosure.mining_texts import Paper
from workbench.disclosure.register import Register
from workbench.disclosure.rulings import rulings_for

ENTRIES = 20_000


def papers(count: int) -> list[Paper]:
    """Entries of a chronology, each a sentence or two with somebody in it."""
    rng = random.Random(3)
    named = [entity.name for entity in people(1_500).entities]
    texts = [text[:160] for text in paragraphs(400_000)]
    return [
        Paper("the chronology", f"{rng.choice(named)} called. {rng.choice(texts)} Visit {number}.")
        for number in range(count)
    ]


def taken(act: Callable[[], object]) -> float:
    """Seconds that it takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def first(found: list[Paper], mine: Mine, register: Register) -> None:
    """All that is done for one answer."""
    haul = mine.dig(found)
    candidates_of(mine.kept(haul, groups_of), register, rulings_for(register, ()))


def main() -> None:
    """Print the ratios."""
    whole, half = papers(ENTRIES), papers(ENTRIES // 2)
    finder = finder_of(Register())
    finder.find("Made ready.")
    plain = taken(lambda: [finder.find(paper.text) for paper in whole])
    mine, known = Mine(), people(100)
    one = taken(lambda: first(whole, mine, known))
    again = taken(lambda: first(whole, mine, people(101)))
    shorter = taken(lambda: first(half, Mine(), people(102)))
    print(f"{ENTRIES:,} entries: {one:.1f} s, {one / plain:.2f} times a plain pass of the finder")
    print(f"after one answer: {again:.1f} s, {again / one:.2f} of the first time")
    print(f"twice the papers: {one / (2 * shorter):.2f} of twice the time")


if __name__ == "__main__":
    main()
