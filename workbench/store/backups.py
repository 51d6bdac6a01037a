"""Backups of a record's file: whole encrypted containers in the application's folder, thinned out.

A backup on the same disk helps against a mistake or a damaged file, not against a lost laptop.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from workbench.errors import BadInput
from workbench.settings import data_folder
from workbench.store import container
from workbench.store.faults import CannotWrite
from workbench.store.working_copy import flush_folder, make_private, replace_file

LATEST, DAYS, WEEKS = 10, 14, 8  # how many are kept: the latest, one a day, one a week
EVERY = timedelta(hours=1)  # how often one is made while work goes on
_STAMP = "%Y-%m-%dT%H-%M-%S.%fZ"
_SUFFIX = ".review"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it is, when it was made (UTC), and which container it is a copy of."""

    path: Path
    at: datetime
    mac: str


def folder_of(file_id: str) -> Path:
    """Where the backups of this record are."""
    return data_folder() / "backups" / file_id


def backups_of(file_id: str) -> tuple[Backup, ...]:
    """The record's backups, newest first."""
    found = (_backup(path) for path in folder_of(file_id).glob(f"*{_SUFFIX}"))
    return tuple(sorted((each for each in found if each), key=lambda each: each.at, reverse=True))


def backed_up() -> tuple[str, ...]:
    """The ids of the records of which there may be backups."""
    home = data_folder() / "backups"
    return tuple(sorted(each.name for each in home.glob("*") if each.is_dir()))


def _backup(path: Path) -> Backup | None:
    stamp, _, mac = path.stem.rpartition("-")
    try:
        return Backup(path, datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC), mac)
    except ValueError:
        return None  # some other file that came to lie there


def keep(path: Path, file_id: str, now: datetime) -> Backup:
    """Back the record's file up as it is on the disk, check the copy, and thin out older ones.

    When the newest backup is of this very container, that one is returned.
    """
    mac = (container.container_mac(path) or "")[:16]
    if not mac:
        raise BadInput(f"{path.name} is damaged at its beginning, so it was not backed up.")
    held = backups_of(file_id)
    if held and held[0].mac == mac:
        return held[0]
    made = folder_of(file_id) / f"{now.strftime(_STAMP)}-{mac}{_SUFFIX}"
    make_private(made.parent)
    copy_checked(path, made)
    fresh = Backup(made, now, mac)
    for each in superfluous([fresh, *held], now):
        each.path.unlink(missing_ok=True)
    return fresh


def due(file_id: str, now: datetime) -> bool:
    """Whether it is time for another backup while work goes on."""
    held = backups_of(file_id)
    return not held or now - held[0].at >= EVERY


def forget(file_id: str) -> None:
    """Delete every backup of this record on this computer."""
    for each in backups_of(file_id):
        each.path.unlink(missing_ok=True)


def superfluous(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """The backups to delete: all but the latest, one for each late day, one for each late week."""
    newest_first = sorted(backups, key=lambda each: each.at, reverse=True)
    kept = set(newest_first[:LATEST])
    spans = ((DAYS, 1, "%Y-%m-%d"), (WEEKS, 7, "%G-%V"))
    for number, length, pattern in spans:
        seen: set[str] = set()
        for each in newest_first:
            name = each.at.strftime(pattern)
            if now - each.at < timedelta(days=number * length) and name not in seen:
                seen.add(name)
                kept.add(each)
    return [each for each in newest_first if each not in kept]


def copy_checked(source: Path, target: Path) -> None:
    """Copy a file whole: written beside its place, flushed, read back, and only then named."""
    fresh = target.with_name(f".{uuid4().hex[:8]}.tmp")
    try:
        written = hashlib.sha256()
        with source.open("rb") as reading, fresh.open("wb") as writing:
            fresh.chmod(0o600)
            while chunk := reading.read(container.CHUNK):
                written.update(chunk)
                writing.write(chunk)
            writing.flush()
            container.sync(writing)
        with fresh.open("rb") as reading:
            same = hashlib.file_digest(reading, "sha256").digest() == written.digest()
        if not same:
            raise CannotWrite("The disk did not keep the copy as it was written. Use another disk.")
        replace_file(fresh, target)
        flush_folder(target.parent)
    except OSError as error:
        raise CannotWrite(
            f"The copy could not be written: {str(error.strerror).lower()}. Nothing was replaced."
        ) from None
    finally:
        fresh.unlink(missing_ok=True)
