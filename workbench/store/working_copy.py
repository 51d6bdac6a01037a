"""The working copy: the encrypted database that is edited, in the application's private folder.

SQLite never runs where the author keeps the file (a stick, a share, a sync folder). Saving takes a
snapshot of the working copy, builds a whole container beside the file and replaces it in one step.
"""

from __future__ import annotations

import errno
import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from filelock import FileLock, Timeout

from workbench.errors import WorkbenchError
from workbench.settings import data_folder
from workbench.store import container
from workbench.store.database import snapshot
from workbench.store.faults import AlreadyOpen, CannotWrite, ChangedElsewhere
from workbench.store.keys import derived
from workbench.store.pacing import Pace, at_once
from workbench.store.places import Kind, place_of
from workbench.store.resealing import can_reseal, next_header, reseal


@dataclass(frozen=True, slots=True)
class Base:
    """Which container the working copy came from, and which one it is about to write."""

    base: str | None
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Sealed:
    """A container that was written: its header's fields, its MAC, its last transaction."""

    fields: dict[str, Any]
    mac: str
    number: int


class WorkingCopy:
    """One record's folder under the application's data, held by this process alone."""

    def __init__(self, file_id: str, data_key: bytes) -> None:
        """Take the lock. Raises :class:`AlreadyOpen` when another process has it."""
        self.folder = data_folder() / "work" / file_id
        make_private(self.folder)
        self.file_id = file_id
        self.data_key = data_key
        # Not the thread's own: a record may be opened on one thread and closed on another.
        self._lock = FileLock(self.folder / "lock", mode=0o600, thread_local=False)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise AlreadyOpen(
                "This review is already open on this computer. Go to the window that has it, or "
                "open it here to read only."
            ) from None

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.folder / "case.db"

    @property
    def key(self) -> bytes:
        """The database's raw key."""
        return derived(self.data_key, "sqlcipher")

    @property
    def salt(self) -> bytes:
        """The salt of the database's first page, which is the record's own id."""
        return bytes.fromhex(self.file_id)

    def base(self) -> Base | None:
        """What was noted of the container, or None when there is no copy, or one that was being
        swept away. A note that is gone or cannot be read is one of no container that is known."""
        if self._swept.exists() or not self.database.exists():
            return None
        try:
            noted = json.loads((self.folder / "meta.json").read_text(encoding="utf-8"))
            return Base(noted["base"], noted["next"])
        except (OSError, ValueError, KeyError, TypeError):
            return Base("illegible")

    def note(self, base: Base) -> None:
        """Note, so that it survives a power cut, which container this copy belongs to."""
        target, fresh = self.folder / "meta.json", self.folder / "meta.new"
        with fresh.open("w", encoding="utf-8") as file:
            json.dump({"base": base.base, "next": base.next}, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(target)
        flush_folder(self.folder)

    @property
    def _swept(self) -> Path:
        return self.folder / "swept"

    def sweep(self) -> None:
        """Delete the database and what belongs to it; that this is on purpose is noted first."""
        with suppress(OSError):  # on a full disk: a kill now leaves more to look at, and no less
            self._swept.touch()
            flush_folder(self.folder)
        for pattern in ("open", "snap.db*", "case.db*", "fresh.db", "meta.new", "meta.json"):
            for left in self.folder.glob(pattern):
                left.unlink(missing_ok=True)
        self._swept.unlink(missing_ok=True)

    def opened(self) -> None:
        """Note that the database is in use: from now on it has a log."""
        with suppress(OSError):  # on a full disk; then a log that goes is not missed
            (self.folder / "open").touch()

    def shut(self) -> None:
        """Note that the database was shut properly, and its log taken in."""
        (self.folder / "open").unlink(missing_ok=True)

    @property
    def log_is_gone(self) -> bool:
        """Whether the log of a database that was in use is not there any more."""
        log = self.database.with_name("case.db-wal")
        return (self.folder / "open").exists() and not log.exists()

    def release(self) -> None:
        """Let another process have the record. The lock's file stays: to delete it would let two
        processes each hold a lock of that name."""
        self._lock.release()

    def take_out(self, path: Path, header: container.Header) -> None:
        """Fill the working copy from the record's file. A database that is there was filled whole,
        and noted, before it came to be there."""
        fresh = self.folder / "fresh.db"
        try:
            container.extract(path, header, fresh)
            self.note(Base(header.mac.hex()))
            fresh.replace(self.database)
        except OSError as error:
            raise cannot_prepare(error) from None
        finally:
            fresh.unlink(missing_ok=True)

    def seal(
        self, target: Path, fields: Mapping[str, Any], device: str, pace: Pace = at_once
    ) -> Sealed:
        """Write a whole container of what is committed now, flushed and read back."""
        image = self.folder / "snap.db"
        try:
            image.unlink(missing_ok=True)
            number, chained = snapshot(self.database, image, self.key, self.salt, pace=pace)
            sealed = {**fields, "journal": {"heads": {device: [number, chained]}}}
            mac = container.build(target, image, sealed, self.data_key, pace=pace)
        except OSError as error:
            target.unlink(missing_ok=True)
            raise cannot_write(error) from None
        except WorkbenchError:
            target.unlink(missing_ok=True)
            raise
        finally:
            image.unlink(missing_ok=True)
        return Sealed(sealed, mac, number)

    def save(
        self, path: Path, fields: Mapping[str, Any], device: str, pace: Pace = at_once
    ) -> Sealed:
        """Write the record's file anew and put it in place of the old one in one step.

        ``fields`` are the header's, but the body and the journal's end. Whatever fails, the old
        file stays as it was.
        """
        noted = self.base()
        fresh = path.with_name(f".{path.stem[:40]}.{uuid4().hex[:8]}.tmp")
        held = self._refuse_if_changed(path, noted)
        sealed = self.seal(fresh, fields, device, pace)
        try:
            self.note(Base(held, sealed.mac))
            self._refuse_if_changed(path, noted)
            replace_file(fresh, path)
            flush_folder(path.parent)
            self.note(Base(sealed.mac))
        except OSError as error:
            raise cannot_write(error) from None
        finally:
            fresh.unlink(missing_ok=True)
        return sealed

    def reseal(self, path: Path, changed: dict[str, Any]) -> container.Header | None:
        """Change the header of the record's file in place; None when that cannot be done there,
        and the file has to be written anew."""
        noted = self.base()
        held = self._refuse_if_changed(path, noted)
        before = container.header_on_disk(path, self.data_key)
        if before is None or place_of(path).kind is not Kind.OWN or not can_reseal(path, before):
            return None
        after = next_header(before, changed, self.data_key)
        try:
            self.note(Base(held, after.mac.hex()))
        except OSError as error:
            raise cannot_write(error) from None
        try:
            reseal(path, before, after)
        except (OSError, CannotWrite):
            return None  # whichever of the two counts now, it is noted
        with suppress(OSError):  # that it was on its way is noted already
            self.note(Base(after.mac.hex()))
        return after

    def _refuse_if_changed(self, path: Path, noted: Base | None) -> str | None:
        """The MAC of the container on the disk, which is known here; what was noted when there is
        no file."""
        if not path.exists():
            return noted.base if noted else None
        known = {noted.base, noted.next} - {None} if noted else set()
        held = container.mac_on_disk(path, self.data_key)
        if held not in known:
            raise ChangedElsewhere(
                "The file of this review was changed by something else since it was opened here: "
                "another computer, or a sync program. Nothing was overwritten, and everything "
                "typed is kept on this computer. Close the review and open it again: both "
                "versions will be there to compare."
            )
        return held


def make_private(folder: Path) -> None:
    """Make the folder, for this user alone."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise cannot_prepare(error) from None


def cannot_prepare(error: OSError) -> CannotWrite:
    """The system's refusal to hold a working copy, in words."""
    full = error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
    reason = "its disk is full" if full else str(error.strerror).lower()
    return CannotWrite(
        "The review cannot be opened, because the workbench's own folder on this computer cannot "
        f"be written to: {reason}. Free some space or ask whoever looks after the computer. "
        "The review's file was not changed."
    )


def cannot_write(error: OSError) -> CannotWrite:
    """The system's refusal, in words."""
    if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT):
        return CannotWrite(
            "The disk is full, so the review could not be saved to its file. Everything typed is "
            "kept on this computer. Free some space; saving is tried again by itself."
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return CannotWrite(
            "The folder of this review cannot be written to, or another program holds the file. "
            "Close the other program, or save to another folder. Everything typed is kept on this "
            "computer."
        )
    if error.errno == errno.ENOENT:
        return CannotWrite(
            "The folder of this review is not there. If it is on a stick or a network drive, "
            "connect it again. Everything typed is kept on this computer."
        )
    return CannotWrite(
        f"The review could not be saved to its file: {error.strerror}. "
        "Everything typed is kept on this computer."
    )


def disk_gone() -> CannotWrite:
    """The disk that a record was opened from is no longer there, although its folder's name is."""
    return CannotWrite(
        "The disk that this review was on is not there any more. If it is a stick or a network "
        "drive, connect it again. Everything typed is kept on this computer."
    )


def flush_folder(folder: Path) -> None:
    """Make a rename in this folder survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_file(fresh: Path, path: Path) -> None:
    """Put ``fresh`` in the place of ``path`` in one step."""
    # A sync program or a virus scanner may hold the file for a moment.
    for pause in (0.05, 0.2, 0.5, 1.0):
        try:
            fresh.replace(path)
            return
        except PermissionError:
            time.sleep(pause)
    fresh.replace(path)
