"""What the benchmarks of the store stand on: invented entries, and engines to compare."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import QueuePool

from workbench.model.chronology import Entry
from workbench.model.ids import EntryId, new_id
from workbench.model.when import Precision, When
from workbench.store import changing, database

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


def plain(path: Path, *more: str, module: Any = sqlite3) -> Engine:
    """Plain SQLite, with the record's settings but the key, and its own habit of bringing the log
    back into the database within a commit."""

    def connect() -> Any:
        connection = module.connect(str(path), isolation_level=None, check_same_thread=False)
        for setting in (
            "foreign_keys=ON",
            "temp_store=MEMORY",
            "secure_delete=ON",
            "mmap_size=0",
            "cache_size=-64000",
            "journal_mode=WAL",
            "synchronous=FULL",
            *more,
        ):
            connection.execute(f"PRAGMA {setting}")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return connection

    engine = create_engine(
        "sqlite+pysqlite://",
        module=module,
        creator=connect,
        poolclass=QueuePool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def same_without_key(path: Path) -> Engine:
    """The record's own SQLite with the record's settings but the key."""
    return plain(path, "wal_autocheckpoint=16384", module=sqlcipher3.dbapi2)


def plain_with_long_log(path: Path) -> Engine:
    """Plain SQLite that leaves the log as long as the record does."""
    return plain(path, "wal_autocheckpoint=16384")


def encrypted(path: Path) -> Engine:
    """The record's own engine."""
    return database.open_engine(path, b"k" * 32, b"s" * 16)


def timed(work: Callable[[], object]) -> float:
    """How long the work took, in seconds."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
