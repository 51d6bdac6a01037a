"""The record against plain SQLite with the same code: 20,000 entries, ratios of one run.

Each variant runs in turn, in an order that is reversed every round; a ratio is the median of the
rounds' own ratios, so that a slow moment of the machine spoils one round and not the answer.
"""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Engine, create_engine, event, insert, select
from sqlalchemy.engine import Connection
from sqlalchemy.pool import QueuePool

from workbench.model.chronology import Entry, EntryQuery
from workbench.model.ids import EntryId, StepId, new_id
from workbench.model.when import Precision, When
from workbench.store import changing, database, entries, facts, journal, search
from workbench.store.rows import row_of, values_of
from workbench.store.schema import metadata

NUMBER = 20_000
ROUNDS = 5
MOST = {
    "open to 100 rows": 1.6,
    "bulk insert": 1.1,
    "first scan": 2.1,
    "warm scan": 1.15,
    "edit and commit": 1.6,
}
SIGNED = changing.Signed("Ash Rowan", "bench")
WORDS = [
    "home",
    "visit",
    "by",
    "nurse",
    "carer",
    "refused",
    "entry",
    "dose",
    "missed",
    "fell",
    "asked",
    "for",
    "help",
    "told",
    "the",
    "GP",
]


def invented(number: int) -> Entry:
    """An entry of about 600 characters."""
    day = date(2015, 1, 1) + timedelta(days=number * 7919 % 3650)
    words = " ".join(WORDS[(number * (place + 3)) % len(WORDS)] for place in range(110))
    when = When(text=str(day), precision=Precision.DAY, start=day, end=day)
    return Entry(id=EntryId(new_id()), text=f"{number} {words}", when=when, source=f"page {number}")


def plain(path: Path) -> Engine:
    """Plain SQLite, with the record's settings but the key."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for setting in (
            "foreign_keys=ON",
            "temp_store=MEMORY",
            "secure_delete=ON",
            "mmap_size=0",
            "cache_size=-64000",
            "journal_mode=WAL",
            "synchronous=FULL",
        ):
            connection.execute(f"PRAGMA {setting}")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return connection

    engine = create_engine(
        "sqlite+pysqlite://", creator=connect, poolclass=QueuePool, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def encrypted(path: Path) -> Engine:
    """The record's own engine."""
    return database.open_engine(path, b"k" * 32, b"s" * 16)


