"""Who can open a record: its key slots, added, changed and taken away without new encryption."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass

from workbench.errors import BadInput, Missing, Refused, WorkbenchError
from workbench.store import cards, keychain, recovery
from workbench.store.container import MOST_SLOTS
from workbench.store.faults import WrongPassphrase
from workbench.store.identities import colleague_slot
from workbench.store.keys import (
    Cost,
    Slot,
    label_of,
    open_passphrase_slot,
    passphrase_slot,
    random_slot,
    sealed_label,
    shortfall,
)
from workbench.store.record import Record


@dataclass(frozen=True, slots=True)
class KeySlot:
    """One way to open the record, as the author may see it: ``type`` is passphrase, recovery,
    keyring (a computer's keychain) or x25519 (a colleague), ``name`` the computer's or the
    colleague's, ``here`` whether it is this computer's keychain. ``note`` is a sentence to say of
    it, if any."""

    id: str
    type: str
    created: str
    name: str = ""
    here: bool = False
    note: str = ""


class KeySlots:
    """The slots of one open record. Each act is in its file at once, or changes nothing."""

    def __init__(self, record: Record) -> None:
        self._record = record

    @property
    def all(self) -> tuple[KeySlot, ...]:
        """Every slot, oldest first."""
        key = self._record.data_key
        return tuple(
            KeySlot(
                str(slot["id"]),
                str(slot["type"]),
                str(slot["created"]),
                label_of(slot, key),
                slot["type"] == "keyring" and keychain.kept_here(str(slot["id"])),
                shortfall(slot),
            )
            for slot in self._slots
        )

    def add_passphrase(self, passphrase: str, cost: Cost | None = None) -> None:
        """Let another passphrase open the record too."""
        self._keep([*self._slots, self._with_passphrase(passphrase, cost)])

    def is_passphrase(self, typed: str) -> bool:
        """Whether this opens one of the passphrase's slots."""
        return any(
            open_passphrase_slot(typed, self._file_id, slot) is not None
            for slot in self._slots
            if slot["type"] == "passphrase"
        )

    def change_passphrase(self, old: str, new: str, cost: Cost | None = None) -> None:
        """Let ``new`` open the record in place of ``old``.

        Copies of the file made earlier still open with ``old``: see :func:`rekey` after a leak.
        """
        for place, slot in enumerate(self._slots):
            if slot["type"] != "passphrase":
                continue
            if open_passphrase_slot(old, self._file_id, slot) is not None:
                slots = list(self._slots)
                slots[place] = self._with_passphrase(new, cost)
                return self._keep(slots)
        raise WrongPassphrase

    def add_recovery_key(self) -> str:
        """Make a recovery key in place of any earlier one, and return it: it is shown once."""
        secret = recovery.new_secret()
        record = self._record
        others = [slot for slot in self._slots if slot["type"] != "recovery"]
        fresh = random_slot("recovery", secret, record.data_key, self._file_id)
        self._keep([*others, fresh])
        return recovery.written(secret)

    def add_keychain(self) -> None:
        """Let whoever uses this account on this computer open the record without a passphrase.

        Raises :class:`Refused` when there is no keychain to trust, or it does not keep its word.
        """
        if any(slot.here for slot in self.all):
            raise Refused("The keychain of this computer opens this review already.")
        secret, key = os.urandom(32), self._record.data_key
        computer = sealed_label(platform.node(), key)
        fresh = random_slot("keyring", secret, key, self._file_id, computer)
        keychain.store(str(fresh["id"]), secret)
        try:
            self._keep([*self._slots, fresh])
        except WorkbenchError:
            keychain.forget(str(fresh["id"]))
            raise

    def add_colleague(self, name: str, card: str) -> None:
        """Let the colleague whose card this is open the record with their own key.

        They can then do whatever the author can. Raises :class:`BadInput` for a slip in the card.
        """
        public, known = cards.understood(card), " ".join(name.split())
        if not known:
            raise BadInput("Type the colleague's name, so that you know later whose key it is.")
        if any(slot.type == "x25519" and slot.name == known for slot in self.all):
            raise Refused(f"There is a key for {known} already. Take it away first.")
        key = self._record.data_key
        self._keep(
            [*self._slots, colleague_slot(public, key, self._file_id, sealed_label(known, key))]
        )

    def remove(self, id: str) -> None:  # noqa: A002 # the field's name
        """Take a slot away. Raises :class:`Refused` for the last passphrase."""
        left = [slot for slot in self._slots if slot["id"] != id]
        if len(left) == len(self._slots):
            raise Missing(
                "This file has no such key. It may have been taken away already: look at the list."
            )
        if not any(slot["type"] == "passphrase" for slot in left):
            raise Refused(
                "This is the only passphrase that opens the review, so it cannot be taken away. "
                "Add another passphrase first."
            )
        self._keep(left)
        keychain.forget(id)

    @property
    def _file_id(self) -> str:
        return str(self._record.header["file_id"])

    @property
    def _slots(self) -> list[Slot]:
        slots: list[Slot] = self._record.header["slots"]
        return slots

    def _with_passphrase(self, passphrase: str, cost: Cost | None) -> Slot:
        record = self._record
        return passphrase_slot(passphrase, record.data_key, self._file_id, cost)

    def _keep(self, slots: list[Slot]) -> None:
        if len(slots) > MOST_SLOTS:
            raise Refused(f"A review can have {MOST_SLOTS} keys at most. Take one away first.")
        self._record.keep_slots(slots)
