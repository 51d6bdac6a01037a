"""Keys: one random data key for each record, wrapped in slots, and what is derived from it.

A slot wraps the data key under a key of its own (storage format 1). The passphrase slot stretches
the passphrase with Argon2id; its cost is bounded before it is run, because the header is read
before it can be trusted.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

from workbench.errors import BadInput
from workbench.store.canonical import canonical
from workbench.store.faults import Damaged

KEY_BYTES = 32
LABEL_BYTES = 96
Slot = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs: memory in KiB, passes over it, lanes."""

    memory: int = 256 * 1024
    passes: int = 3
    lanes: int = 4


# What a header may ask for. Below this a stolen file could be guessed at; above it a forged header
# could stall the laptop.
LEAST = Cost(memory=19 * 1024, passes=1, lanes=1)
MOST = Cost(memory=2 * 1024 * 1024, passes=16, lanes=16)
# What is written, from the first that this computer has the memory for. Nothing below the last is
# ever written, but LEAST itself, with which tests make records quickly.
WRITTEN = (Cost(), Cost(memory=128 * 1024), Cost(memory=64 * 1024))


def new_data_key() -> bytes:
    """A fresh 256-bit data key."""
    return os.urandom(KEY_BYTES)


def derived(data_key: bytes, purpose: str) -> bytes:
    """The key for one purpose; the data key itself is given to nothing."""
    expand = HKDFExpand(algorithm=SHA256(), length=KEY_BYTES, info=f"srw/1/{purpose}".encode())
    return expand.derive(data_key)


def stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The passphrase as a key. Every Unicode form of the same characters gives the same key.

    Raises ``MemoryError`` when this computer cannot spare what it costs.
    """
    secret = unicodedata.normalize("NFKC", passphrase).encode()
    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    )
    return kdf.derive(secret)


def passphrase_slot(passphrase: str, data_key: bytes, file_id: str, cost: Cost | None) -> Slot:
    """A slot that opens with the passphrase, at the highest cost that this computer can bear, or
    at ``cost``."""
    if not passphrase.strip():
        raise BadInput("Type a passphrase: a review cannot be kept without one.")
    if cost is not None and cost != LEAST and not _may_be_written(cost):
        raise ValueError("a passphrase is never kept at so low a cost")
    for borne in WRITTEN if cost is None else (cost,):
        salt = os.urandom(16)
        try:
            secret = stretch(passphrase, salt, borne)
        except MemoryError:
            continue
        slot: Slot = {
            **new_slot("passphrase", "argon2id-19"),
            "m": borne.memory,
            "t": borne.passes,
            "p": borne.lanes,
            "salt": salt.hex(),
        }
        return wrap(secret, data_key, file_id, slot)
    raise BadInput(NO_MEMORY)


def _may_be_written(cost: Cost) -> bool:
    floor = WRITTEN[-1]
    return cost.memory >= floor.memory and cost.passes >= floor.passes and within_bounds(cost)


def shortfall(slot: Slot) -> str:
    """What to tell the author of a slot that was made with less memory than is usual; else empty.
    One made at ``LEAST`` is a test's."""
    memory = int(slot.get("m", 0))
    if slot["type"] != "passphrase" or not LEAST.memory < memory < Cost().memory:
        return ""
    return (
        f"This computer could spare {memory // 1024} MB of memory for protecting the passphrase, "
        f"not the usual {Cost().memory // 1024} MB, so that guessing at it costs a thief less. "
        "Close other programs, or use a computer with more memory, and change the passphrase "
        "there to have the usual protection."
    )


def new_slot(kind: str, kdf: str) -> Slot:
    """What every slot begins with."""
    created = datetime.now(UTC).isoformat(timespec="seconds")
    return {"id": os.urandom(4).hex(), "type": kind, "kdf": kdf, "created": created}


def random_slot(
    kind: str, secret: bytes, data_key: bytes, file_id: str, said: Slot | None = None
) -> Slot:
    """A slot of type "recovery" or "keyring", whose secret is random and needs no stretching;
    ``said`` is what else it says."""
    salt: Slot = {"salt": os.urandom(16).hex()}
    slot = {**new_slot(kind, "hkdf-sha256"), **salt, **(said or {})}
    return wrap(_spread(secret, slot), data_key, file_id, slot)


