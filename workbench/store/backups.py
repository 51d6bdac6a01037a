"""Backups of a record's file: whole encrypted containers in the application's folder, thinned out.

A backup on the same disk helps against a mistake or a damaged file, not against a lost laptop.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from uuid import uuid4

from workbench.errors import BadInput
from workbench.settings import data_folder, load_settings
from workbench.store import container
from workbench.store.faults import CannotWrite
from workbench.store.flushing import flush
from workbench.store.working_copy import flush_folder, make_private, replace_file

LATEST, DAYS, WEEKS = 10, 14, 8  # how many are kept: the latest, one a day, one a week
EVERY = timedelta(hours=1)  # how often one is made while work goes on
MOST_KEPT = 200
_ID = re.compile(r"[0-9a-f]{32}")
_STAMP = "%Y-%m-%dT%H-%M-%S.%fZ"
_SUFFIX = ".review"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it is, when it was made (UTC), and which container it is a copy of."""

    path: Path
    at: datetime
    mac: str


def homes() -> tuple[Path, ...]:
    """The folders in which backups are: the author's own choice first, where there is one and it is
    there, then the private folder."""
    private, chosen = data_folder() / "backups", load_settings().backup_folder
    return (Path(chosen), private) if chosen and Path(chosen).is_dir() else (private,)


def missing_home() -> str:
    """The folder that the author chose for backups, when it is not there; empty otherwise."""
    chosen = load_settings().backup_folder
    return chosen if chosen and not Path(chosen).is_dir() else ""


def folders_of(file_id: str) -> tuple[Path, ...]:
    """Where the backups of this record are."""
    return tuple(home / file_id for home in homes())


def folder_of(file_id: str) -> Path:
    """Where new backups of this record are made."""
    return folders_of(file_id)[0]


def backups_of(file_id: str) -> tuple[Backup, ...]:
    """The record's backups, newest first."""
    paths = chain.from_iterable(each.glob(f"*{_SUFFIX}") for each in folders_of(file_id))
    found = map(_backup, paths)
    return tuple(sorted((each for each in found if each), key=lambda each: each.at, reverse=True))


def backed_up() -> tuple[str, ...]:
    """The ids of the records of which there may be backups."""
    folders = chain.from_iterable(home.glob("*") for home in homes())
    return tuple(sorted({each.name for each in folders if _ID.fullmatch(each.name)}))


def _backup(path: Path) -> Backup | None:
    stamp, _, mac = path.stem.rpartition("-")
    try:
        return Backup(path, datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC), mac)
    except ValueError:
        return None  # some other file that came to lie there


def keep(path: Path, file_id: str, now: datetime) -> Backup:
    """Back the record's file up as it is on the disk, check the copy, and thin out older ones.

    When there is a backup of this very container, that one is returned.
    """
    mac = (container.container_mac(path) or "")[:16]
    if not mac:
        raise BadInput(f"{path.name} is damaged at its beginning, so it was not backed up.")
    held = backups_of(file_id)
    same = next((each for each in held if each.mac == mac), None)
    if same is not None:
        return same
    made = folder_of(file_id) / f"{now.strftime(_STAMP)}-{mac}{_SUFFIX}"
    make_private(made.parent)
    _sweep(made.parent, now)
    copy_checked(path, made)
    fresh = Backup(made, now, mac)
    for each in superfluous([fresh, *held], now, _number_kept()):
        each.path.unlink(missing_ok=True)
    if missing_home():
        raise CannotWrite(
            "The folder that you chose for backups is not there, so this one was made on this "
            "computer. Connect its disk, or choose another folder in Settings."
        )
    return fresh


def _number_kept() -> int:
    return min(max(load_settings().backups_kept, 1), MOST_KEPT)


def _sweep(folder: Path, now: datetime) -> None:
    """Delete what a copying that was killed left; one that goes on now is younger."""
    for left in folder.glob(".????????.tmp"):
        with suppress(OSError):  # it is gone already, or held by something: the next time then
            if now.timestamp() - left.stat().st_mtime > EVERY.total_seconds():
                left.unlink()


def due(file_id: str, now: datetime) -> bool:
    """Whether it is time for another backup while work goes on. One that a wrong clock dated in
    the future does not hold it up."""
    past = [each.at for each in backups_of(file_id) if each.at <= now]
    return not past or now - past[0] >= EVERY


def forget(file_id: str) -> None:
    """Delete every backup of this record on this computer."""
    for each in backups_of(file_id):
        each.path.unlink(missing_ok=True)


def superfluous(backups: Iterable[Backup], now: datetime, latest: int = LATEST) -> list[Backup]:
    """The backups to delete: all but the latest, one for each late day, one for each late week.
    Those that a wrong clock dated in the future take no other's place."""
    newest_first = sorted(backups, key=lambda each: each.at, reverse=True)
    past = [each for each in newest_first if each.at <= now]
    kept = {*past[:latest], *[each for each in newest_first if each.at > now][:latest]}
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
            flush(writing)
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
