"""A record, opened: from its file to a working copy, and back."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Engine, insert

from workbench.errors import BadInput, Refused, WorkbenchError
from workbench.model.ids import new_id
from workbench.store import backups, container, journal, keychain, recovery, search
from workbench.store.database import open_engine
from workbench.store.faults import CannotWrite, ChangedElsewhere
from workbench.store.keys import (
    Cost,
    Slot,
    derived,
    new_data_key,
    open_passphrase_slot,
    open_random_slot,
    passphrase_slot,
)
from workbench.store.reading import (
    ReadingFolder,
    for_a_while,
    reading_folder,
    take_out_to_read,
)
from workbench.store.schema import SCHEMA_VERSION, about, metadata
from workbench.store.settling import settle
from workbench.store.verifying import Part, body_faults, look_over
from workbench.store.versions import bring_forward, version_of
from workbench.store.working_copy import Base, WorkingCopy

RECOVERED = (
    "The beginning of the file was damaged and has been restored from its second copy. "
    "Check the disk that it is on, and make a backup elsewhere."
)
FRAYED = (
    "A part of the file that holds none of the review was damaged; saving makes it whole. "
    "Check the disk that it is on, and make a backup elsewhere."
)


@dataclass(slots=True)
class Record:
    """One unlocked record. ``notices`` are sentences for the author about how it was opened."""

    path: Path
    engine: Engine
    copy: WorkingCopy | None
    header: dict[str, Any]
    data_key: bytes
    device: str
    notices: tuple[str, ...] = ()
    folder: ReadingFolder | None = None
    saved_number: int = -1  # the last transaction that the file holds; -1: it must be written
    saved_mac: str = ""  # names the container that was written last, if any was
    backup_trouble: str = ""  # why the last backup could not be made
    saving: threading.Lock = field(default_factory=threading.Lock)

    @property
    def read_only(self) -> bool:
        """Whether the record was opened to look at only."""
        return self.copy is None

    @property
    def unsaved(self) -> bool:
        """Whether something was committed that the file does not hold yet."""
        if self.copy is None:
            return False
        with self.engine.connect() as db:
            return journal.head_of(db)[0] != self.saved_number

    def save(self) -> None:
        """Write the file anew, if anything was committed since it was last written."""
        with self.saving:
            if self.copy is not None and (self.unsaved or not self.path.exists()):
                self._write(self.copy)

    def save_anyway(self) -> None:
        """Write the file anew although the journal has not moved."""
        with self.saving:
            if self.copy is not None:
                self._write(self.copy)

    def keep_slots(self, slots: list[Slot]) -> None:
        """Write the file anew with these key slots; if that fails, the slots stay as they were."""
        if self.copy is None:
            raise Refused("This review is open to read only, so its keys cannot be changed here.")
        with self.saving:
            before = self.header
            self.header = {**before, "slots": slots}
            try:
                self._write(self.copy)
            except WorkbenchError:
                self.header = before
                raise

    def _write(self, copy: WorkingCopy) -> None:
        fields = {key: value for key, value in self.header.items() if key != "body"}
        fields |= {
            "gen": int(self.header["gen"]) + 1,
            "prev": container.container_mac(self.path) or "",
            "saved": datetime.now(UTC).isoformat(timespec="seconds"),
            "app": version("review-panel-workbench"),
        }
        if self.path.exists() and backups.due(copy.file_id, datetime.now(UTC)):
            self._back_up(copy)  # what is about to be replaced
        sealed = copy.save(self.path, fields, self.device)
        self.header = sealed.fields
        self.saved_number, self.saved_mac = sealed.number, sealed.mac

    def _back_up(self, copy: WorkingCopy) -> None:
        """Back the file up. That it cannot be done is said, and stops neither saving nor closing:
        the file itself is what counts."""
        try:
            backups.keep(self.path, copy.file_id, datetime.now(UTC))
            self.backup_trouble = ""
        except WorkbenchError as error:
            self.backup_trouble = str(error)

    def close(self) -> None:
        """Save, then remove the working copy. When saving fails the working copy stays."""
        self.save()
        if self.saved_mac and container.container_mac(self.path) != self.saved_mac:
            # Another computer wrote in the same instant: without the copy this work were lost.
            raise ChangedElsewhere(
                "The file of this review was replaced by something else just after it was saved. "
                "Everything typed is kept on this computer. Open the review again: both versions "
                "will be there to compare."
            )
        self.engine.dispose()
        if self.copy is not None:
            if self.saved_mac:
                self._back_up(self.copy)
            self.copy.sweep()
            self.copy.release()
        if self.folder is not None:
            self.folder.remove()

    def abandon(self) -> None:
        """Let go of everything at once and leave the working copy for the next opening."""
        self.engine.dispose()
        if self.copy is not None:
            self.copy.release()
        if self.folder is not None:
            self.folder.remove()


def create(path: Path, passphrase: str, cost: Cost) -> Record:
    """Make an empty record; its file is there when this returns."""
    if path.exists():
        raise BadInput(f"There is already a file named {path.name} there. Choose another name.")
    if not path.parent.is_dir():
        raise BadInput("The folder for the new review does not exist. Choose another place.")
    file_id, data_key = uuid4().hex, new_data_key()
    slots = [passphrase_slot(passphrase, data_key, file_id, cost)]
    copy = WorkingCopy(file_id, data_key)
    try:
        engine = open_engine(copy.database, copy.key, copy.salt)
        with engine.begin() as db:
            metadata.create_all(db)
            search.create(db)
            db.execute(insert(about), [{"name": "schema", "value": str(SCHEMA_VERSION)}])
        copy.note(Base(None))
        header = {"v": 1, "file_id": file_id, "gen": 0, "prev": "", "slots": slots}
        record = Record(path, engine, copy, header, data_key, device=new_id())
        record.save()
    except CannotWrite:
        copy.sweep()
        copy.release()
        raise CannotWrite(
            "The review could not be made there: the disk is full, or the folder cannot be written "
            "to. Nothing was left behind. Choose another place, or free some space."
        ) from None
    except BaseException:
        copy.sweep()
        copy.release()
        raise
    return record


def unlock(path: Path, typed: str | None) -> container.Unlocked:
    """The record's authenticated header and its data key, with a passphrase or a recovery key, or
    with None by what this computer's keychain keeps."""

    meant = typed is not None and recovery.looks_like_one(typed)
    secret = recovery.understood(typed) if typed is not None and meant else None

    def opener(file_id: str, slot: Slot) -> bytes | None:
        if slot.get("type") == "recovery" and secret is not None:
            return open_random_slot(secret, file_id, slot)
        if slot.get("type") == "keyring" and typed is None:
            kept = keychain.secret_of(str(slot.get("id")))
            return None if kept is None else open_random_slot(kept, file_id, slot)
        if slot.get("type") == "passphrase" and typed is not None and secret is None:
            return open_passphrase_slot(typed, file_id, slot)
        return None

    if not path.is_file():
        raise BadInput(f"There is no file named {path.name} there.")
    return container.unlock(path, opener)


