"""How records are opened and made: what the shell asks of the core, off the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.review import Review


@dataclass(frozen=True, slots=True)
class NewReview:
    """What is asked before a review is made."""

    path: Path
    passphrase: str
    type: str
    title: str
    author: str


@dataclass(frozen=True, slots=True)
class Opening:
    """What is asked before a review is opened. Without a passphrase this computer's keychain is to
    open it."""

    path: Path
    passphrase: str | None
    author: str
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class KeyRenewal:
    """What is asked before all keys of a review are made anew."""

    path: Path
    passphrase: str
    new: str
    author: str
    keep_backups: bool = False


@dataclass(frozen=True, slots=True)
class KeysRenewed:
    """The review, opened under its new keys, the new recovery key, and what to say of backups."""

    review: Review
    recovery_key: str
    told: str


def renew_keys(renewal: KeyRenewal, *, cost: Any = None) -> KeysRenewed:
    """Make all keys of a closed review anew and open it."""
    from workbench.actions.keys import rekey_review
    from workbench.actions.opening import open_review

    path, new = renewal.path, renewal.new
    made = rekey_review(path, renewal.passphrase, new, cost=cost, keep_backups=renewal.keep_backups)
    review = open_review(path, new, author=renewal.author)
    return KeysRenewed(review, made.recovery_key, made.backups)


def keychain_opens(path: Path) -> bool:
    """Whether this computer's keychain was given a key for this file."""
    from workbench.actions import keys

    return keys.keychain_opens(path)


@dataclass(frozen=True, slots=True)
class Doors:
    """The ways into a record, and what to do early so that they open quickly."""

    open: Callable[[Opening], Review]
    make: Callable[[NewReview], Review]
    prepare: Callable[[], object] = lambda: None
    renew: Callable[[KeyRenewal], KeysRenewed] = renew_keys
    has_keychain: Callable[[Path], bool] = keychain_opens
