"""The operating system's keychain: keeps a slot's random secret, never the data key itself.

Only back ends that encrypt are used, named one by one: left to choose for itself, the library takes
whatever is installed, and some of that keeps secrets in plain text or not at all.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

from workbench.errors import Refused
from workbench.settings import data_folder

SERVICE = "Review Panel Workbench"
ALLOWED = (
    "keyring.backends.Windows.WinVaultKeyring",
    "keyring.backends.macOS.Keyring",
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
)
NONE_HERE = (
    "This computer has no keychain that the workbench trusts, or it is locked. Use the passphrase."
)


def keychain() -> Any | None:
    """The first allowed keychain that works on this computer, or None."""
    for name in ALLOWED:
        module, _, kind = name.rpartition(".")
        found = getattr(import_module(module), kind, None)
        if found is not None and found.viable:
            made = found()
            if kind == "WinVaultKeyring":
                made.persist = "local machine"  # by default it would roam with the account
            return made
    return None


def store(slot: str, secret: bytes) -> None:
    """Keep the slot's secret, and read it back. Raises :class:`Refused` when it is not kept."""
    chain = keychain()
    if chain is None:
        raise Refused(NONE_HERE)
    try:
        chain.set_password(SERVICE, slot, secret.hex())
        kept = chain.get_password(SERVICE, slot)
    except _troubles():
        raise Refused(NONE_HERE) from None
    if kept != secret.hex():
        raise Refused(
            "The keychain of this computer did not keep what it was given, so it is not used. "
            "Use the passphrase."
        )
    note = _note(slot)
    try:
        note.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        note.touch(mode=0o600)
    except OSError:
        raise Refused(
            "The workbench's own folder on this computer cannot be written to, so the keychain is "
            "not used. Use the passphrase."
        ) from None


def kept_here(slot: str) -> bool:
    """Whether this computer's keychain was given the slot's secret. The keychain itself is not
    asked, because it may put a question to the author first."""
    return re.fullmatch(r"[0-9a-f]{8}", slot) is not None and _note(slot).exists()


def secret_of(slot: str) -> bytes | None:
    """The slot's secret, or None when the keychain is missing, locked or does not have it."""
    chain = keychain()
    try:
        kept = chain.get_password(SERVICE, slot) if chain else None
        return bytes.fromhex(kept) if kept else None
    except _troubles():
        return None
    except ValueError:  # something else was put in its place
        return None


def forget(slot: str) -> None:
    """Take the slot's secret out of the keychain. Without its slot a secret opens nothing, so one
    that cannot be taken out does no harm."""
    if re.fullmatch(r"[0-9a-f]{8}", slot):
        _note(slot).unlink(missing_ok=True)
    chain = keychain()
    if chain is None or secret_of(slot) is None:
        return
    try:
        chain.delete_password(SERVICE, slot)
    except _troubles():
        return


def _note(slot: str) -> Path:
    return data_folder() / "keychain" / slot


def _troubles() -> tuple[type[Exception], ...]:
    errors = import_module("keyring.errors")
    return (errors.KeyringError, OSError, RuntimeError)
