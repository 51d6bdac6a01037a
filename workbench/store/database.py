"""The encrypted database: how a connection is opened, and what it may never do."""

from __future__ import annotations

import re
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection, ExceptionContext
from sqlalchemy.pool import QueuePool

from workbench.errors import Missing, WorkbenchError
from workbench.store.faults import CannotWrite, Damaged
from workbench.store.pacing import STEP_PAGES, Pace, at_once

PAGES_DAMAGED = (
    "Part of this review's data is damaged. "
    "Close it and open a backup, or another copy of the file."
)
DISK_FULL = (
    "The disk of this computer is full, so that change was not kept. Free some space and make it "
    "again. Everything before it is safe."
)
GONE_MEANWHILE = (
    "Something that this refers to was deleted meanwhile, so nothing was changed. "
    "Undo the deletion, or choose something else."
)
_ATTACH = 24  # SQLITE_ATTACH: a database attached without a key would be written in the clear
_ALLOW, _DENY = 0, 1


def raw_connection(path: Path, key: bytes, salt: bytes) -> sqlcipher.Connection:
    """One connection to the encrypted database at ``path``, checked to be encrypted.

    Raises :class:`Damaged` when its first page is not what the key should open.
    """
    connection = keyed(path, key, salt)
    run = connection.execute
    try:
        run("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlcipher.DatabaseError:
        connection.close()
        raise Damaged(PAGES_DAMAGED) from None
    for setting in (
        "foreign_keys=ON",
        "temp_store=MEMORY",
        "secure_delete=ON",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "mmap_size=0",
        "cache_size=-64000",
        "journal_mode=WAL",
        "synchronous=FULL",
        "fullfsync=ON",
        "checkpoint_fullfsync=ON",
        # Saving brings the log back into the database, so that no change has to wait for that.
        "wal_autocheckpoint=16384",
    ):
        run(f"PRAGMA {setting}").fetchall()
    connection.create_function("holds", 4, _holds, deterministic=True)
    connection.set_authorizer(_no_attach)
    return connection


def keyed(path: Path, key: bytes, salt: bytes) -> sqlcipher.Connection:
    """A connection that has its key and has read nothing yet."""
    connection = sqlcipher.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=10.0
    )
    connection.set_key(f"x'{key.hex()}{salt.hex()}'".encode())
    if connection.execute("PRAGMA cipher_version").fetchone() is None:
        connection.close()
        raise RuntimeError("SQLite without encryption was loaded; nothing was opened.")
    for setting in (
        "cipher_log_level=NONE",
        "cipher_page_size=4096",
        "cipher_memory_security=OFF",  # eleven times slower, and it clears no more keys
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {setting}")
    return connection


def damaged_pages(path: Path, key: bytes, salt: bytes) -> list[int]:
    """The numbers of the pages that are not as they were written."""
    if not path.stat().st_size:  # which would be taken for a database that is still to be made
        return [1]
    connection = keyed(path, key, salt)
    try:
        told = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    except sqlcipher.DatabaseError:
        return [1]
    finally:
        connection.close()
    numbers = [re.search(r"page (\d+)", str(text)) for (text,) in told]
    return [int(number[1]) if number else 0 for number in numbers]


def _holds(wanted: str, *texts: str) -> bool:
    """Whether one of the texts has the words, which are casefolded already."""
    return any(wanted in text.casefold() for text in texts)


def in_words(error: BaseException | None) -> WorkbenchError | None:
    """The database's error as one that the author can act on, or None for a fault of ours."""
    name = str(getattr(error, "sqlite_errorname", ""))
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return CannotWrite(DISK_FULL)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return Damaged(PAGES_DAMAGED)
    if name.startswith("SQLITE_CONSTRAINT") and "FOREIGN KEY" in str(error):
        return Missing(GONE_MEANWHILE)
    return None


def _no_attach(action: int, *_: object) -> int:
    return _DENY if action == _ATTACH else _ALLOW


def open_engine(path: Path, key: bytes, salt: bytes) -> Engine:
    """An engine whose transactions are SQLite's own, and whose errors show no values."""
    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=lambda: raw_connection(path, key, salt),
        poolclass=QueuePool,
        pool_size=2,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    @event.listens_for(engine, "handle_error")
    def _say(context: ExceptionContext) -> None:
        said = in_words(context.original_exception)
        if said is not None:
            raise said from None

    return engine


def snapshot(
    source: Path,
    target: Path,
    key: bytes,
    salt: bytes,
    *,
    under: tuple[bytes, bytes] | None = None,
    pace: Pace = at_once,
) -> tuple[int, str]:
    """A consistent copy of the database while others write to it, encrypted with the same key and
    salt, or with those of ``under``.

    Returns the number and hash of the last journal transaction that the copy holds.
    """
    reading = raw_connection(source, key, salt)
    try:
        reading.execute("BEGIN")  # what is copied is what is read here
        head = reading.execute(
            "SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1"
        ).fetchone()
        copy_to(reading, target, *(under or (key, salt)), pace=pace)
        reading.execute("COMMIT")
        reading.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()  # waits for nobody
    except sqlcipher.DatabaseError as error:
        raise in_words(error) or error from None
    finally:
        reading.close()
    return (int(head[0]), str(head[1])) if head else (0, "")


def copy_to(
    reading: sqlcipher.Connection, target: Path, key: bytes, salt: bytes, *, pace: Pace = at_once
) -> None:
    """Copy a whole database into a new one, encrypted with ``key``."""
    writing = keyed(target, key, salt)
    try:
        writing.execute("PRAGMA synchronous=OFF")  # the container is flushed, this is thrown away
        if pace is at_once:
            reading.backup(writing)
        else:
            reading.backup(writing, pages=STEP_PAGES, progress=lambda *_: pace())
    finally:
        writing.close()
