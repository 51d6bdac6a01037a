"""Unlocking a record's header with what was typed, or with what this computer keeps."""

from __future__ import annotations

from pathlib import Path

from workbench.errors import BadInput
from workbench.store import container, keychain, recovery
from workbench.store.keys import Slot, open_passphrase_slot, open_random_slot

RECOVERED = (
    "The beginning of the file was damaged and has been restored from its second copy. "
    "Check the disk that it is on, and make a backup elsewhere."
)
FRAYED = (
    "A part of the file that holds none of the review was damaged; saving makes it whole. "
    "Check the disk that it is on, and make a backup elsewhere."
)
CUT_SHORT = (
    "A change of the ways to open this review was cut short. Nothing of the review is lost. Look "
    "at \u201cWays to open this review\u201d in the File menu to see whether the change was made, "
    "and make it again if not."
)


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


def noticed(unlocked: container.Unlocked, *, interrupted: bool = False) -> list[str]:
    """What to tell the author of the state in which the header was found; ``interrupted`` when
    this computer had begun to write it."""
    if unlocked.unfinished or (interrupted and unlocked.frayed):
        return [CUT_SHORT]
    if unlocked.recovered:
        return [RECOVERED]
    return [FRAYED] if unlocked.frayed else []
