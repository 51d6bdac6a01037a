"""Looking a record over: its file, its pages, what refers to what, and the journal's chain."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from workbench.store import container, journal, search
from workbench.store.agreeing import disagreements
from workbench.store.database import damaged_pages, open_engine, raw_connection
from workbench.store.faults import Damaged
from workbench.store.keys import derived
from workbench.store.reading import take_out_to_read
from workbench.store.schema import SCHEMA_VERSION
from workbench.store.versions import version_of


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was looked at, and what was wrong with it; nothing when it is sound."""

    name: str
    faults: tuple[str, ...] = ()


def look_over(
    database: Path, file_id: str, data_key: bytes, header: dict[str, object], *, whole: bool = True
) -> list[Part]:
    """Look over a database that was taken out of its file. With damaged pages, or where it could
    not be taken out ``whole``, the rest cannot be judged, and is not."""
    salt, key = bytes.fromhex(file_id), derived(data_key, "sqlcipher")
    pages = damaged_pages(database, key, salt)
    if pages or not whole:
        places = (f"page {page} is damaged" if page else "a page is damaged" for page in pages)
        return [Part("pages", tuple(places))]
    raw = raw_connection(database, key, salt)
    try:
        parts = [Part("pages"), Part("tables", _table_faults(raw))]
        parts.append(Part("references", _reference_faults(raw)))
    finally:
        raw.close()
    engine = open_engine(database, key, salt)
    with engine.connect() as db:
        chain = tuple(journal.broken_links(db)) + _anchor_faults(db, header)
        index = _index_faults(db)
        # A broken journal says nothing of the facts, and an older record has other tables.
        comparable = not chain and version_of(db) == SCHEMA_VERSION
        facts = disagreements(db) if comparable else ()
    engine.dispose()
    return [*parts, Part("journal", chain), Part("facts", facts), Part("search", index)]


def _table_faults(raw: Any) -> tuple[str, ...]:
    rows = raw.execute("PRAGMA integrity_check").fetchall()
    return () if rows == [("ok",)] else (f"{len(rows)} faults in how the tables are stored",)


def _reference_faults(raw: Any) -> tuple[str, ...]:
    rows = raw.execute("PRAGMA foreign_key_check").fetchall()
    return tuple(
        f"row of {table}: the {parent} to which it refers is not there"
        for table, _, parent, _ in rows
    )


def _index_faults(db: Connection) -> tuple[str, ...]:
    version = version_of(db)  # before version 2 there was no index, and in 2 another order in it
    if version < 2 or (search.is_sound(db) and (version < SCHEMA_VERSION or search.in_place(db))):
        return ()
    return ("the index does not agree with the record; verify --repair builds it anew",)


def _anchor_faults(db: Connection, header: dict[str, object]) -> tuple[str, ...]:
    noted = header.get("journal")
    heads = noted.get("heads", {}) if isinstance(noted, dict) else {}
    number, chained = journal.head_of(db)
    for expected in heads.values():
        if list(expected) != [number, chained]:
            return (
                f"the file was sealed at transaction {expected[0]}, the journal ends at {number}",
            )
    return ()


def body_faults(path: Path, header: container.Header, target: Path) -> tuple[str, ...]:
    """Take the image out of the file; what is wrong with it, if anything."""
    try:
        take_out_to_read(path, header, target)
    except Damaged as error:
        return (str(error),)
    return ()
