"""Unlocking a record's header with what was typed, or with what this computer keeps."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from workbench.errors import BadInput
from workbench.store import container, identities, keychain, places, recovery
from workbench.store.faults import Damaged, NotARecord
from workbench.store.identities import open_colleague_slot
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
    """The record's authenticated header and its data key, with a passphrase, a recovery key or the
    passphrase of one's own colleague key, or with None by what this computer's keychain keeps."""
    _refuse_what_is_not_there(path)
    away = places.is_away(path)
    try:
        return container.unlock(path, _by_keychain if typed is None else _by_what_was_typed(typed))
    except NotARecord:
        if away:
            raise BadInput(places.AWAY.format(name=path.name)) from None
        raise


def _refuse_what_is_not_there(path: Path) -> None:
    try:
        only_named, there = places.only_named(path), path.is_file()
    except OSError as error:  # a folder into which one may not look, a name that no disk takes
        raise BadInput(f"{path.name} cannot be opened: {error.strerror}.") from None
    if only_named:
        raise BadInput(places.AWAY.format(name=path.name))
    if not there:
        raise BadInput(f"There is no file named {path.name} there.")


def _by_what_was_typed(typed: str) -> container.Opener:
    if recovery.looks_like_one(typed):
        secret = recovery.understood(typed)
        return lambda file_id, slot: (
            open_random_slot(secret, file_id, slot) if slot.get("type") == "recovery" else None
        )

    @cache
    def mine() -> bytes | None:
        try:
            return identities.private_key(typed)
        except Damaged:  # said where one looks at one's card; the record itself is not damaged
            return None

    def opener(file_id: str, slot: Slot) -> bytes | None:
        if slot.get("type") == "passphrase":
            return open_passphrase_slot(typed, file_id, slot)
        if slot.get("type") == "x25519":
            private = mine()
            return None if private is None else open_colleague_slot(private, file_id, slot)
        return None

    return opener


def _by_keychain(file_id: str, slot: Slot) -> bytes | None:
    if slot.get("type") == "keyring":
        kept = keychain.secret_of(str(slot.get("id")))
        return None if kept is None else open_random_slot(kept, file_id, slot)
    if slot.get("type") == "x25519":
        try:
            private = identities.private_key(None)
        except Damaged:
            return None
        return None if private is None else open_colleague_slot(private, file_id, slot)
    return None


def noticed(unlocked: container.Unlocked, *, interrupted: bool = False) -> list[str]:
    """What to tell the author of the state in which the header was found; ``interrupted`` when
    this computer had begun to write it."""
    if unlocked.unfinished or (interrupted and unlocked.frayed):
        return [CUT_SHORT]
    if unlocked.recovered:
        return [RECOVERED]
    return [FRAYED] if unlocked.frayed else []