def open_random_slot(secret: bytes, file_id: str, slot: Slot) -> bytes | None:
    """The data key if the random secret opens the slot, else None."""
    try:
        spread = _spread(secret, slot)
    except (KeyError, ValueError):
        raise Damaged(HEADER_DAMAGED) from None
    return unwrap(spread, file_id, slot)


def _spread(secret: bytes, slot: Slot) -> bytes:
    salt, info = bytes.fromhex(str(slot["salt"])), f"srw/1/{slot['type']}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=info).derive(secret)


def wrap(secret: bytes, data_key: bytes, file_id: str, slot: Slot) -> Slot:
    """The slot with the data key wrapped under ``secret``, bound to everything else it says."""
    nonce = os.urandom(12)
    bound = {**slot, "nonce": nonce.hex()}
    wrapped = AESGCM(_wrapping_key(secret, file_id)).encrypt(
        nonce, data_key, _bound_to(file_id, bound)
    )
    return {**bound, "ct": wrapped.hex()}


def unwrap(secret: bytes, file_id: str, slot: Slot) -> bytes | None:
    """The data key, or None when ``secret`` is not this slot's or the slot was altered."""
    bound = {key: value for key, value in slot.items() if key != "ct"}
    try:
        return AESGCM(_wrapping_key(secret, file_id)).decrypt(
            bytes.fromhex(str(slot["nonce"])),
            bytes.fromhex(str(slot["ct"])),
            _bound_to(file_id, bound),
        )
    except InvalidTag:
        return None
    except (KeyError, ValueError):
        raise Damaged(HEADER_DAMAGED) from None


def open_passphrase_slot(passphrase: str, file_id: str, slot: Slot) -> bytes | None:
    """The data key if the passphrase opens the slot, else None."""
    try:
        cost = Cost(memory=int(slot["m"]), passes=int(slot["t"]), lanes=int(slot["p"]))
        salt = bytes.fromhex(str(slot["salt"]))
    except (KeyError, ValueError):
        raise Damaged(HEADER_DAMAGED) from None
    if not within_bounds(cost) or len(salt) < 16:
        raise Damaged(HEADER_DAMAGED)
    try:
        secret = stretch(passphrase, salt, cost)
    except MemoryError:
        raise BadInput(NO_MEMORY) from None
    return unwrap(secret, file_id, slot)


def within_bounds(cost: Cost) -> bool:
    """Whether this cost may be run at all."""
    return (
        LEAST.memory <= cost.memory <= MOST.memory
        and LEAST.passes <= cost.passes <= MOST.passes
        and LEAST.lanes <= cost.lanes <= MOST.lanes
    )


NO_MEMORY = (
    "This computer has too little free memory to work with the passphrase, which takes much of it "
    "on purpose. Close other programs and try again."
)
HEADER_DAMAGED = (
    "The beginning of this file is damaged, so it cannot be opened. "
    "Open a backup, or another copy of the file."
)


def sealed_label(text: str, data_key: bytes) -> Slot:
    """A name for a slot, legible only to who has opened the record; every one is as long."""
    padded = text.encode()[:LABEL_BYTES].ljust(LABEL_BYTES, b"\0")
    nonce = os.urandom(12)
    sealed = AESGCM(derived(data_key, "label")).encrypt(nonce, padded, None)
    return {"label": (nonce + sealed).hex()}


def label_of(slot: Slot, data_key: bytes) -> str:
    """The slot's name; empty when it has none."""
    try:
        sealed = bytes.fromhex(str(slot["label"]))
        padded = AESGCM(derived(data_key, "label")).decrypt(sealed[:12], sealed[12:], None)
    except (KeyError, ValueError, InvalidTag):
        return ""
    return padded.rstrip(b"\0").decode(errors="ignore")


def _wrapping_key(secret: bytes, file_id: str) -> bytes:
    info = b"srw/1/kek/" + file_id.encode()
    return HKDFExpand(algorithm=SHA256(), length=KEY_BYTES, info=info).derive(secret)


def _bound_to(file_id: str, slot: Slot) -> bytes:
    return canonical({"v": 1, "file_id": file_id, "slot": slot})