def timed(work: Callable[[], object]) -> float:
    """How long the work took, in seconds."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def measure(
    engine_of: Callable[[Path], Engine], folder: Path, made: list[Entry]
) -> dict[str, float]:
    """Every measure of one variant."""
    path = folder / "case.db"
    engine = engine_of(path)
    with engine.begin() as db:
        metadata.create_all(db)
    rows = [{**row_of(Entry, values_of(each)), "made": place} for place, each in enumerate(made)]

    def fill() -> None:
        with engine.begin() as db:
            db.execute(insert(metadata.tables["entry"]), rows)

    found = {"bulk insert": timed(fill)}
    engine.dispose()
    opened: list[Engine] = []

    def first_rows() -> None:
        opened.append(engine_of(path))  # fresh each time: nothing of the file is decrypted yet
        with opened[-1].connect() as db:
            assert len(entries.page(db, EntryQuery(), 0, 100)) == 100

    def scan() -> None:
        with opened[-1].connect() as db:
            assert len(db.execute(select(metadata.tables["entry"])).all()) == NUMBER

    found["open to 100 rows"] = statistics.median(timed(first_rows) for _ in range(9))
    found["first scan"] = timed(scan)
    found["warm scan"] = statistics.median(timed(scan) for _ in range(5))
    found["edit and commit"] = statistics.median(
        timed(lambda: edit(opened[-1], made[7])) for _ in range(30)
    )
    for each in opened:
        each.dispose()
    return found


def edit(engine: Engine, one: Entry) -> None:
    """One field changed, through the journal, and committed."""
    with engine.begin() as db:
        changing.change(
            db, SIGNED, "change", put=[replace(one, comment=new_id())], remove=(), step=None
        )


def ratios(made: list[Entry]) -> dict[str, float]:
    """The encrypted record's times over plain SQLite's."""
    variants = {"plain": plain, "encrypted": encrypted}
    rounds: list[dict[str, dict[str, float]]] = []
    for turn in range(ROUNDS):
        names = list(variants) if turn % 2 else list(variants)[::-1]
        found = {}
        for name in names:
            with tempfile.TemporaryDirectory() as folder:
                found[name] = measure(variants[name], Path(folder), made)
        rounds.append(found)
    return {
        what: statistics.median(each["encrypted"][what] / each["plain"][what] for each in rounds)
        for what in rounds[0]["plain"]
    }


def alone(made: list[Entry]) -> dict[str, float]:
    """What has nothing to be compared with, in milliseconds: the record's own questions."""
    with tempfile.TemporaryDirectory() as folder:
        engine = encrypted(Path(folder) / "case.db")
        with engine.begin() as db:
            metadata.create_all(db)
            search.create(db)
        told = {"import of all, with journal": timed(lambda: import_all(engine, made))}
        for what, query in {
            "first 100 of a search": (EntryQuery(text="told the GP"), True),
            "count of a search": (EntryQuery(text="told the GP"), False),
            "count of a search for nothing": (EntryQuery(text="zebra"), False),
            "count of a search with accents": (EntryQuery(text="zébra"), False),
            "count in a span": (EntryQuery(first=date(2018, 1, 1), last=date(2018, 2, 1)), False),
        }.items():
            told[what] = statistics.median(
                timed(lambda query=query: ask(engine, *query)) for _ in range(5)
            )
        told["full text, as typed"] = statistics.median(
            timed(lambda: words(engine)) for _ in range(9)
        )
        told["history of one"] = statistics.median(
            timed(lambda: history(engine, made[5])) for _ in range(20)
        )
        lengthen(engine, made[9], 3_000)
        told["history of one, 3,000 transactions on"] = statistics.median(
            timed(lambda: history(engine, made[5])) for _ in range(20)
        )
        engine.dispose()
    return {what: seconds * 1000 for what, seconds in told.items()}


def import_all(engine: Engine, made: list[Entry]) -> None:
    """Every entry in one change."""
    with engine.begin() as db:
        changing.change(db, SIGNED, "import", put=made, remove=(), step=StepId("import"))


def ask(engine: Engine, query: EntryQuery, page: bool) -> None:
    """The first page of a query, or its count."""
    with engine.connect() as db:
        if page:
            entries.page(db, query, 0, 100)
        else:
            entries.count(db, query)


def words(engine: Engine) -> None:
    """Fifty facts that hold a word and the beginning of another."""
    with engine.connect() as db:
        assert len(search.find(db, "19999 tol")) == 1


def history(engine: Engine, one: Entry) -> None:
    """The history of one entry."""
    with engine.connect() as db:
        assert len(journal.history(db, "entry", one.id)) == 1


def lengthen(engine: Engine, one: Entry, number: int) -> None:
    """Many more transactions, in few commits."""
    for start in range(0, number, 500):
        with engine.begin() as db:
            for place in range(start, start + 500):
                op = journal.Op("entry", one.id, "comment", str(place), str(place + 1))
                facts.apply(db, [op])
                deed = journal.Deed("change", "Ash Rowan", "bench", frozenset(), new_id())
                journal.write(db, deed, [op])


def main() -> int:
    """Print every measure; 1 when a ratio is over what was promised."""
    os.environ.setdefault("WORKBENCH_DATA", tempfile.mkdtemp())
    made = [invented(number) for number in range(NUMBER)]
    found, own = ratios(made), alone(made)
    over = {what: ratio for what, ratio in found.items() if ratio > MOST[what]}
    print(json.dumps({"ratios": found, "most": MOST, "milliseconds": own, "over": over}, indent=1))
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
