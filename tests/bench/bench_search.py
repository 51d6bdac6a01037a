"""Searching as one types, over 50,000 entries: the search against the raw full-text query of the
same index, and what the palette shows in all, with its pieces and its forgiven slips."""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from sqlalchemy import Engine

from tests.bench.engines import SIGNED, encrypted, invented, timed
from workbench.model.chronology import Entry
from workbench.model.ids import PersonId, StepId, new_id
from workbench.model.people import Person
from workbench.questions.found import find_anything
from workbench.review import Review
from workbench.store import changing, search
from workbench.store.record import Record
from workbench.store.schema import metadata

ENTRIES, PEOPLE, WORDS = 50_000, 300, 20_000
MOST = 1.5
TIMES = 11


def vocabulary(chance: random.Random) -> list[str]:
    """Invented words, of which the first are used most."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return ["".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(WORDS)]


def fill(engine: Engine, words: list[str], chance: random.Random) -> None:
    """Entries whose words are as unevenly used as in any language, and people."""
    weights = [1 / (place + 10) for place in range(WORDS)]
    made: list[Entry | Person] = [
        Person(id=PersonId(new_id()), name=" ".join(chance.choices(words, k=2)).title())
        for _ in range(PEOPLE)
    ]
    made += [
        replace(invented(number), text=" ".join(chance.choices(words, weights, k=60)))
        for number in range(ENTRIES)
    ]
    with engine.begin() as db:
        metadata.create_all(db)
        search.create(db)
        changing.change(db, SIGNED, "import", put=made, remove=(), step=StepId("import"))


def typings(words: list[str]) -> list[str]:
    """What stands in the box, key by key: common words and rare ones, one and two."""
    whole = [
        words[0],
        words[40],
        words[900],
        f"{words[3]} {words[12]}",
        f"{words[5]} {words[4000]}",
    ]
    return [text[:end] for text in whole for end in range(2, len(text) + 1) if text[end - 1] != " "]


def raw(engine: Engine, match: str) -> None:
    """The best fifty by the index alone."""
    asked = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT 50"
    with engine.connect() as db:
        db.exec_driver_sql(asked, (match,)).fetchall()


def usual(work: object) -> float:
    """The median time in milliseconds."""
    return statistics.median(timed(work) for _ in range(TIMES)) * 1000  # type: ignore[arg-type] # a callable


def main() -> int:
    """Print the ratios; 1 when the search of a whole typing takes over 1.5 of the raw queries."""
    os.environ.setdefault("WORKBENCH_DATA", tempfile.mkdtemp())
    chance = random.Random(7)
    words = vocabulary(chance)
    with tempfile.TemporaryDirectory() as folder:
        engine = encrypted(Path(folder) / "case.db")
        fill(engine, words, chance)
        review = Review(cast(Record, SimpleNamespace(engine=engine)), "Ash Rowan")
        rows = [
            (
                usual(lambda text=text: raw(engine, search.as_match(text))),
                usual(lambda text=text: review.search(text)),
                usual(lambda text=text: find_anything(review, text)),
            )
            for text in typings(words)
        ]
        engine.dispose()
    plain, asked, shown = (sum(column) for column in zip(*rows, strict=True))
    report = {
        "search over raw query, all keys together": asked / plain,
        "search over raw query, worst key": max(row[1] / row[0] for row in rows),
        "all that is shown over raw query, all keys together": shown / plain,
        "most": MOST,
        "milliseconds a key": {
            "raw": plain / len(rows),
            "search": asked / len(rows),
            "all that is shown": shown / len(rows),
            "all that is shown, longest": max(row[2] for row in rows),
        },
    }
    print(json.dumps(report, indent=1))
    return 1 if asked / plain > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