def verify(path: Path, passphrase: str) -> list[Part]:
    """Look the record's file over from end to end; nothing of it is changed."""
    unlocked = unlock(path, passphrase)
    file_id = unlocked.header.file_id
    with for_a_while(file_id) as folder:
        image = folder / "case.db"
        faults = list(body_faults(path, unlocked.header, image))
        if unlocked.recovered:
            faults.append("its beginning is damaged; the copy at its end is sound")
        elif unlocked.frayed:
            faults.append("what follows its contents, the copy of its beginning, is damaged")
        looked = look_over(image, file_id, unlocked.data_key, unlocked.header.fields)
    return [Part("file", tuple(faults)), *looked]


def open_record(path: Path, passphrase: str | None, *, read_only: bool = False) -> Record:
    """Open a record for work, or with ``read_only`` to look at what its file holds."""
    unlocked = unlock(path, passphrase)
    notices = [RECOVERED] if unlocked.recovered else [FRAYED] if unlocked.frayed else []
    if read_only:
        return _open_to_read(path, unlocked, notices)
    copy = WorkingCopy(unlocked.header.file_id, unlocked.data_key)
    try:
        # Now that nobody else writes here, what is in the file is read again.
        unlocked = container.unlock(path, lambda *_: copy.data_key)
        resumed = settle(path, copy, unlocked.header, notices)
        engine = open_engine(copy.database, copy.key, copy.salt)
        forward = _bring_forward(engine, path, copy.file_id)
        with engine.connect() as db:
            number, _ = journal.head_of(db)
    except BaseException:
        copy.release()
        raise
    return Record(
        path,
        engine,
        copy,
        dict(unlocked.header.fields),
        unlocked.data_key,
        new_id(),
        tuple(notices),
        saved_number=-1 if resumed or forward or unlocked.frayed else number,
    )


def _open_to_read(path: Path, unlocked: container.Unlocked, notices: list[str]) -> Record:
    header, data_key = unlocked.header, unlocked.data_key
    folder = reading_folder(header.file_id)
    image = folder.path / "case.db"
    try:
        take_out_to_read(path, header, image)
        engine = open_engine(image, derived(data_key, "sqlcipher"), bytes.fromhex(header.file_id))
        with engine.begin() as db:  # this is a copy to read in: the file stays as old as it is
            bring_forward(db)
    except BaseException:
        folder.remove()
        raise
    return Record(
        path, engine, None, dict(header.fields), data_key, new_id(), tuple(notices), folder=folder
    )


def _bring_forward(engine: Engine, path: Path, file_id: str) -> bool:
    """Bring an older record forward, after a backup of its file; say whether it was older."""
    with engine.connect() as db:
        if version_of(db) == SCHEMA_VERSION:
            return False
    backups.keep(path, file_id, datetime.now(UTC))
    with engine.begin() as db:
        bring_forward(db)
    return True
