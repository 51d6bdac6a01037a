"""A person's own key pair, with which they open records that others share with them.

The public half stands on their card. The private half is kept in this computer's data folder,
wrapped under their own passphrase or under a secret in this computer's keychain.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workbench.errors import BadInput, Refused
from workbench.settings import data_folder, write_private
from workbench.store import cards, keychain
from workbench.store.faults import CannotWrite, Damaged, WrongPassphrase
from workbench.store.keys import (
    Cost,
    Slot,
    new_slot,
    open_passphrase_slot,
    open_random_slot,
    passphrase_slot,
    random_slot,
    unwrap,
    wrap,
)

KDF = "x25519-hkdf-sha256"
NOT_A_CARD = "That is not a colleague's card, though it is spelled like one. Ask for theirs again."


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody's key pair as it is kept: the public half, and the wrapped private one."""

    public: bytes
    slot: Slot

    @property
    def card(self) -> str:
        """What is handed to the author of a record."""
        return cards.written(self.public)

    @property
    def in_keychain(self) -> bool:
        """Whether this computer's keychain opens it, and no passphrase."""
        return self.slot["type"] == "keyring"


def identity() -> Identity | None:
    """The key pair of whoever uses this account, or None. Raises :class:`Damaged` when what is
    there cannot be read: it is never taken for nothing and replaced."""
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
        public = bytes.fromhex(kept["public"])
        slot: Slot = dict(kept["slot"])
        if len(public) != 32 or slot["type"] not in ("passphrase", "keyring"):
            raise ValueError("not a key pair")
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        raise Damaged(
            "The key behind your colleague card cannot be read on this computer. Move the file "
            f"{_file()} away, make a new card, and send it to the authors who share with you."
        ) from None
    return Identity(public, slot)


def make_identity(passphrase: str | None, cost: Cost | None = None) -> Identity:
    """Make a key pair, opened by ``passphrase``, or with None by this computer's keychain."""
    if identity() is not None:
        raise Refused("There is a colleague card on this computer already.")
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    secret, name = private.private_bytes_raw(), _name_of(public)
    if passphrase is not None:
        slot = passphrase_slot(passphrase, secret, name, cost)
    else:
        kept = os.urandom(32)
        slot = random_slot("keyring", kept, secret, name)
        keychain.store(str(slot["id"]), kept)
    return _keep(Identity(public, slot))


def private_key(passphrase: str | None) -> bytes | None:
    """The private half, with the passphrase or with None from the keychain; None when there is no
    key pair here, or this does not open it."""
    mine = identity()
    if mine is None:
        return None
    name = _name_of(mine.public)
    if mine.in_keychain:
        kept = keychain.secret_of(str(mine.slot["id"]))
        return open_random_slot(kept, name, mine.slot) if kept else None
    return open_passphrase_slot(passphrase, name, mine.slot) if passphrase is not None else None


def change_identity_passphrase(old: str, new: str, cost: Cost | None = None) -> Identity:
    """Let ``new`` open the key pair in place of ``old``; the card stays the same."""
    mine = identity()
    secret = private_key(old)
    if mine is None or secret is None:
        raise WrongPassphrase
    slot = passphrase_slot(new, secret, _name_of(mine.public), cost)
    return _keep(Identity(mine.public, slot))


def colleague_slot(public: bytes, data_key: bytes, file_id: str, label: Slot) -> Slot:
    """A slot that the owner of this public key opens; ``label`` is what else it says."""
    once = X25519PrivateKey.generate()
    slot: Slot = {
        **new_slot("x25519", KDF),
        "epk": once.public_key().public_bytes_raw().hex(),
        **label,
    }
    return wrap(_agreed(once, public, public, file_id, slot), data_key, file_id, slot)


def open_colleague_slot(private: bytes, file_id: str, slot: Slot) -> bytes | None:
    """The data key if this private key opens the slot, else None."""
    mine = X25519PrivateKey.from_private_bytes(private)
    try:
        once = bytes.fromhex(str(slot["epk"]))
        secret = _agreed(mine, once, mine.public_key().public_bytes_raw(), file_id, slot)
    except (KeyError, ValueError, BadInput):
        return None
    return unwrap(secret, file_id, slot)


def _agreed(
    private: X25519PrivateKey, other: bytes, receiver: bytes, file_id: str, slot: Slot
) -> bytes:
    """What both sides arrive at, bound to both keys, to the file and to the slot."""
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(other))
    except ValueError:  # a point that would make the secret known to everyone
        raise BadInput(NOT_A_CARD) from None
    info = f"srw/1/x25519/{file_id}/{slot['id']}".encode()
    salt = bytes.fromhex(str(slot["epk"])) + receiver
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(shared)


def _keep(made: Identity) -> Identity:
    try:
        write_private(_file(), {"v": 1, "public": made.public.hex(), "slot": made.slot})
    except OSError as error:
        raise CannotWrite(
            "The key behind your colleague card could not be kept, because the workbench's own "
            f"folder on this computer cannot be written to: {str(error.strerror).lower()}. Free "
            "some space, or ask whoever looks after the computer, and try again."
        ) from None
    return made


def _name_of(public: bytes) -> str:
    return hashlib.sha256(b"srw/1/identity" + public).hexdigest()[:32]


def _file() -> Path:
    return data_folder() / "identity.json"
