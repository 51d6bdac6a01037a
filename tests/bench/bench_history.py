"""The journal's length: what is asked of it after 1,000 transactions and after 100,000, over the
same 20,000 entries. Ratios are of medians."""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from tests.bench.engines import SIGNED, encrypted, invented, timed
from workbench.model.ids import StepId, new_id
from workbench.store import changing, facts, journal, past, search, steps, undoing
from workbench.store.schema import journal as journal_table
from workbench.store.schema import journal_change, metadata

ENTRIES, SHORT, LONG = 20_000, 1_000, 100_000
MOST = 1.2
TIMES = 60


def lengthen(engine: Engine, ids: list[str], number: int) -> None:
    """So many more transactions, each of which changes one entry's comment; written all at once,
    as the journal itself would write them one by one."""
    with engine.begin() as db:
        last, previous = journal.head_of(db)
        heads, changes = [], []
        for at in range(last + 1, last + 1 + number):
            op = journal.Op("entry", ids[at % len(ids)], "comment", str(at - 1), str(at))
            row = journal._op_row(at, 0, op)
            head: dict[str, Any] = {
                "number": at, "id": new_id(), "device": "bench",
                "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
                "author": "Ash Rowan", "label": "change comment of entry", "intent": "do",
                "step": f".{new_id()}", "topics": "chronology", "previous": previous,
            }  # fmt: skip
            previous = journal.transaction_hash(head, [row["digest"]])
            heads.append({**head, "hash": previous, "state": "done"})
            changes.append(row)
        db.execute(journal_table.insert(), heads)
        db.execute(journal_change.insert(), changes)


def questions(engine: Engine, one: str, other: str) -> dict[str, Callable[[], object]]:
    """What the window and the author ask again and again."""

    def asking(question: Callable[[Any], object]) -> Callable[[], object]:
        def ask() -> object:
            with engine.connect() as db:
                return question(db)

        return ask

    def change() -> None:
        with engine.begin() as db:
            held = facts.stored_values(db, "entry", [other])[other]
            op = journal.Op("entry", other, "voice", held["voice"], new_id())
            facts.apply(db, [op])
            deed = journal.Deed("change", "Ash Rowan", "bench", frozenset(), new_id())
            journal.write(db, deed, [op])

    return {
        "history of one": asking(lambda db: journal.history(db, "entry", one)),
        "steps of one, in words": asking(lambda db: steps.steps(db, None, 200, [("entry", one)])),
        "one with its parts": asking(lambda db: past.with_parts(db, ("entry", one))),
        "what became of one": asking(
            lambda db: past.changes_between(db, 0, journal.head_of(db)[0], [("entry", one)])
        ),
        "newest 100 steps": asking(lambda db: steps.steps(db, None, 100)),
        "newest 100 transactions": asking(lambda db: journal.transactions(db, 100)),
        "what undo would take back": asking(undoing.undo_label),
        "the last transaction": asking(journal.head_of),
        "one change, written": change,
    }


def measured(engine: Engine, one: str, other: str) -> dict[str, float]:
    """Each question's median time in milliseconds, the engine opened anew before."""
    engine.dispose()
    asked = questions(engine, one, other)
    for ask in asked.values():
        ask()
    return {
        what: statistics.median(timed(ask) for _ in range(TIMES)) * 1000
        for what, ask in asked.items()
    }


def verified(engine: Engine) -> dict[str, float]:
    """How long the chain takes to look over, and how much memory that needs at most."""
    with engine.connect() as db:
        seconds = timed(lambda: journal.broken_links(db))
        tracemalloc.start()
        assert journal.broken_links(db) == []
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return {"seconds": seconds, "megabytes at most": most / 2**20}


def main() -> int:
    """Print every ratio; 1 when one is over what was promised."""
    os.environ.setdefault("WORKBENCH_DATA", tempfile.mkdtemp())
    with tempfile.TemporaryDirectory() as folder:
        engine = encrypted(Path(folder) / "case.db")
        made = [invented(number) for number in range(ENTRIES)]
        with engine.begin() as db:
            metadata.create_all(db)
            search.create(db)
            changing.change(db, SIGNED, "import", put=made, remove=(), step=StepId("import"))
        ids = [each.id for each in made[2:]]
        lengthen(engine, ids, SHORT - 1)
        short = measured(engine, made[0].id, made[1].id)
        lengthen(engine, ids, LONG - SHORT)
        long = measured(engine, made[0].id, made[1].id)
        told = verified(engine)
        engine.dispose()
    ratios = {what: long[what] / short[what] for what in short}
    over = {what: ratio for what, ratio in ratios.items() if ratio > MOST}
    report = {"ratios": ratios, "most": MOST, "milliseconds": long, "verify": told, "over": over}
    print(json.dumps(report, indent=1))
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
