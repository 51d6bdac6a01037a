"""What is left to do once a record has new keys: nothing on this computer that the old ones open
may stay without the author's wish, also when the making was cut short.

A note of it is written before the file is replaced and dropped when all is done.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.settings import data_folder, write_private
from workbench.store import backups, keychain, seen


@dataclass(frozen=True, slots=True)
class Before:
    """What the record was called under its old keys, and which of them were in the keychain."""

    file_id: str
    keychain: tuple[str, ...]
    keep_backups: bool


def note(file_id: str, before: Before) -> None:
    """Note what is to be done once the record has this id."""
    write_private(_file(file_id), asdict(before))


def drop(file_id: str) -> None:
    """Drop the note."""
    _file(file_id).unlink(missing_ok=True)


def finish(path: Path, file_id: str) -> str:
    """Do what is noted for the record that has this id now; what became of the backups, in a
    sentence, and nothing when nothing was noted."""
    before = _noted(file_id)
    if before is None:
        return ""
    for slot in before.keychain:
        keychain.forget(slot)
    seen.forget(before.file_id)
    held = backups.backups_of(before.file_id)
    try:
        backups.keep(path, file_id, datetime.now(UTC))
    except WorkbenchError as error:
        return f"The backups that the old keys open were left, because no new one was made. {error}"
    if held and not before.keep_backups:
        backups.forget(before.file_id)
    drop(file_id)
    if not held:
        return "There were no backups on this computer that the old keys open."
    if before.keep_backups:
        return f"The {len(held)} older backups on this computer still open with the old keys."
    return f"The {len(held)} older backups on this computer, which the old keys opened, are gone."


def _noted(file_id: str) -> Before | None:
    try:
        kept = json.loads(_file(file_id).read_text(encoding="utf-8"))
        return Before(str(kept["file_id"]), tuple(kept["keychain"]), bool(kept["keep_backups"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _file(file_id: str) -> Path:
    return data_folder() / "renewed" / f"{file_id}.json"
