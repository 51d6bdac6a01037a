"""True re-keying, for when a key has leaked: new data key, new encryption, all slots anew."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from workbench.errors import Refused
from workbench.store import aftermath, container, presence, recovery
from workbench.store.aftermath import Before
from workbench.store.container import mac_on_disk
from workbench.store.database import snapshot
from workbench.store.keys import Cost, Slot, derived, new_data_key, passphrase_slot, random_slot
from workbench.store.opening import open_record
from workbench.store.record import Record
from workbench.store.working_copy import WorkingCopy, cannot_write, flush_folder, replace_file


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """The new recovery key, which is shown once, a sentence about this computer's backups, and what
    was notable in opening the record."""

    recovery_key: str
    backups: str
    notices: tuple[str, ...] = ()


def rekey(
    path: Path, passphrase: str, new: str, cost: Cost | None = None, *, keep_backups: bool = False
) -> Rekeyed:
    """Encrypt the record under a new data key that only ``new`` and a new recovery key open.

    The record gets a new id, so that nothing kept under the old key is taken for its working copy.
    Whatever fails, the file is the old one or the new one, whole. Backups that the old keys open
    are deleted once there is one under the new keys, unless ``keep_backups``.
    """
    record = open_record(path, passphrase)
    copy = record.copy
    assert copy is not None  # noqa: S101 # it was opened for work
    file_id, data_key, secret = uuid4().hex, new_data_key(), recovery.new_secret()
    try:
        record.save()
        slots = [
            passphrase_slot(new, data_key, file_id, cost),
            random_slot("recovery", secret, data_key, file_id),
        ]
        held = [str(slot["id"]) for slot in record.header["slots"] if slot["type"] == "keyring"]
        aftermath.note(file_id, Before(copy.file_id, tuple(held), keep_backups))
        _replace(record, copy, file_id, data_key, slots)
    except BaseException as error:
        aftermath.drop(file_id)
        if isinstance(error, OSError):
            raise cannot_write(error) from None
        raise
    finally:
        record.abandon()
        presence.leave(path)
    return Rekeyed(recovery.written(secret), aftermath.finish(path, file_id), record.notices)


def _replace(
    record: Record, copy: WorkingCopy, file_id: str, data_key: bytes, slots: list[Slot]
) -> None:
    path = record.path
    fresh = path.with_name(f".{path.stem[:40]}.{uuid4().hex[:8]}.tmp")
    image = copy.folder / "snap.db"
    try:
        key, salt = derived(data_key, "sqlcipher"), bytes.fromhex(file_id)
        head = snapshot(copy.database, image, copy.key, copy.salt, under=(key, salt))
        fields = {name: held for name, held in record.header.items() if name != "body"}
        fields |= {
            "file_id": file_id,
            "gen": int(record.header["gen"]) + 1,
            "prev": "",
            "journal": {"heads": {record.device: list(head)}},
            "slots": slots,
        }
        before = mac_on_disk(path, copy.data_key)
        container.build(fresh, image, fields, data_key)
        if before is None or mac_on_disk(path, copy.data_key) != before:
            raise Refused(
                "The file of this review was changed by something else meanwhile, so its keys "
                "were left as they are. Try again."
            )
        record.engine.dispose()
        copy.sweep()  # all that it held is in the file, and nothing under the old key may be left
        replace_file(fresh, path)
        flush_folder(path.parent)
    finally:
        image.unlink(missing_ok=True)
        fresh.unlink(missing_ok=True)
