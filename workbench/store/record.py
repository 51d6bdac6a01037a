"""A record, unlocked: its file, its working copy, and how the one is written from the other."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from workbench.errors import Refused, WorkbenchError
from workbench.store import backups, journal, presence, seen
from workbench.store.container import mac_on_disk
from workbench.store.faults import ChangedElsewhere
from workbench.store.keys import Slot
from workbench.store.pacing import Pace, at_once, unhurried
from workbench.store.reading import ReadingFolder
from workbench.store.working_copy import WorkingCopy, disk_gone


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
    disk: int = 0  # the one that the file was opened from
    author: str = ""  # by what name others who open it meanwhile are told
    since: datetime = field(default_factory=lambda: datetime.now(UTC))
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
        """Write the file anew, if anything was committed since it was last written. Whoever types
        meanwhile is not held up."""
        self._save(unhurried)

    def _save(self, pace: Pace) -> None:
        with self.saving:
            if self.copy is not None and (self.unsaved or not self.path.exists()):
                self._write(self.copy, pace)

    def save_anyway(self) -> None:
        """Write the file anew although the journal has not moved."""
        with self.saving:
            if self.copy is not None:
                self._write(self.copy)

    def keep_slots(self, slots: list[Slot]) -> None:
        """Put these key slots into the file: its header alone where that is safe, or else the whole
        file anew. If neither can be written, the slots stay as they were."""
        if self.copy is None:
            raise Refused("This review is open to read only, so its keys cannot be changed here.")
        with self.saving:
            resealed = self.copy.reseal(self.path, {"slots": slots})
            if resealed is not None:
                self.header, self.saved_mac = dict(resealed.fields), resealed.mac.hex()
                seen.note(self.header, self.saved_mac, datetime.now(UTC))
                return
            before = self.header
            self.header = {**before, "slots": slots}
            try:
                self._write(self.copy)
            except WorkbenchError:
                self.header = before
                self.saved_number = -1  # a change that was cut short is written over at once
                raise

    def _write(self, copy: WorkingCopy, pace: Pace = at_once) -> None:
        if not self.path.exists() and self.disk not in (0, _disk_of(self.path)):
            raise disk_gone()  # or the file would be made on the disk below it
        fields = {key: value for key, value in self.header.items() if key != "body"}
        fields |= {
            "gen": int(self.header["gen"]) + 1,
            "prev": mac_on_disk(self.path, self.data_key) or "",
            "saved": datetime.now(UTC).isoformat(timespec="seconds"),
            "app": version("review-panel-workbench"),
        }
        if self.path.exists() and backups.due(copy.file_id, datetime.now(UTC)):
            self._back_up(copy)  # what is about to be replaced
        sealed = copy.save(self.path, fields, self.device, pace)
        self.header = sealed.fields
        self.saved_number, self.saved_mac = sealed.number, sealed.mac
        seen.note(self.header, self.saved_mac, datetime.now(UTC))
        self.announce()

    def announce(self) -> None:
        """Note which disk the file is on, and leave a note beside it that it is open here."""
        self.disk = _disk_of(self.path)
        if self.copy is not None:
            self.copy.opened()
            presence.announce(self.path, self.data_key, self.author, self.since)

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
        self._save(at_once)
        if self.saved_mac and mac_on_disk(self.path, self.data_key) != self.saved_mac:
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
            presence.leave(self.path)
            self.copy.sweep()
            self.copy.release()
        if self.folder is not None:
            self.folder.remove()

    def abandon(self) -> None:
        """Let go of everything at once and leave the working copy for the next opening."""
        self.engine.dispose()
        if self.copy is not None:
            self.copy.shut()
            self.copy.release()
        if self.folder is not None:
            self.folder.remove()


def _disk_of(path: Path) -> int:
    try:
        return path.parent.stat().st_dev
    except OSError:
        return 0  # the folder is gone: that is said when it is written to
