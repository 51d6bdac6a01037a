"""Who can open a review beside the passphrase: this computer's keychain, colleagues, new keys."""

from __future__ import annotations

from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.review import Review
from workbench.store import container, identities, keychain, rekeying
from workbench.store.identities import Identity
from workbench.store.keys import Cost
from workbench.store.rekeying import Rekeyed
from workbench.store.slots import KeySlot

__all__ = [
    "Identity",
    "KeySlot",
    "Rekeyed",
    "change_card_passphrase",
    "keychain_opens",
    "keychain_trouble",
    "make_card",
    "my_card",
    "rekey_review",
    "ways_to_open",
]


def ways_to_open(review: Review) -> tuple[KeySlot, ...]:
    """Every key slot of the open review, oldest first."""
    return review.keys.all


def keychain_trouble() -> str:
    """Why this computer's keychain cannot be used; empty when it can."""
    return "" if keychain.keychain() is not None else keychain.NONE_HERE


def keychain_opens(path: Path) -> bool:
    """Whether this computer's keychain was given a key for the review at ``path``, or for a
    colleague's key that the review may have. The keychain itself is not asked yet."""
    try:
        header = container.read_headers(path)[0]
        mine = identities.identity()
    except WorkbenchError:
        return False  # what is wrong is said when it is opened
    return any(
        keychain.kept_here(str(slot.get("id")))
        if slot.get("type") == "keyring"
        else slot.get("type") == "x25519" and mine is not None and mine.in_keychain
        for slot in header.slots
    )


def rekey_review(
    path: Path,
    passphrase: str,
    new: str,
    *,
    cost: Cost | None = None,
    keep_backups: bool = False,
) -> Rekeyed:
    """After a key has leaked: encrypt the closed review anew, so that only ``new`` and the recovery
    key that is returned open it. Copies made earlier still open with the old keys: destroy them.
    Backups on this computer are deleted, after a new one, unless ``keep_backups``."""
    return rekeying.rekey(path, passphrase, new, cost, keep_backups=keep_backups)


def my_card() -> Identity | None:
    """The card of whoever uses this account, or None when none was made."""
    return identities.identity()


def make_card(passphrase: str | None, *, cost: Cost | None = None) -> Identity:
    """Make one's own key and its card, opened by a passphrase, or with None by the keychain."""
    return identities.make_identity(passphrase, cost)


def change_card_passphrase(old: str, new: str, *, cost: Cost | None = None) -> Identity:
    """Put another passphrase in the place of the one that opens one's own key."""
    return identities.change_identity_passphrase(old, new, cost)
