"""Putting a backup in the place of a record's file, after keeping what it replaces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from workbench.errors import Refused
from workbench.model.kinds import KINDS
from workbench.store import backups, container, facts, journal, seen
from workbench.store.database import open_engine
from workbench.store.keys import derived
from workbench.store.reading import for_a_while, take_out_to_read
from workbench.store.unlocking import unlock
from workbench.store.working_copy import WorkingCopy


@dataclass(frozen=True, slots=True)
class Held:
    """What a file of a record holds, in numbers: facts by kind, and journal transactions."""

    counts: dict[str, int]
    transactions: int


def held_by(path: Path, passphrase: str) -> Held:
    """What this file holds; it must open and be whole."""
    unlocked = unlock(path, passphrase)
    file_id = unlocked.header.file_id
    with for_a_while(file_id) as folder:
        image = folder / "case.db"
        take_out_to_read(path, unlocked.header, image)
        key = derived(unlocked.data_key, "sqlcipher")
        engine = open_engine(image, key, bytes.fromhex(file_id))
        try:
            with engine.connect() as db:
                return _held(db)
        finally:
            engine.dispose()


def _held(db: Connection) -> Held:
    counts = {kind.kind: facts.count(db, kind, {}) for kind in KINDS}
    return Held(counts, journal.count(db))


def restore(backup: Path, target: Path, passphrase: str) -> Held:
    """Put a backup at ``target``, once it has been opened and found whole.

    What was there is backed up first, whatever state it is in. Returns what the restored file
    holds. Raises :class:`Refused` while the review is open, or has work that was interrupted.
    """
    held = held_by(backup, passphrase)
    file_id = container.read_headers(backup)[0].file_id
    copy = WorkingCopy(file_id, b"")  # its lock alone is wanted
    try:
        if copy.base() is not None and copy.database.exists():
            raise Refused(
                "This review has work on this computer that was interrupted. Open the review "
                "first, so that the work is in its file, then restore."
            )
        if target.exists():
            _keep_what_is_there(target, file_id)
        backups.copy_checked(backup, target)
        header = container.read_headers(target)[0]  # an older copy, and put here on purpose
        seen.note(header.fields, header.mac.hex(), datetime.now(UTC))
    finally:
        copy.release()
    return held


def _keep_what_is_there(target: Path, file_id: str) -> None:
    """Keep the file that is about to be replaced: as a backup when it can be read as one."""
    mac = container.container_mac(target)
    if mac is not None and container.read_headers(target)[0].file_id == file_id:
        backups.keep(target, file_id, datetime.now(UTC))
        return
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    beside = target.with_name(f"{target.stem} (replaced {stamp}){target.suffix}")
    backups.copy_checked(target, beside)
