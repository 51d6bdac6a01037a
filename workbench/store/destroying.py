"""Destroying a record: its keys first, in every copy that this computer knows of, then the files.

Without its key slots a file is 256 bits away from being legible, whatever a disk keeps of the rest.
What a disk keeps of the slots themselves cannot be known here, and is not claimed.
"""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from workbench.settings import data_folder
from workbench.store import backups, container, keychain
from workbench.store.faults import Damaged, NewerVersion, NotARecord
from workbench.store.resealing import put
from workbench.store.working_copy import flush_folder

FILE, COPY, BACKUP = "the review's file", "a copy beside it", "a backup"


@dataclass(frozen=True, slots=True)
class Doomed:
    """One file to destroy, and what it is."""

    what: str
    path: Path


def everything(path: Path, file_id: str) -> tuple[Doomed, ...]:
    """Every file on this computer that is known to open with this record's keys: whatever lies
    beside it under whatever name, and the backups."""
    beside = [
        Doomed(COPY, each)
        for each in sorted(path.parent.iterdir())
        if each != path and _id_of(each) == file_id
    ]
    kept = [Doomed(BACKUP, each.path) for each in backups.backups_of(file_id)]
    return (Doomed(FILE, path), *beside, *kept)


def _id_of(path: Path) -> str:
    """The id of the record in this file; empty for any other file."""
    try:
        if not path.is_file() or path.stat().st_size < container.ROOM:
            return ""
        return container.read_headers(path)[0].file_id
    except (OSError, NotARecord, Damaged, NewerVersion):
        return ""


def destroy(doomed: Doomed) -> None:
    """Write over the key slots of the file, at its beginning and its end, then delete it. One that
    is gone already is destroyed. Raises ``OSError`` when the system refuses."""
    path = doomed.path
    if not path.parent.is_dir() and doomed.what != BACKUP:  # a stick, say, that was pulled out
        raise FileNotFoundError(errno.ENOENT, "its folder is not there")
    if not path.exists():
        return
    size = path.stat().st_size
    with path.open("r+b", buffering=0) as file:
        for place in (0, max(size - container.ROOM, 0)):
            put(file, place, os.urandom(min(container.ROOM, size)))
    path.unlink()
    flush_folder(path.parent)


def destroy_own_folders(file_id: str, but: Path) -> None:
    """Delete the working copy, and whatever else the application's own folders keep under this
    record's id, ``but`` the note of the closing. The caller holds the working copy's lock; nobody
    will ask for it again."""
    for home in (data_folder(), *backups.homes()):
        for each in sorted(home.rglob(f"*{file_id}*"), reverse=True):  # what is within goes first
            if each == but:
                continue
            if each.is_dir():
                shutil.rmtree(each)
            else:
                each.unlink(missing_ok=True)


def forget_keychain(slots: list[str]) -> None:
    """Take the secrets of these slots out of this computer's keychain."""
    for slot in slots:
        keychain.forget(slot)
