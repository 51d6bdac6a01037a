"""Backups: listing them, making one now, and putting one back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from workbench.errors import BadInput
from workbench.store import backups, container, recovery, restoring
from workbench.store.backups import Backup
from workbench.store.restoring import Held

__all__ = [
    "Backup",
    "Held",
    "back_up",
    "check_recovery_key",
    "compare_backup",
    "list_backups",
    "restore_backup",
]


def list_backups(path: Path) -> tuple[Backup, ...]:
    """The backups on this computer of the record at ``path``, newest first."""
    if not path.is_file():
        raise BadInput(f"There is no file named {path.name} there.")
    return backups.backups_of(container.read_headers(path)[0].file_id)


def back_up(path: Path, to: Path | None = None) -> Path:
    """Back up the record's file as it is on the disk; ``to`` is a folder of another disk, say."""
    if not path.is_file():
        raise BadInput(f"There is no file named {path.name} there.")
    now = datetime.now(UTC)
    if to is None:
        return backups.keep(path, container.read_headers(path)[0].file_id, now).path
    if not to.is_dir():
        raise BadInput(f"There is no folder named {to.name} there. Choose another place.")
    container.read_headers(path)  # a file that is no record is not backed up as one
    target = to / f"{path.stem} {now.astimezone().strftime('%Y-%m-%d %H.%M.%S')}{path.suffix}"
    if target.exists():
        raise BadInput(f"There is already a file named {target.name} there.")
    backups.copy_checked(path, target)
    return target


def compare_backup(backup: Path, path: Path, passphrase: str) -> tuple[Held, Held]:
    """What the backup holds and what the record's file holds, in numbers."""
    return restoring.held_by(backup, passphrase), restoring.held_by(path, passphrase)


def restore_backup(backup: Path, path: Path, passphrase: str) -> Held:
    """Put the backup in the place of the record's file, keeping what was there."""
    if not backup.is_file():
        raise BadInput(f"There is no backup named {backup.name} there.")
    return restoring.restore(backup, path, passphrase)


def check_recovery_key(key: str, typed: str) -> None:
    """Compare what was typed back with the recovery key. Raises :class:`BadInput` that says
    whether it is a slip of the hand or another key."""
    if recovery.understood(typed) != recovery.understood(key):
        raise BadInput(
            "That is a recovery key, but not this one. Type the one that is shown above."
        )
