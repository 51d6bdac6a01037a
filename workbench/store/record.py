"""A record, opened: from its file to a working copy, and back."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, insert, select

from workbench.errors import BadInput
from workbench.model.ids import new_id
from workbench.settings import data_folder
from workbench.store import container, journal
from workbench.store.database import open_engine, snapshot
from workbench.store.faults import Damaged, NewerVersion
from workbench.store.keys import (
    Cost,
    Slot,
    derived,
    new_data_key,
    open_passphrase_slot,
    passphrase_slot,
)
from workbench.store.schema import SCHEMA_VERSION, about, metadata
from workbench.store.verifying import Part, body_faults, look_over
from workbench.store.working_copy import Base, WorkingCopy, cannot_write, flush_folder


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
    folder: Path | None = None
    saved_number: int = 0
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
        if self.copy is None:
            return
        with self.saving:
            fresh = {**self.header}
            with self.engine.connect() as db:
                number, chained = journal.head_of(db)
            if number == self.saved_number and self.path.exists():
                return
            fresh["gen"] = int(self.header["gen"]) + 1
            fresh["prev"] = container.container_mac(self.path) or ""
            fresh["saved"] = datetime.now(UTC).isoformat(timespec="seconds")
            fresh["app"] = version("review-panel-workbench")
            fresh["journal"] = {"heads": {self.device: [number, chained]}}
            self.copy.save(self.path, lambda: fresh)
            self.header, self.saved_number = fresh, number

    def close(self) -> None:
        """Save, then remove the working copy. When saving fails the working copy stays."""
        self.save()
        self.engine.dispose()
        if self.copy is not None:
            self.copy.sweep()
            self.copy.release()
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)

    def abandon(self) -> None:
        """Let go of everything at once and leave the working copy for the next opening."""
        self.engine.dispose()
        if self.copy is not None:
            self.copy.release()


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
            db.execute(insert(about), [{"name": "schema", "value": str(SCHEMA_VERSION)}])
        copy.note(Base(None))
        header = {"v": 1, "file_id": file_id, "gen": 0, "prev": "", "slots": slots}
        record = Record(path, engine, copy, header, data_key, device=new_id(), saved_number=-1)
        record.save()
    except BaseException:
        copy.sweep()
        copy.release()
        raise
    return record


def unlock(path: Path, passphrase: str) -> container.Unlocked:
    """The record's authenticated header and its data key."""

    def opener(file_id: str, slot: Slot) -> bytes | None:
        if slot.get("type") != "passphrase":
            return None
        return open_passphrase_slot(passphrase, file_id, slot)

    if not path.is_file():
        raise BadInput(f"There is no file named {path.name} there.")
    return container.unlock(path, opener)


def verify(path: Path, passphrase: str) -> list[Part]:
    """Look the record's file over from end to end; nothing of it is changed."""
    unlocked = unlock(path, passphrase)
    with _reading_folder(unlocked.header.file_id) as folder:
        image = folder / "case.db"
        faults = body_faults(path, unlocked.header, image)
        header = ("its beginning is damaged; the copy at its end is sound",)
        parts = [Part("file", faults + (header if unlocked.recovered else ()))]
        return parts + look_over(
            image, unlocked.header.file_id, unlocked.data_key, unlocked.header.fields
        )


def open_record(path: Path, passphrase: str, *, read_only: bool = False) -> Record:
    """Open a record for work, or with ``read_only`` to look at what its file holds."""
    unlocked = unlock(path, passphrase)
    header, data_key = dict(unlocked.header.fields), unlocked.data_key
    notices: list[str] = []
    if unlocked.recovered:
        notices.append(
            "The beginning of the file was damaged and has been restored from its second copy. "
            "Check the disk that it is on."
        )
    if read_only:
        return _open_to_read(path, unlocked.header, data_key, tuple(notices))
    copy = WorkingCopy(unlocked.header.file_id, data_key)
    try:
        resumed = _settle(path, copy, unlocked.header, notices)
        engine = open_engine(copy.database, copy.key, copy.salt)
        with engine.connect() as db:
            _refuse_newer(db)
            number, _ = journal.head_of(db)
    except BaseException:
        copy.release()
        raise
    saved = -1 if resumed or unlocked.recovered else number
    return Record(
        path, engine, copy, header, data_key, new_id(), tuple(notices), saved_number=saved
    )


def _open_to_read(
    path: Path, header: container.Header, data_key: bytes, notices: tuple[str, ...]
) -> Record:
    folder = _new_reading_folder(header.file_id)
    image = folder / "case.db"
    try:
        container.extract(path, header, image)
        engine = open_engine(image, derived(data_key, "sqlcipher"), bytes.fromhex(header.file_id))
        with engine.connect() as db:
            _refuse_newer(db)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Record(
        path, engine, None, dict(header.fields), data_key, new_id(), notices, folder=folder
    )


def _new_reading_folder(file_id: str) -> Path:
    home = data_folder() / "work"
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Path(mkdtemp(prefix=f"{file_id}.reading-", dir=home))


@contextmanager
def _reading_folder(file_id: str) -> Iterator[Path]:
    folder = _new_reading_folder(file_id)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _settle(path: Path, copy: WorkingCopy, header: container.Header, notices: list[str]) -> bool:
    """Make the working copy the one to edit; say whether a crash's work was taken up again."""
    noted, mac = copy.base(), header.mac.hex()
    if copy.database.exists() and noted is not None:
        if mac in (noted.base, noted.next):
            copy.note(Base(mac))
            notices.append(
                "The workbench ended unexpectedly last time. Everything that had been typed was "
                "kept, and is here."
            )
            return True
        kept = _keep_both(path, copy, header)
        notices.append(
            "This file was changed elsewhere after work on this computer had been interrupted. "
            f"Both are kept: the file opens as it is, and the interrupted work is in {kept.name} "
            "beside it."
        )
    copy.sweep()
    try:
        container.extract(path, header, copy.database)
        with copy.database.open("rb+") as image:
            image.flush()
    except OSError as error:
        copy.sweep()
        raise cannot_write(error) from None
    except Damaged:
        copy.sweep()
        raise
    copy.note(Base(mac))
    return False


def _keep_both(path: Path, copy: WorkingCopy, header: container.Header) -> Path:
    """Write the interrupted work as a record of its own beside the file, under the same keys."""
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M")
    kept = path.with_name(f"{path.stem} (interrupted work {stamp}){path.suffix}")
    image = copy.folder / "snap.db"
    image.unlink(missing_ok=True)
    snapshot(copy.database, image, copy.key, copy.salt)
    fields = {key: value for key, value in header.fields.items() if key != "body"}
    try:
        container.build(kept, image, fields, copy.data_key)
        flush_folder(kept.parent)
    except OSError as error:
        kept.unlink(missing_ok=True)
        raise cannot_write(error) from None
    finally:
        image.unlink(missing_ok=True)
    return kept


def _refuse_newer(db: Connection) -> None:
    found = db.execute(select(about.c.value).where(about.c.name == "schema")).scalar_one()
    if int(found) > SCHEMA_VERSION:
        raise NewerVersion(
            "This review was saved by a newer version of the workbench. "
            "Update the workbench on this computer to open it."
        )
