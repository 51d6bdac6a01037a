"""A whole copy of an open record under keys of its own: for a board's archive."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from workbench.errors import BadInput, Refused
from workbench.store import container
from workbench.store.database import snapshot
from workbench.store.keys import Cost, derived, new_data_key, passphrase_slot
from workbench.store.record import Record
from workbench.store.working_copy import cannot_write, flush_folder, replace_file


def write_archive(record: Record, target: Path, passphrase: str, cost: Cost | None = None) -> None:
    """Write what the record holds now, with its history, to ``target``: another record, with an id
    and a data key of its own, that ``passphrase`` alone opens."""
    if record.copy is None:
        raise Refused("This review is open to read only, so no archive can be made of it here.")
    if target.exists():
        raise BadInput(f"There is already a file named {target.name} there. Choose another place.")
    file_id, data_key = uuid4().hex, new_data_key()
    slots = [passphrase_slot(passphrase, data_key, file_id, cost)]
    fresh = target.with_name(f".{target.stem[:40]}.{uuid4().hex[:8]}.tmp")
    image = record.copy.folder / "snap.db"
    try:
        under = (derived(data_key, "sqlcipher"), bytes.fromhex(file_id))
        head = snapshot(record.copy.database, image, record.copy.key, record.copy.salt, under=under)
        fields = {
            "v": 1,
            "file_id": file_id,
            "gen": 1,
            "prev": "",
            "saved": datetime.now(UTC).isoformat(timespec="seconds"),
            "journal": {"heads": {record.device: list(head)}},
            "slots": slots,
        }
        container.build(fresh, image, fields, data_key)
        replace_file(fresh, target)
        flush_folder(target.parent)
    except OSError as error:
        raise cannot_write(error) from None
    finally:
        image.unlink(missing_ok=True)
        fresh.unlink(missing_ok=True)
