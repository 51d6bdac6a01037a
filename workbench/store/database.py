"""The encrypted database: how a connection is opened, and what it may never do."""

from __future__ import annotations

from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import QueuePool

from workbench.store.faults import Damaged

PAGES_DAMAGED = (
    "Part of this review's data is damaged. "
    "Close it and open a backup, or another copy of the file."
)
_ATTACH = 24  # SQLITE_ATTACH: a database attached without a key would be written in the clear
_ALLOW, _DENY = 0, 1


def raw_connection(path: Path, key: bytes, salt: bytes) -> sqlcipher.Connection:
    """One connection to the encrypted database at ``path``, checked to be encrypted.

    Raises :class:`Damaged` when its first page is not what the key should open.
    """
    connection = sqlcipher.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=10.0
    )
    connection.set_key(f"x'{key.hex()}{salt.hex()}'".encode())
    run = connection.execute
    if run("PRAGMA cipher_version").fetchone() is None:
        connection.close()
        raise RuntimeError("SQLite without encryption was loaded; nothing was opened.")
    run("PRAGMA cipher_log_level=NONE")
    run("PRAGMA cipher_page_size=4096")
    run("PRAGMA cipher_memory_security=OFF")
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
        "cache_size=-16000",
        "journal_mode=WAL",
        "synchronous=FULL",
        "fullfsync=ON",
        "checkpoint_fullfsync=ON",
    ):
        run(f"PRAGMA {setting}").fetchall()
    connection.set_authorizer(_no_attach)
    return connection


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

    return engine


def snapshot(source: Path, target: Path, key: bytes, salt: bytes) -> None:
    """A consistent copy of the database, encrypted with the same key, while others write to it."""
    reading = raw_connection(source, key, salt)
    try:
        writing = sqlcipher.connect(str(target), isolation_level=None, check_same_thread=False)
        try:
            writing.set_key(f"x'{key.hex()}{salt.hex()}'".encode())
            writing.execute("PRAGMA cipher_log_level=NONE")
            reading.backup(writing)
        finally:
            writing.close()
    finally:
        reading.close()
