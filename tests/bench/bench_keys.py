"""A change of keys, which rewrites the header in place, against the size of the record.

    python tests/bench/bench_keys.py

Prints ratios of medians in this one run: a change against one of a small record, and against
writing the same file anew, as saving does.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.workbench.store.records import entry, make

ROUNDS = 7
SIZES = (0, 400, 4_000)  # entries of 5,000 letters


def median(act: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ["WORKBENCH_DATA"] = str(Path(home, "data"))
        small = 0.0
        for size in SIZES:
            path = Path(home, f"{size}.review")
            review = make(path)
            text = "words that fill a page " * 220
            review.change("add", put=[entry(text) for _ in range(size)])
            review.save()
            change = median(review.keys.add_recovery_key)
            anew = median(review._record.save_anyway)
            small = small or change
            print(
                f"{path.stat().st_size / 1e6:7.1f} MB: change of keys {change / small:5.2f} of a "
                f"small record's; writing the file anew {anew / change:6.1f} of a change"
            )
            review.close()


if __name__ == "__main__":
    main()
