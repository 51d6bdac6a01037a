"""True re-keying, for when a key has leaked: new data key, new encryption, all slots anew."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from workbench.errors import Refused
from workbench.store import container, recovery
from workbench.store.database import snapshot
from workbench.store.keys import Cost, derived, new_data_key, passphrase_slot, random_slot
from workbench.store.opening import open_record
from workbench.store.working_copy import cannot_write, flush_folder, replace_file


def rekey(path: Path, passphrase: str, new: str, cost: Cost | None = None) -> str:
    """Encrypt the record under a new data key that only ``new`` and a new recovery key open.

    Returns the recovery key. The record gets a new id, so that nothing kept under the old key is
    taken for its working copy. Whatever fails, the file is the old one or the new one, whole.
    """
    record = open_record(path, passphrase)
    copy = record.copy
    assert copy is not None  # noqa: S101 # it was opened for work
    fresh = path.with_name(f".{path.stem[:40]}.{uuid4().hex[:8]}.tmp")
    image = copy.folder / "snap.db"
    try:
        record.save()
        file_id, data_key = uuid4().hex, new_data_key()
        secret = recovery.new_secret()
        key, salt = derived(data_key, "sqlcipher"), bytes.fromhex(file_id)
        head = snapshot(copy.database, image, copy.key, copy.salt, under=(key, salt))
        fields = {name: held for name, held in record.header.items() if name != "body"}
        fields |= {
            "file_id": file_id,
            "gen": int(record.header["gen"]) + 1,
            "prev": "",
            "journal": {"heads": {record.device: list(head)}},
            "slots": [
                passphrase_slot(new, data_key, file_id, cost),
                random_slot("recovery", secret, data_key, file_id),
            ],
        }
        before = container.container_mac(path)
        container.build(fresh, image, fields, data_key)
        if container.container_mac(path) != before:
            raise Refused(
                "The file of this review was changed by something else meanwhile, so its keys "
                "were left as they are. Try again."
            )
        replace_file(fresh, path)
        flush_folder(path.parent)
        copy.sweep()
    except OSError as error:
        raise cannot_write(error) from None
    finally:
        image.unlink(missing_ok=True)
        fresh.unlink(missing_ok=True)
        record.abandon()
    return recovery.written(secret)
