"""Older records, brought forward: one step for each version of the tables, in one transaction."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, select, update

from workbench.store import search
from workbench.store.faults import NewerVersion
from workbench.store.schema import SCHEMA_VERSION, TABLES, about, metadata


def _to_2(_: Connection) -> None:
    """Full text over everything came; the index is made anew after every step in any case."""


def _to_3(db: Connection) -> None:
    """Named versions, the log, boards' templates; sex withheld, notes, a chosen layout."""
    for kind in (
        "named_version", "logged_release", "board_template", "merged_copy", "register_check",
    ):  # fmt: skip
        metadata.create_all(db, tables=[TABLES[kind]])
    db.exec_driver_sql("ALTER TABLE person ADD COLUMN sex_withheld BOOLEAN NOT NULL DEFAULT 0")
    db.exec_driver_sql("ALTER TABLE passage ADD COLUMN note TEXT NOT NULL DEFAULT ''")
    db.exec_driver_sql("ALTER TABLE review ADD COLUMN layout TEXT NOT NULL DEFAULT ''")


# The step that leads on from each version. A step is never edited once records were made with it.
STEPS: dict[int, Callable[[Connection], None]] = {1: _to_2, 2: _to_3}


def version_of(db: Connection) -> int:
    """The version of the record's tables. Raises :class:`NewerVersion` for one not yet known."""
    found = int(db.execute(select(about.c.value).where(about.c.name == "schema")).scalar_one())
    if found > SCHEMA_VERSION:
        raise NewerVersion(
            "This review was saved by a newer version of the workbench. "
            "Update the workbench on this computer to open it."
        )
    return found


def bring_forward(db: Connection) -> None:
    """Take every step from the record's version to this one; the caller's transaction holds all."""
    for version in range(version_of(db), SCHEMA_VERSION):
        STEPS[version](db)
    if version_of(db) < SCHEMA_VERSION:
        search.create(db)
    db.execute(update(about).where(about.c.name == "schema").values(value=str(SCHEMA_VERSION)))
