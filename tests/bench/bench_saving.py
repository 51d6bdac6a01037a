"""How long a keystroke's change waits while the file is saved in the background: a record of 20,000
entries, one change after another on this thread, with and without a save on another."""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.bench.engines import invented
from workbench.actions.opening import create_review
from workbench.model.chronology import Entry
from workbench.review import Review
from workbench.store.keys import LEAST

NUMBER, SAVES = 20_000, 8
FRAME = 16.0  # milliseconds by which the worst wait may grow
BETWEEN = 0.01  # seconds between two changes


class Typist:
    """Types into one entry's comment, and notes how long each change took."""

    def __init__(self, review: Review, one: Entry) -> None:
        self._review, self._one, self._number = review, one, 0

    def type_while(self, goes_on: Callable[[], bool]) -> list[float]:
        """Milliseconds of each change, for as long as that."""
        waits = []
        while goes_on():
            self._number += 1
            self._one = replace(self._one, comment=f"note {self._number}")
            begun = time.perf_counter()
            self._review.change("change comment of entry", put=[self._one])
            waits.append((time.perf_counter() - begun) * 1000)
            time.sleep(BETWEEN)
        return waits


def during_a_save(review: Review, typist: Typist) -> list[float]:
    """The waits while the file is written on another thread."""
    saving = threading.Thread(target=review.save)
    saving.start()
    waits = typist.type_while(saving.is_alive)
    saving.join()
    return waits


def without(typist: Typist, seconds: float) -> list[float]:
    """The waits while nothing else is done."""
    end = time.perf_counter() + seconds
    return typist.type_while(lambda: time.perf_counter() < end)


def told(waits: list[float]) -> dict[str, float]:
    """The usual wait, the one that 1 in 100 is longer than, and the longest."""
    ordered = sorted(waits)
    return {
        "median": statistics.median(ordered),
        "99 of 100": ordered[int(len(ordered) * 0.99)],
        "longest": ordered[-1],
    }


def main() -> int:
    """Print the waits; 1 when a save makes the longest longer by more than a frame."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WORKBENCH_DATA"] = f"{folder}/data"
        path = Path(folder) / "a.review"
        review = create_review(path, "bench", type="sar", title="A", author="Ash Rowan", cost=LEAST)
        made = [invented(number) for number in range(NUMBER)]
        review.change("import", put=made)
        review.save()
        typist = Typist(review, made[7])
        without(typist, 0.5)
        alone: list[float] = []
        saving: list[float] = []
        for _ in range(SAVES):  # by turns, so that a slow moment of the machine is in both
            alone += without(typist, 1.0)
            saving += during_a_save(review, typist)
        review.abandon()
    quiet, busy = told(alone), told(saving)
    grown = busy["longest"] - quiet["longest"]
    report = {"alone": quiet, "during saves": busy, "longest grew by": grown, "most": FRAME}
    print(json.dumps(report, indent=1))
    return 1 if grown > FRAME else 0


if __name__ == "__main__":
    sys.exit(main())
